#!/usr/bin/python3
"""The attack suite: each attack fails against the database as deployed, and succeeds in a scratch copy whose named
guard is switched off. ATTACK=WORDS tries only those with these words in their name."""

import collections
import os
import time
import unittest

import people
from attack import ATTACKS, FAMILIES, Scene

import attacks_catalogue  # noqa: F401  each module registers its attacks
import attacks_creation  # noqa: F401
import attacks_dump  # noqa: F401
import attacks_end  # noqa: F401
import attacks_explain  # noqa: F401
import attacks_functions  # noqa: F401
import attacks_identity  # noqa: F401
import attacks_reading  # noqa: F401
import attacks_sessions  # noqa: F401
import attacks_writing  # noqa: F401


class Attacks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        people.populate()
        people.psql(people.ROOT / "tests/security/attackers.sql")
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
        if one.fresh or self.prepared.get(name) != preparation:
            scene = self.copy(name)
            self.prepared[name] = None if one.fresh else preparation
            with scene.admin() as admin:
                if preparation:
                    admin.execute(preparation)
        return Scene(name)

    def got_through(self, one, guarded):
        """Who got through, in the order they tried."""
        try:
            return [login for login in (one.logins if guarded else one.bare) if one.attempt(self.scene(one, guarded), login)]
        finally:
            with self.server.cursor() as cursor:
                if one.back:
                    self.prepared.pop("essai_nu", None)  # what it did to the cluster's roles is undone
                    cursor.execute(one.back)
                people.reopen(cursor)

    def test_attacks(self):
        self.assertEqual(len({one.name for one in ATTACKS}), len(ATTACKS))
        chosen = [one for one in ATTACKS if os.environ.get("ATTACK", "") in one.name]
        for one in sorted(chosen, key=lambda one: (one.setup, one.off)):
            with self.subTest(attack=one.name, guard=one.guard):
                self.assertEqual(self.got_through(one, guarded=True), [], "got through the guard")
                bare = self.got_through(one, guarded=False)
                self.assertEqual(bare, list(one.bare), "fails without its guard: it proves nothing")
        tries = collections.Counter()
        for one in chosen:
            tries[one.family] += len(one.logins)
        self.assertEqual({one.family for one in ATTACKS}, set(FAMILIES), "each family has attacks, each attack its family")
        said = f"{len(ATTACKS)} attaques, {sum(len(one.logins) for one in ATTACKS)} essais"
        self.assertIn(said, (people.ROOT / "docs/securite.md").read_text(), "the page counts them")
        for family in FAMILIES:
            print(f"{tries[family]:5} {family}")
        print(f"{len(chosen)} attacks, {tries.total()} tries: each stopped by its guard, each attack through without it")


if __name__ == "__main__":
    unittest.main(verbosity=1)
