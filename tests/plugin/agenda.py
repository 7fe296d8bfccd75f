"""Ten thousand events in the agenda: read, filtered and scrolled smoothly; it follows and drives the map's time."""
import os
import time

from qgis.PyQt.QtCore import QPoint, QPointF, QDate, Qt
from qgis.PyQt.QtGui import QWheelEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface

from drive import action, agenda_rows, find, main, shot, wait, widget


def wheel(target, turn):
    place = QPointF(target.rect().center())
    QApplication.sendEvent(target, QWheelEvent(place, QPointF(target.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, turn),
                                               Qt.NoButton, Qt.NoModifier, Qt.NoScrollPhase, False))


def test():
    wait(lambda: agenda_rows() == 10000, "ten thousand events", 40)
    agenda = find("cortegeAgenda")
    frames = []
    bar = agenda.verticalScrollBar()
    for step in range(60):
        before = time.process_time()
        bar.setValue(bar.maximum() * step // 60)
        agenda.viewport().repaint()
        frames.append(time.process_time() - before)
    frames.sort()
    with open(os.path.join(os.environ["CORTEGE_SHOTS"], "temps.txt"), "w") as file:
        file.write(f"10 000 events, a page of the list: median {frames[30] * 1000:.1f} ms of processor, "
                   f"95 % {frames[57] * 1000:.1f}, slowest {frames[-1] * 1000:.1f}\n")
    shot("agenda-dix-mille")

    def choose(name, data):
        box = widget(name)
        box.setCurrentIndex(box.findData(data))
    choose("cortegeAgendaKind", "visite_officielle")
    assert agenda_rows() == 2500, agenda_rows()
    choose("cortegeAgendaService", "Ordre public")
    assert agenda_rows() == 1250, agenda_rows()
    widget("cortegeAgendaStatus").setCurrentIndex(3)
    assert agenda_rows() == 1250, agenda_rows()
    widget("cortegeAgendaText").setText("Visite 42")
    assert 0 < agenda_rows() < 1250, agenda_rows()
    for name in ("cortegeAgendaKind", "cortegeAgendaService", "cortegeAgendaStatus"):
        widget(name).setCurrentIndex(0)
    widget("cortegeAgendaText").clear()

    # The end of the list brings thirty days more; the timeline's wheel goes a week on.
    bar.setValue(bar.maximum())
    wheel(agenda.viewport(), -120)
    wait(lambda: agenda_rows() == 10001, "the days after")
    wheel(widget("cortegeTimeline"), -120)
    assert widget("cortegeAgendaFirst").date() == QDate.currentDate().addDays(7)
    wheel(widget("cortegeTimeline"), 120)
    wait(lambda: agenda_rows() == 10000, "the first days again")

    # Floating on a screen that is no longer there, it comes back to one that is.
    dock = find("CortegeDock")
    dock.setFloating(True)
    dock.move(6000, 3000)
    QTest.qWait(100)
    state = iface.mainWindow().saveState()
    dock.setFloating(False)
    iface.mainWindow().restoreState(state)
    QTest.qWait(200)
    screen = QApplication.primaryScreen().availableGeometry()
    assert dock.isFloating() and screen.intersects(dock.frameGeometry()), dock.frameGeometry()
    dock.setFloating(False)
    QTest.qWait(200)

    # The agenda drives the controller, and follows it.
    QTest.mouseClick(widget("cortegeAgendaDrive"), Qt.LeftButton)
    first = agenda.model().index(0, 0)
    agenda.selectRow(0)
    agenda.clicked.emit(first)
    window = iface.mapCanvas().temporalRange()
    assert not window.isInfinite() and window.begin().date() == QDate.currentDate(), window.begin()
    assert agenda.model().index(0, 2).data(Qt.FontRole).bold()
    assert not agenda.model().index(5000, 2).data(Qt.FontRole).bold()
    shot("agenda-heure-de-la-carte")
    QTest.mouseClick(widget("cortegeAgendaDrive"), Qt.LeftButton)
    assert iface.mapCanvas().temporalRange().isInfinite()


main(test)
