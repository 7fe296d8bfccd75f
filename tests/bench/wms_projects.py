"""Writes the QGIS projects of scripts/bench wms, with QGIS's own Python: wms_projects.py FOLDER STYLES"""
import os
import pathlib
import sys

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsDateTimeRange,
    QgsMarkerSymbol,
    QgsProject,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime, Qt

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from wms_city import FRAME, PERSON  # noqa: E402


def source(person):
    as_person = f" user='{person}'" if person else ""
    return f"dbname='{os.environ['PGDATABASE']}' host='{os.environ['PGHOST']}' port={os.environ['PGPORT']}{as_person}"


def opened(layer, name):
    if not layer.isValid():
        raise SystemExit(f"{name}: {layer.error().summary()}")
    layer.serverProperties().setShortName(name)
    QgsProject.instance().addMapLayer(layer)
    return layer


def points(provider, person):
    uri = (f"{source(person)} key='\"id\",\"debut\"' srid=2154 type=Point checkPrimaryKeyUnicity='0' estimatedmetadata=true "
           'table="plateforme"."fait" (geom)')
    layer = opened(QgsVectorLayer(uri, "points", provider), "points")
    symbol = QgsMarkerSymbol.createSimple({"name": "circle", "size": "2", "color": "#d1495b", "outline_color": "#2b2924",
                                           "outline_width": "0.2"})
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def working_day(styles):
    for name, kind in (("surface", "MultiPolygon"), ("ligne", "MultiLineString"), ("point", "MultiPoint")):
        uri = (f"{source('')} key='cle' srid=2154 type={kind} checkPrimaryKeyUnicity='0' "
               f'table="plateforme"."evenement_{name}" (geom) sql=genre <> \'fait\'')
        layer = opened(QgsVectorLayer(uri, name, "cortege"), f"evenement_{name}")
        layer.loadNamedStyle(str(styles / f"evenement_{name}.qml"))
        if not layer.labelsEnabled():
            raise SystemExit(f"evenement_{name}.qml has no labels")
    raster = opened(QgsRasterLayer(f"{source('')} model='espace_public'", "tension", "tension"), "tension")
    raster.loadNamedStyle(str(styles / "tension.qml"))
    available = QgsDateTimeRange(QDateTime.fromString("2000-01-01T00:00:00", Qt.ISODate),
                                 QDateTime.fromString("2100-01-01T00:00:00", Qt.ISODate))
    raster.dataProvider().temporalCapabilities().setAvailableTemporalRange(available)
    raster.temporalProperties().setMode(Qgis.RasterTemporalMode.TemporalRangeFromDataProvider)
    raster.temporalProperties().setFixedTemporalRange(available)
    raster.temporalProperties().setIsActive(True)


def write(path, fill, *given):
    project = QgsProject.instance()
    project.clear()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    fill(*given)
    project.writeEntry("WMSServiceCapabilities", "/", True)
    project.writeEntry("WMSExtent", "/", [str(value) for value in FRAME])
    if not project.write(str(path)):
        raise SystemExit(project.error())


def main():
    folder, styles = map(pathlib.Path, sys.argv[1:])
    os.environ["CORTEGE_USER"] = PERSON
    application = QgsApplication([], False, "", "server")
    application.initQgis()
    write(folder / "stock.qgs", points, "postgres", PERSON)
    write(folder / "cortege.qgs", points, "cortege", "")
    write(folder / "journee.qgs", working_day, styles)
    os._exit(0)


main()
