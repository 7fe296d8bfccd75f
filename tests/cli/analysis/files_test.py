#!/usr/bin/python3
"""march, clashes, hotspots and evaluate on files."""

import json
import os
import random
import sys
import tempfile
import unittest
from pathlib import Path

from osgeo import gdal, ogr

sys.path.insert(0, str(Path(__file__).parent))
from programs import DATA, result, run  # noqa: E402

gdal.UseExceptions()


def feature(geometry, **properties):
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features):
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2154"}}
    return {"type": "FeatureCollection", "crs": crs, "features": list(features)}


def line(*points):
    return {"type": "LineString", "coordinates": points}


class Files(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name):
        return str(Path(self.folder.name) / name)

    def written(self, name, content):
        Path(self.path(name)).write_text(content if isinstance(content, str) else json.dumps(content))
        return self.path(name)

    def refused(self, code, part, *arguments):
        found, out, err = run(*arguments)
        self.assertEqual((found, out), (code, ""), err)
        self.assertIn(part, err)
        self.assertEqual(err.count("\n"), 1, err)


class March(Files):
    def setUp(self):
        super().setUp()
        self.route = self.written(
            "route.geojson",
            collection(feature(line([893000, 6246000], [894000, 6246000]), id="m", personnes_attendues=2000,
                               debut="2026-05-01T14:00:00+02:00", fin="2026-05-01T14:20:00+02:00")),
        )
        self.assumed = ["--density", "1", "--speed", "1.8", "--width", "10"]

    def test_timetable(self):
        found = result("march", self.route, *self.assumed, "--at", "2026-05-01T14:10")
        march = found["march"]
        self.assertAlmostEqual(march["column_length"], 200)
        self.assertAlmostEqual(march["passage_seconds"], 400)
        self.assertEqual(march["head_arrives"], "2026-05-01T14:33:20+02:00")
        self.assertEqual(march["clear"], "2026-05-01T14:40:00+02:00")
        self.assertEqual(march["count"], "expected")
        at = found["positions"][0]
        self.assertAlmostEqual(at["head"], 300)
        self.assertAlmostEqual(at["tail"], 100)
        self.assertEqual(at["occupied"], [[893100.0, 6246000.0], [893300.0, 6246000.0]])
        self.assertIn("after its stated end", run("march", self.route, *self.assumed)[1])

    def test_streets_are_taken_and_freed(self):
        streets = self.written(
            "streets.geojson",
            collection(feature(line([892900, 6246001], [893500, 6246001]), name="Rue Longue"),
                       feature(line([893500, 6246001], [894100, 6246001]), name="Rue Longue"),
                       feature(line([893700, 6245900], [893700, 6246100]), name="Rue Travers")),
        )
        found = result("march", self.route, *self.assumed, "--streets", streets)
        self.assertEqual([s["name"] for s in found["streets"]], ["Rue Longue"])
        self.assertEqual([s["name"] for s in found["crossings"]], ["Rue Travers"])
        self.assertEqual(found["streets"][0]["free"], "2026-05-01T14:40:00+02:00")
        self.assertLess(found["crossings"][0]["free"], found["streets"][0]["free"])

    def test_width_is_the_streets_where_known(self):
        streets = self.written(
            "streets.geojson",
            collection(feature(line([893000, 6246001], [893500, 6246001]), name="A", width=8),
                       feature(line([893500, 6246001], [893800, 6246001]), name="B", highway="primary"),
                       feature(line([893000, 6246003], [894000, 6246003]), name="pavement", highway="footway")),
        )
        width = result("march", self.route, "--density", "1", "--speed", "1.8", "--streets", streets)["march"]["width"]
        self.assertEqual(width["narrowest"], 8)
        self.assertAlmostEqual(width["known"], 500, delta=15)
        self.assertAlmostEqual(width["by_class"], 300, delta=15)
        self.assertAlmostEqual(width["known"] + width["by_class"] + width["assumed"], 1000)
        given = result("march", self.route, *self.assumed, "--streets", streets)["march"]["width"]
        self.assertEqual(given, {"narrowest": 10, "given": True})

    def test_vector_of_the_occupied_stretch(self):
        streets = self.written(
            "streets.geojson",
            collection(feature(line([892900, 6246001], [894100, 6246001]), name="Rue Longue"),
                       feature(line([893700, 6245900], [893700, 6246100]), name="Rue Travers")))
        places = self.written("places.geojson", collection(
            feature({"type": "Point", "coordinates": [893450, 6246010]}, libelle="Mairie")))
        out = self.path("march.gpkg")
        found = result("march", self.route, *self.assumed, "--step", "10min", "--at", "2026-05-01T14:15", "--streets",
                       streets, "--addresses", places, "--out", out)
        self.assertEqual([p["at"][11:16] for p in found["positions"]], ["14:00", "14:10", "14:15", "14:20", "14:30"])
        written = ogr.Open(out)
        layers = {layer.GetName(): layer for layer in written}
        self.assertEqual(sorted(layers), ["adresses", "croisements", "occupation", "parcours", "rues"])
        route = layers["parcours"].GetNextFeature()
        self.assertEqual((route["effectif"], route["personnes"], route["colonne_m"]), ("attendu", 2000, 200))
        stretches = {f["instant"][11:16]: f.GetGeometryRef().Length() for f in layers["occupation"]}
        self.assertEqual(sorted(stretches), ["12:10", "12:15", "12:20", "12:30"])  # UTC; nobody walks at the start
        self.assertAlmostEqual(stretches["12:15"], 200, places=3)
        place = layers["adresses"].GetNextFeature()
        self.assertEqual((place["nom"], place["arrivee"][11:19], place["libre"][11:19]), ("Mairie", "12:15:00", "12:21:40"))
        self.assertEqual(layers["croisements"].GetNextFeature()["nom"], "Rue Travers")
        again = self.path("again.gpkg")
        result("march", self.route, *self.assumed, "--step", "10min", "--at", "2026-05-01T14:15", "--streets", streets,
               "--addresses", places, "--out", again)
        self.assertEqual(Path(out).read_bytes(), Path(again).read_bytes())
        self.refused(1, "end its name in .gpkg", "march", self.route, *self.assumed, "--out", self.path("m.geojson"))

    def test_a_loop_and_a_route_that_crosses_itself(self):
        route = self.written("loop.geojson", collection(feature(
            line([893000, 6246000], [893400, 6246000], [893400, 6246200], [893200, 6246200], [893200, 6245900]),
            id="l", personnes_attendues=500, debut="2026-05-01T14:00:00+02:00")))
        street = self.written("s.geojson", collection(
            feature(line([893000, 6246001], [893400, 6246001]), name="Cours"),
            feature(line([893201, 6246200], [893201, 6245900]), name="Rue du Retour")))
        found = result("march", route, *self.assumed, "--streets", street)
        self.assertEqual([s["name"] for s in found["streets"]], ["Cours", "Rue du Retour"])
        # The crossing is passed twice: on the way out across the one, on the way back across the other.
        self.assertEqual([s["name"] for s in found["crossings"]], ["Rue du Retour", "Cours"])
        self.assertLess(found["crossings"][0]["free"], found["crossings"][1]["head"])

    def test_raster_holds_everybody(self):
        raster = self.path("presence.tif")
        result("march", self.route, *self.assumed, "--at", "2026-05-01T14:10", "--raster", raster)
        values = gdal.Open(raster).ReadAsArray()
        self.assertAlmostEqual(float(values.sum()) * 25, 2000, delta=0.01)

    def test_pause_and_what_ifs(self):
        late = result("march", self.route, *self.assumed, "--pause", "700:10min")["march"]["clear"]
        self.assertEqual(late, "2026-05-01T14:50:00+02:00")
        self.assertEqual(result("march", self.route, "--persons", "500", *self.assumed)["march"]["count"], "given")

    def test_refusals(self):
        self.refused(1, "2.2 km/h at most", "march", self.route, "--density", "2", "--speed", "4")
        self.refused(1, "no count of persons declared", "march", self.route, "--count", "declared")
        self.refused(2, "is not a pause", "march", self.route, "--pause", "ten")
        self.refused(1, "holds 0 such events", "march", self.route, "--id", "x")
        point = self.written("p.geojson", collection(feature({"type": "Point", "coordinates": [1, 2]}, debut="2026-05-01")))
        self.refused(1, "has no route", "march", point, "--persons", "5")


class Clashes(Files):
    def test_where_when_how_long(self):
        square = [[893490, 6246050], [893510, 6246050], [893510, 6246090], [893490, 6246090], [893490, 6246050]]
        events = self.written(
            "events.geojson",
            collection(
                feature(line([893000, 6246000], [894000, 6246000]), cle="deambulatoire:1", personnes_attendues=2000,
                        debut="2026-05-01T14:00:00+02:00"),
                feature({"type": "Polygon", "coordinates": [square]}, cle="statique:2",
                        debut="2026-05-01T14:00:00+02:00", fin="2026-05-01T20:00:00+02:00"),
                feature({"type": "Point", "coordinates": [893500, 6246010]}, cle="visite:3",
                        debut="2026-05-01T15:00:00+02:00", fin="2026-05-01T16:00:00+02:00"),
                feature({"type": "Point", "coordinates": [899000, 6246010]}, cle="visite:4",
                        debut="2026-05-01T15:00:00+02:00"),
            ),
        )
        arguments = ["clashes", events, "--density", "1", "--speed", "1.8", "--distance", "60", "--delay", "45min"]
        out = self.path("conflits.gpkg")
        found = result(*arguments, "--out", out)
        pairs = {(c["first"], c["second"]): c for c in found["clashes"]}
        self.assertEqual(set(pairs), {("deambulatoire:1", "statique:2"), ("deambulatoire:1", "visite:3"),
                                      ("statique:2", "visite:3")})
        meet = pairs["deambulatoire:1", "statique:2"]
        self.assertAlmostEqual(meet["distance"], 45, delta=0.1)
        self.assertEqual(meet["gap_seconds"], 0)
        self.assertLess(meet["from"], "2026-05-01T14:16:20")
        self.assertGreater(meet["to"], "2026-05-01T14:23:20")
        after = pairs["deambulatoire:1", "visite:3"]
        self.assertEqual(after["together"], [])
        self.assertGreater(after["gap_seconds"], 30 * 60)
        self.assertEqual(after["to"], "2026-05-01T15:00:00+02:00")
        written = ogr.Open(out)  # kept: a layer dies with its source
        self.assertEqual(written.GetLayer(0).GetFeatureCount(), 3)
        self.assertEqual(result(*arguments[:-1], "5min")["features"], 4)

    def test_refusals(self):
        late = self.written("late.geojson", collection(feature({"type": "Point", "coordinates": [1, 2]}, cle="a:1",
                                                               debut="2026-05-02", fin="2026-05-01")))
        self.refused(1, "a:1 of", "clashes", late)
        none = self.written("none.geojson", collection(feature({"type": "Point", "coordinates": [1, 2]}, cle="a:1")))
        self.refused(1, "has no start", "clashes", none)
        self.refused(1, "cannot be read", "clashes", self.path("absent.gpkg"))
        good = self.written("good.geojson", collection(feature({"type": "Point", "coordinates": [1, 2]}, debut="2026-05-01")))
        self.refused(1, "is not a duration", "clashes", good, "--delay", "soon")


class HotSpots(Files):
    def facts(self):
        generator = random.Random(1)
        rows = ["date,x,y"]
        for day in range(300):
            for _ in range(4):
                rows.append(f"2025-01-01T{day % 24:02}:00,{893000 + generator.random() * 5000},"
                            f"{6246000 + generator.random() * 5000}")
            month, rest = divmod(day, 28)
            rows.append(f"2025-{month + 1:02}-{rest + 1:02}T12:00,{895000 + generator.random() * 200},"
                        f"{6248000 + generator.random() * 200}")
        return self.written("facts.csv", "\n".join(rows) + "\n")

    def test_cluster_is_found(self):
        facts = self.facts()
        out = self.path("hot.gpkg")
        found = result("hotspots", facts, out, "--resolution", "200", "--distance", "300")
        self.assertEqual(found["features"], 1500)
        self.assertGreater(found["hot"], 0)
        written = ogr.Open(out)  # kept: a layer dies with its source
        hottest = max(list(written.GetLayer(0)), key=lambda f: f["z"])
        centre = hottest.GetGeometryRef().Centroid()
        self.assertLess(abs(centre.GetX() - 895100) + abs(centre.GetY() - 6248100), 500)
        self.assertEqual(hottest["confiance"], "99 %")

    def test_raster_and_trends(self):
        facts = self.facts()
        raster = self.path("z.tif")
        found = result("hotspots", facts, raster, "--resolution", "500", "--distance", "700", "--time", "date", "--bin", "28d")
        self.assertEqual(found["without_place"], 0)
        self.assertEqual(gdal.Open(raster).RasterCount, 4)
        cells = self.path("trend.geojson")
        result("hotspots", facts, cells, "--resolution", "500", "--distance", "700", "--time", "date", "--bin", "28d")
        self.assertIn("persistant", Path(cells).read_text())

    def test_refusals(self):
        facts = self.written("f.csv", "x,y\n1000,2000\n")
        self.refused(2, "go together", "hotspots", facts, self.path("o.tif"), "--resolution", "9", "--distance", "9", "--bin", "7d")
        self.refused(1, "end its name in", "hotspots", facts, self.path("o.txt"), "--resolution", "9", "--distance", "9")
        self.refused(1, "resolution", "hotspots", facts, self.path("o.tif"), "--resolution", "0", "--distance", "9")


    def test_lines_and_polygons_are_shared_among_cells(self):
        facts = self.written("works.geojson", collection(
            feature(line([893000, 6246050], [893300, 6246050]), n=3),
            feature({"type": "Polygon", "coordinates": [[[893200, 6246000], [893300, 6246000], [893300, 6246100],
                                                         [893200, 6246100], [893200, 6246000]]]}, n=5)))
        found = result("hotspots", facts, self.path("z.tif"), "--resolution", "100", "--distance", "100", "--mass", "n",
                       "--extent", "893000", "6246000", "893400", "6246100")
        self.assertEqual((found["features"], found["outside"]), (2, 0))
        half = result("hotspots", facts, self.path("z.tif"), "--resolution", "100", "--distance", "100", "--mass", "n",
                      "--extent", "893100", "6246000", "893400", "6246100")
        self.assertAlmostEqual(half["outside"], 1)  # a third of the line


class Zones(Files):
    def setUp(self):
        super().setUp()
        facts = self.written("f.csv", "x,y\n893500,6246500\n893520,6246480\n894500,6246500\n")
        self.raster = self.path("d.tif")
        result("density", facts, self.raster, "--bandwidth", "300", "--resolution", "20")

    def test_levels_areas_and_streets(self):
        areas = self.written("quartiers.geojson", collection(feature(
            {"type": "Polygon", "coordinates": [[[893000, 6246000], [894000, 6246000], [894000, 6247000],
                                                 [893000, 6247000], [893000, 6246000]]]}, code="1", nom="Ouest")))
        streets = self.written("streets.geojson", collection(
            feature(line([893200, 6246500], [893800, 6246500]), name="Rue Chaude"),
            feature(line([800000, 6246500], [800100, 6246500]), name="Ailleurs")))
        out = self.path("z.gpkg")
        found = result("zones", self.raster, out, "--method", "quantile", "--levels", "3", "--areas", areas,
                       "--streets", streets)
        self.assertEqual((len(found["thresholds"]), found["areas"], found["streets"]), (3, 1, 1))
        written = ogr.Open(out)
        layers = {layer.GetName(): layer for layer in written}
        self.assertEqual({f["niveau"] for f in layers["zones"]}, {1, 2, 3})
        area = layers["territoire"].GetNextFeature()
        self.assertEqual((area["division"], area["nom"]), ("quartiers", "Ouest"))
        self.assertAlmostEqual(area["total"], 2, delta=0.01)  # of the three facts, the two within
        street = layers["rues"].GetNextFeature()
        self.assertEqual(street["nom"], "Rue Chaude")
        self.assertAlmostEqual(street["longueur_m"], 600, places=3)
        self.assertGreater(street["maximum"], street["moyenne"])

    def test_fixed_natural_and_nested(self):
        fixed = result("zones", self.raster, self.path("z.gpkg"), "--thresholds", "1e-6", "5e-6")
        self.assertEqual(fixed["thresholds"], [1e-6, 5e-6])
        self.assertEqual(len(result("zones", self.raster, self.path("n.gpkg"), "--levels", "2")["thresholds"]), 2)
        result("zones", self.raster, self.path("in.gpkg"), "--nested", "--thresholds", "1e-6", "5e-6")
        sources = [ogr.Open(self.path(name)) for name in ("z.gpkg", "in.gpkg")]  # kept: a layer dies with its source
        areas = [sum(f["aire_ha"] for f in source.GetLayer("zones") if f["niveau"] == 1) for source in sources]
        self.assertLess(areas[0], areas[1])

    def test_refusals(self):
        self.refused(2, "end its name in .gpkg", "zones", self.raster, self.path("z.geojson"))
        self.refused(1, "Cannot read", "zones", self.path("absent.tif"), self.path("z.gpkg"))
        self.refused(1, "has 1 bands", "zones", self.raster, self.path("z.gpkg"), "--band", "2")
        self.refused(1, "greater than the one before", "zones", self.raster, self.path("z.gpkg"), "--thresholds", "5", "1")


class Evaluate(Files):
    def test_a_stable_pattern_is_predicted(self):
        generator = random.Random(2)
        rows = ["quand,x,y"]
        for year in (2024, 2025):
            for _ in range(300):
                rows.append(f"{year}-06-01,{895000 + generator.gauss(0, 200)},{6248000 + generator.gauss(0, 200)}")
                rows.append(f"{year}-06-01,{893000 + generator.random() * 5000},{6246000 + generator.random() * 5000}")
        facts = self.written("facts.csv", "\n".join(rows) + "\n")
        out = self.path("out")
        windows = ["--fit", "2024-01-01", "2025-01-01", "--test", "2025-01-01", "2026-01-01"]
        found = result("evaluate", facts, "--time", "quand", *windows, "--bandwidth", "300", "--out", out)
        self.assertEqual((found["fitted"], found["tested"]), (600, 600))
        first = found["points"][2]
        self.assertEqual(first["area"], 0.05)
        self.assertGreater(first["pai"], 5)
        self.assertLessEqual(first["pei"], 1)
        self.assertGreater(found["area_under_curve"], 0.7)
        self.assertEqual(sorted(os.listdir(out)), ["courbe.csv", "courbe.svg", "evaluation.csv"])

    def test_accidents_of_marseille(self):
        facts = DATA / "events/fr_baac/baac_2017_2021_velo_edp_marseille.csv"
        if not facts.exists():
            self.skipTest("../shared/data is absent")
        found = result("evaluate", facts, "--time", "occurred_at_local", "--fit", "2017-01-01", "2021-01-01",
                       "--test", "2021-01-01", "2022-01-01", "--resolution", "200", "--bandwidth", "800",
                       "--areas", f"{DATA}/admin/marseille_admin.gpkg|layername=arrondissements")
        self.assertEqual(found["features"], 233)
        self.assertGreater(found["points"][3]["pai"], 1)

    def test_refusals(self):
        facts = self.written("f.csv", "quand,x,y\n2026-01-01,1000,2000\n")
        common = ["evaluate", facts, "--time", "quand", "--test", "2026-01-01", "2026-02-01"]
        self.refused(2, "Give either", *common)
        self.refused(2, "has not seen", *common, "--fit", "2026-01-01", "2026-01-15")


if __name__ == "__main__":
    unittest.main()
