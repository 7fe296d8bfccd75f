"""The tension panel at another scale or in the dark theme, to be looked at."""
from qgis.core import QgsCoordinateReferenceSystem
from qgis.PyQt.QtTest import QTest
from qgis.utils import iface

from drive import action, cut, find, main, shot, wait, widget


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    action("cortegeActionTension").trigger()
    widget("cortegeTensionLive").setChecked(True)
    iface.mapCanvas().setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    QTest.qWait(500)
    assert not cut(find("CortegeTensionDock")), cut(find("CortegeTensionDock"))
    shot("panneau")
    shot("seul", find("CortegeTensionDock"))


main(test)
