"""Each profile in turn, through the connection page: what it may not do is not shown, the convention's state is, and who
reads no event sees no empty agenda. Then a habilitation that ends in the middle of an entry, and the convention's end."""
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLineEdit, QMessageBox, QTextBrowser
from qgis.core import QgsProject
from qgis.utils import iface

from drive import (action, agenda_rows, answer, answered, choose_address, dialog, find, in_days, load_layers, main, open_row, save_form, shot, sql,
                   start, wait, widget)

KINDS = ("deambulatoire", "statique", "operation_programmee", "visite_officielle")
ENTRY = ["Visites officielles", "Opérations programmées", "Manifestations déambulatoires", "Adresses des événements",
         "Manifestations statiques"]
FACTS = ["Faits (points)", "Faits (lignes)", "Faits (surfaces)"]
BOTH = ["Événements et faits (points)", "Événements et faits (lignes)", "Événements et faits (surfaces)"]
LIVE = ["Conflits", "Défilés : tête et queue", "Défilés : rue occupée"]
TENSION, BASE = ["Tension partielle", "Zones de tension à l'heure de la carte", "Tension à l'heure de la carte", "Zones de tension"], ["Lieux", "Voies", "Unités du territoire"]


def connect(login):
    def fill(page):
        page.findChild(QLineEdit, "cortegeConnection4").setText(login)
        page.accept()
    answer("cortegeConnection", fill)
    action("cortegeActionConnect").trigger()
    answered()
    wait(lambda: find("cortegeWho") and find("cortegeWho").text().startswith(login + " "), f"{login}'s session")
    QTest.qWait(300)


def entry_offered():
    return [action(f"cortegeActionNew_{kind}").isVisible() for kind in KINDS]


def reads(login, who, events, layers, enters=False):
    connect(login)
    assert all(entry_offered()) if enters else not any(entry_offered()), (login, entry_offered())
    text = widget("cortegeWho").text()
    assert who in text and "convention\u00a0: en vigueur jusqu’au" in text, text
    wait(lambda: agenda_rows() == events, f"what {login} may read")
    assert not find("cortegeNotice"), find("cortegeNotice").text()
    QgsProject.instance().clear()
    names = [name.replace(" (exploratoire)", "") for name in load_layers()]
    assert names == layers, (login, names)
    shot(login)


def told(login, words):
    connect(login)
    notice = wait(lambda: find("cortegeNotice"), f"what {login} is told")
    assert words in notice.text(), notice.text()
    assert not any(entry_offered()) and not action("cortegeActionLayers").isVisible() and not find("cortegeAgenda")
    shot(login)


def test():
    wait(lambda: agenda_rows() == 2, "both marches")
    reads("agent1", "Cabinet", 2, LIVE + ENTRY + FACTS + TENSION + BASE, enters=True)
    reads("agent2", "Ordre public", 2, ENTRY + BASE, enters=True)
    reads("analyste1", "analyste de la Ville", 2, LIVE + BOTH + TENSION + BASE)
    # F1 opens the readers' guide, not the agents'.
    QApplication.setActiveWindow(iface.mainWindow())
    target = widget("cortegeAgendaText")
    target.setFocus()
    QTest.keyClick(target, Qt.Key_F1)
    guide = wait(lambda: dialog("cortegeHelp"), "the guide")
    assert "Guide de l'analyste" in guide.findChild(QTextBrowser).toPlainText()
    guide.close()
    reads("autorite1", "autorité de la Ville", 2, LIVE + BOTH + TENSION + BASE)
    reads("police1", "service de police · périmètre limité", 1, LIVE + BOTH + TENSION + BASE)
    assert find("cortegeAgenda").model().index(0, 2).data() == "Marche du port"
    # A reader opens an event: nothing offers to change it, not even to copy it.
    assert open_row(0).isReadOnly()
    assert "Cabinet" in widget("cortegeWarning").text() and not find("cortegeSave") and not find("cortegeMore")
    assert not find("cortegeDraftState") and not find("cortegeTodo"), [find(n) and find(n).text() for n in ("cortegeDraftState", "cortegeTodo")]
    shot("police1-lecture")
    QTest.mouseClick(widget("cortegeLeave"), Qt.LeftButton)
    told("dga1", "Votre profil (DGA Sécurité) ne lit pas les événements")
    told("valid1", "Votre profil (validation de la Préfecture) ne lit pas les événements")
    told("dpo1", "Votre profil (délégué à la protection des données) ne lit pas les événements")
    # Never habilitated, there is no account; suspended, it is closed.
    sql("SELECT habilitation.suspendre(h.id, 'essai') FROM habilitation.habilitation h JOIN habilitation.personne p ON p.id = h.personne "
        "WHERE p.login = 'agent2'", "valid1")
    for login, words in (("sans1", "n’existe pas"), ("agent2", "compte est fermé")):
        answer("cortegeConnection", lambda page: (page.findChild(QLineEdit, "cortegeConnection4").setText(login), page.accept()))
        action("cortegeActionConnect").trigger()
        answered()
        wait(lambda: find("cortegeNotice") and words in find("cortegeNotice").text(), f"what {login} is told")
        assert not find("cortegeWho") and not find("cortegeAgenda") and not any(entry_offered())

    # Suspended while entering: the save is refused in words, what was typed stays, nothing more is offered.
    connect("agent1")
    wait(lambda: agenda_rows() == 2, "both marches")
    start("visite_officielle", "Visite du port", in_days(3), "1h")
    choose_address(0, "place d'armes", "Place d'Armes")
    sql("SELECT habilitation.suspendre(h.id, 'essai') FROM habilitation.habilitation h JOIN habilitation.personne p ON p.id = h.personne "
        "WHERE p.login = 'agent1'", "valid1")
    save_form()
    warning = wait(lambda: find("cortegeWarning"), "the refusal")
    assert "Non enregistré" in warning.text(), warning.text()
    wait(lambda: find("cortegeNotice") and "habilitation" in find("cortegeNotice").text() and not any(entry_offered()), "the notice", 40)
    assert widget("cortegeSubject").text() == "Visite du port"
    shot("suspendu-en-cours-de-saisie")
    # Taken up again: saved as it stands.
    sql("SELECT habilitation.reprendre(h.id, 'essai') FROM habilitation.habilitation h JOIN habilitation.personne p ON p.id = h.personne "
        "WHERE p.login = 'agent1'", "valid1")
    wait(lambda: all(entry_offered()) and not find("cortegeNotice"), "the return of what is offered", 40)
    save_form()
    wait(lambda: agenda_rows() == 3, "the visit")

    # A clock that is wrong is told before an hour is typed on it.
    sql("CREATE SCHEMA faux; GRANT USAGE ON SCHEMA faux TO PUBLIC; CREATE FUNCTION faux.clock_timestamp() RETURNS timestamptz "
        "LANGUAGE sql AS $$SELECT pg_catalog.now() + interval '3 hours'$$; ALTER ROLE agent1 SET search_path = faux, pg_catalog, public")
    connect("agent1")
    notice = wait(lambda: find("cortegeNotice"), "the wrong clock")
    assert "retarde de 3 h" in notice.text(), notice.text()
    start("visite_officielle", "Visite du musée", in_days(3), "1h")
    assert find("cortegeNotice"), "still told beside the form"
    shot("horloge-fausse")
    answer(None, lambda shown: shown.button(QMessageBox.Yes).click())
    QTest.mouseClick(widget("cortegeLeave"), Qt.LeftButton)
    answered()
    wait(lambda: agenda_rows() == 3, "the agenda again")

    # The convention ends: an open agenda says so by itself.
    sql("UPDATE convention.convention SET notifiee_le = notifiee_le - interval '5 years'")
    sql("NOTIFY cortege")
    wait(lambda: find("cortegeNotice") and "n’est pas en vigueur" in find("cortegeNotice").text(), "the end of the convention", 40)
    assert not find("cortegeAgenda")
    assert "convention\u00a0: terminée" in widget("cortegeWho").text(), widget("cortegeWho").text()
    assert not any(entry_offered())
    shot("convention-terminee")


main(test)
