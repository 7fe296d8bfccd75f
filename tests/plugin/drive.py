"""Drives the plugin inside QGIS as a person would: widgets found by name, keys typed, map clicked."""
import os
import subprocess
import traceback

from qgis.PyQt.QtCore import QCoreApplication, QDate, QDateTime, QEvent, QPoint, Qt, QTime, QTimer
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel, QListView, QPushButton, QWidget
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject
from qgis.utils import iface

os.environ.pop("LD_PRELOAD", None)  # what QGIS runs under (under-asan) is not for the programs a driver starts
answers = []
LAMBERT = QgsCoordinateReferenceSystem("EPSG:2154")
MASTER = "maitre-du-poste"  # QGIS's master password


def wait(until, what, seconds=20):
    """Lets QGIS work until `until()` is true; its value."""
    for _ in range(int(seconds * 20)):
        QTest.qWait(50)
        value = until()
        if value:
            return value
    raise AssertionError(f"waited {seconds} s in vain for {what}")


def sql(command, login="postgres"):
    return subprocess.run(["psql", "-XAtq", "-U", login, "-c", command], check=True, capture_output=True,
                          text=True).stdout.strip()


def agenda_rows():
    agenda = find("cortegeAgenda")
    return agenda.model().rowCount() if agenda else -1


def start(kind, subject, begin, duration=None):
    """A new form with its subject and its hours, typed as one types them."""
    action(f"cortegeActionNew_{kind}").trigger()
    type_in(widget("cortegeSubject"), subject)
    box = widget("cortegeBegin")
    box.setFocus()
    box.setDateTime(begin)
    if duration:
        type_in(widget("cortegeDuration"), duration)


def start_march(subject):
    """A new march along the streets, ready to be saved."""
    start("deambulatoire", subject, in_days(2), "2h")
    choose_address(0, "place d'armes", "Place d'Armes")
    choose_address(1, "rue grimaldi", "Rue Grimaldi")
    wait(lambda: "km" in find("cortegeMarchSummary").text() or "\u00a0m<" in find("cortegeMarchSummary").text(), "a route")


def save(rows):
    save_form()
    wait(lambda: agenda_rows() == rows, f"{rows} events in the agenda")


def open_row(row):
    agenda = widget("cortegeAgenda")
    agenda.selectRow(row)
    agenda.activated.emit(agenda.model().index(row, 0))
    return widget("cortegeSubject")


def dialog(name):
    return next((w for w in QApplication.topLevelWidgets() if w.objectName() == name and w.isVisible()), None)


def answer(name, then):
    """What is done when a modal dialog opens (any, without a name); a failure in it is raised by `answered`."""
    answers.append(None)

    def look(left=100):
        shown = dialog(name) if name else QApplication.activeModalWidget()
        if shown:
            try:
                then(shown)
                answers[-1] = "done"
            except BaseException:
                answers[-1] = traceback.format_exc()
                shown.reject()
        elif left:
            QTimer.singleShot(100, lambda: look(left - 1))
        else:
            answers[-1] = f"no dialog {name}"
    QTimer.singleShot(100, look)


def answered():
    assert answers[-1] == "done", answers[-1]


def more(text):
    """The entry of the form's menu « Plus » whose name has this text."""
    menu = widget("cortegeMore").menu()
    next(action for action in menu.actions() if text in action.text() and action.isVisible()).trigger()


def take_draft(subject):
    """Takes up the draft that is offered; the form must hold what was typed."""
    drafts = widget("cortegeDrafts")
    drafts.linkActivated.emit(drafts.text().split("href='")[1].split("'")[0])
    assert widget("cortegeSubject").text() == subject


def plugin_manager():
    """QGIS's page of extensions, when it is open, and our line in it, whose box loads and unloads the plugin."""
    page = next((w for w in QApplication.topLevelWidgets() if w.inherits("QgsPluginManager") and w.isVisible()), None)
    model = page and page.findChild(QListView, "vwPlugins").model().sourceModel()
    return page, page and next(item for item in map(model.item, range(model.rowCount())) if item.text().startswith("Cortège"))


def load_layers():
    """The one click, and what it brought: names of layers from the top of the map."""
    action("cortegeActionLayers").trigger()
    wait(lambda: action("cortegeActionLayers").isEnabled(), "the layers", 30)
    return [node.name() for node in QgsProject.instance().layerTreeRoot().findLayers()]


def in_days(days, hour=14, minute=0):
    return QDateTime(QDate.currentDate().addDays(days), QTime(hour, minute))


def find(name, parent=None):
    """The visible widget of this object name, else None."""
    for widget in (parent or iface.mainWindow()).findChildren(QWidget, name):
        if widget.isVisible():
            return widget
    return None


def widget(name):
    return wait(lambda: find(name), f"widget {name}")


def action(name):
    return wait(lambda: iface.mainWindow().findChild(object, name), f"action {name}")


def type_in(target, text):
    """Types a text; QTest itself aborts on an accented letter."""
    target.setFocus()
    for letter in text:
        if ord(letter) < 128:
            QTest.keyClicks(target, letter)
        else:
            QCoreApplication.sendEvent(target, QKeyEvent(QEvent.KeyPress, 0, Qt.NoModifier, letter))


def choose_address(row, text, expected):
    """Types an address, waits for the suggestions and takes the first with Enter."""
    edit = widget(f"cortegeAddress{row}")
    edit.setFocus()
    edit.clear()
    type_in(edit, text)
    popup = wait(lambda: next((w for w in QApplication.topLevelWidgets()
                               if w.inherits("QListView") and w.isVisible() and w.model().rowCount() > 0), None),
                 f"suggestions for {text}")
    first = popup.model().index(0, 0).data()
    assert expected in first, f"{text}: {first}"
    QTest.keyClick(edit, Qt.Key_Return)
    assert expected in edit.text(), edit.text()
    QTest.qWait(100)


def save_form():
    """Ctrl+Enter in the subject. Without a window manager, a closed popup leaves no window active: shortcuts need one."""
    wait(lambda: find("cortegeSave").isEnabled(), "what is needed to save")
    QApplication.setActiveWindow(iface.mainWindow())
    subject = widget("cortegeSubject")
    subject.setFocus()
    QTest.qWait(50)
    QTest.keyClick(subject, Qt.Key_Return, Qt.ControlModifier)


def click_map(point, button=Qt.LeftButton):
    """Clicks the map at a point in EPSG:2154."""
    QTest.mouseClick(iface.mapCanvas().viewport(), button, pos=pixel(point))
    QTest.qWait(50)


def pixel(point):
    canvas = iface.mapCanvas()
    there = QgsCoordinateTransform(LAMBERT, canvas.mapSettings().destinationCrs(), QgsProject.instance()).transform(point)
    spot = canvas.getCoordinateTransform().transform(there)
    return QPoint(round(spot.x()), round(spot.y()))


def drag_map(start, end):
    view = iface.mapCanvas().viewport()
    QTest.mousePress(view, Qt.LeftButton, pos=pixel(start))
    QTest.mouseMove(view, pixel(end))
    QTest.mouseRelease(view, Qt.LeftButton, pos=pixel(end))
    QTest.qWait(50)


def shot(name, target=None):
    QTest.qWait(100)
    iface.mapCanvas().waitWhileRendering()
    QTest.qWait(100)
    (target or iface.mainWindow()).grab().save(os.path.join(os.environ["CORTEGE_SHOTS"], name + ".png"))


def cut(parent):
    """Buttons and one-line labels that are narrower than their text."""
    return [w.text() for kind in (QPushButton, QLabel) for w in parent.findChildren(kind)
            if w.isVisible() and w.text() and (kind is QPushButton or not w.wordWrap()) and w.width() < w.sizeHint().width() - 2]


def main(test, lasting=False):
    """Runs a test once QGIS is up, writes its outcome and ends QGIS. `lasting`: a test that passes ends QGIS and tells by itself."""
    def run():
        outcome = "passed"
        try:
            iface.mainWindow().resize(1480, 960)
            QApplication.setActiveWindow(iface.mainWindow())  # no window manager under Xvfb: shortcuts need it
            test()
        except BaseException:
            outcome = traceback.format_exc()
            shot("failure")
        if lasting and outcome == "passed":
            return
        with open(os.environ["CORTEGE_OUTCOME"], "w") as file:
            file.write(outcome)
        os._exit(0)
    QTimer.singleShot(500, run)
