"""Small layers in memory that the algorithms are run on."""
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from drive import in_days

FIELDS = ("field=cle:string&field=genre:string&field=objet:string&field=debut:datetime&field=fin:datetime"
          "&field=personnes_attendues:integer")
MARCH = "LINESTRING(1058000 6301000, 1058600 6301000)"
BEGIN, END = in_days(1, 14), in_days(1, 16)


def layer(kind, fields, rows, name="essai"):
    made = QgsVectorLayer(f"{kind}?crs=EPSG:2154&{fields}", name, "memory")
    for wkt, values in rows:
        feature = QgsFeature(made.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature.setAttributes(values)
        assert made.dataProvider().addFeature(feature)
    made.updateExtents()
    return made


def march_layer():
    """Two marches that meet, one that meets nobody."""
    return layer("LineString", FIELDS, [
        (MARCH, ["d:1", "deambulatoire", "Marche", BEGIN, END, 1000]),
        ("LINESTRING(1058600 6301000, 1058000 6301000)", ["d:2", "deambulatoire", "Contre-marche", BEGIN, END, 500]),
        ("LINESTRING(1060000 6303000, 1060300 6303000)", ["d:3", "deambulatoire", "Loin", BEGIN, END, 500])])


def point_layer(count, name="essai", shift=0):
    return layer("Point", "field=poids:integer",
                 [(f"POINT({1058000 + shift + 37 * i % 3000} {6301000 + 53 * i % 3000})", [1]) for i in range(count)], name)
