"""Runs inside the real QGIS (--code): a layer from the browser's branch, an edit, a colleague's change, the conflict."""
import os
import sys
import time
import traceback

from qgis.core import QgsFeatureRequest, QgsMimeDataUtils, QgsProviderRegistry
from qgis.PyQt.QtCore import QModelIndex, QTimer
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


def below(model, name, parent=QModelIndex()):
    """The browser's row of this name, unfolded as a person does it."""
    end = time.time() + 20
    while time.time() < end:
        if model.canFetchMore(parent):
            model.fetchMore(parent)
        for i in range(model.rowCount(parent)):
            if model.data(model.index(i, 0, parent)) == name:
                return model.index(i, 0, parent)
        turn(0.2)
    raise AssertionError('no {} in the browser'.format(name))


def layer_from_the_browser():
    metadata = QgsProviderRegistry.instance().providerMetadata('cortege')
    metadata.createConnection(support.conninfo('agnes'), {}).store('Démonstration')
    model = iface.browserModel()
    model.reload()
    turn(1)
    index = QModelIndex()
    for name in ('Cortège', 'Démonstration', 'essai', 'ligne'):
        index = below(model, name, index)
    dragged = QgsMimeDataUtils.decodeUriList(model.mimeData([index]))[0]
    assert dragged.providerKey == 'cortege'
    layer = iface.addVectorLayer(dragged.uri, 'Lignes', dragged.providerKey)
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
