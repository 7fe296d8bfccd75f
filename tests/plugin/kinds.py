"""The three other kinds from nothing to saved; a circle of a capacity; personal data refused without losing a word."""
from qgis.PyQt.QtCore import QDateTime, Qt
from qgis.PyQt.QtTest import QTest
from qgis.utils import iface

from drive import action, choose_address, find, main, save_form, shot, type_in, wait, widget


def agenda_rows():
    agenda = find("cortegeAgenda")
    return agenda.model().rowCount() if agenda else -1


def save(expected):
    save_form()
    wait(lambda: agenda_rows() == expected, f"{expected} events in the agenda")


def start(kind, subject):
    action(f"cortegeActionNew_{kind}").trigger()
    type_in(widget("cortegeSubject"), subject)
    widget("cortegeBegin").setDateTime(QDateTime.currentDateTime().addDays(5))


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    action("cortegeActionLayers").trigger()

    start("statique", "Rassemblement des retraités")
    choose_address(0, "place d'armes", "Place d'Armes")
    QTest.keyClicks(widget("cortegePersonsExpected"), "1000")
    QTest.keyClick(widget("cortegePersonsExpected"), Qt.Key_Tab)
    QTest.mouseClick(widget("cortegeCircle"), Qt.LeftButton)
    summary = widget("cortegeFootprintSummary").text()
    assert "foule clairsemée" in summary, summary
    shot("saisie-statique")
    save(1)

    start("operation_programmee", "Contrôle des transports")
    choose_address(0, "rue grimaldi", "Rue Grimaldi")
    QTest.mouseClick(widget("cortegeAddAddress"), Qt.LeftButton)
    choose_address(1, "bd de suisse / bd princesse charlotte", "Boulevard de Suisse / Boulevard Princesse Charlotte")
    widget("cortegeTheme").setCurrentText("PSQ Transports")
    shot("saisie-operation")
    save(2)

    # A name and a telephone are shown while typing, refused at the end, and nothing typed is lost.
    start("visite_officielle", "Visite du ministre")
    choose_address(0, "place du palais", "Place")
    widget("cortegeDescription").setPlainText("Accueil par M. Jean Dupont, tél. 06 12 34 56 78")
    privacy = wait(lambda: find("cortegePrivacy"), "the reason for personal data")
    assert "06 12 34 56 78" in privacy.text(), privacy.text()
    shot("saisie-donnees-personnelles")
    save_form()
    warning = wait(lambda: find("cortegeWarning"), "the refusal")
    assert "Non enregistré" in warning.text(), warning.text()
    assert "Jean Dupont" in widget("cortegeDescription").toPlainText()
    widget("cortegeDescription").setPlainText("Accueil par le préfet")
    save(3)
    find("cortegeAgenda").selectRow(0)
    shot("agenda-trois")


main(test)
