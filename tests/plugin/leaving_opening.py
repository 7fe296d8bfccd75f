"""QGIS is closed while the project's layers are being opened, and the server stalls."""
import os

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtTest import QTest
from qgis.core import QgsApplication
from qgis.utils import iface

from drive import action, find, main, wait
from leaving import agree, leave


def opening():
    return [task for task in QgsApplication.taskManager().activeTasks() if "Cortège" in task.description()]


def test():
    if os.path.exists(os.environ["CORTEGE_STALL"]):
        os.remove(os.environ["CORTEGE_STALL"])
    wait(lambda: find("cortegeAgenda"), "the agenda")
    action("cortegeActionLayers").trigger()
    wait(lambda: any(task.progress() > 25 for task in opening()), "the first layers")
    open(os.environ["CORTEGE_STALL"], "w").close()
    QTest.qWait(1500)
    QTimer.singleShot(50, agree)  # QGIS ends its tasks and stays
    iface.actionExit().trigger()
    wait(lambda: not opening(), "the end of the task", 2)
    leave("en-ouvrant")


main(test, lasting=True)
