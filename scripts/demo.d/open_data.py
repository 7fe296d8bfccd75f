"""Draws the map of real open data: donnees.qgz and carte_donnees.png.

    open_data.py FOLDER   FOLDER holds the demo's results, FOLDER/donnees those of the open data (year 2018)
"""
import datetime
import pathlib
import sys

from qgis.core import QgsApplication, QgsColorRampShader, QgsCoordinateReferenceSystem, QgsDateTimeRange
from qgis.PyQt.QtGui import QColor

import layers
import layout
import project

SOURCES = (
    "accidents corporels de 2018 (BAAC, ONISR, Licence Ouverte ; la source ne dit que le mois) et accidents à vélo "
    "(même source) ; arrondissements et quartiers (IGN, INSEE, Ville de Marseille, Licence Ouverte) ; côte et axes "
    "simplifiés, dessinés pour la démonstration."
)


def rescale(raster, levels):
    """The ramp of the style was made for persons at events; here it follows this model's levels."""
    shader = raster.renderer().shader().rasterShaderFunction()
    items = shader.colorRampItemList()
    values = [0, levels[0] / 3, *levels]
    shader.setColorRampItemList([
        QgsColorRampShader.ColorRampItem(value, item.color, f"{value:g}") for value, item in zip(values, items)])
    shader.setMaximumValue(levels[-1])
    raster.renderer().setClassificationMax(levels[-1])


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    application = QgsApplication([], False)
    application.initQgis()
    year = QgsDateTimeRange(*(project.instant(datetime.date(y, 1, 1), 0) for y in (2018, 2019)))
    builder = layers.Builder(folder / "donnees", year, folder / "fond.gpkg")
    builder.project.setTitle("Cortège, données ouvertes")
    builder.project.setCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    builder.project.setBackgroundColor(QColor(project.SEA))
    builder.open_group("Événements")
    facts = builder.table("plateforme", "evenement_point", "geom", "MultiPoint", "cle",
                          "\"source\" IN ('accidents_2018', 'accidents_velo')")
    builder.add(facts, "Accidents", "evenement_point")
    builder.open_group("Tension")
    raster = builder.tension()
    levels = sorted({zone["seuil_bas"] for zone in builder.project.mapLayersByName("Zones de tension")[0].getFeatures()})
    rescale(raster, levels)
    builder.base_map()
    page = layout.make(builder.project, builder.folder,
                       layout.Texts("Marseille : où la circulation blesse", "Accidents corporels de l'année 2018", SOURCES),
                       year, project.CITY_CENTRE, project.CITY)
    builder.project.write(str(folder / "donnees.qgz"))
    layout.draw(page, folder / "carte_donnees.png")
    application.exitQgis()


main()
