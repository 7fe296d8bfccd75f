"""The seven algorithms on real layers, as the toolbox runs them: figures checked, results named and styled, French help."""
import hashlib
import os

from osgeo import gdal
from qgis.core import (QgsApplication, QgsPointXY, QgsProcessingContext, QgsProcessingFeedback,
                       QgsProcessingOutputLayerDefinition, QgsProject, QgsRasterBandStats, QgsRasterLayer)
from qgis.utils import iface

from drive import find, main, shot, wait
from layers import BEGIN, END, FIELDS, MARCH, layer, march_layer


def run(name, parameters):
    """A result as the toolbox gives it: named, styled, in the project."""
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"cortege:{name}")
    assert algorithm and len(algorithm.shortHelpString()) > 100, name
    parameters["OUTPUT"] = QgsProcessingOutputLayerDefinition(parameters["OUTPUT"], QgsProject.instance())
    results, ok = algorithm.run(parameters, context, feedback)
    assert ok, (name, feedback.textLog())
    result = results["OUTPUT"]
    details = context.layerToLoadOnCompletionDetails(result)
    made = QgsRasterLayer(result) if result.endswith(".tif") else context.takeResultLayer(result)
    made.setName(details.name)
    if details.postProcessor():
        details.postProcessor().postProcessLayer(made, context, feedback)
    QgsProject.instance().addMapLayer(made)
    return made, feedback.textLog()


def total(raster):
    return raster.dataProvider().bandStatistics(1, QgsRasterBandStats.Sum).sum * raster.rasterUnitsPerPixelX() ** 2


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    folder = os.environ["XDG_RUNTIME_DIR"]
    names = sorted(a.name() for a in QgsApplication.processingRegistry().providerById("cortege").algorithms())
    assert names == ["conflits", "densite", "evaluation", "geocodage", "points_chauds", "presence", "tension", "zones"], names

    march, begin, end = MARCH, BEGIN, END
    marches = layer("LineString", FIELDS, [(march, ["d:1", "deambulatoire", "Marche", begin, end, 1000])])
    events = march_layer()

    density, _ = run("densite", {"INPUT": marches, "MASS": "personnes_attendues", "BANDWIDTH": 100, "RESOLUTION": 10, "OUTPUT": f"{folder}/densite.tif"})
    assert abs(total(density) - 1000) < 1, total(density)
    assert density.name() == "Densité (par m²)" and density.renderer().type() == "singlebandpseudocolor"

    presence, _ = run("presence", {"INPUT": marches, "FROM": begin, "TO": end, "SPEED": 3, "WIDTH": 10, "RESOLUTION": 5, "OUTPUT": f"{folder}/presence.tif"})
    # Person-hours: each walks 600 m at 3 km/h, and waits its turn to leave.
    assert 1000 * 0.2 < total(presence) / 10000 < 1000 * 0.4, total(presence)

    tension, log = run("tension", {"INPUT": events, "MODEL": QgsApplication.prefixPath() + "/share/cortege/metadata/tension/espace_public.toml",
                                   "FROM": begin, "TO": end, "OUTPUT": f"{folder}/tension.tif"})
    with open(QgsApplication.prefixPath() + "/share/cortege/metadata/tension/espace_public.toml", "rb") as file:
        assert gdal.Open(tension.source()).GetMetadata()["empreinte"] == hashlib.sha256(file.read()).hexdigest()
    assert total(tension) > 0 and ("exploratoire" in tension.name()) == ("exploratoire" in log), (tension.name(), log)

    clashes, _ = run("conflits", {"INPUT": events, "OUTPUT": "memory:"})
    found = [(f["evenement_1"], f["evenement_2"]) for f in clashes.getFeatures()]
    assert found == [("d:1", "d:2")] and clashes.name() == "Conflits", (found, clashes.name())

    points = [(f"POINT({1058000 + 37 * i % 3000} {6301000 + 53 * i % 3000})", [1]) for i in range(300)]
    points += [(f"POINT({1059010 + i % 7} {6302010 + i % 11})", [1]) for i in range(200)]
    facts = layer("Point", "field=poids:integer", points)
    hot, _ = run("points_chauds", {"INPUT": facts, "RESOLUTION": 200, "DISTANCE": 400, "OUTPUT": "memory:"})
    spots = list(hot.getFeatures())
    assert any(f["classe"] == 3 and f.geometry().contains(QgsPointXY(1059012, 6302012)) for f in spots), len(spots)

    zones, _ = run("zones", {"INPUT": density, "LEVELS": 3, "AREA": 0, "OUTPUT": "memory:"})
    assert {f["niveau"] for f in zones.getFeatures()} == {1, 2, 3} and zones.renderer().type() == "categorizedSymbol"
    later = layer("Point", "field=poids:integer", [("POINT(1058300 6301000)", [1]), ("POINT(1058310 6301010)", [1])])
    judged, log = run("evaluation", {"RASTER": density, "INPUT": later, "OUTPUT": "memory:"})
    assert all(f["pai"] >= 0 and f["pei"] <= 1.0001 for f in judged.getFeatures()) and "aire sous la courbe" in log, log

    # A null count is an error that names the event; a cancelled run ends.
    unknown = layer("LineString", FIELDS, [(march, ["d:9", "deambulatoire", "Sans effectif", begin, end, None])])
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("cortege:presence")
    _, ok = algorithm.run({"INPUT": unknown, "FROM": begin, "TO": end, "OUTPUT": f"{folder}/rien.tif"}, context, feedback)
    assert not ok and "d:9" in feedback.textLog(), feedback.textLog()
    iface.mapCanvas().setDestinationCrs(density.crs())
    iface.mapCanvas().setExtent(density.extent())
    iface.mapCanvas().refresh()
    shot("traitements")


main(test)
