"""What a day brings: a way of no length and one of five thousand points, an event that lasts a year, midnight, the change of
clocks, a paste from a word processor."""
import datetime

from qgis.PyQt.QtCore import QDate, QDateTime, QMimeData, Qt, QTime
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from drive import (agenda_rows, choose_address, find, in_days, load_layers, main, open_row, save, save_form, shot, sql, start, type_in, wait,
                   widget)


def told(name):
    return find(name).text() if find(name) else ""


def march(subject, begin, duration, arrival="rue grimaldi"):
    start("deambulatoire", subject, begin, duration)
    choose_address(0, "place d'armes", "Place d'Armes")
    choose_address(1, arrival, "")


def test():
    wait(lambda: agenda_rows() == 2, "both events")
    load_layers()
    agenda = find("cortegeAgenda")

    # A year: in every month of the agenda, one column a day.
    assert agenda.model().index(0, 2).data() == "Année du port"
    widget("cortegeAgendaFirst").setDate(QDate.currentDate().addDays(200))
    wait(lambda: agenda_rows() == 1 and agenda.model().index(0, 2).data() == "Année du port", "the year in half a year")
    widget("cortegeAgendaFirst").setDate(QDate.currentDate().addDays(300))
    wait(lambda: agenda_rows() == 0, "nothing after it")
    widget("cortegeAgendaFirst").setDate(QDate.currentDate())
    wait(lambda: agenda_rows() == 2, "both again")
    open_row(0)
    assert "365 jours" in told("cortegeTimeNote"), told("cortegeTimeNote")
    QTest.mouseClick(widget("cortegeLeave"), Qt.LeftButton)

    # Five thousand points: opened as stored, saved as stored.
    before = sql("SELECT ST_NPoints(trace), md5(ST_AsBinary(trace)) FROM cortege.manifestation_deambulatoire")
    assert before.startswith("5000|")
    subject = open_row(1)
    wait(lambda: "km" in told("cortegeMarchSummary"), "the long way")
    wait(lambda: find("cortegeStreets"), "its streets", 40)
    subject.setText("Marche de cinq mille points, bis")
    shot("cinq-mille-points")
    save(2)
    assert sql("SELECT ST_NPoints(trace) FROM cortege.manifestation_deambulatoire") == "5000"
    assert float(sql("SELECT ST_HausdorffDistance(a.trace, b.trace) FROM cortege.manifestation_deambulatoire a, "
                     "(SELECT ST_SnapToGrid(trace, 0.001) AS trace FROM cortege.manifestation_deambulatoire) b")) < 0.01

    # From a place to the same place: no way, said so; saved all the same, to be completed.
    march("Ronde sur place", in_days(3, 23, 30), "2h", arrival="place d'armes")
    QTest.keyClicks(widget("cortegePersonsExpected"), "200")
    QTest.qWait(1000)
    assert "<b>0\u00a0m</b>" in told("cortegeMarchSummary") or "tracé suit les rues" in told("cortegeMarchSummary"), told("cortegeMarchSummary")
    save(3)

    # Past midnight: the end is the next day's, the timetable says so.
    march("Marche aux flambeaux", in_days(4, 23, 57), "2h")
    QTest.keyClicks(widget("cortegePersonsExpected"), "900")
    wait(lambda: "colonne" in told("cortegeMarchSummary"), "the way")
    assert widget("cortegeEnd").dateTime() == in_days(5, 1, 57)
    table = find("cortegeTimetable")
    assert "(+1)" in table.item(1, 1).text(), table.item(1, 1).text()
    save(4)
    # The night the clocks change: two hours are two hours.
    day = next(d for d in (datetime.date.today() + datetime.timedelta(n) for n in range(1, 370))
               if d.month == 3 and d.weekday() == 6 and (d + datetime.timedelta(7)).month == 4)
    start("visite_officielle", "Nuit du changement d'heure", QDateTime(QDate(day.year, day.month, day.day), QTime(1, 30)), "2h")
    choose_address(0, "place d'armes", "Place d'Armes")
    assert widget("cortegeEnd").dateTime().time() == QTime(4, 30), widget("cortegeEnd").dateTime()
    assert "heure" in told("cortegeTimeNote"), told("cortegeTimeNote")
    shot("changement-d-heure")
    save_form()
    wait(lambda: agenda_rows() >= 4, "the agenda")
    assert sql("SELECT extract(epoch FROM fin - debut) FROM cortege.visite_officielle WHERE objet LIKE 'Nuit%'") == "7200.000000"

    # Pasted from a word processor: rich text, control characters, soft hyphens, odd spaces.
    start("operation_programmee", "", in_days(6), "1h")
    pasted = QMimeData()
    pasted.setHtml("<p class=MsoNormal><b>Contrôle</b></p>")
    pasted.setText("Con\u00adtrôle\u00a0du\x0bport\x02 « nord »\t\r\n")
    for name in ("cortegeSubject", "cortegeDescription"):
        QApplication.clipboard().setMimeData(pasted)
        widget(name).setFocus()
        QTest.keyClick(widget(name), Qt.Key_V, Qt.ControlModifier)
        pasted = QMimeData()
        pasted.setText("Con\u00adtrôle\u00a0du\x0bport\x02 « nord »\t\r\n")
    choose_address(0, "place d'armes", "Place d'Armes")
    shot("colle-d-un-traitement-de-texte")
    save_form()
    wait(lambda: sql("SELECT count(*) FROM cortege.operation_programmee") == "1", "the operation")
    stored = sql("SELECT objet || '|' || description FROM cortege.operation_programmee")
    assert stored == "Contrôle du port « nord »|Contrôle du port « nord »", repr(stored)


main(test)
