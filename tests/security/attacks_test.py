#!/usr/bin/python3
"""The attack suite: each attack fails against the database as deployed, and succeeds in a scratch copy whose named
guard is switched off. Prints what stopped what with -v."""

import os
import time
import unittest

import people
from attack import ATTACKS, Scene

import attacks_identity  # noqa: F401  each module registers its attacks
import attacks_reading  # noqa: F401
import attacks_sessions  # noqa: F401
import attacks_writing  # noqa: F401


class Attacks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        people.populate()
        time.sleep(1.1)  # the habilitation of expire1 ends
        cls.prepared = {}
        cls.server = people.superuser("postgres")

    def copy(self, name):
        with self.server.cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            cursor.execute(f"CREATE DATABASE {name} TEMPLATE {os.environ['PGDATABASE']}")
            cursor.execute(f"REVOKE ALL ON DATABASE {name} FROM PUBLIC; GRANT CONNECT ON DATABASE {name} TO cortege_personnes")
        return Scene(name)

    def scene(self, one, guarded):
        """A database prepared for this attack: attacks of the same preparation share it."""
        name = "essai_garde" if guarded else "essai_nu"
        preparation = one.setup + ("" if guarded else one.off)
        if self.prepared.get(name) != preparation:
            scene = self.copy(name)
            self.prepared[name] = preparation
            with scene.admin() as admin:
                if preparation:
                    admin.execute(preparation)
        return Scene(name)

    def got_through(self, one, guarded):
        try:
            return bool(one.attempt(self.scene(one, guarded)))
        finally:
            if one.back:
                self.prepared.pop("essai_nu", None)  # what it did to the cluster's roles is undone
                with self.server.cursor() as cursor:
                    cursor.execute(one.back)

    def test_attacks(self):
        self.assertGreaterEqual(len(ATTACKS), 180)
        self.assertEqual(len({one.name for one in ATTACKS}), len(ATTACKS))
        for one in sorted(ATTACKS, key=lambda one: (one.setup, one.off)):
            with self.subTest(attack=one.name, guard=one.guard):
                self.assertFalse(self.got_through(one, guarded=True), "got through the guard")
                self.assertTrue(self.got_through(one, guarded=False), "fails without its guard: it proves nothing")
        print(f"{len(ATTACKS)} attacks, each stopped by its guard and through without it")


if __name__ == "__main__":
    unittest.main(verbosity=1)
