"""What QGIS writes from the platform's layers is on the register of exports: saved by its own dialog, as an image, a layout, a
result of Cortège's own. What comes from elsewhere is nobody's business."""
import hashlib
import os

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication
from qgis.core import (QgsApplication, QgsLayoutItemMap, QgsMapRendererTask, QgsPrintLayout, QgsProcessingContext,
                       QgsProcessingFeedback, QgsProject, QgsVectorLayer)
from qgis.utils import iface

from drive import action, find, load_layers, main, shot, sql, wait


def registered(count):
    """The register's last row, once it has this many."""
    wait(lambda: sql("SELECT count(*) FROM convention.export") == str(count), f"export {count}")
    return sql("SELECT par, couche, lignes, finalite, destinataire, empreinte FROM convention.export ORDER BY id DESC LIMIT 1").split("|")


def save_as(layer, path):
    """Export ▸ Save Features As…, as a person fills it."""
    iface.setActiveLayer(layer)

    def fill():
        dialog = QApplication.activeModalWidget()
        dialog.findChild(QgsFileWidget, "mFilename").setFilePath(path)
        dialog.accept()

    QTimer.singleShot(1500, fill)
    iface.actionLayerSaveAs().trigger()
    wait(lambda: os.path.exists(path), path)


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    folder = os.environ["XDG_RUNTIME_DIR"]
    load_layers()
    layer = wait(lambda: next((l for l in QgsProject.instance().mapLayers().values()
                               if l.providerType() == "cortege" and len(list(l.getFeatures())) == 1), None), "a layer with the visit")

    saved = f"{folder}/points.gpkg"
    save_as(layer, saved)
    by, what, rows, purpose, recipient, digest = registered(1)
    assert (by, what, rows, purpose, recipient) == ("agent1", layer.name(), "1", "Saisie des événements", "agent1"), (by, what, rows, purpose, recipient)
    assert digest == hashlib.sha256(open(saved, "rb").read()).hexdigest()
    wait(lambda: iface.messageBar().currentItem() and "export n°\u00a01" in iface.messageBar().currentItem().text(), "the message")
    shot("registre")

    other = QgsVectorLayer("Point?crs=EPSG:2154", "À moi", "memory")
    QgsProject.instance().addMapLayer(other)
    save_as(other, f"{folder}/a_moi.gpkg")

    QgsApplication.taskManager().addTask(QgsMapRendererTask(iface.mapCanvas().mapSettings(), f"{folder}/carte.png", "PNG"))
    assert registered(2)[1].startswith("image de la carte : "), "and the layer of one's own is not on the register"

    layout = QgsPrintLayout(QgsProject.instance())
    layout.initializeDefaults()
    layout.setName("Réunion")
    plan = QgsLayoutItemMap(layout)
    plan.setLayers([layer, other])
    layout.addLayoutItem(plan)
    QgsProject.instance().layoutManager().addLayout(layout)
    designer = iface.openLayoutDesigner(layout)
    designer.layoutExported.emit()
    assert registered(3)[1] == f"mise en page « Réunion » : {layer.name()}", registered(3)
    designer.close()

    def density(source, path):
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("cortege:densite")
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        _, ok = algorithm.run({"INPUT": source, "BANDWIDTH": 100, "RESOLUTION": 10, "OUTPUT": path}, context, QgsProcessingFeedback())
        assert ok

    # Beside Processing's temporary folder, which lies in the profile's.
    kept = os.path.join(os.environ["CORTEGE_SHOTS"], "densite.tif")
    density(layer, kept)
    row = registered(4)
    assert row[1] == "Densité" and row[5] == hashlib.sha256(open(kept, "rb").read()).hexdigest(), row
    os.remove(kept)


main(test)
