"""F1 in every field of every panel and page, with every tool on the map, in the dialogs of the algorithms: the guide's right
place. Elsewhere F1 stays QGIS's own."""
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMessageBox, QTextBrowser, QTreeView, QWidget
from qgis.core import QgsApplication
from qgis.utils import iface

from drive import (action, agenda_rows, answer, answered, choose_address, dialog, find, in_days, main, more, open_row, save, save_form, shot,
                   sql, start, wait, widget)

ENTRY, ADDRESSES, ROUTE = "Saisir un événement", "Adresses.", "Tracé."
FOOTPRINT, AROUND, AGENDA = "Emprise d'un rassemblement.", "Conflits et sites sensibles.", "L’agenda"
TENSION = "La tension vivante"


def wanted(target):
    """F1 is asked for by us; otherwise it is QGIS's shortcut."""
    event = QKeyEvent(QEvent.ShortcutOverride, Qt.Key_F1, Qt.NoModifier)
    event.ignore()
    QCoreApplication.sendEvent(target, event)
    return event.isAccepted()


def shown(guide, section):
    """Whether what is in view of the guide begins so, somewhere."""
    text = guide.findChild(QTextBrowser)
    block, last = (text.cursorForPosition(QPoint(5, y)).block() for y in (5, text.viewport().height() - 5))
    while block.isValid() and block.blockNumber() <= last.blockNumber():
        if block.text().startswith(section):
            return True
        block = block.next()
    return False


def opens(target, page, section):
    assert wanted(target), f"F1 in {target.objectName()} ({target.metaObject().className()}) is not ours"
    QTest.keyClick(target, Qt.Key_F1)
    guide = wait(lambda: dialog("cortegeHelp"), f"the guide for {target.objectName()}")
    title = "Guide de l'agent" if page == "agent" else "Guide de l'analyste"
    assert title in guide.findChild(QTextBrowser).toPlainText(), (target.objectName(), page)
    wait(lambda: shown(guide, section), f"{section} for {target.objectName()}", 3)
    guide.close()
    wait(lambda: not dialog("cortegeHelp"), "the guide to close")


def everything_in(panel, page, *sections):
    """Every widget of a panel that takes the keyboard asks for F1 ours, and opens one of these places."""
    seen = 0
    for target in [panel] + panel.findChildren(QWidget):
        if target.isVisible() and (target is panel or target.focusPolicy() != Qt.NoFocus):
            assert wanted(target), (panel.objectName(), target.objectName(), target.metaObject().className())
            seen += 1
    assert seen > 2, panel.objectName()
    opens(panel, page, sections[0])


def on_map(section):
    opens(iface.mapCanvas().viewport(), "agent", section)


def leave():
    answer(None, lambda question: question.button(QMessageBox.Yes).click())
    QTest.mouseClick(widget("cortegeLeave"), Qt.LeftButton)
    answered()


def forms():
    start("deambulatoire", "Marche du musée", in_days(2), "2h")
    everything_in(widget("CortegeDock"), "agent", ENTRY)
    for name, section in (("cortegeSubject", ENTRY), ("cortegeBegin", ENTRY), ("cortegeAddress0", ADDRESSES),
                          ("cortegePick0", ADDRESSES), ("cortegeSpeed", ROUTE), ("cortegeSave", ENTRY)):
        opens(widget(name), "agent", section)
    on_map(ROUTE)
    QTest.mouseClick(widget("cortegePick0"), Qt.LeftButton)
    on_map(ADDRESSES)
    choose_address(0, "place d'armes", "Place d'Armes")
    choose_address(1, "rue grimaldi", "Rue Grimaldi")
    wait(lambda: find("cortegeStreets") or "km" in find("cortegeMarchSummary").text() or " m<" in find("cortegeMarchSummary").text(), "a route")
    save(1)
    start("statique", "Concert de rue", in_days(2), "2h")
    everything_in(widget("CortegeDock"), "agent", ENTRY)
    opens(widget("cortegeCircle"), "agent", FOOTPRINT)
    for button in ("cortegeDrawFootprint", "cortegeSection"):
        if find(button).isEnabled():
            QTest.mouseClick(widget(button), Qt.LeftButton)
            on_map(FOOTPRINT)
    leave()
    for kind in ("operation_programmee", "visite_officielle"):
        start(kind, "Passage", in_days(2), "2h")
        everything_in(widget("CortegeDock"), "agent", ENTRY)
        leave()


def dialogs():
    def page(shown_page):
        everything_in(shown_page, "agent", "Se connecter")
        shown_page.reject()
    answer("cortegeConnection", page)
    action("cortegeActionConnect").trigger()
    answered()

    subject = open_row(0)
    more("Historique")
    history = wait(lambda: dialog("cortegeHistory"), "the history")
    everything_in(history, "agent", "Plus")
    history.close()
    subject.setText("Marche du musée océanographique")
    sql("UPDATE cortege.manifestation_deambulatoire SET description = 'Arrivée par le port'", "agent3")

    def conflict(shown_conflict):
        everything_in(shown_conflict, "agent", "À deux sur le même événement")
        shown_conflict.accept()
    answer("cortegeConflict", conflict)
    save_form()
    wait(lambda: agenda_rows() == 1, "the merged march", 30)
    answered()


def algorithms():
    from processing.gui.AlgorithmDialog import AlgorithmDialog
    places = {"densite": "Densité", "tension": "Tension", "presence": "Présence des cortèges", "conflits": "Conflits",
              "points_chauds": "Points chauds", "zones": "Zones", "evaluation": "Évaluation", "geocodage": "Adresses"}
    provider = QgsApplication.processingRegistry().providerById("cortege")
    assert sorted(places) == sorted(a.name() for a in provider.algorithms())
    for name, section in places.items():
        page = AlgorithmDialog(provider.algorithm(name).create(), parent=iface.mainWindow())
        page.show()
        opens(page, "analyste", section)
        page.close()
    other = AlgorithmDialog(QgsApplication.processingRegistry().createAlgorithmById("native:buffer"), parent=iface.mainWindow())
    other.show()
    assert not wanted(other), "another provider's help is its own"
    other.close()


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    QApplication.setActiveWindow(iface.mainWindow())
    everything_in(widget("CortegeDock"), "agent", AGENDA)
    forms()
    dialogs()
    action("cortegeActionTension").trigger()
    everything_in(widget("CortegeTensionDock"), "analyste", TENSION)
    algorithms()
    # Without a tool of ours in hand, and in QGIS's own panels, F1 is not ours.
    action("mActionPan").trigger()
    assert not wanted(iface.mapCanvas().viewport())
    assert not wanted(iface.mainWindow().findChild(QTreeView, "theLayerTreeView")) and not wanted(iface.mainWindow())
    shot("aide")


main(test)
