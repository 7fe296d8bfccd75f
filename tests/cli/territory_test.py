#!/usr/bin/env python3
"""Which city the database is about: told, changed, obeyed by imports; run in a private database."""
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from command_line import CommandLineTest  # noqa: E402

MARSEILLE = {"name": "Bouches-du-Rhône", "city": "Marseille", "zone": "Europe/Paris",
             "extent": [810000, 6230000, 940000, 6320000]}
PARIS = {"name": "Île-de-France", "city": "Paris", "zone": "Europe/Paris", "extent": [586000, 6781000, 742000, 6905000]}


def words(territory):
    return ["--name", territory["name"], "--city", territory["city"], "--zone", territory["zone"],
            "--extent", ",".join(map(str, territory["extent"]))]


class Territory(CommandLineTest):
    def tearDown(self):
        self.done("db", "territory", *words(MARSEILLE))

    def test_marseille_unless_said_otherwise(self):
        self.assertEqual(self.done("db", "territory"), MARSEILLE)

    def test_what_is_not_given_stays(self):
        self.assertEqual(self.done("db", "territory", "--city", "Aix-en-Provence"),
                         {**MARSEILLE, "city": "Aix-en-Provence"})

    def test_another_city_takes_its_own_facts(self):
        roadworks = self.data("events/paris_chantiers/chantiers-perturbants_paris_2019-03.geojson")
        self.refused("import", "facts", "chantiers_paris", roadworks, says="none of the 1136 rows could be taken")
        self.assertEqual(self.done("db", "territory", *words(PARIS)), PARIS)
        report = self.done("import", "facts", "chantiers_paris", roadworks)
        self.assertEqual((report["accepted"], report["rejected"]), (1133, 3))
        self.assertEqual(set(report["reasons"]),
                         {"date invraisemblable, antérieure au 1990-01-01", "géométrie absente",
                          "fin antérieure au début"})

    def test_nonsense_is_refused(self):
        self.refused("db", "territory", "--extent", "2,1,1,2", code=2, says="the smaller ones first")
        self.refused("db", "territory", "--extent", "1,2,3", code=2)
        self.refused("db", "territory", "--zone", "Mars/Olympus", says="is no time zone")
        self.assertEqual(self.done("db", "territory"), MARSEILLE)


if __name__ == "__main__":
    unittest.main()
