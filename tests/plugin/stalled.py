"""A server that stops answering: QGIS stays responsive whatever is done, and what was typed is saved when it is back."""
import os

from qgis.PyQt.QtTest import QTest
from qgis.utils import iface

import gaps
from drive import agenda_rows, choose_address, find, in_days, main, save, save_form, shot, sql, start, type_in, wait, widget


def test():
    stall = os.environ["CORTEGE_STALL"]
    wait(lambda: find("cortegeAgenda"), "the agenda")
    start("visite_officielle", "Visite du port", in_days(3), "1h")
    choose_address(0, "place d'armes", "Place d'Armes")
    QTest.qWait(1000)
    open(stall, "w").close()
    gaps.watch()
    type_in(widget("cortegeDescription"), "Arrivee par la mer")
    edit = widget("cortegeAddress0")
    edit.setFocus()
    type_in(edit, " rue")
    iface.mapCanvas().zoomByFactor(0.8)
    save_form()
    QTest.qWait(4000)
    shot("serveur-muet")
    gaps.check()
    assert widget("cortegeSubject").text() == "Visite du port"
    os.remove(stall)
    wait(lambda: agenda_rows() == 1 or (find("cortegeSave") and find("cortegeSave").isEnabled()), "the server's return", 40)
    if agenda_rows() != 1:
        save(1)
    assert sql("SELECT objet FROM cortege.visite_officielle") == "Visite du port"
    gaps.check()


main(test)
