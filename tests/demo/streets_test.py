#!/usr/bin/env python3
"""The demo's invented streets: imported whole, and marches find their way along them."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from command_line import CORTEGE, SOURCE  # noqa: E402

CITY = SOURCE / "tests" / "data" / "demo"


def made():
    return subprocess.run([sys.executable, SOURCE / "scripts/demo.d/streets.py", CITY], check=True, capture_output=True).stdout


def sql(query, *, user="postgres"):
    return subprocess.run(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-U", user, "-c", query], check=True,
                          capture_output=True, text=True).stdout.strip()


def setUpModule():
    for file in (CITY / "arrondissements.geojson", CITY / "quartiers.geojson"):
        subprocess.run([CORTEGE, "import", "areas", file], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([CORTEGE, "import", "addresses", CITY / "adresses.csv"], check=True, stdout=subprocess.DEVNULL)
    with tempfile.NamedTemporaryFile(suffix=".osm") as file:
        file.write(made())
        file.flush()
        subprocess.run([CORTEGE, "import", "streets", file.name], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-f", SOURCE / "tests/support/personnes.sql"], check=True,
                   stdout=subprocess.DEVNULL)


class Streets(unittest.TestCase):
    def test_the_same_city_gives_the_same_network(self):
        self.assertEqual(made(), made())

    def test_the_centre_is_covered_by_named_streets(self):
        stretches, unnamed = map(int, sql("SELECT count(*), count(*) FILTER (WHERE nom IS NULL) FROM voirie.troncon").split("|"))
        self.assertGreater(stretches, 3000)
        self.assertEqual(unnamed, 0)

    def test_every_address_of_the_centre_is_beside_its_own_street(self):
        """Where an agent picks an address, the list of streets names it."""
        far = sql("""SELECT string_agg(DISTINCT a.nom_voie, ', ') FROM voirie.adresse a
                     WHERE st_dwithin(a.geom, st_transform(st_setsrid(st_makepoint(5.3838, 43.289), 4326), 2154), 2000)
                       AND NOT EXISTS (SELECT FROM voirie.troncon t WHERE t.nom = a.nom_voie AND st_dwithin(t.geom, a.geom, 400))""")
        self.assertEqual(far, "")

    def test_a_march_goes_from_any_place_to_any_other(self):
        """No way is longer than two and a half times the straight line: a crooked grid allows 1.4, a square 2."""
        worst = sql("""
            WITH place AS (
              SELECT row_number() OVER (ORDER BY a.id) AS n, a.geom FROM voirie.adresse a
              WHERE st_dwithin(a.geom, st_transform(st_setsrid(st_makepoint(5.3838, 43.289), 4326), 2154), 2000))
            SELECT max(i.longueur / st_distance(d.geom, f.geom)) FROM place d JOIN place f ON f.n = d.n + 7
            CROSS JOIN LATERAL voirie.itineraire(ARRAY[d.geom, f.geom]) AS i WHERE st_distance(d.geom, f.geom) > 300""",
                    user="agent1")
        self.assertLess(float(worst), 2.5)


if __name__ == "__main__":
    unittest.main()
