"""Makes cortege.qgz and draws carte.png from it.

    project.py FOLDER DAY [real]   FOLDER holds the results of the demo; DAY (yyyy-mm-dd) is mapped from 12:00 to 20:00;
    `real` says that the outlines of the base map are the city's own.

Needs PGSERVICEFILE and QGIS_PREFIX_PATH. The project opens as the analyst of the demo, whose service it names.
"""
import datetime
import pathlib
import sys

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsDateTimeRange,
    QgsRectangle,
    QgsReferencedRectangle,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime
from qgis.PyQt.QtGui import QColor

import layers
import layout

SEA = "#d3e4ec"
SOURCES = (
    "Cortège (événements), Ville (affluences, chantiers, signalements), {} : tout est inventé pour la démonstration et "
    "ne vaut ni limite officielle ni annonce."
)
INVENTED_OUTLINES = "contours et axes"
REAL_OUTLINES = "axes"
CREDIT = " Arrondissements et quartiers : IGN, INSEE, Ville de Marseille, Licence Ouverte."
CITY = QgsRectangle(883500, 6236000, 906500, 6258500)
CITY_CENTRE = QgsRectangle(887500, 6240500, 899500, 6252500)
CENTRE = QgsRectangle(891100, 6243500, 896500, 6249000)


def instant(day, hour):
    return QDateTime(QDate(day.year, day.month, day.day), QTime(hour, 0), Qt.LocalTime)


def open_at(project, window):
    """The map opens on the window that was computed; the temporal controller moves it."""
    fixed_range = 2  # QgsTemporalNavigationObject's own number, which the controller keeps in projects
    project.writeEntry("TemporalControllerWidget", "/NavigationMode", fixed_range)
    for entry, moment in (("/StartDateTime", window.begin()), ("/EndDateTime", window.end())):
        project.writeEntry("TemporalControllerWidget", entry, moment.toString(Qt.ISODateWithMs))


def describe(project, day):
    project.setTitle("Cortège, ville de démonstration")
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    project.setBackgroundColor(QColor(SEA))
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    view = QgsReferencedRectangle(CENTRE, project.crs())
    project.viewSettings().setDefaultViewExtent(view)
    project.viewSettings().setPresetFullExtent(QgsReferencedRectangle(CITY, project.crs()))
    monday = day - datetime.timedelta(days=day.weekday())
    fortnight = QgsDateTimeRange(instant(monday, 0), instant(monday + datetime.timedelta(days=14), 0))
    project.timeSettings().setTemporalRange(fortnight)
    metadata = project.metadata()
    metadata.setTitle(project.title())
    metadata.setAbstract("Événements, faits et tension d'une quinzaine à Marseille. Données de démonstration inventées.")
    metadata.setLanguage("fr")
    project.setMetadata(metadata)


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    day = datetime.date.fromisoformat(sys.argv[2])
    sources = SOURCES.format(REAL_OUTLINES) + CREDIT if "real" in sys.argv[3:] else SOURCES.format(INVENTED_OUTLINES)
    application = QgsApplication([], False)
    application.initQgis()
    builder = layers.Builder(folder, QgsDateTimeRange(instant(day, 12), instant(day, 20)))
    describe(builder.project, day)
    open_at(builder.project, builder.window)
    builder.events()
    builder.open_group("Tension")
    builder.tension()
    builder.hours()
    builder.live()
    builder.entry()
    builder.base_map()
    made = layout.make(
        builder.project, folder,
        layout.Texts("Marseille : zones de tension de l'espace public",
                     f"{layout.in_french(day).capitalize()}, de 12 h à 20 h", sources,
                     "DONNÉES DE DÉMONSTRATION INVENTÉES"),
        builder.window, CENTRE, CITY)
    if not builder.project.write(str(folder / "cortege.qgz")):
        raise SystemExit(f"cortege.qgz: {builder.project.error()}")
    layout.draw(made, folder / "carte.png")
    application.exitQgis()


if __name__ == "__main__":
    main()
