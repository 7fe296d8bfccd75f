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
        lists = {hashlib.sha256("".join(f"{sha256(Path(out) / f)}  {f}\n" for f in order).encode()).hexdigest()
                 for order in itertools.permutations(files)}
        self.assertIn(row["digest"], lists)

    def test_density_and_hot_spots_read_through_gdal(self):
        source = f"PG:host={os.environ['PGHOST']} port={os.environ['PGPORT']} dbname={os.environ['PGDATABASE']} user=analyste1"
        for name, more in {"density": ("--bandwidth", "300", "--resolution", "50"),
                           "hotspots": ("--distance", "600", "--resolution", "200")}.items():
            out = self.path(name + ".tif")
            row = self.registered("analyste1", name, source, out, "--layer", "plateforme.fait", *more)
            self.assertEqual((row["by"], row["layer"], row["rows"], row["digest"]), ("analyste1", "plateforme.fait", 4, sha256(out)))

    def test_what_the_register_refuses_is_not_left(self):
        out = self.path("refus.gpkg")
        with people.superuser().cursor() as cursor:
            cursor.execute("REVOKE EXECUTE ON FUNCTION convention.declarer_export FROM cortege_personnes")
            try:
                done = self.run_as("analyste1", "clashes", *WHEN, "--out", out)
            finally:
                cursor.execute("GRANT EXECUTE ON FUNCTION convention.declarer_export TO cortege_personnes")
        self.assertEqual((done.returncode, os.path.exists(out)), (1, False))
        self.assertIn("register of exports refused", done.stderr)

    def test_files_of_files_are_no_exports(self):
        done = self.run_as("analyste1", "density", f"{people.ROOT}/tests/data/demo/quartiers.geojson", self.path("d.tif"),
                           "--bandwidth", "300", "--resolution", "100")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn("export", json.loads(done.stdout))


if __name__ == "__main__":
    unittest.main(verbosity=1)
