#!/usr/bin/python3
"""Streets of the database: tension along them, and the width of a march; beside sums taken with GEOS alone."""

import csv
import os
import sys
import tempfile
import unittest
from pathlib import Path

from osgeo import gdal, ogr, osr

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[2] / "security"))
import people  # noqa: E402
from programs import DATA, result, run  # noqa: E402

gdal.UseExceptions()

MONACO = DATA / "streets/monaco.osm.pbf"
# Metres from (893 000, 6 247 000): a course cut by two streets, one of known width, and a way no march takes.
NODES = {1: (0, 3.7), 2: (450, 3.7), 3: (900, 3.7), 4: (450, -212), 5: (451, 380), 6: (760, 290), 7: (0, 9),
         8: (900, 9), 9: (5000, 5000), 10: (5200, 5000)}
WAYS = (((1, 2), {"highway": "residential", "name": "Cours Étroit", "width": "7"}),
        ((2, 3), {"highway": "primary", "name": "Grande Avenue"}),
        ((4, 2, 5), {"highway": "residential", "name": "Rue Travers"}),
        ((5, 6), {"highway": "pedestrian", "name": "Rue Oblique"}),
        ((7, 8), {"highway": "footway"}),
        ((9, 10), {"highway": "residential", "name": "Rue Lointaine"}))
EXTENT = ("--extent", "892500", "6246500", "894400", "6247700")
AFTERNOON = ("--from", "2026-05-01T14:00", "--to", "2026-05-01T18:00")


def network():
    """The ways as an OpenStreetMap extract."""
    lambert, degrees = osr.SpatialReference(), osr.SpatialReference()
    lambert.ImportFromEPSG(2154)
    degrees.ImportFromEPSG(4326)
    for system in (lambert, degrees):
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    there = osr.CoordinateTransformation(lambert, degrees)
    places = {node: there.TransformPoint(893000 + x, 6247000 + y) for node, (x, y) in NODES.items()}
    nodes = "".join(f'<node id="{n}" lon="{p[0]:.9f}" lat="{p[1]:.9f}"/>' for n, p in places.items())
    ways = "".join(f'<way id="{100 + i}">' + "".join(f'<nd ref="{node}"/>' for node in refs)
                   + "".join(f'<tag k="{k}" v="{v}"/>' for k, v in tags.items()) + "</way>"
                   for i, (refs, tags) in enumerate(WAYS))
    return f'<?xml version="1.0" encoding="UTF-8"?><osm version="0.6">{nodes}{ways}</osm>'


def cut(line, band, transform):
    """Length, mean and maximum of a raster along a line: each cell it meets, cut by GEOS."""
    west, side, _, north = transform[:4]
    box = line.GetEnvelope()
    length = total = 0
    values = []
    for column in range(max(0, int((box[0] - west) // side)), min(band.shape[1], int((box[1] - west) // side) + 1)):
        for row in range(max(0, int((north - box[3]) // side)), min(band.shape[0], int((north - box[2]) // side) + 1)):
            x, y = west + column * side, north - row * side
            cell = ogr.CreateGeometryFromWkt(f"POLYGON(({x} {y},{x + side} {y},{x + side} {y - side},{x} {y - side},{x} {y}))")
            inside = line.Intersection(cell).Length()
            if inside > 1e-9:
                length += inside
                total += inside * float(band[row, column])
                values.append(float(band[row, column]))
    return (length, total / length, max(values)) if values else None


def as_person(login):
    return {"PGUSER": login, "PGHOST": os.environ["PGHOST"], "PGPORT": os.environ["PGPORT"]}


class Streets(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        people.psql(people.ROOT / "tests/support/personnes.sql")
        with people.superuser() as session, session.cursor() as cursor:
            cursor.execute(
                "INSERT INTO voirie.unite (genre, code, nom, geom) SELECT 'quartier', code, nom, ST_Multi(ST_MakeEnvelope("
                "x, 6246000, x + 1000, 6248000, 2154)) FROM (VALUES ('1', 'Opéra', 892000), ('2', 'Noailles', 893000),"
                " ('3', 'La Joliette', 894000)) AS q (code, nom, x)")
            cursor.execute("UPDATE voirie.territoire SET emprise = ST_MakeEnvelope(810000, 6230000, 1080000, 6320000, 2154)")
            cursor.execute("SET SESSION AUTHORIZATION dga1;"
                           "SELECT habilitation.inscrire('expire1', 'Blanc', 'Rose', 'Ville de Marseille', 'Observatoire');"
                           "SELECT habilitation.accorder(habilitation.demander('expire1', 'analyste_ville', 'Essai', now(),"
                           " clock_timestamp() + interval '1 second'))")
        with people.connect("agent1") as session, session.cursor() as cursor:
            cls.march = cls.event(cursor, "deambulatoire", "manifestation_deambulatoire", "trace",
                                  "LINESTRING(893000 6247000, 893450 6247000, 893900 6247000)")
            cls.event(cursor, "statique", "manifestation_statique", "emprise",
                      "MULTIPOLYGON(((893420 6246960, 893470 6246960, 893470 6246990, 893420 6246960)))")
            cls.event(cursor, "statique", "manifestation_statique", "emprise",
                      "MULTIPOLYGON(((1056300 6303200, 1056360 6303200, 1056360 6303250, 1056300 6303200)))")

    @staticmethod
    def event(cursor, kind, table, column, shape):
        cursor.execute(f"INSERT INTO cortege.{table} (objet, debut, fin, personnes_attendues, {column}) VALUES ('Essai',"
                       f" '2026-05-01 14:00+02', '2026-05-01 18:00+02', 2000, 'SRID=2154;{shape}') RETURNING id")
        number = cursor.fetchone()[0]
        cursor.execute("INSERT INTO cortege.adresse (evenement_type, evenement_id, libelle, geom) VALUES"
                       " (%s, %s, 'Lieu', ST_PointOnSurface(%s))", (kind, number, f"SRID=2154;{shape}"))
        return f"{kind}:{number}"

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def load(self, file=None):
        if file is None:
            file = self.folder / "ville.osm"
            file.write_text(network(), encoding="utf-8")
        return result("import", "streets", file)

    def streets(self, file, layer="rues"):
        self.source = ogr.Open(str(file))  # kept: a layer dies with its source
        return [street.items() | {"line": street.geometry().Clone()} for street in self.source.GetLayerByName(layer)]

    def assert_as_cut(self, streets, raster, band):
        """Every street's figures are those of GEOS, and no street on the raster is missing."""
        raster = gdal.Open(str(raster))
        values, transform = raster.GetRasterBand(band).ReadAsArray(), raster.GetGeoTransform()
        with people.superuser() as session, session.cursor() as cursor:
            cursor.execute("SELECT id, coalesce(nom, ''), classe, ST_AsText(geom, 15) FROM voirie.troncon")
            rows = cursor.fetchall()
        found = {street["identifiant"]: street for street in streets}
        self.assertEqual(len(found), len(streets))
        expected = {number: (name, kind, figures) for number, name, kind, text in rows
                    if (figures := cut(ogr.CreateGeometryFromWkt(text), values, transform))}
        self.assertEqual(set(found), set(expected))
        for number, (name, kind, (length, mean, maximum)) in expected.items():
            street = found[number]
            self.assertEqual((street["nom"] or "", street["classe"]), (name, kind))
            self.assertAlmostEqual(street["longueur_m"], length, places=5)
            self.assertAlmostEqual(street["moyenne"], mean, delta=1e-7 * max(1, mean))
            self.assertAlmostEqual(street["maximum"], maximum, places=9)
        return expected

    def test_tension_along_each_street(self):
        self.assertEqual(self.load()["edges"], 7)
        report = result("tension", *AFTERNOON, *EXTENT, "--streets", "--out", self.folder / "out",
                        environment=as_person("analyste1"))
        self.assertIn(str(self.folder / "out/rues.gpkg"), report["files"])
        streets = self.streets(self.folder / "out/rues.gpkg")
        expected = self.assert_as_cut(streets, self.folder / "out/tension.tif", sum_band(self.folder / "out/tension.tif"))
        self.assertEqual(len(expected), 6, "the far street is off the raster")
        by_name = {street["nom"]: street for street in streets}
        self.assertGreater(by_name["Cours Étroit"]["moyenne"], by_name["Rue Oblique"]["moyenne"])
        self.assertGreater(by_name["Rue Oblique"]["maximum"], 0)
        self.assertEqual(by_name["Cours Étroit"]["debut"], "2026/05/01 12:00:00+00")

    def test_a_series_has_each_street_in_each_window(self):
        self.load()
        report = result("tension", *AFTERNOON, "--step", "2h", *EXTENT, "--streets", "--out", self.folder / "out",
                        environment=as_person("analyste1"))
        self.assertEqual(report["windows"], 2)
        streets = self.streets(self.folder / "out/rues.gpkg")
        self.assertEqual(len(streets), 12)
        for hour, stamp in (("12", "20260501T1400"), ("14", "20260501T1600")):
            window = [street for street in streets if street["debut"] == f"2026/05/01 {hour}:00:00+00"]
            raster = self.folder / f"out/tension_{stamp}.tif"
            self.assert_as_cut(window, raster, sum_band(raster))

    def test_zones_along_the_network(self):
        self.load()
        result("tension", *AFTERNOON, *EXTENT, "--out", self.folder / "out", environment=as_person("analyste1"))
        raster = self.folder / "out/tension.tif"
        found = result("zones", raster, self.folder / "z.gpkg", "--band", sum_band(raster), "--thresholds", "5",
                       "--network", environment=as_person("analyste1"))
        self.assertEqual(found["streets"], 6)
        self.assert_as_cut(self.streets(self.folder / "z.gpkg"), raster, sum_band(raster))
        code, out, err = run("zones", raster, self.folder / "z.gpkg", "--network", environment=as_person("expire1"))
        self.assertEqual((code, out), (1, ""), "no habilitation is not an empty network")
        self.assertIn("expire1 has no habilitation in force", err)

    def test_no_network_is_said_by_its_absence(self):
        with people.superuser() as session, session.cursor() as cursor:
            cursor.execute("DELETE FROM voirie.noeud")
        report = result("tension", *AFTERNOON, *EXTENT, "--streets", "--out", self.folder / "out",
                        environment=as_person("analyste1"))
        self.assertFalse([file for file in report["files"] if file.endswith("rues.gpkg")])

    def test_a_real_network(self):
        if not MONACO.exists():
            self.skipTest("../shared/data is absent")
        self.assertGreater(self.load(MONACO)["edges"], 5000)
        result("tension", *AFTERNOON, "--extent", "1055900", "6302900", "1056800", "6303700", "--streets", "--out",
               self.folder / "out", environment=as_person("analyste1"))
        streets = self.streets(self.folder / "out/rues.gpkg")
        raster = self.folder / "out/tension.tif"
        self.assertGreater(len(self.assert_as_cut(streets, raster, sum_band(raster))), 100)
        self.assertGreater(max(street["maximum"] for street in streets), 1)

    def test_a_march_is_as_wide_as_its_streets(self):
        self.load()
        march = result("march", self.march, "--density", "1", "--speed", "1.8", environment=as_person("agent1"))["march"]
        # 7 m known on the course, 14 m by the avenue's class; the pavement 5 m beside is nobody's width.
        width = march["width"]
        self.assertEqual(width["narrowest"], 7)
        self.assertAlmostEqual(width["known"], 450, delta=15)
        self.assertAlmostEqual(width["by_class"], 450, delta=15)
        self.assertAlmostEqual(width["known"] + width["by_class"] + width["assumed"], 900)
        self.assertAlmostEqual(march["column_length"], 2000 / 7)
        out = self.folder / "marche.gpkg"
        found = result("march", self.march, "--density", "1", "--speed", "1.8", "--out", out, environment=as_person("agent1"))
        self.assertEqual([street["name"] for street in found["streets"]], ["Cours Étroit", "Grande Avenue"])
        crossed = [crossing for crossing in found["crossings"] if crossing["name"] == "Rue Travers"]
        self.assertEqual(len(crossed), 1)
        # The head walks 0.5 m/s: 450 m take it 15 minutes.
        self.assertLess(crossed[0]["head"], "2026-05-01T14:15:00+02:00")
        self.assertGreater(crossed[0]["free"], "2026-05-01T14:24:00+02:00")
        self.assertEqual([street["nom"] for street in self.streets(out)], ["Cours Étroit", "Grande Avenue"])

    def test_each_division_has_its_lines(self):
        result("tension", *AFTERNOON, *EXTENT, "--out", self.folder / "out", environment=as_person("analyste1"))
        with open(self.folder / "out/territoire.csv", encoding="utf-8") as table:
            rows = list(csv.DictReader(table))
        self.assertEqual([(row["division"], row["code"]) for row in rows],
                         [("quartier", "1"), ("quartier", "2"), ("quartier", "3"), ("arrondissement", "13201"),
                          ("arrondissement", "13202")])
        persons = {(row["division"], row["code"]): float(row["personnes_ponderees"]) for row in rows}
        highest = {(row["division"], row["code"]): float(row["maximum_par_ha"]) for row in rows}
        # The first arrondissement is the two first quartiers.
        self.assertAlmostEqual(persons["arrondissement", "13201"], persons["quartier", "1"] + persons["quartier", "2"], delta=0.11)
        self.assertGreater(persons["quartier", "2"], 3000)
        self.assertEqual(highest["arrondissement", "13201"], max(highest["quartier", "1"], highest["quartier", "2"]))
        result("tension", *AFTERNOON, *EXTENT, "--areas", "arrondissement", "--out", self.folder / "out",
               environment=as_person("analyste1"))
        with open(self.folder / "out/territoire.csv", encoding="utf-8") as table:
            self.assertEqual({row["division"] for row in csv.DictReader(table)}, {"arrondissement"})


def sum_band(raster):
    """The sum is the last band."""
    return gdal.Open(str(raster)).RasterCount


if __name__ == "__main__":
    unittest.main()
