#!/usr/bin/python3
"""The habilitation procedure as people live it: order of steps, refusals in French, replacement, withdrawal, expiry,
concurrence, many people."""

import threading
import time
import unittest

import psycopg2

import people

YEAR = "now(), now() + interval '1 year'"


class Workflow(unittest.TestCase):
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

    def test_police_needs_validation_then_grant(self):
        self.person("wf_police", "police")
        number = self.request("wf_police", "service_police", "police")
        self.refused("dga1", "n'a pas validé", "SELECT habilitation.accorder(%s)", number)
        self.run_as("valid1", "SELECT habilitation.valider(%s)", number)
        self.assertFalse(self.can_connect("wf_police"))
        self.refused("valid1", "déjà validée", "SELECT habilitation.valider(%s)", number)
        self.run_as("dga1", "SELECT habilitation.accorder(%s)", number)
        self.assertTrue(self.can_connect("wf_police"))
        self.assertEqual(self.state(number), "active")

    def test_nobody_decides_on_their_own_case(self):
        self.refused("dga1", "propre cas", "SELECT habilitation.suspendre(1, 'x')")
        self.refused("valid1", "propre cas", "SELECT habilitation.revoquer(2, 'x')")
        self.refused("dga1", "propre cas", "SELECT habilitation.demander('dga1', 'dga_securite', 'x', " + YEAR + ")")

    def test_each_party_answers_for_its_own(self):
        self.refused("dga1", "relèvent d'elle seule", "SELECT habilitation.suspendre(2, 'x')")
        self.refused("dga1", "relève de l'autre", "SELECT habilitation.demander('agent1', 'agent_prefecture', 'x', " + YEAR + ")")
        self.refused("valid1", "n'est pas ouvert", "SELECT habilitation.demander('agent1', 'analyste_ville', 'x', " + YEAR + ")")
        self.refused("valid1", "réservé", "SELECT habilitation.accorder(3)")

    def test_a_new_one_replaces_and_changes_are_validated_again(self):
        self.person("wf_change")
        first = self.request("wf_change", "analyste_ville")
        self.run_as("dga1", "SELECT habilitation.accorder(%s)", first)
        second = self.request("wf_change", "autorite_ville")
        self.assertEqual(self.run_as("wf_change", "SELECT habilitation.moi()->>'profil'"), "analyste_ville")
        self.run_as("dga1", "SELECT habilitation.accorder(%s)", second)
        with self.assertRaises(psycopg2.Error):  # a cursor opened before would keep the old perimeter
            self.run_as("wf_change", "SELECT 1")
        self.assertEqual(self.run_as("wf_change", "SELECT habilitation.moi()->>'profil'"), "autorite_ville")
        self.assertEqual(self.state(first), "remplacement")
        self.run_as("dga1", "SELECT habilitation.revoquer(%s, 'fin')", second)
        self.assertFalse(self.can_connect("wf_change"), "the first one does not come back")

    def test_the_city_takes_the_platform_and_leaves_the_entry(self):
        self.person("wf_agent", "prefecture")
        number = self.request("wf_agent", "agent_prefecture", "prefecture")
        self.run_as("valid1", "SELECT habilitation.valider(%s)", number)
        self.assertEqual(self.run_as("wf_agent", "SELECT habilitation.moi()->>'plateforme'"), "false")
        self.run_as("dga1", "SELECT habilitation.accorder(%s)", number)
        self.assertEqual(self.run_as("wf_agent", "SELECT habilitation.moi()->>'plateforme'"), "true")
        self.run_as("dga1", "SELECT habilitation.revoquer(%s, 'fin')", number)
        self.sessions.pop("wf_agent").close()
        moi = self.run_as("wf_agent", "SELECT habilitation.moi()")
        self.assertEqual((moi["saisie"], moi["plateforme"]), (True, False))
        self.run_as("valid1", "SELECT habilitation.revoquer(%s, 'départ')", number)
        self.assertFalse(self.can_connect("wf_agent"))

    def test_a_suspension_is_lifted_by_who_set_it(self):
        self.person("wf_susp", "police")
        number = self.request("wf_susp", "service_police", "police")
        self.run_as("valid1", "SELECT habilitation.valider(%s)", number)
        self.run_as("dga1", "SELECT habilitation.accorder(%s)", number)
        self.run_as("valid1", "SELECT habilitation.suspendre(%s, 'vérification')", number)
        self.refused("dga1", "n'a pas suspendu", "SELECT habilitation.reprendre(%s)", number)
        self.assertFalse(self.can_connect("wf_susp"))
        self.run_as("valid1", "SELECT habilitation.reprendre(%s)", number)
        self.assertTrue(self.can_connect("wf_susp"))

    def test_withdrawing_a_service_closes_its_accounts(self):
        self.run_as("valid1", "SELECT habilitation.autoriser_service('Brigade d''essai')")
        self.run_as("valid1", "SELECT habilitation.inscrire('wf_brigade', 'N', 'P', 'Brigade d''essai', 'S')")
        number = self.request("wf_brigade", "service_police", "police")
        self.run_as("valid1", "SELECT habilitation.valider(%s)", number)
        self.run_as("dga1", "SELECT habilitation.accorder(%s)", number)
        self.assertTrue(self.can_connect("wf_brigade"))
        self.run_as("valid1", "SELECT habilitation.retirer_service('Brigade d''essai', 'fin')")
        self.assertFalse(self.can_connect("wf_brigade"))

    def test_a_later_beginning_and_an_end_are_the_clocks(self):
        self.person("wf_clock")
        number = self.request("wf_clock", "analyste_ville",
                              dates="clock_timestamp() + interval '1.5 s', clock_timestamp() + interval '4 s'")
        self.run_as("dga1", "SELECT habilitation.accorder(%s)", number)
        self.assertFalse(self.can_connect("wf_clock"), "not before its day")
        time.sleep(1.6)
        self.run_as("dga1", "SELECT habilitation.veiller()")
        self.assertTrue(self.can_connect("wf_clock"))
        session = people.connect("wf_clock")
        time.sleep(2.5)
        with session.cursor() as cursor:
            cursor.execute("SELECT habilitation.moi()->>'habilitee'")
            self.assertEqual(cursor.fetchone()[0], "false")
        self.run_as("dga1", "SELECT habilitation.veiller()")
        with self.assertRaises(psycopg2.Error), session.cursor() as cursor:
            cursor.execute("SELECT 1")
        self.assertEqual(self.state(number), "expiration")

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
        start = time.monotonic()
        self.run_as("dga1", "SELECT habilitation.veiller()")
        self.assertLess(time.monotonic() - start, 1, "nothing has changed since")


if __name__ == "__main__":
    unittest.main(verbosity=1)
