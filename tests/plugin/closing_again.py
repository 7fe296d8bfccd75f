"""After QGIS was closed in the middle of an entry: the draft is offered."""
from qgis.core import QgsApplication

from drive import find, main, wait, widget


def test():
    wait(lambda: find("cortegeDrafts"), "the drafts' line")
    QgsApplication.authManager().setMasterPassword("secret-de-poste", True)
    drafts = wait(lambda: find("cortegeDrafts") if "Rassemblement du soir" in find("cortegeDrafts").text() else None, "the draft")
    drafts.linkActivated.emit(drafts.text().split("href='")[1].split("'")[0])
    assert widget("cortegeSubject").text() == "Rassemblement du soir"


main(test)
