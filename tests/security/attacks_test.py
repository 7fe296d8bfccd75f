#!/usr/bin/python3
"""The attack suite: each attack fails against the database as deployed, and succeeds in a scratch copy whose named
guard is switched off. Prints what stopped what with -v."""

import collections
import os
import time
import unittest

import people
from attack import ATTACKS, FAMILIES, Scene

import attacks_catalogue  # noqa: F401  each module registers its attacks
import attacks_explain  # noqa: F401
import attacks_identity  # noqa: F401
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
        """Who got through."""
        through = []
        try:
            for login in (one.logins if guarded else one.bare) or (None,):
                scene = self.scene(one, guarded)
                if one.attempt(scene, login) if login else one.attempt(scene):
                    through.append(login or one.name)
        finally:
            if one.back:
                self.prepared.pop("essai_nu", None)  # what it did to the cluster's roles is undone
                with self.server.cursor() as cursor:
                    cursor.execute(one.back)
        return through

    def test_attacks(self):
        self.assertEqual(len({one.name for one in ATTACKS}), len(ATTACKS))
        for one in sorted(ATTACKS, key=lambda one: (one.setup, one.off)):
            with self.subTest(attack=one.name, guard=one.guard):
                self.assertEqual(self.got_through(one, guarded=True), [], "got through the guard")
                bare = self.got_through(one, guarded=False)
                self.assertEqual(bare, list(one.bare or (one.name,)), "fails without its guard: it proves nothing")
        tries = collections.Counter()
        for one in ATTACKS:
            tries[one.family] += len(one.logins) or 1
        self.assertEqual(set(tries), set(FAMILIES), "each family has attacks, each attack its family")
        for family in FAMILIES:
            print(f"{tries[family]:5} {family}")
        print(f"{len(ATTACKS)} attacks, {tries.total()} tries: each stopped by its guard, each attack through without it")


if __name__ == "__main__":
    unittest.main(verbosity=1)
