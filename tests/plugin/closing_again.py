"""After QGIS was closed in the middle of an entry: the draft is offered."""
from qgis.core import QgsApplication

from drive import find, main, take_draft, wait


def test():
    wait(lambda: find("cortegeDrafts"), "the drafts' line")
    QgsApplication.authManager().setMasterPassword("secret-de-poste", True)
    wait(lambda: "Rassemblement du soir" in find("cortegeDrafts").text(), "the draft")
    take_draft("Rassemblement du soir")


main(test)
