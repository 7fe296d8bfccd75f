"""Two monitors: the panel in a window of its own on the second, where what it opens opens too, and where keys still go. Xvfb has
one monitor; the right half of a wide one stands for the second."""
from qgis.PyQt.QtCore import QRect, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface

from drive import agenda_rows, answer, answered, find, in_days, load_layers, main, shot, start, type_in, wait, widget
from typist import popup


SECOND = QRect(1500, 0, 1500, 1000)


def on_second(shown, what):
    assert SECOND.contains(shown.frameGeometry()), f"{what}: {shown.frameGeometry()} is not on {SECOND}"


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    load_layers()
    dock = find("CortegeDock")
    dock.setFloating(True)
    dock.move(SECOND.topLeft())
    dock.resize(600, 800)
    QTest.qWait(200)
    on_second(dock, "the panel")

    start("visite_officielle", "Visite du port", in_days(3), "1h")
    assert widget("cortegeSubject").window() is dock
    # A form may widen its panel: it does so on its screen.
    on_second(dock, "the panel with a form")
    edit = widget("cortegeAddress0")
    edit.setFocus()
    type_in(edit, "place d'armes")
    on_second(wait(popup, "suggestions"), "the suggestions")
    shot("panneau-au-second-ecran", dock)
    QTest.keyClick(edit, Qt.Key_Return)
    wait(lambda: edit.text().startswith("Place d'Armes"), "the address")
    # Asked where it was typed, not on the other screen.
    answer(None, lambda asked: (on_second(asked, "the question"), QTest.keyClick(asked, Qt.Key_Return)))
    QTest.keyClick(edit, Qt.Key_Escape)
    answered()
    subject = widget("cortegeSubject")
    QApplication.setActiveWindow(dock)
    subject.setFocus()
    QTest.keyClick(subject, Qt.Key_Return, Qt.ControlModifier)
    wait(lambda: agenda_rows() == 1, "the visit")
    # The map on the first screen follows the list on the second.
    agenda = find("cortegeAgenda")
    before = iface.mapCanvas().extent()
    agenda.selectRow(0)
    agenda.clicked.emit(agenda.model().index(0, 0))
    wait(lambda: iface.mapCanvas().extent() != before, "the map at the visit")
    assert dock.isFloating()


main(test)
