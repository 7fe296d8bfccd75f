#!/usr/bin/python3
"""Whatever a command writes from the platform's data is on the register of exports: person, purpose, recipient, digest."""

import hashlib
import itertools
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "security"))
import people

CORTEGE = people.ROOT / "build/bin/cortege"
WHEN = ["--from", "2026-01-01", "--to", "2035-01-01"]


def sha256(file):
    return hashlib.sha256(Path(file).read_bytes()).hexdigest()


class Exports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        people.populate()
        cls.folder = tempfile.TemporaryDirectory()

    def path(self, name):
        return str(Path(self.folder.name) / name)

    def run_as(self, login, *arguments):
        return subprocess.run([str(CORTEGE), *arguments, "--json"], capture_output=True, text=True, check=False,
                              env={**os.environ, "PGUSER": login})

    def registered(self, login, *arguments):
        """The row of the register that the command's own number names."""
        done = self.run_as(login, *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        with people.superuser().cursor() as cursor:
            cursor.execute("SELECT par, couche, lignes, finalite, destinataire, empreinte FROM convention.export WHERE id = %s",
                           (json.loads(done.stdout)["export"],))
            return dict(zip(("by", "layer", "rows", "purpose", "recipient", "digest"), cursor.fetchone()))

    def test_clashes(self):
        out = self.path("conflits.gpkg")
        row = self.registered("analyste1", "clashes", *WHEN, "--out", out)
        self.assertEqual(row, {"by": "analyste1", "layer": "conflits", "rows": 6, "purpose": "Analyse des tensions",
                               "recipient": "analyste1", "digest": sha256(out)})

    def test_recipient_and_purpose(self):
        out = self.path("presence.tif")
        with people.superuser().cursor() as cursor:
            cursor.execute("SELECT id FROM cortege.manifestation_deambulatoire")
            number = cursor.fetchone()[0]
        row = self.registered("agent1", "march", f"deambulatoire:{number}", "--persons", "300", "--raster", out, *WHEN,
                              "--recipient", "Cabinet du préfet", "--purpose", "Réunion du 3")
        self.assertEqual((row["by"], row["purpose"], row["recipient"], row["digest"]),
                         ("agent1", "Réunion du 3", "Cabinet du préfet", sha256(out)))

    def test_tension_has_the_digest_of_the_list(self):
        out = self.path("tension")
        row = self.registered("analyste1", "tension", *WHEN, "--out", out, "--extent", "892000", "6246000", "896000", "6248000")
        files = ["tension.tif", "tension.png", "zones.gpkg", "territoire.csv"]
        self.assertEqual(row["layer"], "tension espace_public (4 fichiers)")
        self.assertEqual(sorted(os.listdir(out)), sorted(files))
        lists = {self.digest_of_list(out, order) for order in itertools.permutations(files)}
        self.assertIn(row["digest"], lists)

    @staticmethod
    def source():
        return f"PG:host={os.environ['PGHOST']} port={os.environ['PGPORT']} dbname={os.environ['PGDATABASE']} user=analyste1"

    @staticmethod
    def digest_of_list(folder, names):
        return hashlib.sha256("".join(f"{sha256(Path(folder) / f)}  {f}\n" for f in names).encode()).hexdigest()

    def exports(self):
        with people.superuser().cursor() as cursor:
            cursor.execute("SELECT count(*) FROM convention.export")
            return cursor.fetchone()[0]

    def raster(self):
        """A map of a file, which is nobody's transmitted data."""
        out = self.path("carte.tif")
        if not os.path.exists(out):
            points = Path(self.path("points.csv"))
            points.write_text("x,y\n893000,6247000\n895000,6247000\n")
            done = self.run_as("analyste1", "density", str(points), out, "--bandwidth", "600", "--resolution", "100",
                               "--extent", "892000", "6246000", "896000", "6248000")
            self.assertEqual(done.returncode, 0, done.stderr)
        return out

    def test_density_and_hot_spots_read_through_gdal(self):
        source = self.source()
        for name, more in {"density": ("--bandwidth", "300", "--resolution", "50"),
                           "hotspots": ("--distance", "600", "--resolution", "200")}.items():
            out = self.path(name + ".tif")
            row = self.registered("analyste1", name, source, out, "--layer", "plateforme.fait", *more)
            self.assertEqual((row["by"], row["layer"], row["rows"], row["digest"]), ("analyste1", "plateforme.fait", 4, sha256(out)))

    def test_evaluate_declares_its_folder_and_nothing_without_one(self):
        out = self.path("mesure")
        asked = ("evaluate", self.source(), "--layer", "plateforme.fait", "--time", "debut", "--test", *WHEN[1::2],
                 "--raster", self.raster())
        row = self.registered("analyste1", *asked, "--out", out, "--purpose", "Bilan")
        names = ["evaluation.csv", "courbe.csv", "courbe.svg"]
        self.assertEqual(sorted(os.listdir(out)), sorted(names))
        self.assertEqual(row, {"by": "analyste1", "layer": "plateforme.fait (3 fichiers)", "rows": 4, "purpose": "Bilan",
                               "recipient": "analyste1", "digest": self.digest_of_list(out, names)})
        before = self.exports()
        done = self.run_as("analyste1", *asked)
        self.assertEqual((done.returncode, self.exports()), (0, before), done.stderr)

    def test_zones_declare_what_they_read_of_the_database(self):
        with people.superuser().cursor() as cursor:  # a street under the map
            cursor.execute("""INSERT INTO voirie.noeud VALUES (1, 'SRID=2154;POINT(893000 6247000)'),
                  (2, 'SRID=2154;POINT(893500 6247000)');
                INSERT INTO voirie.troncon (source, target, classe, geom)
                VALUES (1, 2, 'residential', 'SRID=2154;LINESTRING(893000 6247000, 893500 6247000)')""")
        for name, more in {"network": ("--network",), "areas": ("--areas", self.source() + "|layername=voirie.unite"),
                           "streets": ("--streets", self.source() + "|layername=plateforme.evenement_ligne", "--name-field", "objet")}.items():
            with self.subTest(name):
                out = self.path(f"zones_{name}.gpkg")
                before = self.exports()
                row = self.registered("analyste1", "zones", self.raster(), out, *more)
                self.assertEqual((row["by"], row["layer"], row["digest"]), ("analyste1", "zones", sha256(out)))
                self.assertEqual(self.exports(), before + 1)
        done = self.run_as("analyste1", "zones", self.raster(), self.path("zones.gpkg"))
        self.assertEqual((done.returncode, "export" in json.loads(done.stdout)), (0, False), done.stderr)

    def test_events_read_through_gdal(self):
        out = self.path("rencontres.gpkg")
        row = self.registered("analyste1", "clashes", self.source(), "--layer", "plateforme.evenement", "--out", out)
        self.assertEqual((row["layer"], row["digest"]), ("conflits", sha256(out)))

    def test_one_database_under_two_names_is_one_register(self):
        out = self.path("deux.gpkg")
        uri = self.source().replace("PG:", "PG: ")
        before = self.exports()
        self.registered("analyste1", "zones", self.raster(), out, "--areas", self.source() + "|layername=voirie.unite",
                        uri + "|layername=voirie.unite", "--network")
        self.assertEqual(self.exports(), before + 1)

    def test_what_the_register_refuses_is_not_left(self):
        facts = ("evaluate", self.source(), "--layer", "plateforme.fait", "--time", "debut", "--test", *WHEN[1::2], "--raster", self.raster())
        for command, out in {("clashes", *WHEN): "refus.gpkg", ("zones", self.raster()): "refus_zones.gpkg", facts: "refus"}.items():
            with self.subTest(command[0]), people.superuser().cursor() as cursor:
                out = self.path(out)
                more = (out, "--network") if command[0] == "zones" else ("--out", out)
                cursor.execute("REVOKE EXECUTE ON FUNCTION convention.declarer_export FROM cortege_personnes")
                try:
                    done = self.run_as("analyste1", *command, *more)
                finally:
                    cursor.execute("GRANT EXECUTE ON FUNCTION convention.declarer_export TO cortege_personnes")
                self.assertEqual((done.returncode, [f for f in Path(self.folder.name).glob("refus*") if f.is_file() or any(f.iterdir())]),
                                 (1, []), done.stderr)
                self.assertIn("register of exports refused", done.stderr)

    def test_files_of_files_are_no_exports(self):
        done = self.run_as("analyste1", "density", f"{people.ROOT}/tests/data/demo/quartiers.geojson", self.path("d.tif"),
                           "--bandwidth", "300", "--resolution", "100")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn("export", json.loads(done.stdout))


if __name__ == "__main__":
    unittest.main(verbosity=1)
