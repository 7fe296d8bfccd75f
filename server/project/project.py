"""Makes the QGIS project that the server publishes, and the ISO 19115 records of its layers.

    project.py FOLDER DESCRIPTION.json

DESCRIPTION holds `source` (the part of a layer's source that names the database, without a person), `person` (as whom the
project is made), `metadata` and `styles` (folders of the product), `url`, `city` and `zone`. Writes FOLDER/projet/cortege.qgs,
FOLDER/metadata/*.xml and FOLDER/capacites/*.xml, and prints what the gate must know.

The provider runs as under the server: extents are the territory's and counts unknown, so the project holds nothing of anybody's
rows.
"""
import json
import os
import pathlib
import sys
import tomllib

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsDateTimeRange,
    QgsLayerMetadata,
    QgsMapLayerServerProperties,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime, Qt

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import capabilities  # noqa: E402
import iso19115  # noqa: E402

SYSTEMS = ["EPSG:2154", "EPSG:3857", "EPSG:4326"]
# Beside the values that a form shows, a table has columns for the machine: they are not handed out.
HIDDEN = {"periode", "id", "acces", "unites", "version", "modifie_le"}
EARLIEST, LATEST = "2000-01-01T00:00:00", "2100-01-01T00:00:00"


def filled(value, description):
    """Texts of the product speak of {ville}."""
    if isinstance(value, str):
        return value.replace("{ville}", description["city"])
    return [filled(item, description) for item in value] if isinstance(value, list) else value


class Publisher:
    def __init__(self, folder, description):
        self.folder = folder
        self.description = description
        with open(pathlib.Path(description["metadata"]) / "couches.toml", "rb") as file:
            listed = tomllib.load(file)
        self.about = {key: filled(value, description) for key, value in listed["projet"].items()}
        self.layers = [{key: filled(value, description) for key, value in layer.items()} for layer in listed["couche"]]
        self.groups = listed["groupe"]
        self.project = QgsProject.instance()

    def source(self, layer):
        if "situation" in layer:
            return QgsVectorLayer(f"{self.description['source']} model='{layer['modele']}' layer='{layer['situation']}'",
                                  layer["titre"], "situation")
        if "modele" in layer:
            return QgsRasterLayer(f"{self.description['source']} model='{layer['modele']}'", layer["titre"], "tension")
        schema, table = layer["source"].split(".")
        uri = (f"{self.description['source']} key='{layer['cle']}' srid=2154 type={layer['geometrie']} "
               f"checkPrimaryKeyUnicity='0' table=\"{schema}\".\"{table}\" (geom)")
        return QgsVectorLayer(uri, layer["titre"], "cortege")

    def styled(self, entry):
        layer = self.source(entry)
        if not layer.isValid():
            raise SystemExit(f"{entry['nom']}: {layer.error().summary() or 'the layer does not open'}")
        message, loaded = layer.loadNamedStyle(str(pathlib.Path(self.description["styles"]) / f"{entry['nom']}.qml"))
        if not loaded:
            raise SystemExit(f"{entry['nom']}.qml: {message}")
        layer.setName(entry["titre"])
        styles = layer.styleManager()
        styles.renameStyle(styles.currentStyle(), "default")  # a provider names its own; the gate knows this one
        if "echelle_max" in entry:
            layer.setScaleBasedVisibility(True)
            layer.setMinimumScale(entry["echelle_max"])
        return layer

    def describe(self, layer, entry):
        server = layer.serverProperties()
        server.setShortName(entry["nom"])
        server.setTitle(entry["titre"])
        server.setAbstract(entry["resume"])
        server.setKeywordList(",".join(entry["mots_cles"]))
        server.setAttribution(entry["attribution"])
        server.setMetadataUrls([QgsMapLayerServerProperties.MetadataUrl(
            f"{self.description['url']}/metadata/{entry['nom']}.xml", "ISO19115:2003", "text/xml")])
        metadata = QgsLayerMetadata()
        metadata.setIdentifier(entry["nom"])
        metadata.setTitle(entry["titre"])
        metadata.setAbstract(entry["resume"])
        metadata.setType("dataset")
        metadata.setLanguage("FRE")
        metadata.setKeywords({"gmd:topicCategory": ["society"], "Cortège": entry["mots_cles"]})
        metadata.setRights([entry["attribution"]])
        metadata.setConstraints([QgsLayerMetadata.Constraint(self.about["contraintes"], "access")])
        metadata.setCrs(layer.crs())
        layer.setMetadata(metadata)

    @staticmethod
    def hide_columns(layer):
        for index, field in enumerate(layer.fields()):
            if field.name() in HIDDEN:
                layer.setFieldConfigurationFlag(index, Qgis.FieldConfigurationFlag.HideFromWms, True)
                layer.setFieldConfigurationFlag(index, Qgis.FieldConfigurationFlag.HideFromWfs, True)

    @staticmethod
    def live(raster):
        """The temporal window of a request reaches the provider."""
        available = QgsDateTimeRange(*(QDateTime.fromString(text, Qt.ISODate) for text in (EARLIEST, LATEST)))
        raster.dataProvider().temporalCapabilities().setAvailableTemporalRange(available)
        temporal = raster.temporalProperties()
        temporal.setMode(Qgis.RasterTemporalMode.TemporalRangeFromDataProvider)
        temporal.setFixedTemporalRange(available)

    def add_layers(self):
        root = self.project.layerTreeRoot()
        groups = {}
        for group in self.groups:
            node = root.addGroup(group["titre"])
            node.setCustomProperty("wmsShortName", group["nom"])
            node.setCustomProperty("wmsTitle", group["titre"])
            groups[group["nom"]] = node
        for entry in self.layers:
            layer = self.styled(entry)
            self.describe(layer, entry)
            if isinstance(layer, QgsVectorLayer):
                self.hide_columns(layer)
            else:
                self.live(layer)
            self.project.addMapLayer(layer, False)
            groups[entry["groupe"]].addLayer(layer).setItemVisibilityChecked(entry.get("visible", False))
            iso19115.write(self.folder / "metadata" / f"{entry['nom']}.xml", entry, self.about, self.description)

    def extent(self):
        return next(layer.extent() for layer in self.project.mapLayers().values() if isinstance(layer, QgsVectorLayer))

    def serve(self):
        """What QGIS Server says of the whole, and what it may do."""
        project, about = self.project, self.about
        project.setTitle(about["titre"])
        project.setCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
        project.setFilePathStorage(Qgis.FilePathType.Absolute)
        extent = self.extent()
        project.viewSettings().setPresetFullExtent(QgsReferencedRectangle(extent, project.crs()))
        for key, value in (
            ("WMSServiceTitle", about["titre"]), ("WMSServiceAbstract", about["resume"]),
            ("WMSContactOrganization", about["organisation"]), ("WMSFees", about["frais"]),
            ("WMSAccessConstraints", about["contraintes"]), ("WMSRootName", "cortege"),
        ):
            project.writeEntry(key, "/", value)
        project.writeEntryBool("WMSServiceCapabilities", "/", True)
        project.writeEntry("WMSKeywordList", "/", about["mots_cles"])
        project.writeEntry("WMSCrsList", "/", SYSTEMS)
        project.writeEntry("WMSExtent", "/", [str(value) for value in (
            extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())])
        project.writeEntryBool("WMSAddWktGeometry", "/", True)
        project.writeEntryBool("WMSFeatureInfoUseAttributeFormSettings", "/", False)
        project.writeEntry("WMSPrecision", "/", "2")
        vectors = [layer.id() for layer in project.mapLayers().values() if layer.providerType() == "cortege"]
        project.writeEntry("WFSLayers", "/", vectors)

    def timed(self):
        """Layers that have a time, by name; it is taken from them for now."""
        layers = {layer.serverProperties().shortName(): layer for layer in self.project.mapLayers().values()}
        timed = {name: layer for name, layer in layers.items()
                 if layer.temporalProperties().isActive() or isinstance(layer, QgsRasterLayer)}
        for layer in timed.values():
            layer.temporalProperties().setIsActive(False)
        return timed

    def write(self):
        """The project twice: without time for what the server says of itself, then as it is served."""
        file = self.folder / "projet" / "cortege.qgs"
        timed = self.timed()
        self.write_project(file)
        capabilities.write(self.folder / "capacites", file, self.description["url"], set(timed))
        for layer in timed.values():
            layer.temporalProperties().setIsActive(True)
        self.write_project(file)

    def write_project(self, file):
        if not self.project.write(str(file)):
            raise SystemExit(f"{file.name}: {self.project.error()}")

    def names(self):
        layers = [entry["nom"] for entry in self.layers]
        return {
            "layers": layers,
            "groups": {"cortege": layers[::-1], **{
                group["nom"]: [entry["nom"] for entry in self.layers[::-1] if entry["groupe"] == group["nom"]]
                for group in self.groups}},
            "during": {entry["nom"]: entry["pendant"] for entry in self.layers if "pendant" in entry},
            "vectors": [entry["nom"] for entry in self.layers if "source" in entry],
            "systems": SYSTEMS,
        }


def main():
    folder = pathlib.Path(sys.argv[1])
    description = json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))
    os.environ["CORTEGE_USER"] = description["person"]
    os.environ["TZ"] = description["zone"]
    application = QgsApplication([], False, "", "server")
    application.initQgis()
    publisher = Publisher(folder, description)
    for name in ("projet", "metadata"):
        (folder / name).mkdir(exist_ok=True)
    publisher.add_layers()
    publisher.serve()
    publisher.write()
    print(json.dumps(publisher.names()))
    sys.stdout.flush()
    os._exit(0)  # QGIS's own ending has nothing to save


if __name__ == "__main__":
    main()
