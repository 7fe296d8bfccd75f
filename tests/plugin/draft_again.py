"""After the crash: the draft is offered, taken up, saved, and gone."""
import json

from qgis.PyQt.QtCore import QDate, QDateTime, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMessageBox
from qgis.core import QgsApplication

from drive import answer, answered, find, in_days, main, save, shot, sql, start, take_draft, type_in, wait, widget

store = QgsApplication.authManager()


def kept():
    return json.loads(store.authSetting("cortege/drafts", "{}"))


def keep(kept_at, last_day):
    """One more draft of agent1, as the plugin keeps them."""
    index = kept()
    name = str(len(index) + 1)
    index[name] = {"login": "agent1", "kept_at": kept_at.toString(Qt.ISODate), "last_day": last_day.toString(Qt.ISODate)}
    assert store.storeAuthSetting(f"cortege/draft/{name}", json.dumps({"kind": "visite_officielle", "subject": f"Brouillon {name}"}), True)
    assert store.storeAuthSetting("cortege/drafts", json.dumps(index))


def leave():
    answer(None, lambda shown: shown.button(QMessageBox.Yes).click())
    QTest.mouseClick(widget("cortegeLeave"), Qt.LeftButton)
    answered()


def test():
    drafts = wait(lambda: find("cortegeDrafts"), "the drafts' line")
    assert "mot de passe principal" in drafts.text(), drafts.text()
    QgsApplication.authManager().setMasterPassword("secret-de-poste", True)
    wait(lambda: "Marche des oubliés" in find("cortegeDrafts").text(), "the draft")
    shot("brouillon-propose")
    take_draft("Marche des oubliés")
    assert widget("cortegeAddress0").text().startswith("Place d'Armes")
    assert widget("cortegePersonsExpected").text() == "1200"
    save(1)
    assert not QgsApplication.authManager().existsAuthSetting("cortege/drafts")
    assert not find("cortegeDrafts")

    # Seven days, then it goes; past the convention's last day too; what is a day younger is offered.
    keep(kept_at=QDateTime.currentDateTimeUtc().addDays(-8), last_day=QDate.currentDate().addDays(90))
    keep(kept_at=QDateTime.currentDateTimeUtc(), last_day=QDate.currentDate())
    keep(kept_at=QDateTime.currentDateTimeUtc().addDays(-6), last_day=QDate.currentDate().addDays(90))
    start("visite_officielle", "Visite", in_days(2))
    leave()
    wait(lambda: find("cortegeDrafts"), "the draft that is left")
    assert find("cortegeDrafts").text().count("reprendre") == 1, find("cortegeDrafts").text()
    assert len(kept()) == 1 and not any(store.existsAuthSetting(f"cortege/draft/{name}") for name in ("1", "2"))
    # At the convention's end all go, the one being typed too, and nothing more is kept.
    start("visite_officielle", "Visite du port", in_days(2))
    type_in(widget("cortegeDescription"), "Accueil au quai")
    wait(lambda: len(kept()) == 2, "the draft of what is typed")
    sql("UPDATE convention.convention SET notifiee_le = notifiee_le - interval '5 years'")
    sql("NOTIFY cortege")
    wait(lambda: not store.existsAuthSetting("cortege/drafts"), "no draft left")
    type_in(widget("cortegeDescription"), " et depart")
    QTest.qWait(1500)
    assert not store.existsAuthSetting("cortege/drafts")
    assert widget("cortegeDescription").toPlainText() == "Accueil au quai et depart"


main(test)
