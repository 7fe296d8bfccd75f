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
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime
from qgis.PyQt.QtGui import QColor

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import layout  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
SERVICE = "vm_calanque"
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


class Builder:
    """Adds layers to the project from the top group down, each in its style."""

    def __init__(self, folder, window, base_map=None):
        self.folder = folder
        self.project = QgsProject.instance()
        self.window = window
        self.base = base_map or folder / "fond.gpkg"
        known = QgsProviderRegistry.instance().providerList()
        self.provider = "cortege" if "cortege" in known else "postgres"
        self.group = None

    def open_group(self, name, checked=True):
        self.group = self.project.layerTreeRoot().addGroup(name)
        self.group.setItemVisibilityChecked(checked)
        self.group.setExpanded(checked)

    def add(self, layer, name, style, checked=True, abstract=""):
        if not layer.isValid():
            raise SystemExit(f"{name}: {layer.error().message() or 'the layer does not open'}")
        layer.setName(name)
        message, loaded = layer.loadNamedStyle(str(ROOT / "styles" / f"{style}.qml"))
        if not loaded:
            raise SystemExit(f"{style}.qml: {message}")
        layer.serverProperties().setTitle(name)
        layer.serverProperties().setAbstract(abstract)
        self.project.addMapLayer(layer, False)
        node = self.group.addLayer(layer)
        node.setItemVisibilityChecked(checked)
        node.setExpanded(False)
        return layer

    def table(self, schema, table, geometry, kind, key, subset=""):
        uri = (
            f"service='{SERVICE}' key='{key}' srid=2154 type={kind} checkPrimaryKeyUnicity='0' "
            f'table="{schema}"."{table}" ({geometry})' + (f" sql={subset}" if subset else "")
        )
        return QgsVectorLayer(uri, table, self.provider)

    def file(self, name, layer):
        return QgsVectorLayer(f"{self.folder / name}|layername={layer}", layer, "ogr")

    def events(self):
        self.open_group("Événements")
        for table, kind, name in (
            ("evenement_point", "MultiPoint", "Visites, opérations, affluences"),
            ("evenement_ligne", "MultiLineString", "Défilés"),
            ("evenement_surface", "MultiPolygon", "Rassemblements et chantiers"),
        ):
            subset = "\"source\" IS DISTINCT FROM 'signalement'" if kind == "MultiPoint" else ""
            self.add(self.table("plateforme", table, "geom", kind, "cle", subset), name, table)
        since = self.window.begin().addDays(-56).toString("yyyy-MM-dd HH:mm")
        until = self.window.end().toString("yyyy-MM-dd HH:mm")
        reports = self.add(
            self.table("plateforme", "evenement_point", "geom", "MultiPoint", "cle",
                       f"\"source\" = 'signalement' AND \"debut\" BETWEEN '{since}' AND '{until}'"),
            "Signalements des huit dernières semaines", "evenement_point")
        reports.temporalProperties().setIsActive(False)

    def entry(self):
        self.open_group("Saisie dans Cortège", checked=False)
        self.add(self.table("cortege", "adresse", "geom", "Point", "id"), "Adresses des événements", "adresse")
        for table, geometry, kind, name in (
            ("visite_officielle", "lieux", "MultiPoint", "Visites officielles"),
            ("operation_programmee", "lieux", "MultiPoint", "Opérations programmées"),
            ("manifestation_deambulatoire", "trace", "LineString", "Manifestations déambulatoires"),
            ("manifestation_statique", "emprise", "MultiPolygon", "Manifestations statiques"),
        ):
            self.add(self.table("cortege", table, geometry, kind, "id"), name, table)

    def tension(self):
        zones = self.add(self.file("zones.gpkg", "zones"), "Zones de tension", "zones")
        self.name_thresholds(zones)
        raster = QgsRasterLayer(str(self.folder / "tension.tif"), "tension")
        self.add(raster, "Tension (personnes pondérées par hectare)", "tension")
        raster.renderer().setInputBand(raster.bandCount())  # the sum comes last
        temporal = raster.temporalProperties()
        temporal.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)
        temporal.setFixedTemporalRange(self.window)
        temporal.setIsActive(True)
        return raster

    def hours(self):
        self.add(self.file("heures/zones.gpkg", "zones"), "Zones heure par heure (à animer)", "zones", checked=False)

    def live(self):
        """Computed for the hour that the temporal controller shows, of what the person who opens the project may see."""
        if "situation" not in QgsProviderRegistry.instance().providerList():
            return
        self.open_group("En direct, à l'heure de la carte (à animer)", checked=False)
        source = f"service='{SERVICE}' model='espace_public'"
        for layer, name, style in (
            ("conflits", "Conflits", "situation_conflits"),
            ("tetes", "Défilés : tête et queue", "situation_tetes"),
            ("defiles", "Défilés : rue occupée", "situation_defiles"),
            ("partiel", "Tension partielle", "situation_partiel"),
            ("zones", "Zones de tension", "zones"),
        ):
            self.add(QgsVectorLayer(f"{source} layer='{layer}'", layer, "situation"), name, style)
        raster = QgsRasterLayer(source, "tension", "tension")
        raster.setName("Tension (personnes pondérées par hectare)")
        self.project.addMapLayer(raster, False)
        self.group.addLayer(raster).setExpanded(False)

    @staticmethod
    def name_thresholds(zones):
        """The legend says from which value each level of the model starts."""
        lowest = {zone["niveau"]: zone["seuil_bas"] for zone in zones.getFeatures()}
        for index, category in enumerate(zones.renderer().categories()):
            if category.value() in lowest:
                threshold = f"{lowest[category.value()]:g}".replace(".", ",")
                zones.renderer().updateCategoryLabel(
                    index, f"{category.label()} (dès {threshold}/ha)")

    def base_map(self):
        self.open_group("Fond")
        self.add(self.table("voirie", "lieu", "geom", "Point", "id"), "Lieux", "lieu")
        for layer, name in (("axes", "Axes"), ("quartiers", "Quartiers"), ("arrondissements", "Arrondissements"),
                            ("fond", "Terre")):
            self.add(QgsVectorLayer(f"{self.base}|layername={layer}", layer, "ogr"), name, layer)


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
    builder = Builder(folder, QgsDateTimeRange(instant(day, 12), instant(day, 20)))
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
