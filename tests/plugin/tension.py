"""The live tension as an analyst uses it: shown as weights and window change, named for what it is, animated with the live
layers, saved with its model's digest; then the same panel to be looked at."""
import hashlib
import os

import numpy
from osgeo import gdal
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsPointXY, QgsProject, QgsRectangle
from qgis.gui import QgsMapToolIdentify
from qgis.utils import iface

from drive import action, find, load_layers, main, shot, sql, wait, widget

PORT = QgsRectangle(1056000, 6301000, 1059000, 6303500)
gdal.UseExceptions()


def preview():
    return next((layer for layer in QgsProject.instance().mapLayers().values()
                 if layer.customProperty("cortege/tension_preview")), None)


def digest_shown():
    return widget("cortegeTensionAbout").text()


def values(layer):
    block = layer.dataProvider().block(1, PORT, 120, 100)
    assert block.isValid(), block.error().message()
    return numpy.frombuffer(bytes(block.data()), numpy.float32)


def picture():
    canvas = iface.mapCanvas()
    canvas.waitWhileRendering()
    QTest.qWait(150)
    canvas.waitWhileRendering()
    image = canvas.grab().toImage()
    return image.bits().asstring(image.sizeInBytes())


def type_number(name, text):
    box = widget(name)
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key_Tab)


def save_as(path):
    def answer():
        dialog = next((w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible()), None)
        if dialog is None:
            QTimer.singleShot(100, answer)
            return
        dialog.findChild(QLineEdit, "fileNameEdit").setText(path)
        dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.Save).click()
    QTimer.singleShot(300, answer)
    widget("cortegeTensionSave").click()


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    QApplication.setAttribute(Qt.AA_DontUseNativeDialogs)
    names = set(load_layers())
    live = {"Conflits", "Défilés : tête et queue", "Défilés : rue occupée", "Tension partielle (exploratoire)",
            "Zones de tension à l'heure de la carte (exploratoire)", "Tension à l'heure de la carte (exploratoire)"}
    assert live <= names, live - names
    iface.mapCanvas().setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    iface.mapCanvas().setExtent(PORT)

    action("cortegeActionTension").trigger()
    model = os.path.join(QgsApplication.prefixPath(), "share/cortege/metadata/tension/espace_public.toml")
    with open(model, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    assert digest[:12] in digest_shown() and "Exploratoire" in digest_shown(), digest_shown()
    assert preview() is None
    QTest.mouseClick(widget("cortegeTensionLive"), Qt.LeftButton, pos=widget("cortegeTensionLive").rect().center())
    if preview() is None:  # the box is left of the widget's middle on wide panels
        widget("cortegeTensionLive").setChecked(True)
    layer = wait(preview, "the preview")
    assert layer.isValid() and "(exploratoire)" in layer.name(), layer.name()
    whole = values(layer)
    assert whole.max() > 0
    iface.mapCanvas().setExtent(PORT)
    iface.mapCanvas().refresh()
    shot("apercu")
    middle = iface.mapCanvas().getCoordinateTransform().transform(QgsPointXY(1057500, 6302000))
    found = QgsMapToolIdentify(iface.mapCanvas()).identify(int(middle.x()), int(middle.y()), [layer], QgsMapToolIdentify.DefaultQgsSetting)
    said = dict(zip(found[0].mFeature.fields().names(), found[0].mFeature.attributes())) if found else {}
    assert "statique:" in said.get("evenements", "") and said["statut"] == "exploratoire", (said, [one.mLabel for one in found])

    type_number("cortegeTensionWeight_statique", "4")
    wait(lambda: "modifié" in layer.source() or "statique.poids=4" in layer.source(), "the new weight")
    heavier = values(layer)
    assert heavier.sum() > whole.sum() and digest[:12] not in digest_shown() and "modifié" in digest_shown(), digest_shown()
    assert "modifiée" in layer.name(), layer.name()
    widget("cortegeTensionReset").click()
    wait(lambda: "changes" not in layer.source(), "the model again")
    assert (values(layer) == whole).all() and digest[:12] in digest_shown()

    begin, end = widget("cortegeTensionFrom"), widget("cortegeTensionTo")
    begin.setDateTime(QDateTime(QDate.currentDate().addDays(2), QTime(0, 0)))
    notice = widget("cortegeTensionNotice")
    assert "échangez" in notice.text() and not widget("cortegeTensionPlay").isEnabled()
    widget("cortegeTensionDays1").click()
    assert find("cortegeTensionNotice") is None
    assert begin.dateTime() == QDateTime(QDate.currentDate(), QTime(0, 0))

    target = os.path.join(os.environ["XDG_RUNTIME_DIR"], "tension.tif")
    save_as(target)
    wait(lambda: any(one.source() == target for one in QgsProject.instance().mapLayers().values()), "the saved layer")
    wait(lambda: sql("SELECT count(*) FROM convention.export WHERE destinataire = 'analyste1'") == "1", "the export on the register")
    raster = gdal.Open(target)
    about = raster.GetMetadata()
    assert about["MODELE_EMPREINTE"] == digest and about["MODELE_STATUT"] == "exploratoire", about
    assert about["UNITE"] == "personnes pondérées/ha" and about["FENETRE_DEBUT"].startswith(QDate.currentDate().toString(Qt.ISODate)), about
    saved = raster.ReadAsArray()
    west, size, north = raster.GetGeoTransform()[0], raster.GetGeoTransform()[1], raster.GetGeoTransform()[3]
    block = layer.dataProvider().block(1, QgsRectangle(west, north - saved.shape[0] * size, west + saved.shape[1] * size, north),
                                       saved.shape[1], saved.shape[0])
    assert size == 25 and saved.tobytes() == bytes(block.data())

    widget("cortegeTensionFrame").setCurrentIndex(0)
    iface.mapCanvas().setExtent(PORT)
    frames = []
    begin.setDateTime(QDateTime(QDate.currentDate(), QTime(14, 0)))
    end.setDateTime(QDateTime(QDate.currentDate(), QTime(17, 0)))
    QTest.qWait(600)
    controller = iface.mapCanvas().temporalController()
    widget("cortegeTensionPlay").click()
    assert "Pause" in widget("cortegeTensionPlay").text()
    widget("cortegeTensionPlay").click()
    assert "Animer" in widget("cortegeTensionPlay").text()
    for frame in (0, 1, 2):
        controller.setCurrentFrameNumber(frame)
        frames.append(picture())
        shot(f"image{frame}")
    assert len(set(frames)) == 3


main(test)
