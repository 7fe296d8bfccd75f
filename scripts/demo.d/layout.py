"""The printed map: an A3 page with the centre of the city, the whole city, legend, table, sources."""
import csv
import dataclasses
import pathlib

from osgeo import gdal
from qgis.core import (
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutFrame,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsRasterLayer,
    QgsBasicNumericFormat,
    QgsFillSymbol,
    QgsPrintLayout,
    QgsTableCell,
    QgsTextFormat,
    QgsUnitTypes,
    QgsApplication,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

MM = QgsUnitTypes.LayoutMillimeters
INK = "#2b2924"
QUIET = "#6a6459"
ALERT = "#7f1d0a"
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
          "décembre")
# The page, in millimetres.
PAGE = (420, 297)
MARGIN = 10
HEAD = 22
FOOT = 17
SIDE = 118


def in_french(day):
    first = "1er" if day.day == 1 else day.day
    return f"{DAYS[day.weekday()]} {first} {MONTHS[day.month - 1]} {day.year}"


def text_format(size, colour=INK, bold=False, italic=False):
    font = QFont("Open Sans")
    font.setBold(bold)
    font.setItalic(italic)
    made = QgsTextFormat()
    made.setFont(font)
    made.setSize(size)
    made.setColor(QColor(colour))
    return made


class Page:
    def __init__(self, project, name):
        self.layout = QgsPrintLayout(project)
        self.layout.initializeDefaults()
        self.layout.setName(name)
        self.layout.pageCollection().page(0).setPageSize(QgsLayoutSize(*PAGE, MM))

    def place(self, item, x, y, width, height):
        item.attemptMove(QgsLayoutPoint(x, y, MM))
        item.attemptResize(QgsLayoutSize(width, height, MM))
        self.layout.addLayoutItem(item)
        return item

    def label(self, text, box, size, **style):
        right = style.pop("right", False)
        item = QgsLayoutItemLabel(self.layout)
        item.setText(text)
        item.setTextFormat(text_format(size, **style))
        item.setHAlign(Qt.AlignRight if right else Qt.AlignLeft)
        item.setMarginX(0)
        item.setMarginY(0)
        return self.place(item, *box)

    def map(self, box, extent, layers, window):
        item = self.place(QgsLayoutItemMap(self.layout), *box)
        item.setLayers(layers)
        item.setKeepLayerSet(True)
        item.zoomToExtent(extent)
        item.setTemporalRange(window)
        item.setIsTemporal(True)
        item.setFrameEnabled(True)
        item.setFrameStrokeColor(QColor("#8f8778"))
        item.setFrameStrokeWidth(QgsLayoutMeasurement(0.3))
        item.setBackgroundColor(QColor("#d3e4ec"))
        return item


INSET = ("Zones de tension", "Tension (personnes pondérées par hectare)", "Arrondissements", "Terre")


def shown_layers(project):
    return [node.layer() for node in project.layerTreeRoot().findLayers() if node.isVisible()]


# Layers of the legend under a shorter name; the others go.
LEGEND = {
    "Visites, opérations, affluences": "Points",
    "Défilés": "Défilés",
    "Accidents": "Points",
    "Rassemblements et chantiers": "Surfaces",
    "Signalements des huit dernières semaines": "Huit dernières semaines",
    "Zones de tension": "Zones",
    "Tension (personnes pondérées par hectare)": "Personnes pondérées/ha",
    "Arrondissements": "Arrondissement",
}


def add_legend(page, main, box):
    legend = QgsLayoutItemLegend(page.layout)
    legend.setLinkedMap(main)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    for node in root.findLayers():
        if node.name() not in LEGEND:
            node.parent().removeChildNode(node)
            continue
        node.setCustomProperty("legend/title-label", LEGEND[node.name()])
        if isinstance(node.layer(), QgsRasterLayer):  # the ramp without the name of its band
            QgsMapLayerLegendUtils.setLegendNodeOrder(node, [1])
            legend.model().refreshLayerLegend(node)
    for group in root.findGroups():
        if not group.findLayers():
            root.removeChildNode(group)
    for style, size, bold in ((QgsLegendStyle.Group, 9.5, True), (QgsLegendStyle.Subgroup, 8.5, False),
                              (QgsLegendStyle.SymbolLabel, 8.5, False)):
        changed = legend.rstyle(style)
        changed.setTextFormat(text_format(size, QUIET if style == QgsLegendStyle.Subgroup else INK, bold))
        legend.setStyle(style, changed)
    legend.setLegendFilterByMapEnabled(True)
    legend.setSymbolWidth(7)
    legend.setSymbolHeight(3.8)
    legend.setBackgroundEnabled(False)
    legend.setResizeToContents(False)
    legend.setColumnCount(2)
    legend.setSplitLayer(False)
    legend.setColumnSpace(4)
    page.place(legend, *box)


def add_table(page, folder, box):
    with open(folder / "territoire.csv", encoding="utf-8") as file:
        quartiers = [row for row in csv.DictReader(file) if row["division"] == "quartier"]
    rows = sorted(quartiers, key=lambda row: -float(row["maximum_par_ha"]))[:7]
    contents = [[header(title) for title in ("Quartier", "Niveau", "Maximum", "Personnes")]]
    for row in rows:
        contents.append([cell(row["nom"]), cell(row["niveau"] or "–"),
                         cell(f"{figure(float(row['maximum_par_ha']))}/ha", True),
                         cell(f"{float(row['personnes_ponderees']):.0f}", True)])
    table = QgsLayoutItemManualTable.create(page.layout)
    table.setContentTextFormat(text_format(8))
    table.setTableContents(contents)
    table.setColumnWidths([44, 26, 22, 24])
    table.setShowGrid(True)
    table.setVerticalGrid(False)
    table.setGridStrokeWidth(0.15)
    table.setGridColor(QColor("#c9c2b4"))
    table.setCellMargin(0.9)
    page.layout.addMultiFrame(table)
    frame = QgsLayoutFrame(page.layout, table)
    table.addFrame(frame)
    frame.attemptMove(QgsLayoutPoint(box[0], box[1], MM))
    frame.attemptResize(QgsLayoutSize(box[2], box[3], MM))


def figure(value):
    return f"{value:.0f}" if value >= 10 else f"{value:.1f}".replace(".", ",")


def cell(text, right=False):
    made = QgsTableCell(text)
    made.setHorizontalAlignment(Qt.AlignRight if right else Qt.AlignLeft)
    made.setTextFormat(text_format(8))
    return made


def header(text):
    made = cell(text, text in ("Maximum", "Personnes"))
    made.setTextFormat(text_format(8, QUIET, bold=True))
    return made


def add_scale_bar(page, main, x, y):
    bar = QgsLayoutItemScaleBar(page.layout)
    bar.setLinkedMap(main)
    bar.setStyle("Single Box")
    bar.setUnits(QgsUnitTypes.DistanceMeters)
    bar.setUnitLabel("m")
    bar.setUnitsPerSegment(500)
    bar.setNumberOfSegments(2)
    bar.setNumberOfSegmentsLeft(0)
    bar.setHeight(1.8)
    plain = QgsBasicNumericFormat()
    plain.setShowThousandsSeparator(False)
    bar.setNumericFormat(plain)
    bar.setTextFormat(text_format(8.5))
    bar.setBackgroundEnabled(True)
    bar.setBackgroundColor(QColor(255, 255, 255, 215))
    page.place(bar, x, y, 60, 10)


def add_north(page, main, x, y):
    arrow = QgsLayoutItemPicture(page.layout)
    folders = (pathlib.Path(path) for path in QgsApplication.svgPaths())
    arrow.setPicturePath(str(next(path for folder in folders if (path := folder / "arrows/NorthArrow_04.svg").exists())))
    arrow.setSvgFillColor(QColor(INK))
    arrow.setSvgStrokeColor(QColor(INK))
    arrow.setLinkedMap(main)
    page.place(arrow, x, y, 14, 14)


def add_stamp(page, text, x, y):
    frame = QgsLayoutItemShape(page.layout)
    frame.setShapeType(QgsLayoutItemShape.Rectangle)
    frame.setSymbol(QgsFillSymbol.createSimple(
        {"color": "255,255,255,225", "outline_color": ALERT, "outline_width": "0.6"}))
    page.place(frame, x, y, 84, 10)
    stamp = page.label(text, (x, y + 2.6, 84, 6), 10, colour=ALERT, bold=True)
    stamp.setHAlign(Qt.AlignHCenter)


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
