"""The layers of the demo's project, each in its style."""
import pathlib

from qgis.core import (
    Qgis,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorLayer,
)

ROOT = pathlib.Path(__file__).resolve().parents[2]
SERVICE = "vm_calanque"


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
