"""The printed map: an A3 page with the centre of the city, the whole city, legend, table, sources."""
import dataclasses

from osgeo import gdal
from qgis.core import QgsFillSymbol, QgsLayoutExporter

from legend import add_legend
from page import INK, PAGE, QUIET, Page
from surround import add_north, add_scale_bar, add_stamp, add_table

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
          "décembre")
# Layers of the small map.
INSET = ("Zones de tension", "Tension (personnes pondérées par hectare)", "Arrondissements", "Terre")
# Of the page, in millimetres.
MARGIN = 10
HEAD = 22
FOOT = 17
SIDE = 118


def in_french(day):
    first = "1er" if day.day == 1 else day.day
    return f"{DAYS[day.weekday()]} {first} {MONTHS[day.month - 1]} {day.year}"


def shown_layers(project):
    return [node.layer() for node in project.layerTreeRoot().findLayers() if node.isVisible()]


@dataclasses.dataclass
class Texts:
    """What a page says beside its maps."""

    title: str
    subtitle: str
    sources: str
    stamp: str = ""


def footer(raster, sources):
    item = gdal.Open(raster).GetMetadataItem
    return (
        f"Modèle « {item('MODELE_TITRE')} » ({item('MODELE')}, {item('MODELE_STATUT')}), empreinte "
        f"{item('MODELE_EMPREINTE')[:12]}. Unité : {item('UNITE')}, somme sur la fenêtre des personnes attendues et des "
        f"faits, pondérés et étalés par noyau. Périmètre de lecture : {item('PERIMETRE')}. Le statut des organisateurs, "
        "les textes, les services et les thèmes n'entrent pas dans le calcul ; les opérations de police y pèsent zéro.\n"
        f"Sources : {sources} Projection : RGF93 v1 / Lambert-93 (EPSG:2154). Carte dessinée par QGIS."
    )


def make(project, folder, texts, window, centre, city):
    page = Page(project, "Carte de tension")
    width = PAGE[0] - 2 * MARGIN - SIDE - 6
    height = PAGE[1] - 2 * MARGIN - HEAD - FOOT
    side = MARGIN + width + 6
    top = MARGIN + HEAD
    page.label(texts.title, (MARGIN, MARGIN - 1, 290, 12), 25, bold=True)
    page.label(texts.subtitle, (MARGIN, MARGIN + 11, 290, 8), 14, colour=QUIET)
    main = page.map((MARGIN, top, width, height), centre, shown_layers(project), window)
    main.setId("Centre")
    if texts.stamp:
        add_stamp(page, texts.stamp, MARGIN + width - 88, top + 4)
    add_scale_bar(page, main, MARGIN + 4, top + height - 14)
    add_north(page, main, MARGIN + 4, top + 4)
    inset_layers = [layer for layer in shown_layers(project) if layer.name() in INSET]
    inset = page.map((side, MARGIN, SIDE, 88), city, inset_layers, window)
    overview = inset.overview()
    overview.setLinkedMap(main)
    overview.setFrameSymbol(QgsFillSymbol.createSimple(
        {"style": "no", "outline_color": INK, "outline_width": "0.5"}))
    page.label("Toute la ville", (side + 3, MARGIN + 2.5, 60, 6), 9, bold=True)
    page.label("Légende", (side, MARGIN + 92, SIDE, 6), 11, bold=True)
    add_legend(page, main, (side - 2, MARGIN + 97, SIDE + 4, 96))
    page.label("Quartiers où la tension est la plus forte", (side, MARGIN + 197, SIDE, 6), 11, bold=True)
    add_table(page, folder, (side, MARGIN + 204, SIDE, 50))
    page.label(footer(str(folder / "tension.tif"), texts.sources), (MARGIN, PAGE[1] - MARGIN - FOOT + 3, PAGE[0] - 2 * MARGIN, FOOT), 7.5, colour=QUIET)
    project.layoutManager().addLayout(page.layout)
    return page.layout


def draw(layout, path):
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = 200
    settings.exportMetadata = False
    settings.generateWorldFile = False
    result = QgsLayoutExporter(layout).exportToImage(str(path), settings)
    if result != QgsLayoutExporter.Success:
        raise SystemExit(f"{path}: QGIS could not draw the map")
