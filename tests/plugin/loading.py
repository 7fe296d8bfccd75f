"""Loaded and unloaded fifty times through the plugin manager: quick to come, gone without a trace, an open form too."""
import os
import time
from collections import Counter

from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QToolBar
from qgis.core import QgsApplication
from qgis.utils import iface

import sanitizer
from drive import action, find, main, plugin_manager, wait

MANY, WARM = 50, 10
SANITIZED = os.environ.get("CORTEGE_REPORTS")  # where AddressSanitizer writes (see under-asan)
found = {}


def ours():
    window = iface.mainWindow()
    return (len([b for b in window.findChildren(QToolBar) if b.objectName() == "CortegeToolBar"]),
            len([d for d in window.findChildren(object) if d.objectName() == "CortegeDock"]),
            1 if QgsApplication.processingRegistry().providerById("cortege") else 0)


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6


def objects():
    """What QGIS's window holds: what the plugin leaves behind at each unload adds up."""
    return Counter(o.metaObject().className() for o in iface.mainWindow().findChildren(QObject))


def cycle():
    manager, item = plugin_manager()
    try:
        times, memory, left = [], [], []
        for turn in range(MANY):
            item.setCheckState(0)
            QTest.qWait(10)
            assert ours() == (0, 0, 0), ours()
            left.append(objects())
            before = time.process_time(), time.monotonic()
            item.setCheckState(2)
            times.append((time.process_time() - before[0], time.monotonic() - before[1]))
            QTest.qWait(10)
            assert ours() == (1, 1, 1), ours()
            if turn % 10 == 9:
                memory.append(resident())
            if SANITIZED and turn + 1 in (WARM, MANY):
                found[f"leaks{turn + 1}"] = sanitizer.our_leaks(SANITIZED)
        found.update(times=times, memory=memory, left={name: number for name, number in (left[-1] - left[0]).items() if number >= MANY / 2})
    except BaseException as error:
        found["error"] = error
    manager.reject()


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    action("cortegeActionNew_deambulatoire").trigger()  # unloaded in the middle of an entry, too
    QTimer.singleShot(1500, cycle)
    iface.pluginManagerInterface().showPluginManager(0)
    if "error" in found:
        raise found["error"]
    cpu = sorted(t[0] for t in found["times"])
    clock = sorted(t[1] for t in found["times"])
    with open(os.path.join(os.environ["CORTEGE_SHOTS"], "temps.txt"), "w") as file:
        file.write(f"load: median {cpu[MANY // 2] * 1000:.0f} ms of processor, {clock[MANY // 2] * 1000:.0f} ms; "
                   f"slowest {clock[-1] * 1000:.0f} ms; memory {found['memory']}\n")
        if SANITIZED:
            file.write(f"our leaks after {WARM} rounds: {found['leaks10']}; after {MANY}: {found['leaks50']}\n")
    assert not found["left"], found["left"]
    if SANITIZED:
        assert sanitizer.grown(found["leaks10"], found["leaks50"], MANY - WARM) == {}, (found["leaks10"], found["leaks50"])
    else:
        assert found["memory"][-1] - found["memory"][0] < 30, found["memory"]
    wait(lambda: find("cortegeAgenda"), "the agenda of the last load")


main(test)
