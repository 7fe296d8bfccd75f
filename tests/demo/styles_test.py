#!/usr/bin/env python3
"""Every style of styles/ on the layer it is made for, read from a private database by the person who will use it."""
import os
import pathlib
import re
import sys
import unittest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import QgsApplication, QgsAttributeEditorContainer, QgsVectorLayer  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
EVENTS = {"evenement_point": "MultiPoint", "evenement_ligne": "MultiLineString", "evenement_surface": "MultiPolygon"}
TABLES = {
    **{name: ("plateforme", "geom", kind, "cle") for name, kind in EVENTS.items()},
    "manifestation_deambulatoire": ("cortege", "trace", "LineString", "id"),
    "manifestation_statique": ("cortege", "emprise", "MultiPolygon", "id"),
    "operation_programmee": ("cortege", "lieux", "MultiPoint", "id"),
    "visite_officielle": ("cortege", "lieux", "MultiPoint", "id"),
    "adresse": ("cortege", "geom", "Point", "id"),
    "zone_tension": ("plateforme", "geom", "MultiPolygon", "id"),
    "unite": ("voirie", "geom", "MultiPolygon", "id"),
    "lieu": ("voirie", "geom", "Point", "id"),
    "troncon": ("voirie", "geom", "LineString", "id"),
}
FILES = {"arrondissements", "quartiers", "axes", "fond", "zones", "tension"}  # layers that are files
SITUATION = {"situation_defiles", "situation_tetes", "situation_conflits", "situation_partiel"}  # computed: qgis.situation


def layer_of(name):
    schema, geometry, kind, key = TABLES[name]
    uri = (f"host={os.environ['PGHOST']} port={os.environ['PGPORT']} dbname=cortege user=postgres key='{key}' srid=2154 "
           f"type={kind} checkPrimaryKeyUnicity='0' table=\"{schema}\".\"{name}\" ({geometry})")
    return QgsVectorLayer(uri, name, "postgres")


def fields_of(container):
    for element in container.children():
        if isinstance(element, QgsAttributeEditorContainer):
            yield from fields_of(element)
        else:
            yield element.name()


def quoted_names(text):
    return set(re.findall(r'"([a-z_]+)"', text))


class Styles(unittest.TestCase):
    def styled(self, name):
        layer = layer_of(name)
        self.assertTrue(layer.isValid(), name)
        message, loaded = layer.loadNamedStyle(str(ROOT / "styles" / f"{name}.qml"))
        self.assertTrue(loaded, message)
        return layer

    def test_every_style_has_its_layer_and_both_forms(self):
        names = {path.stem for path in (ROOT / "styles").glob("*.qml")}
        self.assertEqual(names, set(TABLES) | FILES | SITUATION)
        self.assertEqual(names, {path.stem for path in (ROOT / "styles").glob("*.sld")})

    def test_rules_and_labels_name_columns_that_exist(self):
        for name in TABLES:
            with self.subTest(name):
                layer = self.styled(name)
                known = set(layer.fields().names())
                used = set()
                if layer.renderer().type() == "RuleRenderer":
                    for rule in layer.renderer().rootRule().children():
                        used |= quoted_names(rule.filterExpression())
                for provider in layer.labeling().subProviders() if layer.labeling() else []:
                    used |= quoted_names(layer.labeling().settings(provider).fieldName)
                self.assertLessEqual(used, known)

    def test_forms_are_in_french(self):
        for name in set(TABLES) - {"lieu", "troncon"}:
            layer = self.styled(name)
            shown = list(fields_of(layer.editFormConfig().invisibleRootContainer()))
            self.assertTrue(shown, name)
            for field in shown:
                with self.subTest(f"{name}.{field}"):
                    self.assertTrue(layer.fields().field(field).alias(), "no French alias")

    def test_events_move_with_time(self):
        for name in [*EVENTS, "manifestation_deambulatoire", "manifestation_statique", "operation_programmee",
                     "visite_officielle", "zone_tension"]:
            layer = self.styled(name)
            with self.subTest(name):
                self.assertTrue(layer.temporalProperties().isActive())

    def test_lists_of_values_are_the_database_s(self):
        layer = self.styled("operation_programmee")
        setup = layer.editorWidgetSetup(layer.fields().indexOf("theme"))
        self.assertEqual(setup.type(), "ValueMap")
        values = [next(iter(entry.values())) for entry in setup.config()["map"]]
        self.assertEqual(values, ["PSQ Transports", "PSQ QRR", "Sécurité Routière", "CODAF", "Marché aux Puces", "MIN"])


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    status = unittest.main(exit=False).result.wasSuccessful()
    sys.stdout.flush()
    os._exit(0 if status else 1)  # QGIS's own teardown is not what is tested
