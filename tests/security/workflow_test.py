#!/usr/bin/python3
"""The habilitation procedure as people live it: order of steps, refusals in French, replacement, withdrawal, expiry."""

import time
import unittest

import psycopg2

import people
from procedure import YEAR, Procedure


class Workflow(Procedure):
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


if __name__ == "__main__":
    unittest.main(verbosity=1)
