"""QGIS is closed while the project's layers are being opened, and the server stalls."""
import os

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMessageBox
from qgis.core import QgsApplication
from qgis.utils import iface

from drive import action, find, main, wait
from leaving import leave


def opening():
    return [task for task in QgsApplication.taskManager().activeTasks() if "Cortège" in task.description()]


def agree(left=100):
    """QGIS asks whether to end the tasks, and is closed again when they have ended."""
    question = QApplication.activeModalWidget()
    if isinstance(question, QMessageBox):
        question.button(QMessageBox.Yes).click()
    elif left:
        QTimer.singleShot(50, lambda: agree(left - 1))


def test():
    if os.path.exists(os.environ["CORTEGE_STALL"]):
        os.remove(os.environ["CORTEGE_STALL"])
    wait(lambda: find("cortegeAgenda"), "the agenda")
    action("cortegeActionLayers").trigger()
    wait(lambda: any(task.progress() > 25 for task in opening()), "the first layers")
    open(os.environ["CORTEGE_STALL"], "w").close()
    QTest.qWait(1500)
    QTimer.singleShot(50, agree)
    iface.actionExit().trigger()
    wait(lambda: not opening(), "the end of the task", 2)
    leave("en-ouvrant")


main(test, lasting=True)
