"""The habilitation procedure as its tests play it: sessions of the people of tests/support/personnes.sql."""

import unittest

import psycopg2

import people

YEAR = "now(), now() + interval '1 year'"


class Procedure(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        people.psql(people.ROOT / "tests/support/personnes.sql")
        cls.sessions = {}

    def run_as(self, login, query, *values):
        """First column of the first row, in a session kept for this person."""
        session = self.sessions.get(login)
        if session is None or session.closed:
            session = self.sessions[login] = people.connect(login)
            session.autocommit = True
        with session.cursor() as cursor:
            cursor.execute(query, values)
            return cursor.fetchone()[0] if cursor.description else None

    def refused(self, login, words, query, *values):
        with self.assertRaises(psycopg2.Error) as caught:
            self.run_as(login, query, *values)
        self.assertIn(words, caught.exception.diag.message_primary)

    def person(self, login, party="ville"):
        signer, organisation = {"ville": ("dga1", "Ville de Marseille"), "prefecture": ("valid1", "Préfecture de Police"),
                                "police": ("valid1", "Police aux frontières")}[party]
        self.run_as(signer, "SELECT habilitation.inscrire(%s, 'Nom', 'Prénom', %s, 'Service')", login, organisation)

    def request(self, login, profile, party="ville", dates=YEAR, more=""):
        signer = "dga1" if party == "ville" else "valid1"
        return self.run_as(signer, f"SELECT habilitation.demander(%s, %s, 'Essai', {dates}{more})", login, profile)

    def state(self, number):
        return self.run_as("dga1", "SELECT etat FROM habilitation.liste() WHERE numero = %s", number)

    def can_connect(self, login):
        try:
            people.connect(login).close()
            return True
        except psycopg2.Error:
            return False
