"""Leaving QGIS while the server stalls. The interface ends with the process: a program beside it says how long that took."""
import os
import subprocess

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QMessageBox
from qgis.core import QgsProject
from qgis.utils import iface

# QGIS alone takes a second on a machine at work on other things; what waits for a server waits for ten at least.
MOST = 6
WATCH = """
import os, signal, sys, time
process, outcome, most, what, figures = int(sys.argv[1]), sys.argv[2], float(sys.argv[3]), sys.argv[4], sys.argv[5]
def there():
    try:
        with open(f"/proc/{process}/stat") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
began = time.monotonic()
while there() and time.monotonic() - began < 30:
    time.sleep(0.02)
took = time.monotonic() - began
with open(outcome, "w") as file:
    file.write("passed" if took < most else f"{what}: QGIS was still there after {took:.1f} s")
with open(figures, "a") as file:
    file.write(f"{what}: {took:.1f} s\\n")
if there():
    os.kill(process, signal.SIGKILL)
"""


def agree(left=100):
    """Says yes to what is asked of who leaves."""
    question = QApplication.activeModalWidget()
    if isinstance(question, QMessageBox):
        question.button(QMessageBox.Yes).click()
    elif left:
        QTimer.singleShot(50, lambda: agree(left - 1))


def leave(what):
    """Closes QGIS as a person does, leaving what is not saved."""
    QgsProject.instance().setDirty(False)
    subprocess.Popen(["/usr/bin/python3", "-c", WATCH, str(os.getpid()), os.environ["CORTEGE_OUTCOME"], str(MOST), what,
                      os.path.join(os.environ["CORTEGE_SHOTS"], "temps.txt")], start_new_session=True)
    QTimer.singleShot(50, agree)
    iface.actionExit().trigger()
