"""An empty database: every panel opens, an address that no base knows is kept as typed or shown on the map, the event is saved."""
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.core import QgsPointXY
from qgis.utils import iface

from drive import agenda_rows, click_map, find, in_days, load_layers, main, save, shot, sql, start, type_in, wait, widget


def test():
    wait(lambda: agenda_rows() == 0, "an empty agenda")
    assert widget("cortegeWho").text().startswith("agent1")
    assert len(load_layers()) == 18
    QTest.qWait(1000)  # QGIS shows all there is, in a moment
    iface.mapCanvas().setCenter(QgsPointXY(1056000, 6302000))
    iface.mapCanvas().zoomScale(5000)
    start("deambulatoire", "Marche sans base", in_days(2), "1h")
    type_in(widget("cortegeAddress0"), "rue que personne ne connait")
    QTest.qWait(600)
    widget("cortegeAddress1").setFocus()
    click_map(QgsPointXY(1056000, 6302000))
    click_map(QgsPointXY(1056100, 6302100))
    wait(lambda: find("cortegeWarning") and "Aucune rue praticable" in find("cortegeWarning").text(), "the router's sentence")
    assert widget("cortegeAddress0").text() == "Point sur la carte"
    shot("base-vide")
    # By hand, where no street is.
    QTest.mouseClick(widget("cortegeFreehand0"), Qt.LeftButton)
    # √2 × 100 m, but for the pixels that were clicked.
    wait(lambda: any(f"{metres}\u00a0m" in find("cortegeMarchSummary").text() for metres in (140, 141, 142, 143)), "the straight way")
    assert not find("cortegeWarning")
    save(1)
    assert abs(float(sql("SELECT ST_Length(trace) FROM cortege.manifestation_deambulatoire")) - 141.4) < 2


main(test)
