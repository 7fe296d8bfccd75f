"""A colleague saves first: fields side by side, the person's choice saved over theirs. Another service's event is refused."""
import os
import subprocess

from qgis.PyQt.QtCore import QDateTime, QTimer
from qgis.PyQt.QtWidgets import QApplication

from drive import action, choose_address, find, main, save_form, shot, type_in, wait, widget


def sql(command, login="agent3"):
    return subprocess.run(["psql", "-XAtq", "-U", login, "-c", command], check=True, capture_output=True, text=True).stdout.strip()


def rows():
    agenda = find("cortegeAgenda")
    return agenda.model().rowCount() if agenda else -1


def open_first():
    agenda = widget("cortegeAgenda")
    agenda.selectRow(0)
    agenda.setFocus()
    agenda.activated.emit(agenda.model().index(0, 0))
    return widget("cortegeSubject")


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    action("cortegeActionNew_visite_officielle").trigger()
    type_in(widget("cortegeSubject"), "Visite du musée")
    choose_address(0, "place d'armes", "Place d'Armes")
    widget("cortegeBegin").setDateTime(QDateTime.currentDateTime().addDays(2))
    save_form()
    wait(lambda: rows() == 1, "the saved visit")

    subject = open_first()
    subject.setText("Visite du musée océanographique")
    # agent3 is of the same service and saves meanwhile; the agenda hears of it by itself.
    sql("UPDATE cortege.visite_officielle SET description = 'Arrivée par le port'")

    def choose():
        dialog = wait(lambda: next((w for w in QApplication.topLevelWidgets() if w.objectName() == "cortegeConflict"), None),
                      "the conflict")
        shot("conflit", dialog)
        dialog.accept()
    QTimer.singleShot(300, choose)
    save_form()
    wait(lambda: rows() == 1, "the merged visit", 30)
    assert sql("SELECT objet || ' / ' || description FROM cortege.visite_officielle") \
        == "Visite du musée océanographique / Arrivée par le port"

    # The agenda follows a colleague without a click.
    sql("UPDATE cortege.visite_officielle SET objet = 'Visite annoncée'")
    wait(lambda: find("cortegeAgenda").model().index(0, 1).data() == "Visite annoncée", "the colleague's change")

    # Of another service: read, not changed, and said so.
    sql("SET session_replication_role = replica; UPDATE cortege.visite_officielle SET service = 'Ordre public'", "postgres")
    subject = open_first()
    subject.setText("Autre service")
    save_form()
    warning = wait(lambda: find("cortegeWarning"), "the refusal")
    assert "autre service" in warning.text(), warning.text()
    assert subject.text() == "Autre service"
    shot("autre-service")


main(test)
