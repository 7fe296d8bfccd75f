"""In the QGIS application: adds the published marches as a WMS layer and plays a Saturday with the temporal controller's buttons.

What each hour showed goes to CORTEGE_OUTCOME as JSON: {"10": coloured pixels, …} or {"problem": …}; a picture to CORTEGE_SHOT."""
import json
import os
import traceback

from qgis.PyQt.QtCore import QDate, QDateTime, QTime, QTimer, QUrlQuery
from qgis.PyQt.QtNetwork import QSslCertificate
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsAuthMethodConfig,
    QgsDateTimeRange,
    QgsInterval,
    QgsProject,
    QgsRectangle,
)
from qgis.utils import iface

HOURS = range(10, 22)


def wait(until, what, seconds=30):
    for _ in range(seconds * 20):
        QTest.qWait(50)
        if until():
            return
    raise AssertionError(f"waited {seconds} s in vain for {what}")


def enter():
    """The authority and the person, kept as QGIS keeps them."""
    manager = QgsApplication.authManager()
    manager.setMasterPassword("essai", True)
    for certificate in QSslCertificate.fromPath(os.environ["CORTEGE_CA"]):
        manager.storeCertAuthority(certificate)
    manager.initSslCaches()
    person = QgsAuthMethodConfig("Basic")
    person.setName("Cortège")
    person.setConfig("username", os.environ["CORTEGE_LOGIN"])
    person.setConfig("password", os.environ["CORTEGE_PASSWORD"])
    manager.storeAuthenticationConfig(person)
    return person.id()


def add(person):
    query = QUrlQuery()
    for key, value in (("url", os.environ["CORTEGE_URL"]), ("layers", "evenement_ligne"), ("styles", ""), ("crs", "EPSG:2154"),
                       ("format", "image/png"), ("version", "1.3.0"), ("type", "wmst"), ("temporalSource", "provider"),
                       ("authcfg", person), ("timeDimensionExtent", "2026-01-01T00:00:00Z/2026-02-01T00:00:00Z/PT15M")):
        query.addQueryItem(key, value)
    layer = iface.addRasterLayer(query.toString(), "Défilés", "wms")
    assert layer and layer.isValid(), "the layer does not open"
    QgsProject.instance().setCrs(layer.crs())
    iface.mainWindow().resize(1380, 880)
    iface.mainWindow().findChild(QDockWidget, "Temporal Controller").show()
    QTest.qWait(1000)
    iface.mapCanvas().setExtent(QgsRectangle(888000, 6242000, 899000, 6250000))


def coloured():
    image = iface.mapCanvas().grab().toImage()
    return sum(image.pixelColor(x, y).saturation() > 40 for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))


def play():
    day = QDate(2026, 1, 10)
    canvas = iface.mapCanvas()
    controller = canvas.temporalController()
    seen = {}

    def drawn():
        hour = canvas.temporalRange().begin().time().hour()
        seen[hour] = coloured()
        if hour == 15:
            iface.mainWindow().grab().save(os.environ["CORTEGE_SHOT"])

    controller.setTemporalExtents(QgsDateTimeRange(QDateTime(day, QTime(HOURS[0], 0)), QDateTime(day, QTime(HOURS[-1], 0))))
    controller.setFrameDuration(QgsInterval(1, Qgis.TemporalUnit.Hours))
    controller.setNavigationMode(Qgis.TemporalNavigationMode.Animated)
    controller.setFramesPerSecond(.5)
    canvas.mapCanvasRefreshed.connect(drawn)
    controller.rewindToStart()
    controller.playForward()
    wait(lambda: controller.currentFrameNumber() >= len(HOURS) - 2, "the last hour", 60)
    controller.pause()
    for frame in range(len(HOURS) - 1):  # a busy machine skips pictures
        if HOURS[frame] not in seen:
            controller.setCurrentFrameNumber(frame)
            wait(lambda: HOURS[frame] in seen, f"the map of {HOURS[frame]} h")
    return {hour: seen[hour] for hour in HOURS[:-1]}


def main():
    try:
        add(enter())
        outcome = play()
    except BaseException:
        outcome = {"problem": traceback.format_exc()}
    with open(os.environ["CORTEGE_OUTCOME"], "w", encoding="utf-8") as file:
        json.dump(outcome, file)
    QgsProject.instance().setDirty(False)
    os._exit(0)


QTimer.singleShot(500, main)
