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
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import capabilities  # noqa: E402
import iso19115  # noqa: E402
import layers  # noqa: E402

SYSTEMS = ["EPSG:2154", "EPSG:3857", "EPSG:4326"]


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

    def add_layers(self):
        root = self.project.layerTreeRoot()
        groups = {}
        for group in self.groups:
            node = root.addGroup(group["titre"])
            node.setCustomProperty("wmsShortName", group["nom"])
            node.setCustomProperty("wmsTitle", group["titre"])
            groups[group["nom"]] = node
        for entry in self.layers:
            layer = layers.styled(entry, self.description)
            layers.describe(layer, entry, self.about, self.description["url"])
            if isinstance(layer, QgsVectorLayer):
                layers.hide_columns(layer)
            else:
                layers.live(layer)
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
        published = {layer.serverProperties().shortName(): layer for layer in self.project.mapLayers().values()}
        timed = {name: layer for name, layer in published.items()
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
        names = [entry["nom"] for entry in self.layers]
        return {
            "layers": names,
            "groups": {"cortege": names[::-1], **{
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
