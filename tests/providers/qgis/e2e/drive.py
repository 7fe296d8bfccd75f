"""Runs inside the real QGIS (--code): a layer from the browser's branch, an edit, a colleague's change, the conflict."""
import os
import sys
import time
import traceback

from qgis.core import QgsFeatureRequest, QgsProject, QgsProviderRegistry
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QAction, QApplication, QMessageBox
from qgis.utils import iface

sys.path.insert(0, os.environ['CORTEGE_TESTS'])
import support  # noqa: E402

PICTURES = os.environ['CORTEGE_PICTURES']


def turn(seconds):
    end = time.time() + seconds
    while time.time() < end:
        QApplication.processEvents()
        time.sleep(0.01)


def grab(name, widget=None):
    turn(0.5)
    (widget or iface.mainWindow()).grab().save(os.path.join(PICTURES, name + '.png'))


def found(item, *names):
    for name in names:
        item.populate(True)
        item = next(child for child in item.children() if child.name() == name)
    return item


def layer_from_the_browser():
    metadata = QgsProviderRegistry.instance().providerMetadata('cortege')
    metadata.createConnection(support.conninfo('agnes'), {}).store('Démonstration')
    model = iface.browserModel()
    model.reload()
    turn(1)
    root = next(model.dataItem(model.index(i, 0)) for i in range(model.rowCount()) if model.dataItem(model.index(i, 0)).name() == 'Cortège')
    item = found(root, 'Démonstration', 'essai', 'ligne')
    uri = item.mimeUris()[0]
    assert uri.providerKey == 'cortege' and item.toolTip(), item.toolTip()
    layer = iface.addVectorLayer(uri.uri, 'Lignes', uri.providerKey)
    assert layer.isValid(), layer.error().message()
    return layer


def edit(layer, text):
    iface.setActiveLayer(layer)
    layer.startEditing()
    next(layer.getFeatures(QgsFeatureRequest(3)))
    layer.changeAttributeValue(3, layer.fields().indexOf('texte'), text)


def answer(button, picture=None):
    def click():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox) and box.objectName() == 'cortegeConflict', box
        if picture:
            box.grab().save(os.path.join(PICTURES, picture + '.png'))
        next(b for b in box.buttons() if b.text().replace('&', '') == button).click()
    QTimer.singleShot(1500, click)


def held():
    return support.sql('SELECT texte FROM essai.ligne WHERE id = 3')[0][0]


def drive():
    layer = layer_from_the_browser()
    iface.mapCanvas().setExtent(layer.extent().buffered(10))
    turn(1)
    save = iface.mainWindow().findChild(QAction, 'mActionSaveLayerEdits')
    edit(layer, 'la mienne')
    support.sql("UPDATE essai.ligne SET texte = 'la leur' WHERE id = 3")
    grab('edition')
    answer('Continuer la saisie', 'conflit')
    save.trigger()
    turn(1)
    assert held() == 'la leur' and layer.isModified(), held()
    answer('Garder ma version')
    save.trigger()
    turn(1)
    assert held() == 'la mienne' and not layer.isModified(), held()
    edit(layer, 'encore la mienne')
    support.sql("UPDATE essai.ligne SET texte = 'encore la leur' WHERE id = 3")
    answer('Prendre la version de la base')
    save.trigger()
    turn(1)
    assert held() == 'encore la leur' and not layer.isModified(), held()
    grab('apres')


code = 1
try:
    turn(1)
    drive()
    code = 0
except BaseException:
    traceback.print_exc()
    grab('echec')
sys.stdout.flush()
sys.stderr.flush()
os._exit(code)
