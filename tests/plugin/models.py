"""The algorithms in models and in batch: chained, named, styled, cancelled, and marked exploratory inside a model too."""
import os

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.core import (QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProcessingModelAlgorithm,
                       QgsProcessingModelChildAlgorithm, QgsProcessingModelChildParameterSource, QgsProcessingModelOutput,
                       QgsProcessingModelParameter, QgsProcessingOutputLayerDefinition, QgsProcessingParameterFeatureSource,
                       QgsProject, QgsRasterLayer, QgsVectorLayer)
from qgis.utils import iface

from drive import find, main, shot, wait
from layers import BEGIN, END, march_layer, point_layer

FOLDER = os.environ["XDG_RUNTIME_DIR"]
Source = QgsProcessingModelChildParameterSource


def model(name, *steps):
    """Steps are (algorithm, parameters, name of the result or None); a parameter « step: » is an earlier result, « @ » the
    model's input."""
    made = QgsProcessingModelAlgorithm(name, "essai")
    made.addModelParameter(QgsProcessingParameterFeatureSource("entree", "Entrée"), QgsProcessingModelParameter("entree"))
    for algorithm, parameters, result in steps:
        step = QgsProcessingModelChildAlgorithm("cortege:" + algorithm)
        step.setChildId(algorithm)
        for key, value in parameters.items():
            if value == "@":
                source = Source.fromModelParameter("entree")
            elif isinstance(value, str) and value.endswith(":"):
                source = Source.fromChildOutput(value[:-1], "OUTPUT")
            else:
                source = Source.fromStaticValue(value)
            step.addParameterSources(key, [source])
        if result:
            output = QgsProcessingModelOutput(result, result)
            output.setChildId(algorithm)
            output.setChildOutputName("OUTPUT")
            step.setModelOutputs({result: output})
        made.addChildAlgorithm(step)
    made.updateDestinationParameters()
    file = os.path.join(FOLDER, name + ".model3")
    assert made.toFile(file)
    again = QgsProcessingModelAlgorithm()  # as the next day, from its file
    assert again.fromFile(file)
    valid, why = again.validate()
    assert valid, why
    return again


def run(made, layer, cancel_at=None, folder=None):
    """Layers of the results, as the toolbox gives them."""
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    if cancel_at is not None:
        feedback.progressChanged.connect(lambda done: done >= cancel_at and feedback.cancel())
    parameters = {"entree": layer}
    for destination in made.destinationParameterDefinitions():
        raster = destination.type() == "rasterDestination"
        where = os.path.join(folder, destination.name().replace(":", "_") + (".tif" if raster else ".gpkg")) if folder else "TEMPORARY_OUTPUT"
        parameters[destination.name()] = QgsProcessingOutputLayerDefinition(where, QgsProject.instance())
    results, ok = made.run(parameters, context, feedback)
    if cancel_at is not None:
        return results, ok, feedback
    assert ok, feedback.textLog()
    layers = {}
    for result in list(context.layersToLoadOnCompletion()):
        details = context.layerToLoadOnCompletionDetails(result)
        made_layer = context.takeResultLayer(result) or (QgsRasterLayer if result.endswith(".tif") else QgsVectorLayer)(result)
        assert made_layer and made_layer.isValid(), result
        details.setOutputLayerName(made_layer)
        if details.postProcessor():
            details.postProcessor().postProcessLayer(made_layer, context, feedback)
        layers[result] = made_layer
        QgsProject.instance().addMapLayer(made_layer)
    return layers, feedback.textLog()


def names(layers):
    return sorted(layer.name() for layer in layers.values())


def chained():
    made = model("Zones de densité", ("densite", {"INPUT": "@", "BANDWIDTH": 100, "RESOLUTION": 10}, None),
                 ("zones", {"INPUT": "densite:", "LEVELS": 3, "AREA": 0}, "Zones"))
    layers, _ = run(made, point_layer(200))
    assert names(layers) == ["Zones de Densité (par m²)"], names(layers)
    zones = next(iter(layers.values()))
    assert {f["niveau"] for f in zones.getFeatures()} == {1, 2, 3} and zones.renderer().type() == "categorizedSymbol"

    made = model("Cortèges", ("presence", {"INPUT": "@", "FROM": BEGIN, "TO": END, "RESOLUTION": 5}, "Présence"),
                 ("conflits", {"INPUT": "@"}, "Conflits"))
    layers, _ = run(made, march_layer())
    assert names(layers) == ["Conflits", "Présence des cortèges (personnes·heures/ha)"], names(layers)
    assert sorted(layer.renderer().type() for layer in layers.values()) == ["singleSymbol", "singlebandpseudocolor"]
    shot("modele-cortege")


def exploratory():
    """Zones of a tension whose model nobody approved say so, whatever stands between, and in a file of the person's."""
    made = model("Zones de tension", ("tension", {"INPUT": "@", "FROM": BEGIN, "TO": END}, None),
                 ("zones", {"INPUT": "tension:", "LEVELS": 3, "AREA": 0}, "Zones"))
    for folder in (None, FOLDER):
        layers, log = run(made, march_layer(), folder=folder)
        assert len(layers) == 1 and names(layers)[0].endswith("(exploratoire)"), names(layers)
        assert "exploratoire" in log, log


def cancelled():
    made = model("Densité et zones", ("densite", {"INPUT": "@", "BANDWIDTH": 400, "RESOLUTION": 2}, "Densité"),
                 ("zones", {"INPUT": "densite:", "LEVELS": 3}, "Zones"))
    folder = os.path.join(FOLDER, "annule")
    os.mkdir(folder)
    for layer in (point_layer(500),):
        _, _, feedback = run(made, layer, cancel_at=5, folder=folder)
        assert feedback.isCanceled()
        assert not os.listdir(folder), os.listdir(folder)
    # A whole run from the same place is not troubled by what was cancelled.
    layers, _ = run(model("Densité", ("densite", {"INPUT": "@", "RESOLUTION": 50}, "Densité")), point_layer(20), folder=folder)
    assert os.listdir(folder) and all(layer.isValid() for layer in layers.values())


def batch():
    """Processing's own batch page: three layers, three rasters; then cancelled in the first of three long ones."""
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog
    inputs = [point_layer(100, f"faits {n}", shift=4000 * n) for n in range(3)]
    QgsProject.instance().addMapLayers(inputs)

    def page(resolution, bandwidth, stem):
        shown = BatchAlgorithmDialog(QgsApplication.processingRegistry().createAlgorithmById("cortege:densite"), parent=iface.mainWindow())
        panel = shown.mainWidget()
        panel.addRow(3 - panel.batchRowCount())
        panel.checkLoadLayersOnCompletion.setChecked(True)
        context = QgsProcessingContext()
        for row, layer in enumerate(inputs):
            values = {"INPUT": layer.id(), "MASS": None, "KERNEL": 0, "BANDWIDTH": bandwidth, "RESOLUTION": resolution}
            for name, value in values.items():
                panel.wrappers[row][panel.parameter_to_column[name]].setParameterValue(value, context)
            panel.tblParameters.cellWidget(row + 1, panel.parameter_to_column["OUTPUT"]).setValue(f"{FOLDER}/{stem}{row}.tif")
        shown.show()
        return shown

    def written(stem):
        return sorted(name for name in os.listdir(FOLDER) if name.startswith(stem) and name.endswith(".tif"))

    shown = page(25, 250, "lot")
    QTest.mouseClick(shown.runButton(), Qt.LeftButton)
    wait(lambda: len(written("lot")) == 3 and not shown.cancelButton().isEnabled(), "three rasters", 60)
    loaded = wait(lambda: (lambda found: found if len(found) == 3 else None)(
        [layer for layer in QgsProject.instance().mapLayers().values() if "/lot" in layer.source()]), "their layers")
    assert {layer.renderer().type() for layer in loaded} == {"singlebandpseudocolor"}, [layer.renderer().type() for layer in loaded]
    shot("lot", shown)
    shown.close()

    shown = page(1, 1500, "long")
    QTest.mouseClick(shown.runButton(), Qt.LeftButton)
    wait(shown.cancelButton().isEnabled, "the batch to begin")
    QTest.qWait(1000)
    QTest.mouseClick(shown.cancelButton(), Qt.LeftButton)
    wait(lambda: not shown.cancelButton().isEnabled(), "the end of what was cancelled", 30)
    assert len(written("long")) < 3, "cancelled, not finished"
    shown.close()


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    chained()
    exploratory()
    cancelled()
    batch()


main(test)
