#!/usr/bin/python3
"""The habilitation procedure in bad weather: hostile names, people forgotten or dropped, two signers at once, a clock moved
back, ten thousand people."""

import threading
import unittest

import psycopg2

import people
from procedure import Procedure


class Trouble(Procedure):
    def test_hostile_names(self):
        for login in ("postgres", "agent_prefecture", "cortege_roles", 'x"; DROP ROLE dga1; --', "Ünïcode", "pg_monitor", "a b"):
            with self.subTest(login=login):
                with self.assertRaises(psycopg2.Error):
                    self.run_as("dga1", "SELECT habilitation.inscrire(%s, 'N', 'P', 'Ville de Marseille', 'S')", login)
        self.run_as("dga1", "SELECT habilitation.inscrire('wf_hostile', %s, %s, 'Ville de Marseille', 'S')",
                    "'; DROP TABLE habilitation.acte; --", "<b>\\x00%s</b>")

    def test_a_person_with_an_open_habilitation_is_not_forgotten(self):
        self.person("wf_oubli")
        number = self.request("wf_oubli", "analyste_ville")
        self.run_as("dga1", "SELECT habilitation.accorder(%s)", number)
        self.refused("dga1", "habilitation ouverte", "SELECT habilitation.oublier('wf_oubli')")
        self.run_as("dga1", "SELECT habilitation.revoquer(%s, 'fin')", number)
        self.run_as("dga1", "SELECT habilitation.oublier('wf_oubli')")
        self.assertIsNone(self.run_as("dga1", "SELECT nom FROM habilitation.liste() WHERE numero = %s", number))

    def test_two_signers_at_once(self):
        """Whatever the order, a revocation wins and the account is closed."""
        self.person("wf_course")
        self.person("wf_dga2")
        self.run_as("dga1", "SELECT habilitation.accorder(%s)", self.request("wf_dga2", "dga_securite"))
        for _ in range(5):
            number = self.request("wf_course", "analyste_ville")
            self.run_as("dga1", "SELECT habilitation.accorder(%s)", number)
            self.run_as("dga1", "SELECT habilitation.suspendre(%s, 'x')", number)

            def sign(login, query):
                session = people.connect(login)
                session.autocommit = True
                try:
                    with session.cursor() as cursor:
                        cursor.execute(query, (number,))
                except psycopg2.Error:
                    pass  # the loser is told so
                finally:
                    session.close()

            signers = [threading.Thread(target=sign, args=a) for a in (
                ("wf_dga2", "SELECT habilitation.reprendre(%s)"), ("dga1", "SELECT habilitation.revoquer(%s, 'x')"))]
            for signer in signers:
                signer.start()
            for signer in signers:
                signer.join()
            self.assertEqual(self.state(number), "revocation")
            self.assertFalse(self.can_connect("wf_course"))

    def test_two_grants_at_once(self):
        """One signs, the other is told; the register holds one grant."""
        self.person("wf_double")
        self.person("wf_dga3")
        self.run_as("dga1", "SELECT habilitation.accorder(%s)", self.request("wf_dga3", "dga_securite"))
        number = self.request("wf_double", "analyste_ville")
        said = []

        def grant(login):
            session = people.connect(login)
            session.autocommit = True
            try:
                with session.cursor() as cursor:
                    cursor.execute("SELECT habilitation.accorder(%s)", (number,))
                said.append("accordée")
            except psycopg2.Error as error:
                said.append(error.diag.message_primary)
            finally:
                session.close()

        signers = [threading.Thread(target=grant, args=(login,)) for login in ("dga1", "wf_dga3")]
        for signer in signers:
            signer.start()
        for signer in signers:
            signer.join()
        self.assertEqual(sorted(said), [f"L'habilitation n° {number} est déjà accordée.", "accordée"])
        self.assertTrue(self.can_connect("wf_double"))

    def act(self, number, act, moment="clock_timestamp()"):
        """An act written behind the procedure's back, as if signed at that moment."""
        with people.superuser().cursor() as cursor:
            cursor.execute(f"INSERT INTO habilitation.acte (habilitation, acte, le) VALUES (%s, %s, {moment})", (number, act))

    def granted(self, login):
        self.person(login)
        number = self.request(login, "analyste_ville")
        self.run_as("dga1", "SELECT habilitation.accorder(%s)", number)
        return number

    def test_a_clock_moved_back_reopens_nothing(self):
        """The revocation was signed at an hour that the clock has not reached again."""
        number = self.granted("wf_recul")
        session = people.connect("wf_recul")
        self.act(number, "revocation", "clock_timestamp() + interval '1 day'")
        with session.cursor() as cursor:
            cursor.execute("SELECT habilitation.moi()->>'habilitee'")
            self.assertEqual(cursor.fetchone()[0], "false")
        self.run_as("dga1", "SELECT habilitation.veiller()")
        self.assertFalse(self.can_connect("wf_recul"))

    def test_a_session_opened_while_the_revocation_was_signed_ends(self):
        number = self.granted("wf_entre")
        session = people.connect("wf_entre")
        self.act(number, "revocation")
        with people.superuser().cursor() as cursor:
            cursor.execute("ALTER ROLE wf_entre NOLOGIN")  # closed already; the session has survived it
        self.run_as("dga1", "SELECT habilitation.veiller()")
        with self.assertRaises(psycopg2.Error), session.cursor() as cursor:
            cursor.execute("SELECT 1")

    def test_an_account_dropped_by_the_administrator_stops_nobody(self):
        number = self.granted("wf_efface")
        with people.superuser().cursor() as cursor:
            cursor.execute("DROP ROLE wf_efface")
        self.assertEqual(self.run_as("analyste1", "SELECT habilitation.moi()->>'profil'"), "analyste_ville")
        self.assertEqual(self.state(number), "active")
        self.run_as("dga1", "SELECT habilitation.revoquer(%s, 'compte effacé')", number)
        self.assertEqual(self.state(number), "revocation")
        self.run_as("dga1", "SELECT habilitation.veiller()")
        self.assertFalse(self.can_connect("wf_efface"))

    def test_ten_thousand_people(self):
        """The list holds them all, one is still found among them, and the watch is done with them at once."""
        with people.superuser().cursor() as cursor:
            cursor.execute("""
              INSERT INTO habilitation.personne (login, organisation, service)
              SELECT 'foule_' || i, 1, 'S' FROM generate_series(1, 10000) i;
              INSERT INTO habilitation.habilitation (personne, profil, finalite, debut, fin)
              SELECT id, 'analyste_ville', 'x', now() + interval '1 day', now() + interval '1 year' FROM habilitation.personne WHERE login LIKE 'foule%';
              INSERT INTO habilitation.acte (habilitation, acte)
              SELECT h.id, a FROM habilitation.habilitation h JOIN habilitation.personne p ON p.id = h.personne,
                unnest(ARRAY['demande', 'accord']) a WHERE p.login LIKE 'foule%'""")
        self.assertEqual(self.run_as("analyste1", "SELECT habilitation.moi()->>'profil'"), "analyste_ville")
        self.assertEqual(self.run_as("dga1", "SELECT count(*) FROM habilitation.liste() WHERE login LIKE 'foule%%'"), 10000)
        self.run_as("dga1", "SELECT habilitation.veiller()")
        with people.superuser().cursor() as cursor:
            cursor.execute("SELECT habilitation.a_revoir(clock_timestamp())")
            self.assertFalse(cursor.fetchone()[0], "one watch is done with them all, and the next has nobody to look at again")


if __name__ == "__main__":
    unittest.main(verbosity=1)
