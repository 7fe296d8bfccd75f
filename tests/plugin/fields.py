"""What a form says of odd figures and hours, its tab order, and what is around: clashes, schools. Warnings never block."""
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMessageBox, QTextBrowser
from qgis.utils import iface

from drive import answer, answered, choose_address, dialog, find, in_days, main, save, shot, sql, start, type_in, wait, widget


def told(name):
    return find(name).text() if find(name) else ""


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    start("statique", "Concert de rue", in_days(4, 14), "2h30")
    choose_address(0, "place d'armes", "Place d'Armes")
    QTest.keyClicks(widget("cortegePersonsExpected"), "800")
    QTest.mouseClick(widget("cortegeCircle"), Qt.LeftButton)
    assert widget("cortegeEnd").dateTime() == in_days(4, 16, 30), widget("cortegeEnd").dateTime()
    assert "Paris (UTC+" in widget("cortegeZone").text()
    save(1)

    # Keyboard alone, fields in the order of the eye.
    start("deambulatoire", "Marche blanche", in_days(4, 15))
    widget("cortegeSubject").setFocus()
    seen = []
    for _ in range(40):
        name = QApplication.focusWidget().objectName()
        if name and name not in seen:
            seen.append(name)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key_Tab)
    wanted = ["cortegeSubject", "cortegeDescription", "cortegeAddress0", "cortegeAddress1", "cortegeBegin", "cortegeEnd",
              "cortegeDuration", "cortegePersonsExpected", "cortegePersonsDeclared", "cortegeCarsExpected",
              "cortegeCarsDeclared", "cortegeOrganiser", "cortegeSpeed"]
    assert [name for name in seen if name in wanted] == wanted, seen

    choose_address(0, "place d'armes", "Place d'Armes")
    choose_address(1, "rue grimaldi", "Rue Grimaldi")
    type_in(widget("cortegePersonsExpected"), "2500")
    type_in(widget("cortegePersonsDeclared"), "90000")
    assert "décuple" in told("cortegeCountNote"), told("cortegeCountNote")
    type_in(widget("cortegeDuration"), "3 j")
    assert "3 jours" in told("cortegeTimeNote"), told("cortegeTimeNote")
    wait(lambda: "km" in told("cortegeMarchSummary") or "\u00a0m<" in told("cortegeMarchSummary"), "a route")
    widget("cortegeDensity").setValue(2)
    widget("cortegeSpeed").setValue(4)
    assert "est impossible" in told("cortegeMarchSummary"), told("cortegeMarchSummary")
    wait(lambda: "Concert de rue" in told("cortegeClashes"), "the clash")
    assert "École du Rocher" in told("cortegeClashes"), told("cortegeClashes")
    shot("avertissements")
    assert widget("cortegeSave").isEnabled()  # warnings never block
    widget("cortegeDensity").setValue(0)
    widget("cortegeSpeed").setValue(3)
    widget("cortegeDuration").clear()
    type_in(widget("cortegeDuration"), "2h")
    save(2)
    agenda = find("cortegeAgenda")
    wait(lambda: [agenda.model().index(row, 0).data() for row in range(2)] == ["⚠", "⚠"], "the flags of the clash")
    shot("agenda-conflit")

    # F1 opens the guide at the page of what is on screen: the agenda, then the form.
    for subject, title in ((None, "L’agenda"), ("cortegeSubject", "Saisir un événement")):
        if subject:
            start("visite_officielle", "Visite", in_days(6, 10))
        QApplication.setActiveWindow(iface.mainWindow())
        target = widget(subject or "cortegeAgendaText")
        target.setFocus()
        QTest.keyClick(target, Qt.Key_F1)
        guide = wait(lambda: dialog("cortegeHelp"), "the guide")
        QTest.qWait(300)
        text = guide.findChild(QTextBrowser)
        seen = text.cursorForPosition(QPoint(5, 5)).block().text()
        assert seen == title, (seen, title)
        assert text.horizontalScrollBar().maximum() == 0, "pictures are as wide as the page"
        shot("guide-" + ("saisie" if subject else "agenda"), guide)
        guide.close()
        QTest.qWait(100)
    answer(None, lambda shown: shown.button(QMessageBox.Yes).click())
    QTest.mouseClick(widget("cortegeLeave"), Qt.LeftButton)
    answered()

    # An end before its start stops the save and says so.
    start("visite_officielle", "Visite à l'envers", in_days(6, 10))
    choose_address(0, "place du palais", "Place")
    widget("cortegeEnd").setDateTime(in_days(6, 9))
    assert "avant le début" in told("cortegeTimeNote") and not widget("cortegeSave").isEnabled()


main(test)
