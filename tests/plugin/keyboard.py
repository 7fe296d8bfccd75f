"""The keyboard alone, from QGIS's window to events saved, opened again and left: nothing is clicked, no field is given the
cursor by the test. Where the cursor is can be seen, goes as the eye reads, and nothing typed is lost by a key."""
from qgis.PyQt.QtCore import QDate, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel, QMenu
from qgis.utils import iface

from drive import agenda_rows, answer, answered, dialog, find, load_layers, main, shot, sql, wait, widget
from reading import alt_texts, as_read, at, go, hand, letters, told_twice, walk
from typist import place, popup


def address(text, expected):
    edit = place()
    assert edit.objectName().startswith("cortegeAddress"), edit.objectName()
    hand.type(text)
    hand.press(Qt.Key_Return)
    wait(lambda: expected in edit.text(), f"{expected}, not {edit.text()}")


def menus():
    """Every letter of the menu bar and of Cortège's menu is given once; no other command of QGIS has our keys."""
    window = iface.mainWindow()
    assert not told_twice(alt_texts(window)), (told_twice(alt_texts(window)), alt_texts(window))
    menu = window.findChild(QMenu, "CortegeMenu")
    assert not told_twice([a.text() for a in menu.actions()]) and len(letters(a.text() for a in menu.actions())) == len(menu.actions())
    ours = [a for a in menu.actions() if not a.shortcut().isEmpty()]
    assert len(ours) == 4, [a.text() for a in ours]
    for one in ours:
        same = [a.text() for w in QApplication.allWidgets() for a in w.actions() if one.shortcut() in a.shortcuts()]
        assert set(same) == {one.text()}, same


def settled():
    """What is told of the way once it no longer changes: a waypoint that was moved asks for two ways."""
    told = ""
    while told != (told := find("cortegeMarchSummary").text()) or "km" not in told:
        QTest.qWait(1000)
    return told


def by_hand():
    """From a waypoint straight to the next point, where there is no street, and back to the streets; nothing after the arrival."""
    form = find("cortegeForm")
    assert any("Alt+Droite" in label.text() for label in form.findChildren(QLabel) if label.isVisible()), "the key is not told"
    streets = settled()
    hand.press(Qt.Key_Right, Qt.AltModifier)
    assert find("cortegeFreehand1").isChecked() and at() == "cortegeAddress1", at()
    wait(lambda: find("cortegeMarchSummary").text() != streets, "the straight stretch")
    shot("a-main-levee")
    hand.press(Qt.Key_Right, Qt.AltModifier)
    wait(lambda: find("cortegeMarchSummary").text() == streets, "the streets again")
    hand.press(Qt.Key_Tab)
    hand.press(Qt.Key_Right, Qt.AltModifier)
    assert not find("cortegeFreehand2").isChecked(), "there is nothing after the arrival"
    hand.press(Qt.Key_Backtab, Qt.ShiftModifier)


def march():
    hand.press(Qt.Key_G, Qt.AltModifier)
    menu = wait(QApplication.activePopupWidget, "the menu Cortège")
    assert menu.objectName() == "CortegeMenu", menu.objectName()
    shot("menu", menu)
    QTest.keyClick(menu, Qt.Key_D)
    wait(lambda: at() == "cortegeSubject", "the cursor in the subject")
    form = widget("cortegeForm")
    hand.press(Qt.Key_Return, Qt.ControlModifier)
    assert at() == "cortegeSubject" and find("cortegeForm"), "what is missing is where the cursor goes"
    hand.type("Marche au clavier")
    # Enter as soon as it is typed: what is chosen is what was typed last, not what was proposed before.
    hand.tab_to("cortegeAddress0")
    hand.type("place d")
    wait(popup, "suggestions for place d")
    assert "une adresse" not in widget("cortegeTodo").text(), "what is typed is no longer missing"
    hand.type("u palais")
    hand.press(Qt.Key_Return)
    wait(lambda: "Place du Palais" in find("cortegeAddress0").text(), "the place that was typed")
    hand.tab_to("cortegeAddress1")
    address("bd princesse charlote", "Boulevard Princesse Charlotte")
    # A waypoint before the arrival, moved, taken out again: the cursor stays among the addresses.
    hand.press(Qt.Key_Insert, Qt.AltModifier)
    assert at() == "cortegeAddress1" and place().text() == "", (at(), place().text())
    address("rue grimaldi", "Rue Grimaldi")
    hand.press(Qt.Key_Up, Qt.AltModifier)
    assert at() == "cortegeAddress0" and place().text().startswith("Rue Grimaldi"), (at(), place().text())
    hand.press(Qt.Key_Down, Qt.AltModifier)
    by_hand()
    hand.press(Qt.Key_Delete, Qt.AltModifier)
    assert at() == "cortegeAddress1" and place().text().startswith("Boulevard Princesse Charlotte"), (at(), place().text())
    # Escape closes what is proposed, and only that; again it asks, and Enter keeps what was typed.
    hand.press(Qt.Key_Insert, Qt.AltModifier)
    hand.type("rue")
    wait(popup, "suggestions for rue")
    hand.press(Qt.Key_Escape)
    assert not popup() and find("cortegeForm") and place().text() == "rue"
    answer(None, lambda asked: (shot("abandon", asked), QTest.keyClick(asked, Qt.Key_Return)))
    hand.press(Qt.Key_Escape)
    answered()
    assert find("cortegeForm") and widget("cortegeSubject").text() == "Marche au clavier"
    hand.press(Qt.Key_Delete, Qt.AltModifier)

    hand.press(Qt.Key_Return, Qt.ControlModifier)
    wait(lambda: at() == "cortegeBegin", "the cursor in the missing start")
    hand.type(QDate.currentDate().addDays(3).toString("ddMMyyyy") + "1400")
    hand.press(Qt.Key_Tab)
    assert at() == "cortegeEnd", at()
    hand.press(Qt.Key_Tab)
    assert at() == "cortegeDuration", at()
    hand.type("2h")
    hand.tab_to("cortegePersonsExpected")
    hand.type("2500")
    hand.tab_to("cortegeOrganiser")
    hand.type("As")
    wait(lambda: "km" in find("cortegeMarchSummary").text(), "the way")
    # Once round, from the subject again: backwards is forwards read the other way.
    go("cortegeSubject", Qt.ShiftModifier)
    stops = walk(form, "cortegeSave")
    as_read(stops)
    names = [name for name, *_ in stops]
    assert {"cortegeDescription", "cortegeAddAddress", "cortegeSpeed", "cortegeTimetable", "cortegeStreets", "cortegeSaveStreets",
            "cortegeLeave"} <= set(names), names
    shot("sur-enregistrer")
    hand.press(Qt.Key_Space)
    wait(lambda: agenda_rows() == 1, "the march")
    assert at() == "cortegeAgenda", at()


def visit():
    hand.press(Qt.Key_V, Qt.AltModifier | Qt.ShiftModifier)
    wait(lambda: at() == "cortegeSubject", "the cursor in the subject")
    hand.type("Visite du ministre")
    hand.press(Qt.Key_Tab)
    hand.press(Qt.Key_Tab)
    address("place du palais", "Place du Palais")
    hand.tab_to("cortegeBegin")
    hand.type(QDate.currentDate().addDays(3).toString("ddMMyyyy") + "1430")
    hand.tab_to("cortegeDuration")
    hand.type("1h")
    go("cortegeDescription", Qt.ShiftModifier)
    hand.type("Accueil par le maire")
    hand.press(Qt.Key_Return, Qt.ControlModifier)  # from a field of many lines too
    wait(lambda: agenda_rows() == 2, "the visit")
    assert sql("SELECT objet || ' / ' || description FROM cortege.visite_officielle") == "Visite du ministre / Accueil par le maire"


def gathering():
    hand.press(Qt.Key_S, Qt.AltModifier | Qt.ShiftModifier)
    wait(lambda: at() == "cortegeSubject", "the cursor in the subject")
    form = widget("cortegeForm")
    hand.tab_to("cortegeAddress0")
    address("place d'armes", "Place d'Armes")
    hand.tab_to("cortegePersonsExpected")
    hand.type("800")
    go("cortegeSubject", Qt.ShiftModifier)
    stops = walk(form, "cortegeLeave")
    as_read(stops)
    names = [name for name, *_ in stops]
    drawn = names.index("cortegeDrawFootprint")
    assert names[drawn:drawn + 5] == ["cortegeDrawFootprint", "cortegeSquare", "cortegeSection", "cortegeEraseFootprint", "cortegeCircle"], names
    # Given up, knowingly.
    answer(None, lambda asked: (QTest.keyClick(asked, Qt.Key_Tab), QTest.keyClick(asked.focusWidget(), Qt.Key_Space)))
    hand.press(Qt.Key_Escape)
    answered()
    wait(lambda: at() == "cortegeAgenda", "the agenda")


def again():
    """Opened from the list, its history read, left: Escape goes back one step at a time."""
    wait(lambda: at() == "cortegeAgenda", "the cursor in the agenda")
    hand.press(Qt.Key_Home)
    hand.press(Qt.Key_Down)
    hand.press(Qt.Key_Up)
    hand.press(Qt.Key_Return)
    wait(lambda: at() == "cortegeSubject", "the event opened")
    go("cortegeMore")

    def choose(left=50):
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            assert left, f"no menu, but {menu}"
            QTimer.singleShot(100, lambda: choose(left - 1))
            return
        texts = [a.text() for a in menu.actions()]
        for _ in range(1 + next(i for i, text in enumerate(texts) if "Historique" in text)):
            QTest.keyClick(menu, Qt.Key_Down)
        QTest.keyClick(menu, Qt.Key_Return)
    QTimer.singleShot(100, choose)
    hand.press(Qt.Key_Space)  # which comes back when the menu is gone
    history = wait(lambda: dialog("cortegeHistory"), "the history")
    assert not told_twice(alt_texts(history))
    QTest.keyClick(history, Qt.Key_Escape)
    wait(lambda: not dialog("cortegeHistory"), "the form again")
    assert find("cortegeForm")
    hand.press(Qt.Key_Escape)  # nothing was typed: nothing is asked
    wait(lambda: at() == "cortegeAgenda", "the agenda again")
    go("cortegeAgendaDrive", Qt.ShiftModifier)  # the days are before the filters
    as_read(walk(find("cortegeAgenda").parentWidget(), "cortegeAgenda"))


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    load_layers()
    QApplication.setActiveWindow(iface.mainWindow())
    iface.mainWindow().setFocus()
    menus()
    march()
    visit()
    gathering()
    again()


main(test)
