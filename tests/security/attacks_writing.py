"""Ways to write what one may not, or to learn from a refusal that a hidden row exists."""

import psycopg2

from attack import attack, does, family, rewrite

EVENTS = "cortege.manifestation_statique"
DRAFT = "(SELECT id FROM essai.ligne WHERE nom = 'brouillon_collegue')"


def changes(name, guard, off, first, statement, **more):
    """Gets through when the statement touches a row; nothing of it stays."""

    @attack(name, guard, off, first, **more)
    def attempt(scene, login):
        session = scene.connect(login, autocommit=False)
        try:
            with session.cursor() as cursor:
                cursor.execute(statement)
                return cursor.rowcount > 0
        except psycopg2.Error:
            return False
        finally:
            session.rollback()
            session.close()


family("writes in another's name")
changes("change another service's event", "policy `modification`", f"ALTER TABLE {EVENTS} DISABLE ROW LEVEL SECURITY;",
        "agent2", f"UPDATE {EVENTS} SET objet = 'x' WHERE service = 'Cabinet'", but=("agent1",))
changes("delete another service's event", "policy `suppression`", f"ALTER TABLE {EVENTS} DISABLE ROW LEVEL SECURITY;",
        "agent2", f"DELETE FROM {EVENTS} WHERE service = 'Cabinet'", but=("agent1",))
changes("take another service's event over", "trigger `avant`, policy `modification`",
        f"ALTER TABLE {EVENTS} DISABLE ROW LEVEL SECURITY; ALTER TABLE {EVENTS} DISABLE TRIGGER avant;",
        "agent2", f"UPDATE {EVENTS} SET service = 'Ordre public' WHERE service = 'Cabinet'")
changes("enter in another service's name", "policy `saisie`", f"ALTER TABLE {EVENTS} DISABLE ROW LEVEL SECURITY;",
        "agent2", f"INSERT INTO {EVENTS} (objet, debut, service) VALUES ('x', now(), 'Cabinet')",
        but=("agent1",))
changes("enter without the profile", "policy `saisie` and grants",
        f"ALTER TABLE {EVENTS} DISABLE ROW LEVEL SECURITY; GRANT INSERT ON {EVENTS} TO analyste1;",
        "analyste1", f"INSERT INTO {EVENTS} (objet, debut) VALUES ('x', now())", but=("agent1", "agent2"),
        setup=f"GRANT INSERT ON {EVENTS} TO analyste1;")
changes("change an address of another service", "policy `modification` on cortege.adresse",
        "ALTER TABLE cortege.adresse DISABLE ROW LEVEL SECURITY;", "agent2",
        "UPDATE cortege.adresse SET libelle = 'x' WHERE libelle LIKE '%service_1'", but=("agent1",))
changes("write facts", "plateforme.fait is loaded by the operator alone",
        "GRANT INSERT ON plateforme.fait TO analyste1; GRANT USAGE ON SEQUENCE plateforme.fait_id_seq TO analyste1;"
        "ALTER TABLE plateforme.fait DISABLE ROW LEVEL SECURITY;", "analyste1",
        "INSERT INTO plateforme.fait (debut, source, geom) VALUES (now(), 'essai', 'SRID=2154;POINT(893000 6247000)')")
changes("sign a calculation as someone else", "policy `calcul` on plateforme.calcul",
        "ALTER TABLE plateforme.calcul DISABLE ROW LEVEL SECURITY;", "analyste1",
        "INSERT INTO plateforme.calcul (modele, empreinte, debut, fin, auteur) VALUES ('x', 'x', now(), now(), 'autorite1')")
family("triggers and DDL")
does("empty a table, which row policies do not see", "TRUNCATE granted to nobody, trigger on TRUNCATE",
     f"GRANT TRUNCATE ON {EVENTS} TO agent1; ALTER TABLE {EVENTS} DISABLE TRIGGER USER;", "agent1", f"TRUNCATE {EVENTS}",
     setup=f"GRANT TRUNCATE ON {EVENTS} TO agent1;")
does("put a trigger on others' writes", "TRIGGER granted to nobody, CREATE granted to nobody",
     f"""GRANT TRIGGER ON {EVENTS} TO agent1;
         DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO agent1', current_database()); END $$;""", "agent1",
     "CREATE SCHEMA pirate",
     "CREATE FUNCTION pirate.copie() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
     f"CREATE TRIGGER copie BEFORE INSERT ON {EVENTS} FOR EACH ROW EXECUTE FUNCTION pirate.copie()")
does("add a policy of one's own", "the tables belong to cortege_proprietaire", f"ALTER TABLE {EVENTS} OWNER TO agent1;",
     "agent1", f"CREATE POLICY tout ON {EVENTS} USING (true)")


family("foreign-key and unique probing")


def answers_differ(scene, login, statement, hidden="brouillon_collegue"):
    """Whether the server answers otherwise for a hidden row than for none at all."""
    answers = []
    with scene.admin() as cursor:
        cursor.execute("SELECT id FROM essai.ligne WHERE nom = %s", (hidden,))
        (row,) = cursor.fetchone()
    for number in (row, 10**9):
        session = scene.connect(login, autocommit=False)
        try:
            with session.cursor() as cursor:
                cursor.execute(statement.format(id=number))
                answers.append("done")
        except psycopg2.Error as error:
            answers.append(str(error.diag.message_primary))
        finally:
            session.rollback()
            session.close()
    return answers[0] != answers[1]


@attack("learn by a duplicate key that a hidden event exists", "trigger `avant` gives the number, whatever was asked",
        f"ALTER TABLE {EVENTS} DISABLE TRIGGER avant;", "agent2")
def probe_key(scene, login):
    return answers_differ(scene, login, f"INSERT INTO {EVENTS} (id, objet, debut) VALUES ({{id}}, 'x', now())")


@attack("learn by ON CONFLICT that a hidden event exists", "trigger `avant` gives the number, whatever was asked",
        f"ALTER TABLE {EVENTS} DISABLE TRIGGER avant;", "agent2")
def probe_conflict(scene, login):
    return answers_differ(scene, login, f"INSERT INTO {EVENTS} (id, objet, debut) VALUES ({{id}}, 'x', now())"
                                 " ON CONFLICT (id) DO UPDATE SET objet = excluded.objet")


@attack("learn by an address's rank that a hidden event exists", "policy `saisie` on cortege.adresse, tried before the key",
        "ALTER TABLE cortege.adresse DISABLE ROW LEVEL SECURITY;", "agent2")
def probe_address(scene, login):
    return answers_differ(scene, login, "INSERT INTO cortege.adresse (evenement_type, evenement_id, ordre, libelle)"
                                 " VALUES ('statique', {id}, 1, 'x')")


@attack("learn by a foreign key that a hidden calculation exists", "policy `calcul` on plateforme.zone_tension",
        "ALTER TABLE plateforme.zone_tension DISABLE ROW LEVEL SECURITY;"
        "GRANT INSERT ON plateforme.zone_tension TO agent2;", "agent2",
        setup="GRANT INSERT ON plateforme.zone_tension TO agent2;")
def probe_foreign_key(scene, login):
    return answers_differ(scene, login, "INSERT INTO plateforme.zone_tension (calcul, niveau, aire, moyenne, maximum, debut, fin, geom)"
                                 " SELECT {id}, 1, 1, 1, 1, now(), now(), ST_Multi(ST_MakeEnvelope(0, 0, 1, 1, 2154))", "calcul_tout")


family("EXPLAIN")


@attack("learn from estimates whether a text is common", "no statistics on the texts of events",
        f"ALTER TABLE {EVENTS} ALTER objet SET STATISTICS 100; ANALYZE {EVENTS};",
        setup=f"""INSERT INTO {EVENTS} (objet, debut, service, statut, unites)
                  SELECT 'Rassemblement commun', now(), 'Cabinet', 'brouillon', '{{}}' FROM generate_series(1, 300);
                  SET CONSTRAINTS ALL IMMEDIATE; ANALYZE {EVENTS};""")
def estimates(scene, login):
    session = scene.connect(login)
    try:
        with session.cursor() as cursor:
            rows = []
            for text in ("Rassemblement commun", "Un texte absent"):
                cursor.execute(f"EXPLAIN (FORMAT JSON) SELECT FROM {EVENTS} WHERE objet = %s", (text,))
                rows.append(cursor.fetchone()[0][0]["Plan"]["Plan Rows"])
        return rows[0] != rows[1]
    except psycopg2.Error:
        return False
    finally:
        session.close()


family("LISTEN payloads")


@attack("hear texts in notifications", "cortege.annoncer says the table's name and nothing else",
        rewrite("cortege.annoncer()", "TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME",
                "(SELECT max(objet) FROM cortege.manifestation_statique)"), "expire1")
def listen(scene, login):
    listener = scene.connect(login)
    with listener.cursor() as cursor:
        cursor.execute("LISTEN cortege")
    writer = scene.connect("agent3")
    with writer.cursor() as cursor:
        cursor.execute(f"UPDATE {EVENTS} SET description = description || '.' WHERE service = 'Cabinet'")
    writer.close()
    with listener.cursor() as cursor:
        cursor.execute("SELECT 1")
    heard = [n.payload for n in listener.notifies]
    listener.close()
    assert heard, "the change is announced"
    return any("SECRET" in payload for payload in heard)
