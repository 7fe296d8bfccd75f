"""A colleague saves first: fields side by side and on the map, the person's choice saved. Duplicated, cancelled, its history."""
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel, QMessageBox

from drive import (agenda_rows, answer, answered, choose_address, find, in_days, load_layers, main, more, open_row, save, save_form, shot,
                   sql, start_march, wait, widget)


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    load_layers()
    start_march("Marche du musée")
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
    answered()
    assert sql("SELECT objet || ' / ' || description FROM cortege.manifestation_deambulatoire") \
        == "Marche du musée océanographique / Arrivée par le port"

    # The agenda follows a colleague without a click.
    sql("UPDATE cortege.manifestation_deambulatoire SET objet = 'Marche annoncée'", "agent3")
    wait(lambda: find("cortegeAgenda").model().index(0, 2).data() == "Marche annoncée", "the colleague's change")

    # Its history, with differences.
    open_row(0)
    more("Historique")
    history = wait(lambda: next((w for w in QApplication.allWidgets() if w.objectName() == "cortegeHistoryTree"
                                 and w.topLevelItemCount() >= 3), None), "the history")
    texts = [tuple(history.topLevelItem(i).child(j).text(c) for c in range(3)) for i in range(history.topLevelItemCount())
             for j in range(history.topLevelItem(i).childCount())]
    assert ("Objet", "Marche du musée océanographique", "Marche annoncée") in texts, texts
    assert ("Description", "–", "Arrivée par le port") in texts, texts
    assert any(field == "Adresses" and before.endswith("→ Rue Grimaldi") and after.endswith("→ Boulevard de Suisse")
               for field, before, after in texts), texts
    assert any(field == "Sur la carte" and "tracé de" in before and before != after for field, before, after in texts), texts
    shot("histoire", history.window())
    history.window().close()
    QTest.mouseClick(widget("cortegeLeave"), Qt.LeftButton)

    # Last year's march, found in the past of the agenda, to this year's date: the same way, the same hour.
    sql("INSERT INTO cortege.manifestation_deambulatoire (objet, debut, fin, personnes_attendues, trace) SELECT 'Marche de la Sainte-Dévote', "
        "debut - interval '1 year' + interval '9 days', fin - interval '1 year' + interval '9 days', 700, trace "
        "FROM cortege.manifestation_deambulatoire; "
        "INSERT INTO cortege.adresse (evenement_type, evenement_id, ordre, role, libelle, geom) SELECT evenement_type, 2, ordre, role, libelle, geom "
        "FROM cortege.adresse WHERE evenement_id = 1", "agent1")
    first = widget("cortegeAgendaFirst")
    first.setDate(QDate.currentDate().addYears(-1))
    wait(lambda: find("cortegeAgenda").model().index(0, 2).data() == "Marche de la Sainte-Dévote", "last year's march")
    open_row(0)
    more("Dupliquer")
    wait(lambda: "(nouvelle)" in find("cortegeForm").findChild(QLabel).text(), "the copy")
    copy = widget("cortegeBegin").dateTime()
    assert copy == in_days(11).addYears(-1).addYears(1), copy
    assert widget("cortegeAddress0").text() == "Place d'Armes" and widget("cortegePersonsExpected").text() == "700"
    assert "km" in widget("cortegeMarchSummary").text()
    wait(lambda: find("cortegeStreets"), "the streets of the stored way")
    shot("copie-de-l-an-passe")
    save_form()
    wait(lambda: find("cortegeAgenda"), "the agenda")
    first.setDate(QDate.currentDate())
    wait(lambda: agenda_rows() == 2, "both marches")
    assert sql("SELECT count(DISTINCT trace) FROM cortege.manifestation_deambulatoire WHERE objet = 'Marche de la Sainte-Dévote'") == "1"

    # Cancelled with a reason of the closed list: kept, and out of the coming events.
    open_row(0)
    answer(None, lambda shown: (shown.setTextValue("Interdit par arrêté"), shown.accept()))
    more("Annuler cet événement")
    answered()
    wait(lambda: agenda_rows() == 1, "one event less")
    assert sql("SELECT count(*) FROM cortege.manifestation_deambulatoire WHERE statut = 'annule' "
               "AND description LIKE '%Interdit par arrêté'") == "1"
    widget("cortegeAgendaStatus").setCurrentIndex(2)
    assert agenda_rows() == 1
    shot("agenda-annules")
    widget("cortegeAgendaStatus").setCurrentIndex(0)

    # Given to another service while it is open: the save is refused, and said so; nothing typed is lost.
    subject = open_row(0)
    subject.setText("Autre service")
    sql("SET session_replication_role = replica; UPDATE cortege.manifestation_deambulatoire SET service = 'Ordre public'")
    save_form()
    warning = wait(lambda: find("cortegeWarning"), "the refusal")
    assert "autre service" in warning.text(), warning.text()
    assert subject.text() == "Autre service"
    answer(None, lambda shown: shown.button(QMessageBox.Yes).click())
    QTest.mouseClick(widget("cortegeLeave"), Qt.LeftButton)
    answered()
    # Opened again it is read, its figures may be tried, and nothing offers to change it.
    subject = open_row(0)
    assert subject.isReadOnly() and "Ordre public" in widget("cortegeWarning").text()
    assert not find("cortegeSave") and widget("cortegeAddress0").isReadOnly() and not find("cortegeAddAddress") and widget("cortegeSpeed").isEnabled()
    assert [a.text() for a in widget("cortegeMore").menu().actions() if a.isVisible()] == ["Dupliquer pour l’année à venir"]
    shot("autre-service")


main(test)
