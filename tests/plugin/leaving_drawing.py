"""QGIS is closed while the map is being drawn and an address is looked for, and the server stalls."""
import os

from qgis.PyQt.QtTest import QTest
from qgis.utils import iface

from drive import find, in_days, load_layers, main, start, type_in, wait, widget
from leaving import leave


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    load_layers()
    iface.mapCanvas().waitWhileRendering()
    open(os.environ["CORTEGE_STALL"], "w").close()
    start("visite_officielle", "Visite du port", in_days(3), "1h")
    type_in(widget("cortegeAddress0"), "place d'armes")
    iface.mapCanvas().zoomByFactor(0.8)
    QTest.qWait(1500)
    assert iface.mapCanvas().isDrawing(), "the map waits for the server"
    leave("en-dessinant")


main(test, lasting=True)
