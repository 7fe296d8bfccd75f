"""The layers that are published: opened, styled, described."""
import pathlib

from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsLayerMetadata,
    QgsMapLayerServerProperties,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime, Qt

# Beside the values that a form shows, a table has columns for the machine: they are not handed out.
HIDDEN = {"periode", "id", "acces", "unites", "version", "modifie_le"}
EARLIEST, LATEST = "2000-01-01T00:00:00", "2100-01-01T00:00:00"


def source(layer, description):
    if "situation" in layer:
        return QgsVectorLayer(f"{description['source']} model='{layer['modele']}' layer='{layer['situation']}'",
                              layer["titre"], "situation")
    if "modele" in layer:
        return QgsRasterLayer(f"{description['source']} model='{layer['modele']}'", layer["titre"], "tension")
    schema, table = layer["source"].split(".")
    uri = (f"{description['source']} key='{layer['cle']}' srid=2154 type={layer['geometrie']} "
           f"checkPrimaryKeyUnicity='0' table=\"{schema}\".\"{table}\" (geom)")
    return QgsVectorLayer(uri, layer["titre"], "cortege")


def styled(entry, description):
    """The layer as it is drawn."""
    layer = source(entry, description)
    if not layer.isValid():
        raise SystemExit(f"{entry['nom']}: {layer.error().summary() or 'the layer does not open'}")
    message, loaded = layer.loadNamedStyle(str(pathlib.Path(description["styles"]) / f"{entry['nom']}.qml"))
    if not loaded:
        raise SystemExit(f"{entry['nom']}.qml: {message}")
    layer.setName(entry["titre"])
    styles = layer.styleManager()
    styles.renameStyle(styles.currentStyle(), "default")  # a provider names its own; the gate knows this one
    if "echelle_max" in entry:
        layer.setScaleBasedVisibility(True)
        layer.setMinimumScale(entry["echelle_max"])
    return layer


def describe(layer, entry, about, url):
    """What capabilities and clients say of it."""
    server = layer.serverProperties()
    server.setShortName(entry["nom"])
    server.setTitle(entry["titre"])
    server.setAbstract(entry["resume"])
    server.setKeywordList(",".join(entry["mots_cles"]))
    server.setAttribution(entry["attribution"])
    server.setMetadataUrls([QgsMapLayerServerProperties.MetadataUrl(
        f"{url}/metadata/{entry['nom']}.xml", "ISO19115:2003", "text/xml")])
    metadata = QgsLayerMetadata()
    metadata.setIdentifier(entry["nom"])
    metadata.setTitle(entry["titre"])
    metadata.setAbstract(entry["resume"])
    metadata.setType("dataset")
    metadata.setLanguage("FRE")
    metadata.setKeywords({"gmd:topicCategory": ["society"], "Cortège": entry["mots_cles"]})
    metadata.setRights([entry["attribution"]])
    metadata.setConstraints([QgsLayerMetadata.Constraint(about["contraintes"], "access")])
    metadata.setCrs(layer.crs())
    layer.setMetadata(metadata)


def hide_columns(layer):
    """Columns for the machine go to nobody."""
    for index, field in enumerate(layer.fields()):
        if field.name() in HIDDEN:
            layer.setFieldConfigurationFlag(index, Qgis.FieldConfigurationFlag.HideFromWms, True)
            layer.setFieldConfigurationFlag(index, Qgis.FieldConfigurationFlag.HideFromWfs, True)


def live(raster):
    """The temporal window of a request reaches the provider."""
    available = QgsDateTimeRange(*(QDateTime.fromString(text, Qt.ISODate) for text in (EARLIEST, LATEST)))
    raster.dataProvider().temporalCapabilities().setAvailableTemporalRange(available)
    temporal = raster.temporalProperties()
    temporal.setMode(Qgis.RasterTemporalMode.TemporalRangeFromDataProvider)
    temporal.setFixedTemporalRange(available)
