"""After the crash: the draft is offered, taken up, saved, and gone."""
from qgis.core import QgsApplication

from drive import find, main, save, shot, wait, widget


def test():
    drafts = wait(lambda: find("cortegeDrafts"), "the drafts' line")
    assert "mot de passe principal" in drafts.text(), drafts.text()
    QgsApplication.authManager().setMasterPassword("secret-de-poste", True)
    wait(lambda: "Marche des oubliés" in find("cortegeDrafts").text(), "the draft")
    shot("brouillon-propose")
    drafts.linkActivated.emit(drafts.text().split("href='")[1].split("'")[0])
    assert widget("cortegeSubject").text() == "Marche des oubliés"
    assert widget("cortegeAddress0").text().startswith("Place d'Armes")
    assert widget("cortegePersonsExpected").text() == "1200"
    save(1)
    assert not QgsApplication.authManager().existsAuthSetting("cortege/drafts")
    assert not find("cortegeDrafts")


main(test)
