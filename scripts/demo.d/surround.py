"""What stands around the map on the page: table, scale bar, north arrow, stamp."""
import csv
import pathlib

from qgis.core import (
    QgsApplication,
    QgsBasicNumericFormat,
    QgsFillSymbol,
    QgsLayoutFrame,
    QgsLayoutItemManualTable,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsTableCell,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from page import ALERT, INK, MM, QUIET, text_format


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
