"""The panels at another scale or in the dark theme: nothing cut, nothing unreadable. One picture each, to be looked at."""
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from drive import choose_address, cut, find, in_days, main, save, shot, start, wait, widget


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    start("statique", "Concert", in_days(4, 14), "2h")
    choose_address(0, "place d'armes", "Place d'Armes")
    QTest.keyClicks(widget("cortegePersonsExpected"), "800")
    QTest.mouseClick(widget("cortegeCircle"), Qt.LeftButton)
    shot("statique")
    assert not cut(find("CortegeDock")), cut(find("CortegeDock"))
    save(1)
    start("deambulatoire", "Marche", in_days(4, 14), "2h")
    choose_address(0, "place d'armes", "Place d'Armes")
    choose_address(1, "rue grimaldi", "Rue Grimaldi")
    QTest.keyClicks(widget("cortegePersonsExpected"), "90000000")
    wait(lambda: find("cortegeClashes"), "the clash")
    shot("deambulatoire")
    assert not cut(find("CortegeDock")), cut(find("CortegeDock"))


main(test)
