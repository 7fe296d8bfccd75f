"""The keyboard in what the agenda and the forms open: the tension panel, the connection page, a colleague's version, the history,
another service's event. Tab reaches whatever can be used, and shows where it is."""
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractScrollArea, QAbstractSpinBox, QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from drive import (action, agenda_rows, answer, answered, answers, dialog, find, load_layers, main, more, open_row, save,
                   save_form, shot, sql, start_march, wait, widget)
from reading import alt_texts, hand, told_twice
from typist import place

PARTS = (QAbstractSpinBox, QComboBox, QAbstractScrollArea)  # what they are made of is reached through them


def name(one):
    return one.objectName() or getattr(one, "text", lambda: "")() or one.metaObject().className()


def usable(window):
    """What takes the Tab key, and is neither a part of another field nor a sentence to select."""
    def alone(one):
        parent = one.parentWidget()
        while parent and parent is not window:
            if isinstance(parent, PARTS) and parent.focusPolicy() & Qt.TabFocus:
                return False
            parent = parent.parentWidget()
        return not (isinstance(one, QLabel) and not one.textInteractionFlags() & Qt.LinksAccessibleByKeyboard)
    return [one for one in window.findChildren(QWidget) if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.TabFocus
            and not one.focusProxy() and alone(one)]


def around(window, first):
    """Once round from a field: nothing that can be used is passed by, and each stop is seen."""
    QApplication.setActiveWindow(window.window())
    first.setFocus(Qt.TabFocusReason)
    QTest.qWait(50)
    hand.press(Qt.Key_Tab)
    hand.press(Qt.Key_Backtab, Qt.ShiftModifier)  # by the keyboard: some styles show it only then
    assert place() is first, name(place())
    passed = []
    while place() not in passed and window.isAncestorOf(place()):
        stop = place()
        passed.append(stop)
        assert len(passed) < 80, [name(one) for one in passed]
        seen = stop.grab().toImage()
        for _ in range(8):  # a date has sections
            if place() is stop:
                hand.press(Qt.Key_Tab)
        default = isinstance(stop, QPushButton) and stop.isDefault()  # where Enter goes anyway, and drawn so
        if place() is not stop and not default:
            assert stop.grab().toImage() != seen, f"nothing shows that keys go to {name(stop)}"
    missing = [name(one) for one in usable(window) if one not in passed]
    assert not missing, f"Tab passes by {missing}, through {[name(one) for one in passed]}"
    assert not told_twice(alt_texts(window)), told_twice(alt_texts(window))


def tension():
    action("cortegeActionTension").trigger()
    panel = widget("CortegeTensionDock")
    around(panel.widget(), widget("cortegeTensionModel"))
    shot("tension")
    action("cortegeActionTension").trigger()


def connection():
    def walk(page):
        around(page, page.findChild(QLineEdit, "cortegeConnection0"))
        test = page.findChild(QPushButton, "cortegeConnectionTest")
        test.click()
        assert page.focusWidget().isDefault() and "connecter" in page.focusWidget().text(), "after a trial Enter connects"
        page.reject()
    answer("cortegeConnection", walk)
    action("cortegeActionConnect").trigger()
    answered()


def conflict():
    open_row(0).setText("Marche du musée, bis")
    sql("UPDATE cortege.manifestation_deambulatoire SET objet = 'Marche du port', description = 'Par le port'", "agent3")

    def choose(asked):
        table = asked.findChild(QAbstractScrollArea)
        around(asked, table)
        table.setFocus()
        before = table.item(0, 1).checkState()
        hand.press(Qt.Key_Space)
        assert table.item(0, 1).checkState() != before and table.item(0, 2).checkState() == before, "the space bar chooses"
        hand.press(Qt.Key_Right)
        hand.press(Qt.Key_Space)
        assert table.item(0, 1).checkState() == before, "and takes back"
        asked.accept()
    answer("cortegeConflict", choose)
    save_form()
    wait(lambda: answers[-1], "a colleague's version")
    answered()
    wait(lambda: find("cortegeAgenda"), "the agenda")


def history():
    open_row(0)
    more("Historique")
    shown = wait(lambda: dialog("cortegeHistory"), "the history")
    tree = wait(lambda: next((one for one in shown.findChildren(QAbstractScrollArea, "cortegeHistoryTree") if one.topLevelItemCount()), None),
                "what happened")
    around(shown, tree)
    QTest.keyClick(shown, Qt.Key_Escape)
    hand.press(Qt.Key_Escape)
    wait(lambda: find("cortegeAgenda"), "the agenda")


def of_others():
    sql("INSERT INTO cortege.manifestation_deambulatoire (objet, debut, trace) SELECT 'Marche voisine', debut + interval '1 day', trace "
        "FROM cortege.manifestation_deambulatoire; INSERT INTO cortege.adresse (evenement_type, evenement_id, ordre, role, libelle, geom) "
        "SELECT evenement_type, (SELECT max(id) FROM cortege.manifestation_deambulatoire), ordre, role, libelle, geom FROM cortege.adresse "
        "WHERE evenement_type = 'deambulatoire'", "agent2")
    wait(lambda: agenda_rows() == 2, "the neighbour's march")
    subject = open_row(1)
    wait(lambda: find("cortegeStreets"), "its streets")
    around(widget("cortegeForm"), subject)
    hand.press(Qt.Key_Escape)


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    load_layers()
    start_march("Marche du musée")
    save(1)
    tension()
    connection()
    conflict()
    history()
    of_others()


main(test)
