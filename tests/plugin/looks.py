"""The panels and dialogs at another scale, with a larger font or in the dark theme: nothing cut, nothing unreadable. One picture
each, to be looked at."""
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from drive import (action, answer, answered, choose_address, cut, dialog, find, in_days, load_layers, main, more, open_row, save, save_form,
                   shot, sql, start, wait, widget)


def looked_at(name, shown=None):
    shot(name, shown)
    assert not cut(shown or find("CortegeDock")), (name, cut(shown or find("CortegeDock")))


def conflict():
    """A colleague saves what is being changed."""
    open_row(0).setText("Concert de la Saint-Jean, avec un bal ensuite jusque tard dans la nuit")
    find("cortegeDescription").setPlainText("Une scène et deux buvettes")
    sql("UPDATE cortege.manifestation_statique SET description = 'Une scène, une buvette', personnes_attendues = 900, "
        "emprise = ST_Translate(emprise, 20, 10)", "agent3")
    answer("cortegeConflict", lambda shown: (looked_at("conflit", shown), shown.accept()))
    save_form()
    wait(lambda: find("cortegeAgenda"), "the agenda")
    answered()


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    load_layers()
    start("statique", "Concert", in_days(4, 14), "2h")
    choose_address(0, "place d'armes", "Place d'Armes")
    QTest.keyClicks(widget("cortegePersonsExpected"), "800")
    QTest.mouseClick(widget("cortegeCircle"), Qt.LeftButton)
    looked_at("statique")
    save(1)
    conflict()
    start("deambulatoire", "Marche", in_days(4, 14), "2h")
    choose_address(0, "place d'armes", "Place d'Armes")
    choose_address(1, "rue grimaldi", "Rue Grimaldi")
    QTest.keyClicks(widget("cortegePersonsExpected"), "90000000")
    wait(lambda: find("cortegeClashes"), "the clash")
    looked_at("deambulatoire")
    save(2)
    find("cortegeAgenda").selectRow(0)
    looked_at("agenda")
    open_row(0)
    more("Historique")
    history = wait(lambda: dialog("cortegeHistory"), "the history")
    QTest.qWait(500)
    looked_at("historique", history)
    history.close()
    answer("cortegeConnection", lambda page: (looked_at("connexion", page), page.reject()))
    action("cortegeActionConnect").trigger()
    answered()


main(test)
