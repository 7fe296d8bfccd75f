"""The legend of the printed map."""
from qgis.core import (
    QgsLayoutItemLegend,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsRasterLayer,
)

from page import INK, QUIET, text_format

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
