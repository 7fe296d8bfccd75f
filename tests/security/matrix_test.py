#!/usr/bin/python3
"""Every cell of metadata/habilitation.md tried as that person: the four verbs, allowed and refused."""

import time
import unittest

import psycopg2

import people

VERBS = "LCMS"

# How to reach one row of each kind, and how to make and change one: {id} is the row's own.
EVENT = {
    "C": "WITH x AS (INSERT INTO cortege.{table} (objet, debut, statut, service, auteur) VALUES"
    " ('Essai', now(), '{statut}', '{service}', '{author}') RETURNING statut, auteur)"
    " SELECT FROM x WHERE statut <> 'brouillon' OR auteur = '{author}'",
    "M": "UPDATE cortege.{table} SET description = 'Essai' WHERE id = {id}",
    "S": "DELETE FROM cortege.{table} WHERE id = {id}",
    "L": "SELECT FROM cortege.{table} WHERE id = {id}",
}
ADDRESS = {
    "L": "SELECT FROM cortege.adresse WHERE evenement_type = 'statique' AND evenement_id = {id}",
    "C": "INSERT INTO cortege.adresse (evenement_type, evenement_id, ordre, libelle) VALUES ('statique', {id}, 9, 'Essai')",
    "M": "UPDATE cortege.adresse SET libelle = 'Essai' WHERE evenement_type = 'statique' AND evenement_id = {id}",
    "S": "DELETE FROM cortege.adresse WHERE evenement_type = 'statique' AND evenement_id = {id}",
}
FACT = {
    "L": "SELECT FROM plateforme.fait WHERE id = {id}",
    "C": "INSERT INTO plateforme.fait (debut, source, geom) VALUES (now(), 'essai', 'SRID=2154;POINT(893000 6247000)')",
    "M": "UPDATE plateforme.fait SET objet = 'Essai' WHERE id = {id}",
    "S": "DELETE FROM plateforme.fait WHERE id = {id}",
}
RUN = {
    "L": "SELECT FROM plateforme.calcul WHERE id = {id}",
    "C": "INSERT INTO plateforme.calcul (modele, empreinte, debut, fin, unites, auteur)"
    " VALUES ('essai', 'x', now(), now(), {unites}, {auteur})",
    "M": "UPDATE plateforme.calcul SET modele = 'autre' WHERE id = {id}",
    "S": "DELETE FROM plateforme.calcul WHERE id = {id}",
}
ZONE = {
    "L": "SELECT FROM plateforme.zone_tension WHERE calcul = {id}",
    "C": "INSERT INTO plateforme.zone_tension (calcul, niveau, aire, moyenne, maximum, debut, fin, geom) VALUES"
    " ({id}, 1, 1, 1, 1, now(), now(), ST_Multi(ST_MakeEnvelope(893000, 6247000, 893100, 6247100, 2154)))",
    "M": "UPDATE plateforme.zone_tension SET niveau = 9 WHERE calcul = {id}",
    "S": "DELETE FROM plateforme.zone_tension WHERE calcul = {id}",
}


def table(name, where, change, insert):
    """The four verbs on a table known by name alone."""
    return {
        "L": f"SELECT FROM {name} WHERE {where}",
        "C": f"INSERT INTO {name} {insert}",
        "M": f"UPDATE {name} SET {change} WHERE {where}",
        "S": f"DELETE FROM {name} WHERE {where}",
    }


def event(row, kind="manifestation_statique", statut="transmis", service="Cabinet", author="agent1"):
    def fill(query):
        for key, value in {"table": kind, "statut": statut, "service": service, "author": author}.items():
            query = query.replace("{" + key + "}", value)
        return query

    return {verb: fill(query) for verb, query in EVENT.items()}, row


ALL = "(SELECT array_agg(id) FROM voirie.unite WHERE code = '13201')"
ROWS = {
    "événement transmis de son service, dans le 1er": event("service_1"),
    "événement transmis d'un autre service, dans le 1er": event("autre_1", service="Ordre public"),
    "déambulation qui traverse le 1er et le 2e": event("traverse", "manifestation_deambulatoire"),
    "événement transmis de son service, hors du 1er": event("service_2"),
    "opération programmée hors du 1er": event("operation_2", "operation_programmee"),
    "visite officielle dans le 1er": event("visite_1", "visite_officielle"),
    "événement annulé de son service": event("annule", statut="annule"),
    "brouillon de l'agent": event("brouillon", statut="brouillon"),
    "brouillon d'un collègue du même service": event("brouillon_collegue", statut="brouillon", author="agent3"),
    "adresse d'un événement de son service, dans le 1er": (ADDRESS, "service_1"),
    "adresse d'un événement d'un autre service": (ADDRESS, "autre_1"),
    "adresse d'un événement hors du 1er": (ADDRESS, "service_2"),
    "adresse du brouillon d'un collègue": (ADDRESS, "brouillon_collegue"),
    "fait dans le 1er": (FACT, "essai_1"),
    "fait hors du 1er": (FACT, "essai_2"),
    "source de faits": (
        table("plateforme.source", "code = 'essai'", "nom = 'Essai'",
              "(code, nom, finalite, base_legale, conservation) VALUES ('autre', 'a', 'a', 'a', '1 day')"),
        None,
    ),
    "calcul sur tout le territoire, d'un autre": (
        {v: q.replace("{unites}", "NULL").replace("{auteur}", "'autorite2'") for v, q in RUN.items()}, "calcul_tout"),
    "calcul sur le 1er, de l'analyste": (
        {v: q.replace("{unites}", ALL).replace("{auteur}", "session_user") for v, q in RUN.items()}, "calcul_1"),
    "zone de tension du 1er": (ZONE, "calcul_1"),
    "zone de tension de tout le territoire, d'un autre": (ZONE, "calcul_tout"),
    "entrée du modèle de tension, hors du 1er": (
        table("plateforme.entree_tension", "cle = 'fait:{id}'", "poids = 2", "(cle) VALUES ('x')"), "essai_2"),
    "numéro d'accès des faits": (
        table("plateforme.acces", "true", "source = 'essai'", "(source, unites) VALUES ('essai', '{99}')"), None),
    "unité du territoire": (
        table("voirie.unite", "code = '13201'", "nom = 'x'",
              "(genre, code, nom, geom) SELECT 'x', 'x', 'x', geom FROM voirie.unite LIMIT 1"), None),
    "morceau d'unité": (
        table("voirie.unite_morceau", "true", "geom = geom", "(unite, geom) SELECT id, geom FROM voirie.unite"), None),
    "voie": (
        table("voirie.voie", "nom LIKE 'Rue d_essai'", "nom = 'x'",
              "(nom, source, centre) VALUES ('x', 'liste', 'SRID=2154;POINT(893000 6247000)')"), None),
    "nom d'une personne": (
        table("habilitation.identite", "nom = 'Fabre'", "nom = 'x'",
              "(personne, nom, prenom) SELECT max(id) + 1, 'x', 'x' FROM habilitation.personne"), None),
    "personne inscrite": (
        table("habilitation.personne", "login = 'agent1'", "service = 'x'",
              "(login, organisation, service) VALUES ('intrus', 1, 'x')"), None),
    "habilitation d'une autre personne": (
        table("habilitation.habilitation", "id = 8", "fin = fin + interval '1 day'",
              "(personne, profil, finalite, debut, fin) VALUES (1, 'dpo', 'x', now(), now() + interval '1 day')"), None),
    "acte signé": (
        table("habilitation.acte", "habilitation = 8", "par = 'dga1'", "(habilitation, acte) VALUES (8, 'accord')"), None),
    "autorisation d'un service de police": (
        table("habilitation.autorisation", "true", "autorisee = true", "(organisation, autorisee) VALUES (3, true)"), None),
    "déploiement du schéma": (
        table("convention.deploiement", "true", "empreinte = ''", "(fichier, empreinte) VALUES ('x', 'x')"), None),
}


def read_matrix():
    """[(row, profile, letters)] from the only table of the document."""
    lines = [l for l in (people.ROOT / "metadata/habilitation.md").read_text().splitlines() if l.startswith("|")]
    cells = [[c.strip() for c in l.strip("|").split("|")] for l in lines]
    profiles = cells[0][1:]
    return [(r[0], p, c.replace("—", "")) for r in cells[2:] for p, c in zip(profiles, r[1:])]


def allowed(session, query):
    """Whether the statement touches at least one row; nothing of it stays."""
    try:
        with session.cursor() as cursor:
            cursor.execute(query)
            return cursor.rowcount > 0
    except psycopg2.Error as error:
        if error.pgcode not in ("42501", "55000", "428C9"):  # a refusal is one of rights, not a broken query
            raise AssertionError(f"{query}: {error}") from error
        return False
    finally:
        session.rollback()


class Matrix(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        people.populate()
        with people.superuser().cursor() as cursor:
            cursor.execute("SELECT nom, id FROM essai.ligne")
            cls.ids = dict(cursor.fetchall())
        cls.sessions = {profile: people.connect(login) for profile, login in people.LOGINS.items()}
        time.sleep(1.1)  # the habilitation of expire1 ends

    def rights(self, row, profile):
        queries, name = ROWS[row]
        identity = str(self.ids.get(name, ""))
        session = self.sessions[profile]
        return "".join(v for v in VERBS if allowed(session, queries[v].replace("{id}", identity)))

    def test_every_cell(self):
        matrix = read_matrix()
        self.assertEqual({r for r, _, _ in matrix}, set(ROWS), "the document and the test name the same rows")
        self.assertGreaterEqual(len(matrix), 9 * 30)
        for row, profile, expected in matrix:
            with self.subTest(row=row, profile=profile):
                self.assertEqual(self.rights(row, profile), expected)

    def test_out_of_the_conventions_time(self):
        """Nothing transmitted is read by anyone; the city's own facts stay with the city."""
        admin = people.superuser()
        with admin.cursor() as cursor:
            cursor.execute("BEGIN; CREATE TABLE essai.avant AS SELECT * FROM convention.convention")
            cursor.execute("UPDATE convention.convention SET notifiee_le = current_date - 5 * 365; COMMIT")
        try:
            read = {(r, p): "L" in self.rights(r, p) for r, p, c in read_matrix() if "L" in c}
        finally:
            with admin.cursor() as cursor:
                cursor.execute("UPDATE convention.convention c SET notifiee_le = a.notifiee_le FROM essai.avant a"
                               " WHERE a.id = c.id; DROP TABLE essai.avant")
        transmitted = ("événement", "déambulation", "opération", "visite", "brouillon", "adresse", "calcul", "zone")
        for (row, profile), visible in read.items():
            with self.subTest(row=row, profile=profile):
                if row.startswith(transmitted):
                    self.assertFalse(visible)
                elif row.startswith(("fait", "entrée")):
                    self.assertEqual(visible, profile in ("analyste", "autorité"))


if __name__ == "__main__":
    unittest.main(verbosity=1)
