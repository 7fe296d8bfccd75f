"""The whole march on real streets: entered by keyboard, led on the map, drawn by hand where no street is, saved, found again."""
import csv
import os

import numpy
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLineEdit
from qgis.core import Qgis, QgsDateTimeRange, QgsInterval, QgsPointXY
from qgis.utils import iface

from drive import agenda_rows, answer, answered, choose_address, click_map, drag_map, find, in_days, load_layers, main, open_row, save, shot, sql, start, wait, widget


def told():
    return find("cortegeMarchSummary").text()


def taken():
    """Where the map shows people: the middle of what is orange there, and how much of it there is."""
    picture = iface.mapCanvas().grab().toImage().convertToFormat(QImage.Format_RGB32)
    pixels = numpy.frombuffer(picture.constBits().asstring(picture.sizeInBytes()), numpy.uint32).reshape(picture.height(), -1)
    y, x = numpy.nonzero(pixels & 0xffffff == 0xe05c00)
    return (x.mean(), y.mean(), len(x)) if len(x) else None


def rows():
    return find("cortegeTimetable").rowCount()


def changed(before, what):
    return wait(lambda: told() != before and "km" in told(), what)


def place(query):
    x, y = map(float, sql(f"SELECT ST_X(geom), ST_Y(geom) FROM ({query}) AS q(geom)", "agent1").split("|"))
    return QgsPointXY(x, y)


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    assert "agent1" in widget("cortegeWho").text() and "convention" in widget("cortegeWho").text()
    shot("agenda-vide")
    names = load_layers()
    live, tension = [names[:3], names[11:14]]
    assert live == ["Conflits", "Défilés : tête et queue", "Défilés : rue occupée"], names
    assert [name.split(" (")[0] for name in tension] == ["Tension partielle", "Zones de tension à l'heure de la carte", "Tension à l'heure de la carte"]
    assert names[3:11] + names[14:] == ["Visites officielles", "Opérations programmées", "Manifestations déambulatoires", "Adresses des événements",
                     "Manifestations statiques", "Faits (points)", "Faits (lignes)", "Faits (surfaces)", "Zones de tension",
                                        "Lieux", "Voies", "Unités du territoire"], names
    assert iface.mapCanvas().mapSettings().destinationCrs().authid() == "EPSG:2154"
    shot("projet")
    streets = float(sql("SELECT ST_XMax(ST_Extent(geom)) - ST_XMin(ST_Extent(geom)) FROM voirie.troncon"))
    wait(lambda: iface.mapCanvas().extent().width() < 3 * streets, "the map on the city's streets")

    start("deambulatoire", "Marche pour le climat", in_days(3), "2h")
    choose_address(0, "place d'armes", "Place d'Armes")
    choose_address(1, "bd princesse charlotte", "Boulevard Princesse Charlotte")
    QTest.keyClicks(widget("cortegePersonsExpected"), "2500")
    wait(lambda: "km" in told() and "colonne" in told(), "a route")
    assert find("cortegeStreets").topLevelItemCount() > 2
    QTest.qWait(300)
    shot("saisie-deambulatoire")

    # Led elsewhere by pulling the line: one more waypoint, with its address.
    canvas = iface.mapCanvas()
    before = told()
    middle = place("SELECT ST_LineInterpolatePoint(trace, 0.5) FROM voirie.itineraire(ARRAY["
                   "(SELECT centre FROM voirie.voie WHERE nom = 'Place d''Armes' LIMIT 1), "
                   "(SELECT centre FROM voirie.voie WHERE nom = 'Boulevard Princesse Charlotte' LIMIT 1)])")
    elsewhere = place("SELECT centre FROM voirie.voie WHERE nom = 'Rue Grimaldi' ORDER BY centre <-> "
                      f"ST_SetSRID(ST_Point({middle.x()}, {middle.y()}), 2154) LIMIT 1")
    drag_map(middle, elsewhere)
    changed(before, "the way through Rue Grimaldi")
    assert rows() == 3
    wait(lambda: widget("cortegeAddress1").text() != "Point sur la carte", "the waypoint's address")
    shot("trace-tire")
    # Taken out by a right click, put back by a click off the way, moved up.
    before = told()
    click_map(elsewhere, Qt.RightButton)
    changed(before, "the way without it")
    assert rows() == 2
    before = told()
    click_map(elsewhere)
    changed(before, "the way with it again")
    before = told()
    QTest.mouseClick(widget("cortegeUp1"), Qt.LeftButton)
    changed(before, "the other order")
    QTest.mouseClick(widget("cortegeUp1"), Qt.LeftButton)

    # A stretch by hand: straight, then bent where the person pulls it.
    QTest.qWait(500)
    before = told()
    QTest.mouseClick(widget("cortegeFreehand1"), Qt.LeftButton)
    changed(before, "the straight stretch")
    assert any(find("cortegeStreets").topLevelItem(i).text(0) == "Hors voirie" for i in range(find("cortegeStreets").topLevelItemCount()))
    before = told()
    arrival = place("SELECT centre FROM voirie.voie WHERE nom = 'Boulevard Princesse Charlotte' LIMIT 1")
    half = QgsPointXY((elsewhere.x() + arrival.x()) / 2, (elsewhere.y() + arrival.y()) / 2)
    drag_map(half, QgsPointXY(half.x() + 60, half.y() - 40))
    changed(before, "the bent stretch")
    assert rows() == 3  # a bend is no waypoint
    # What is taken follows the temporal controller: nothing before the start, a stretch that moves on after it.
    time = canvas.temporalController()
    time.setNavigationMode(Qgis.TemporalNavigationMode.Animated)
    time.setFrameDuration(QgsInterval(5, Qgis.TemporalUnit.Minutes))
    time.setTemporalExtents(QgsDateTimeRange(in_days(3, 13), in_days(3, 17), True, False))
    time.setCurrentFrameNumber(6)
    assert not taken(), "nobody is there at half past one"
    time.setCurrentFrameNumber(13)
    early = wait(taken, f"what is taken at five past two, the map showing {canvas.temporalRange().begin().toString()}", 5)
    shot("trace-a-main-levee")
    time.setCurrentFrameNumber(15)
    late = wait(taken, "what is taken at a quarter past two")
    assert early[:2] != late[:2] and early[1] > late[1] + 20, ("the column goes north", early, late)
    time.setNavigationMode(Qgis.TemporalNavigationMode.Disabled)

    # The streets in order, for a traffic order.
    path = os.path.join(os.environ["XDG_RUNTIME_DIR"], "rues.csv")
    def save_as(chooser):
        name = chooser.findChild(QLineEdit, "fileNameEdit")
        name.setText(path)
        QTest.keyClick(name, Qt.Key_Return)
    answer(None, save_as)
    QTest.mouseClick(widget("cortegeSaveStreets"), Qt.LeftButton)
    answered()
    with open(path, encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file, delimiter=";"))
    assert table[0] == ["ordre", "rue", "début (m)", "longueur (m)"], table[0]
    shown = find("cortegeStreets")
    assert [line[1] for line in table[1:]] == [shown.topLevelItem(i).text(0) for i in range(shown.topLevelItemCount())]
    assert [line[0] for line in table[1:]] == [str(i + 1) for i in range(len(table) - 1)]
    ends = [int(line[2]) + int(line[3]) for line in table[1:]]
    assert all(abs(end - int(line[2])) <= 1 for end, line in zip(ends, table[2:])) and ends[-1] > 1000, table

    save(1)
    agenda = find("cortegeAgenda")
    assert agenda.model().index(0, 2).data() == "Marche pour le climat"
    assert sql("SELECT count(*) FROM cortege.adresse WHERE role IN ('depart', 'passage', 'arrivee')") == "3"
    canvas.refreshAllLayers()
    agenda.clicked.emit(agenda.model().index(0, 0))
    shot("agenda")
    # Opened again, its way is as it was saved.
    open_row(0)
    length = float(sql("SELECT ST_Length(trace) FROM cortege.manifestation_deambulatoire"))
    wait(lambda: f"{length / 1000:.2f}".replace(".", ",") in told(), "the saved way")


main(test)
