"""A colleague saves first: fields side by side and on the map, the person's choice saved. Duplicated, cancelled, its history."""
from qgis.PyQt.QtCore import QDate, QTimer
from qgis.PyQt.QtWidgets import QApplication

from drive import action, agenda_rows, choose_address, find, in_days, main, open_row, save, save_form, shot, sql, start, wait, widget


def dialog(name):
    return next((w for w in QApplication.topLevelWidgets() if w.objectName() == name and w.isVisible()), None)


def answer(name, then):
    """What is done when a modal dialog opens."""
    def look(left=100):
        shown = dialog(name) if name else QApplication.activeModalWidget()
        if shown:
            then(shown)
        elif left:
            QTimer.singleShot(100, lambda: look(left - 1))
    QTimer.singleShot(100, look)


def more(text):
    menu = widget("cortegeMore").menu()
    next(action for action in menu.actions() if text in action.text()).trigger()


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    action("cortegeActionLayers").trigger()
    start("deambulatoire", "Marche du musée", in_days(2), "2h")
    choose_address(0, "place d'armes", "Place d'Armes")
    choose_address(1, "rue grimaldi", "Rue Grimaldi")
    wait(lambda: "km" in find("cortegeMarchSummary").text() or " m<" in find("cortegeMarchSummary").text(), "a route")
    save(1)

    subject = open_row(0)
    subject.setText("Marche du musée océanographique")
    choose_address(1, "bd de suisse", "Boulevard de Suisse")
    # agent3 is of the same service and saves meanwhile.
    sql("UPDATE cortege.manifestation_deambulatoire SET description = 'Arrivée par le port', "
        "trace = ST_Translate(trace, 80, 60)", "agent3")

    def choose(conflict):
        shot("conflit-carte")
        shot("conflit", conflict)
        conflict.accept()
    answer("cortegeConflict", choose)
    save_form()
    wait(lambda: agenda_rows() == 1, "the merged march", 30)
    assert sql("SELECT objet || ' / ' || description FROM cortege.manifestation_deambulatoire") \
        == "Marche du musée océanographique / Arrivée par le port"

    # The agenda follows a colleague without a click.
    sql("UPDATE cortege.manifestation_deambulatoire SET objet = 'Marche annoncée'", "agent3")
    wait(lambda: find("cortegeAgenda").model().index(0, 2).data() == "Marche annoncée", "the colleague's change")

    # Its history, with differences.
    open_row(0)
    more("histoire")
    history = wait(lambda: next((w for w in QApplication.allWidgets() if w.objectName() == "cortegeHistoryTree"
                                 and w.topLevelItemCount() >= 3), None), "the history")
    texts = [history.topLevelItem(i).child(j).text(2) for i in range(history.topLevelItemCount())
             for j in range(history.topLevelItem(i).childCount())]
    assert "Marche annoncée" in texts and "Arrivée par le port" in texts, texts
    shot("histoire", history.window())
    history.window().close()

    # The same march next year, from this one.
    more("Dupliquer")
    copy = widget("cortegeBegin").dateTime()
    assert copy.date() >= QDate.currentDate() and copy.time() == in_days(2).time(), copy
    widget("cortegeSubject").setText("Marche annoncée, de nouveau")
    save(2)

    # Cancelled with a reason of the closed list: kept, and out of the coming events.
    open_row(0)
    answer(None, lambda shown: (shown.setTextValue("Interdit par arrêté"), shown.accept()))
    more("Annuler cet événement")
    wait(lambda: agenda_rows() == 1, "one event less")
    assert sql("SELECT count(*) FROM cortege.manifestation_deambulatoire WHERE statut = 'annule' "
               "AND description LIKE '%Interdit par arrêté'") == "1"
    widget("cortegeAgendaStatus").setCurrentIndex(2)
    assert agenda_rows() == 1
    shot("agenda-annules")
    widget("cortegeAgendaStatus").setCurrentIndex(0)

    # Of another service: read, not changed, and said so.
    sql("SET session_replication_role = replica; UPDATE cortege.manifestation_deambulatoire SET service = 'Ordre public'")
    subject = open_row(0)
    subject.setText("Autre service")
    save_form()
    warning = wait(lambda: find("cortegeWarning"), "the refusal")
    assert "autre service" in warning.text(), warning.text()
    assert subject.text() == "Autre service"
    shot("autre-service")


main(test)
