#!/usr/bin/python3
"""march and clashes on the database, as people who may and may not read it."""

import os
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[2] / "security"))
import people  # noqa: E402
from programs import result, run  # noqa: E402


def as_person(login):
    return {"PGUSER": login, "PGHOST": os.environ["PGHOST"], "PGPORT": os.environ["PGPORT"]}


class Database(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        people.psql(people.ROOT / "tests/support/personnes.sql")
        with people.connect("agent1") as session, session.cursor() as cursor:
            cursor.execute(
                "INSERT INTO cortege.manifestation_deambulatoire (objet, debut, fin, personnes_attendues, trace)"
                " VALUES ('Marche', '2026-05-01 14:00+02', '2026-05-01 18:00+02', 2000,"
                " 'SRID=2154;LINESTRING(893000 6247000, 893900 6247000)') RETURNING id"
            )
            cls.march = f"deambulatoire:{cursor.fetchone()[0]}"
            cursor.execute(
                "INSERT INTO cortege.adresse (evenement_type, evenement_id, ordre, role, libelle, geom) VALUES"
                " ('deambulatoire', %s, 1, 'depart', 'Départ', 'SRID=2154;POINT(893000 6247000)'),"
                " ('deambulatoire', %s, 2, 'passage', 'Milieu', 'SRID=2154;POINT(893450 6247010)')",
                [cls.march.split(":")[1]] * 2,
            )
            cursor.execute(
                "INSERT INTO cortege.visite_officielle (objet, debut, fin, lieux) VALUES ('Visite',"
                " '2026-05-01 14:00+02', '2026-05-01 15:00+02', 'SRID=2154;MULTIPOINT(893500 6247050)') RETURNING id"
            )
            cls.visit = f"visite_officielle:{cursor.fetchone()[0]}"
            cursor.execute(
                "INSERT INTO cortege.adresse (evenement_type, evenement_id, libelle, geom) VALUES"
                " ('visite_officielle', %s, 'Place', 'SRID=2154;POINT(893500 6247050)')",
                [cls.visit.split(":")[1]],
            )

    def test_march_with_its_addresses(self):
        found = result("march", self.march, "--speed", "1.8", "--density", "1", environment=as_person("agent1"))
        self.assertAlmostEqual(found["march"]["route_length"], 900)
        self.assertEqual([w["name"] for w in found["waypoints"]], ["Départ", "Milieu"])
        self.assertEqual(found["waypoints"][1]["head"], "2026-05-01T14:15:00+02:00")

    def test_clashes_of_what_the_person_sees(self):
        found = result("clashes", "--from", "2026-05-01", "--to", "2026-05-02", environment=as_person("agent1"))
        self.assertEqual([(c["first"], c["second"]) for c in found["clashes"]], [(self.march, self.visit)])

    def test_who_may_not_read_is_refused(self):
        code, out, err = run("clashes", environment=as_person("dga1"))
        self.assertEqual((code, out), (1, ""))
        self.assertIn("not habilitated", err)
        code, out, err = run("march", self.march, environment=as_person("dga1"))
        self.assertEqual((code, out), (1, ""), err)

    def test_an_unknown_march(self):
        code, _, err = run("march", "deambulatoire:999999", environment=as_person("agent1"))
        self.assertEqual(code, 1)
        self.assertIn("no march deambulatoire:999999", err)


if __name__ == "__main__":
    unittest.main()
