"""A page of the printed map: its size, its letters, what is placed on it."""
from qgis.core import (
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

MM = QgsUnitTypes.LayoutMillimeters
INK = "#2b2924"
QUIET = "#6a6459"
ALERT = "#7f1d0a"
PAGE = (420, 297)  # millimetres


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
