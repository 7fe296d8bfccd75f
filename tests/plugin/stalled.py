"""A server that stops answering: QGIS stays responsive whatever is done, and what was typed is saved when it is back."""
import os
import time

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtTest import QTest
from qgis.utils import iface

from drive import agenda_rows, choose_address, find, in_days, main, save, save_form, shot, sql, start, type_in, wait, widget

gaps = []


def watch():
    """The longest time during which the interface did nothing, by a timer that should fire every 20 ms."""
    last = [time.monotonic()]

    def beat():
        now = time.monotonic()
        gaps.append(now - last[0])
        last[0] = now
    timer = QTimer(iface.mainWindow())
    timer.timeout.connect(beat)
    timer.start(20)


def test():
    stall = os.environ["CORTEGE_STALL"]
    wait(lambda: find("cortegeAgenda"), "the agenda")
    start("visite_officielle", "Visite du port", in_days(3), "1h")
    choose_address(0, "place d'armes", "Place d'Armes")
    QTest.qWait(1000)
    open(stall, "w").close()
    watch()
    type_in(widget("cortegeDescription"), "Arrivee par la mer")
    edit = widget("cortegeAddress0")
    edit.setFocus()
    type_in(edit, " rue")
    iface.mapCanvas().zoomByFactor(0.8)
    save_form()
    QTest.qWait(4000)
    shot("serveur-muet")
    # Far under what any blocking call would take (connections give up after 5 s), far over a busy machine's hiccups.
    assert max(gaps) < 1.5, f"the interface was blocked for {max(gaps):.1f} s"
    assert widget("cortegeSubject").text() == "Visite du port"
    os.remove(stall)
    wait(lambda: agenda_rows() == 1 or (find("cortegeSave") and find("cortegeSave").isEnabled()), "the server's return", 40)
    if agenda_rows() != 1:
        save(1)
    assert sql("SELECT objet FROM cortege.visite_officielle") == "Visite du port"
    print("longest gap", max(gaps))


main(test)
