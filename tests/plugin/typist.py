"""A person at the keyboard: types where the cursor is, and what it costs them by the keystroke-level model.

Card, Moran and Newell (1980): a keystroke 0.28 s (an average typist), a mental preparation 1.35 s before each field, the
system's own answers as measured."""
import time

from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface

from drive import wait

KEY, MENTAL = 0.28, 1.35


def place():
    """Where keys go. Without a window manager a window that closes leaves none active: a real one would give QGIS's back."""
    if not QApplication.activePopupWidget() and not QApplication.activeModalWidget() and not QApplication.activeWindow():
        QApplication.setActiveWindow(iface.mainWindow())
        QTest.qWait(20)
    return QApplication.focusWidget()


def popup():
    """The addresses proposed, if they are on screen."""
    return next((w for w in QApplication.topLevelWidgets() if w.inherits("QListView") and w.isVisible() and w.model().rowCount()), None)


class Typist:
    def __init__(self):
        self.keys, self.thoughts, self.answers = 0, 0, 0.0

    def think(self):
        self.thoughts += 1

    def type(self, text):
        for letter in text:
            if ord(letter) < 128:
                QTest.keyClicks(place(), letter)
            else:  # QTest itself aborts on an accented letter
                QCoreApplication.sendEvent(place(), QKeyEvent(QEvent.KeyPress, 0, Qt.NoModifier, letter))
            self.keys += 1

    def press(self, key, modifiers=Qt.NoModifier):
        QTest.keyClick(place() or iface.mainWindow(), key, modifiers)
        self.keys += 1 + sum(1 for one in (Qt.ControlModifier, Qt.AltModifier, Qt.ShiftModifier) if modifiers & one)

    def tab_to(self, name):
        for _ in range(12):
            if place().objectName() == name:
                self.think()
                return
            self.press(Qt.Key_Tab)
        raise AssertionError(f"Tab does not reach {name}: {place().objectName()}")

    def wait(self, until, what):
        began = time.monotonic()
        value = wait(until, what)
        self.answers += time.monotonic() - began
        return value

    def seconds(self):
        return self.keys * KEY + self.thoughts * MENTAL + self.answers
