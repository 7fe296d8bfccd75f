"""The plugin is unloaded, in QGIS's own page of extensions, while the server stalls in the middle of everything."""
import os
import time

from qgis.PyQt.QtCore import QTimer, Qt
from qgis.PyQt.QtTest import QTest
from qgis.core import QgsApplication
from qgis.utils import iface

from drive import action, find, in_days, main, plugin_manager, shot, start, type_in, wait, widget

took = []


def untick(left=200):
    page, ours = plugin_manager()
    if not page:
        assert left, "no page of extensions"
        QTimer.singleShot(50, lambda: untick(left - 1))
        return
    began = time.monotonic()
    ours.setCheckState(Qt.Unchecked)
    took.append(time.monotonic() - began)
    page.reject()


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    action("cortegeActionLayers").trigger()
    wait(lambda: any(t.progress() > 25 for t in QgsApplication.taskManager().tasks() if "Cortège" in t.description()), "the first layers")
    open(os.environ["CORTEGE_STALL"], "w").close()
    start("visite_officielle", "Visite du port", in_days(3), "1h")
    type_in(widget("cortegeAddress0"), "place d'armes")
    QTest.qWait(1000)
    QTimer.singleShot(50, untick)
    iface.pluginManagerInterface().showPluginManager(1)
    wait(lambda: took, "the plugin's end")
    with open(os.path.join(os.environ["CORTEGE_SHOTS"], "temps.txt"), "w") as file:
        file.write(f"{took[0]:.2f} s\n")
    assert took[0] < 4, f"{took[0]:.1f} s"
    wait(lambda: not find("CortegeDock"), "the panel gone")
    QTest.qWait(1000)
    shot("sans-extension")
    os.remove(os.environ["CORTEGE_STALL"])
    QTest.qWait(3000)  # what the server says now interests nobody


main(test)
