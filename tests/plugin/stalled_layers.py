"""A server that falls silent while the project's layers are being opened: QGIS stays responsive, what happened and what to
do is said, what was opened is there; when it is back, one more click opens the rest, in order."""
import os

from qgis.PyQt.QtTest import QTest
from qgis.core import QgsApplication, QgsProject
from qgis.utils import iface

import gaps
from drive import action, find, load_layers, main, shot, wait


def opening():
    return next((t for t in QgsApplication.taskManager().tasks() if "Cortège" in t.description()), None)


def names():
    return [node.name() for node in QgsProject.instance().layerTreeRoot().findLayers()]


def told():
    item = iface.messageBar().currentItem()
    return item.text() if item and "couches sur" in item.text() else ""


def test():
    stall = os.environ["CORTEGE_STALL"]
    wait(lambda: find("cortegeAgenda"), "the agenda")
    gaps.watch()
    action("cortegeActionLayers").trigger()
    wait(lambda: opening() and opening().progress() > 25, "the first layers")
    open(stall, "w").close()
    said = wait(told, "what happened", 40)
    assert "ne répond pas" in said and "réseau" in said and "Charger les couches" in said, said
    opened = len(names())
    assert f"{opened} couches sur " in said and opened > 0, (said, names())
    QTest.qWait(3000)
    shot("couches-serveur-muet")
    gaps.check()
    os.remove(stall)
    iface.messageBar().clearWidgets()
    there = wait(lambda: names() if action("cortegeActionLayers").isEnabled() else None, "the button")
    assert len(there) == opened
    QTest.qWait(1000)
    whole = load_layers()
    assert not told(), told()
    QgsProject.instance().clear()
    assert whole == load_layers() and len(whole) > opened, whole
    gaps.check()


main(test)
