"""The live vector layers on the demo city: what the commands compute, for the window that QGIS asks for, of what each person
sees; on the desktop and under QGIS Server."""
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from urllib.parse import quote

import numpy
from qgis.core import (QgsCoordinateReferenceSystem, QgsFeatureRequest, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer,
                       QgsVectorLayerTemporalContext)
from qgis.PyQt.QtGui import QImage

import tension_test as tension
from support import conninfo, sql

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "support"))
import fastcgi  # noqa: E402

LAYERS = ("zones", "defiles", "tetes", "conflits", "partiel")
AFTERNOON = ("2026-01-10T12:00:00", "2026-01-10T20:00:00")
FORTNIGHT = ("2026-01-05T00:00:00", "2026-01-19T00:00:00")
setUpModule = tension.setUpModule


def layer(name, person="vm_calanque", more=""):
    return QgsVectorLayer(f"{conninfo(person)} model='espace_public' layer='{name}' {more}", name, "situation")


def during(live, start, end=None):
    """The features that a map shows while the temporal controller stands on a window, or on an instant."""
    context = QgsVectorLayerTemporalContext()
    context.setLayer(live)
    window = tension.instants(start, end or start)
    if end is None:
        window = type(window)(window.begin(), window.end())
    asked = live.temporalProperties().createFilterString(context, window)
    assert asked, "the layer does not move in time"
    return list(live.getFeatures(QgsFeatureRequest().setFilterExpression(asked)))


def cortege(*words):
    return json.loads(subprocess.run([tension.CORTEGE, *words, "--json"], check=True, capture_output=True, text=True).stdout)


class Situation(unittest.TestCase):
    def test_zones_are_those_of_the_command(self):
        with tempfile.TemporaryDirectory() as out:
            subprocess.run([tension.CORTEGE, "tension", "-d", "user=vm_calanque", "--out", out, "--from", AFTERNOON[0], "--to",
                            AFTERNOON[1]], check=True, stdout=subprocess.DEVNULL)
            file = QgsVectorLayer(f"{out}/zones.gpkg|layername=zones", "zones", "ogr")
            expected = {(f["niveau"], f["evenements"], f["nombre"], f["personnes"], f["moyenne"], f["maximum"], f["aire_ha"])
                        for f in file.getFeatures()}
            areas = sorted(f.geometry().area() for f in file.getFeatures())
        found = during(layer("zones"), *AFTERNOON)
        self.assertGreater(len(found), 5)
        self.assertEqual({(f["niveau"], f["evenements"], f["nombre"], f["personnes"], f["moyenne"], f["maximum"], f["aire_ha"])
                          for f in found}, expected)
        for one, other in zip(sorted(f.geometry().area() for f in found), areas, strict=True):
            self.assertAlmostEqual(one, other, places=3)
        self.assertEqual({(f["partiel"], f["statut"], f["niveau_nom"]) for f in found if f["niveau"] == 3},
                         {("non", "exploratoire", "Forte")})

    def test_zones_do_not_end_at_the_edge_of_the_map(self):
        live = layer("zones", more=f"from='{AFTERNOON[0]}' to='{AFTERNOON[1]}'")
        whole = {f.id(): f.geometry().asWkb() for f in live.getFeatures()}
        box = QgsRectangle(893000, 6246000, 893500, 6246500)
        part = {f.id(): f.geometry().asWkb() for f in live.getFeatures(QgsFeatureRequest(box))}
        self.assertTrue(0 < len(part) < len(whole))
        for number, shape in part.items():
            self.assertEqual(shape, whole[number])

    def test_a_march_is_where_the_command_says(self):
        stretch, ends = layer("defiles"), layer("tetes")
        for minute in ("14:05", "14:30", "15:00", "15:06"):
            at = f"2026-01-10T{minute}"
            said = cortege("march", "deambulatoire:4", "-d", "user=vm_calanque", "--at", at)["positions"][0]
            march = next(f for f in during(stretch, at + ":00") if f["cle"] == "deambulatoire:4")
            line = QgsGeometry.fromWkt("LINESTRING(" + ",".join(f"{x} {y}" for x, y in said["occupied"]) + ")")
            self.assertLess(march.geometry().hausdorffDistance(line), 1e-6)
            self.assertAlmostEqual(march["tete_m"], said["head"], places=6)
            self.assertAlmostEqual(march["queue_m"], said["tail"], places=6)
            found = {f["role"]: f for f in during(ends, at + ":00") if f["cle"] == "deambulatoire:4"}
            self.assertEqual(set(found), {"tête", "queue"})
            self.assertLess(found["tête"].geometry().distance(QgsGeometry.fromPointXY(line.asPolyline()[-1])), 1e-6)
            self.assertAlmostEqual(found["tête"]["en_marche"], said["walking"], places=6)

    def test_over_a_window_a_march_holds_from_its_first_tail_to_its_last_head(self):
        march = next(f for f in during(layer("defiles"), "2026-01-10T14:30:00", "2026-01-10T14:45:00")
                     if f["cle"] == "deambulatoire:4")
        first, last = cortege("march", "deambulatoire:4", "-d", "user=vm_calanque", "--at", "2026-01-10T14:30", "--at",
                              "2026-01-10T14:45")["positions"]
        self.assertAlmostEqual(march.geometry().length(), last["head"] - first["tail"], places=6)

    def test_nobody_walks_before_the_start_and_after_the_end(self):
        for hour in ("13:59:59", "15:20:00"):
            self.assertNotIn("deambulatoire:4", {f["cle"] for f in during(layer("defiles"), f"2026-01-10T{hour}")})

    def test_clashes_are_those_of_the_command_and_last_as_long(self):
        sql("""DO $$ DECLARE place geometry := ST_SetSRID(ST_MakePoint(893087, 6247090), 2154); numero bigint; BEGIN
            INSERT INTO cortege.manifestation_statique (objet, debut, fin, emprise) VALUES ('Sur le parcours',
              '2026-01-10T14:20:00+01:00', '2026-01-10T15:00:00+01:00', ST_Multi(ST_Buffer(place, 30))) RETURNING id INTO numero;
            INSERT INTO cortege.adresse (evenement_type, evenement_id, ordre, role, libelle, geom)
              VALUES ('statique', numero, 1, 'lieu', 'Place', place); END $$""", user="pp_mistral")
        said = cortege("clashes", "-d", "user=vm_calanque", "--from", FORTNIGHT[0], "--to", FORTNIGHT[1])["clashes"]
        live = layer("conflits")
        found = during(live, *FORTNIGHT)
        self.assertTrue(said)
        self.assertEqual({(f["evenement_1"], f["evenement_2"], round(f["distance_m"], 6)) for f in found},
                         {(clash["first"], clash["second"], round(clash["distance"], 6)) for clash in said})
        first = next(f for f in found)
        middle = first["debut"].addMSecs(first["debut"].msecsTo(first["fin"]) // 2).toString("yyyy-MM-ddTHH:mm:ss")
        self.assertIn(first["evenement_1"], {f["evenement_1"] for f in during(live, middle)})
        after = first["fin"].addSecs(2).toString("yyyy-MM-ddTHH:mm:ss")
        self.assertNotIn((first["evenement_1"], first["evenement_2"]),
                         {(f["evenement_1"], f["evenement_2"]) for f in during(live, after)})

    def test_each_person_has_their_own(self):
        def marches(person):
            return {f["cle"] for f in during(layer("defiles", person), *FORTNIGHT)}
        seen = {}
        for person in ("vm_calanque", "sp_garlaban", "sp_estaque", "vm_frioul"):
            seen[person] = marches(person)
            self.assertEqual(seen[person], {key for key, in sql("SELECT cle FROM plateforme.evenement WHERE genre = 'deambulatoire'"
                                                                " AND geom IS NOT NULL AND debut <= %s AND coalesce(fin, debut) >= %s", FORTNIGHT[::-1],
                                                                user=person)}, person)
        self.assertLess(seen["sp_estaque"], seen["vm_calanque"])
        self.assertEqual(during(layer("partiel"), *AFTERNOON), [])
        ground = next(layer("partiel", "sp_garlaban").getFeatures()).geometry()
        self.assertFalse(ground.contains(QgsGeometry.fromWkt("POINT(893300 6246500)")))
        self.assertTrue(ground.contains(QgsGeometry.fromWkt("POINT(880000 6260000)")))
        hidden = {f["partiel"] for f in during(layer("zones", "sp_garlaban"), *AFTERNOON)}
        self.assertTrue(any("unités" in words for words in hidden), hidden)

    def test_who_may_not_read_gets_an_invalid_layer_with_the_reason(self):
        for name in LAYERS:
            refused = layer(name, "vm_dpo")
            self.assertFalse(refused.isValid())
            self.assertIn("habilit", refused.dataProvider().error().message())

    def test_nonsense_in_the_source_is_told(self):
        for source, words in (("layer='tout' model='espace_public'", "tout"), ("layer='zones'", "model"),
                              ("layer='zones' model='inconnu'", "inconnu"), ("layer='zones' model='espace_public' to='demain'", "demain")):
            wrong = QgsVectorLayer(f"{conninfo('vm_calanque')} {source}", "x", "situation")
            self.assertFalse(wrong.isValid())
            self.assertIn(words, wrong.dataProvider().error().message())

    def test_filters_rectangles_and_ids_hold_beside_the_window(self):
        live = layer("zones", more=f"from='{AFTERNOON[0]}' to='{AFTERNOON[1]}'")
        everything = list(live.getFeatures())
        high = list(live.getFeatures(QgsFeatureRequest().setFilterExpression("niveau >= 3")))
        self.assertEqual([f.id() for f in high], [f.id() for f in everything if f["niveau"] >= 3])
        self.assertEqual(next(live.getFeatures(QgsFeatureRequest(high[0].id()))).attributes(), high[0].attributes())
        degrees = QgsFeatureRequest().setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"),
                                                        QgsProject.instance().transformContext())
        self.assertAlmostEqual(next(live.getFeatures(degrees)).geometry().centroid().asPoint().y(), 43.3, delta=.2)


class Server(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        path = f"{cls.folder.name}/projet.qgs"
        project = QgsProject()
        project.setCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
        os.environ["PGUSER"] = "vm_calanque"  # the published source names nobody
        source = "dbname='cortege' host='{PGHOST}' port={PGPORT} sslmode=disable model='espace_public'".format(**os.environ)
        for name in LAYERS:
            live = QgsVectorLayer(f"{source} layer='{name}'", name, "situation")
            assert live.isValid(), live.error().message()
            project.addMapLayer(live)
        os.environ["PGUSER"] = "postgres"
        assert project.write(path)
        cls.server = fastcgi.Server(path)

    @classmethod
    def tearDownClass(cls):
        cls.server.close()

    def wms(self, request, name, person="vm_calanque", **parameters):
        query = {"SERVICE": "WMS", "VERSION": "1.3.0", "REQUEST": request, "LAYERS": name, "QUERY_LAYERS": name, "STYLES": "",
                 "CRS": "EPSG:2154", "BBOX": "891000,6244000,895000,6248000", "WIDTH": 400, "HEIGHT": 400, "FORMAT": "image/png",
                 "TRANSPARENT": "TRUE", "I": 200, "J": 200, "INFO_FORMAT": "application/json", "FEATURE_COUNT": 100,
                 "FI_LINE_TOLERANCE": 400, "FI_POINT_TOLERANCE": 400, "FI_POLYGON_TOLERANCE": 400, **parameters}
        return self.server.ask("&".join(f"{key}={quote(str(value))}" for key, value in query.items()), person)

    def picture(self, name, person="vm_calanque", **parameters):
        answer = self.wms("GetMap", name, person, **parameters)
        self.assertEqual(answer.kind, "image/png", answer.text)
        image = QImage.fromData(answer.body).convertToFormat(QImage.Format_ARGB32)
        return image.bits().asstring(image.sizeInBytes())

    def test_maps_follow_time_in_all_its_forms(self):
        for name in ("zones", "defiles", "tetes"):
            forms = [self.picture(name, TIME=time) for time in
                     ("2026-01-10T13:30:00Z/2026-01-10T13:45:00Z", "2026-01-10T14:30:00/2026-01-10T14:45:00",
                      "2026-01-10T14:30:00+01:00/2026-01-10T14:45:00+01:00")]
            self.assertGreater(numpy.count_nonzero(numpy.frombuffer(forms[0], numpy.uint8)), 50, name)
            self.assertEqual(set(forms), {forms[0]}, name)
            self.assertNotEqual(self.picture(name, TIME="2026-01-10T13:50:00Z/2026-01-10T14:05:00Z"), forms[0], name)

    def test_get_feature_info_is_of_the_same_moment(self):
        def said(time):
            answer = self.wms("GetFeatureInfo", "defiles", TIME=time)
            return [feature["properties"] for feature in json.loads(answer.text)["features"]]
        march = next(one for one in said("2026-01-10T13:30:00Z") if one["cle"] == "deambulatoire:4")
        there = cortege("march", "deambulatoire:4", "-d", "user=vm_calanque", "--at", "2026-01-10T14:30")["positions"][0]
        self.assertAlmostEqual(float(march["tete_m"]), there["head"], places=3)
        self.assertEqual(said("2026-01-10T03:00:00Z"), [])

    def test_people_who_alternate_see_their_own(self):
        own = {person: self.picture("zones", person, TIME="2026-01-10T12:00:00Z/2026-01-10T19:00:00Z")
               for person in ("vm_calanque", "sp_garlaban", "sp_estaque", "vm_frioul")}
        self.assertGreater(len(set(own.values())), 2)
        for _ in range(5):
            for person, expected in own.items():
                self.assertEqual(self.picture("zones", person, TIME="2026-01-10T12:00:00Z/2026-01-10T19:00:00Z"), expected)


if __name__ == "__main__":
    unittest.main()
