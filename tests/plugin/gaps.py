"""How long the interface did nothing: a timer that should fire every 20 ms says so."""
import time

from qgis.PyQt.QtCore import QTimer
from qgis.utils import iface

# Far under what any blocking call would take (connections give up after 5 s), far over a busy machine's hiccups.
MOST = 1.5
gaps = []


def watch():
    last = [time.monotonic()]

    def beat():
        now = time.monotonic()
        gaps.append(now - last[0])
        last[0] = now
    timer = QTimer(iface.mainWindow())
    timer.timeout.connect(beat)
    timer.start(20)


def check():
    assert len(gaps) > 10, "nothing was watched"
    assert max(gaps) < MOST, f"the interface was blocked for {max(gaps):.1f} s"
    return f"longest gap {max(gaps):.2f} s of {len(gaps)}"
