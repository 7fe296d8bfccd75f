"""The next day: QGIS asks for its master password, and the person is where they were."""
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLineEdit, QPushButton

import gaps
from drive import MASTER, agenda_rows, dialog, find, main, type_in, wait


def test():
    wait(lambda: find("cortegeWho") and find("cortegeWho").text().startswith("autorite1 "), "the session")
    wait(lambda: agenda_rows() == 0, "the agenda")
    QTest.qWait(1000)
    gaps.check()


def look(left=200):
    """The question holds up what asked it: the test goes on once it is answered, not within it."""
    asked = dialog("QgsCredentialDialog")
    if not asked and left:
        QTimer.singleShot(100, lambda: look(left - 1))
        return
    if asked:
        type_in(asked.findChild(QLineEdit, "leMasterPass"), MASTER)
        QTest.mouseClick(asked.findChild(QPushButton, "mOkButton"), Qt.LeftButton)
    QTimer.singleShot(0, gaps.watch)
    main(test)


QTimer.singleShot(500, look)
