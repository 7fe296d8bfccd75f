"""What PostgreSQL and its extensions leave open to anyone: activity, snapshots, large objects, settings, creation."""

import time

import psycopg2

import people
from attack import attack, does, family, reads, rewrite

EVENTS = "cortege.manifestation_statique"


def granted(function, to="PUBLIC"):
    return f"GRANT EXECUTE ON FUNCTION pg_catalog.{function} TO {to};"


def creating(login):
    return f"DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO {login}', current_database()); END $$;"


family("statistics and catalogue views")


@attack("see what others look at, and where", "EXECUTE revoked on pg_stat_get_activity", granted("pg_stat_get_activity"))
def others_layers(scene):
    """A client of Cortège names itself after its layer, rectangle and window."""
    reader = people.connect("agent1", scene.database, application_name="statique|893000,6246000,894000,6248000|")
    said = scene.said("expire1", "SELECT application_name FROM pg_stat_activity WHERE usename = 'agent1'")
    reader.close()
    return "893000" in said


does("see who is connected", "EXECUTE revoked on pg_stat_get_backend_*", granted("pg_stat_get_backend_idset()")
     + granted("pg_stat_get_backend_userid(integer)"), "expire1",
     "SELECT pg_stat_get_backend_userid(i) FROM pg_stat_get_backend_idset() i")
does("read the hashes of passwords", "pg_authid granted to nobody", "GRANT SELECT ON pg_authid TO police1;", "police1",
     "SELECT rolpassword FROM pg_authid")
does("read the server's rules of entry", "pg_hba_file_rules granted to nobody",
     "GRANT SELECT ON pg_hba_file_rules TO police1;" + granted("pg_hba_file_rules()"), "police1", "SELECT * FROM pg_hba_file_rules")
does("make statistics of one's own on hidden columns", "the tables belong to cortege_proprietaire, CREATE granted to nobody",
     f"ALTER TABLE {EVENTS} OWNER TO agent1; GRANT CREATE ON SCHEMA cortege TO agent1;", "agent1",
     f"CREATE STATISTICS cortege.curieuse ON objet, service FROM {EVENTS}")


@attack("end a colleague's session", "pg_signal_backend granted to nobody", "GRANT pg_signal_backend TO police1;",
        back="REVOKE pg_signal_backend FROM police1;")
def end_session(scene):
    colleague = scene.connect("agent1")
    try:
        return scene.done("police1", f"SELECT pg_terminate_backend({colleague.info.backend_pid})")
    finally:
        colleague.close()


family("REPEATABLE READ snapshots")
does("export a snapshot for an accomplice", "EXECUTE revoked on pg_export_snapshot", granted("pg_export_snapshot()"), "police1",
     "BEGIN; SELECT pg_export_snapshot()")


@attack("read by an accomplice's snapshot what one's new perimeter hides", "EXECUTE revoked on pg_export_snapshot",
        granted("pg_export_snapshot()"), setup="SELECT 'a copy of its own';")
def accomplice(scene):
    """The accomplice reads nothing: their snapshot alone is older than the decision."""
    keeper = scene.connect("dpo1", autocommit=False)
    keeper.set_session(isolation_level="REPEATABLE READ")
    victim = None
    try:
        with keeper.cursor() as cursor:
            cursor.execute("SELECT pg_export_snapshot()")
            (snapshot,) = cursor.fetchone()
        with scene.admin() as admin:
            admin.execute("SET SESSION AUTHORIZATION dga1; SELECT habilitation.accorder(habilitation.demander('victime1',"
                          " 'analyste_ville', 'Essai', now(), now() + interval '1 day',"
                          " ARRAY(SELECT id FROM voirie.unite WHERE code = '13201')))")
        victim = scene.connect("victime1", autocommit=False)
        victim.set_session(isolation_level="REPEATABLE READ")
        with victim.cursor() as cursor:
            cursor.execute("SET TRANSACTION SNAPSHOT %s", (snapshot,))
            cursor.execute("SELECT objet FROM plateforme.fait WHERE ST_X(geom) > 894000")
            return cursor.rowcount > 0
    except psycopg2.Error:
        return False
    finally:
        keeper.close()
        if victim:
            victim.close()


family("rights kept after they end")


@attack("a held cursor kept across the convention's end", "convention.finir ends every session",
        rewrite("convention.finir()", "PERFORM habilitation.role_deconnecter(s.login) FROM", "PERFORM s.login FROM"),
        back="DO $$ DECLARE l text; BEGIN FOREACH l IN ARRAY ARRAY['agent1', 'agent2', 'agent3'] LOOP EXECUTE format("
             "'ALTER ROLE %I LOGIN; GRANT agent_prefecture, viewers TO %I', l, l); END LOOP;"
             " ALTER ROLE police1 LOGIN; GRANT service_police, viewers TO police1; END $$;")
def cursor_across_the_end(scene):
    session = scene.connect("analyste1")
    try:
        with session.cursor() as cursor:
            cursor.execute("BEGIN; DECLARE c CURSOR WITH HOLD FOR SELECT objet FROM cortege.manifestation_statique; COMMIT")
            with scene.admin() as admin:
                admin.execute("UPDATE convention.convention SET notifiee_le = current_date - 5 * 365; SELECT convention.finir()")
            cursor.execute("FETCH ALL c")
            return "SECRET" in repr(cursor.fetchall())
    except psycopg2.Error:
        return False
    finally:
        session.close()


OPEN_AGAIN = "ALTER ROLE expire1 LOGIN; GRANT analyste_ville, viewers TO expire1;"  # the watch closes whoever has expired
AGED = (rewrite("habilitation.veiller()", "interval '1 day'", "interval '1 second'")
        + rewrite("habilitation.veiller()", "interval '1 hour'", "interval '1 second'"))


def outlives_the_watch(scene, *statements):
    """Whether a session that began so still answers after a second and a watch; here a day and an hour last a second."""
    session = scene.connect("analyste1")
    try:
        with session.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
            time.sleep(1.2)
            with scene.admin() as admin:
                admin.execute("SELECT habilitation.veiller()")
            cursor.execute("FETCH ALL c")
            return "SECRET" in repr(cursor.fetchall())
    except psycopg2.Error:
        return False
    finally:
        session.close()


@attack("keep rows for days in a held cursor", "habilitation.veiller ends sessions of more than a day",
        rewrite("habilitation.veiller()", "s.ouverte < maintenant", "s.ouverte < 'epoch'::timestamptz"), setup=AGED, back=OPEN_AGAIN)
def held_for_days(scene):
    return outlives_the_watch(scene, "BEGIN; DECLARE c CURSOR WITH HOLD FOR SELECT objet FROM plateforme.fait; COMMIT")


@attack("keep a transaction open for hours", "habilitation.veiller ends transactions of more than an hour, sessions of a day",
        rewrite("habilitation.veiller()", "s.transaction < maintenant", "s.transaction < 'epoch'::timestamptz")
        + rewrite("habilitation.veiller()", "s.ouverte < maintenant", "s.ouverte < 'epoch'::timestamptz"), setup=AGED, back=OPEN_AGAIN)
def open_for_hours(scene):
    return outlives_the_watch(scene, "BEGIN", "DECLARE c CURSOR FOR SELECT objet FROM plateforme.fait")


@attack("leave a text behind in one's account's settings", "habilitation.role_fermer resets them",
        rewrite("habilitation.role_fermer(text)", "EXECUTE format('ALTER ROLE %I RESET ALL', login);", ""),
        back="ALTER ROLE victime1 RESET ALL; ALTER ROLE victime1 LOGIN; GRANT analyste_ville, viewers TO victime1;")
def text_in_settings(scene):
    session = scene.connect("victime1")
    with session.cursor() as cursor:
        cursor.execute("ALTER ROLE victime1 SET application_name = 'SECRET noté là'")
    session.close()
    with scene.admin() as admin:
        admin.execute("SELECT habilitation.role_fermer('victime1')")
    return "SECRET" in scene.said("expire1", "SELECT setconfig::text FROM pg_db_role_setting")


family("large objects")
for call in ("lo_create(0)", "lo_creat(-1)", "lo_from_bytea(0, 'copie')"):
    does(f"keep a copy outside all tables by {call.split('(')[0]}", "EXECUTE revoked on what makes large objects",
         granted(call.split("(")[0]), "agent1", f"SELECT {call}")

family("advisory locks")


@attack("keep agents from saving by locks anyone may take", "audit.prendre_voie: a lane of one's own when all are taken",
        rewrite("audit.prendre_voie()", "RETURN nextval('audit.voie_isolee');", "PERFORM pg_advisory_xact_lock(716320411, 1); RETURN 1;"))
def take_all_lanes(scene):
    session = scene.connect("expire1")
    with session.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(716320411, v) FROM generate_series(1, 16) v")
    try:
        return not scene.done("agent1", "SET lock_timeout = '1 s'", "INSERT INTO cortege.visite_officielle (objet, debut, statut)"
                                        " VALUES ('Visite', now(), 'brouillon')")
    finally:
        session.close()


family("sequences")
SUITE = "cortege.manifestation_statique_id_seq"
for what, right in {f"nextval('{SUITE}')": "USAGE", f"setval('{SUITE}', 9)": "UPDATE", f"pg_sequence_last_value('{SUITE}')": "SELECT"}.items():
    does(f"touch the events' numbers by {what.split('(')[0]}", "sequences granted to nobody",
         f"GRANT {right} ON SEQUENCE {SUITE} TO police1;", "police1", f"SELECT {what}")

family("extension functions")
does("install an extension that PostgreSQL trusts", "CREATE on the database granted to nobody", creating("police1"), "police1",
     "CREATE EXTENSION hstore WITH SCHEMA public")
does("install dblink", "people are no superusers", "ALTER ROLE police1 SUPERUSER;", "police1", "CREATE EXTENSION dblink",
     back="ALTER ROLE police1 NOSUPERUSER;")
for call in ("UpdateGeometrySRID('plateforme', 'zone_tension', 'geom', 2154)",
             "DropGeometryColumn('plateforme', 'zone_tension', 'geom')",
             "AddGeometryColumn('plateforme', 'zone_tension', 'autre', 2154, 'POINT', 2)"):
    does(f"change a table by {call.split('(')[0]}", "the tables belong to cortege_proprietaire",
         "ALTER TABLE plateforme.zone_tension OWNER TO agent1; GRANT CREATE ON SCHEMA plateforme TO agent1;", "agent1",
         f"SELECT {call}")
does("make a table by ST_FromFlatGeobufToTable", "CREATE granted to nobody", "GRANT CREATE ON SCHEMA public TO police1;", "police1",
     "SELECT ST_FromFlatGeobufToTable('public', 'copie', (SELECT ST_AsFlatGeobuf(t.*) FROM (SELECT 1 AS i, geom FROM voirie.unite) t))")
does("make a table by pgr_createVerticesTable", "CREATE granted to nobody",
     "GRANT CREATE ON SCHEMA public TO police1; CREATE TABLE public.aretes AS SELECT 1 AS id, 1 AS source, 2 AS target,"
     " 'SRID=2154;LINESTRING(0 0, 1 1)'::geometry AS the_geom; ALTER TABLE public.aretes OWNER TO police1;", "police1",
     "SELECT pgr_createVerticesTable('public.aretes', 'the_geom')", "SELECT FROM public.aretes_vertices_pgr")

family("triggers and DDL")
SUPER = {"off": "ALTER ROLE police1 SUPERUSER;", "back": "ALTER ROLE police1 NOSUPERUSER;"}
does("put a trigger on everyone's DDL", "people are no superusers", SUPER["off"], "police1",
     "CREATE EVENT TRIGGER pirate ON ddl_command_end EXECUTE FUNCTION convention.garde_ddl()", back=SUPER["back"])
does("put a rule on an event's table", "the tables belong to cortege_proprietaire", f"ALTER TABLE {EVENTS} OWNER TO agent1;", "agent1",
     f"CREATE RULE pirate AS ON DELETE TO {EVENTS} DO INSTEAD NOTHING")
does("switch a table's triggers off", "the tables belong to cortege_proprietaire", f"ALTER TABLE {EVENTS} OWNER TO agent1;", "agent1",
     f"ALTER TABLE {EVENTS} DISABLE TRIGGER avant")
does("switch a table's policies off", "the tables belong to cortege_proprietaire", f"ALTER TABLE {EVENTS} OWNER TO agent1;", "agent1",
     f"ALTER TABLE {EVENTS} NO FORCE ROW LEVEL SECURITY")
does("attach a partition of one's own", "plateforme.fait belongs to cortege_proprietaire",
     "GRANT cortege_proprietaire TO police1;", "police1", "SET ROLE cortege_proprietaire",
     "CREATE TABLE plateforme.pirate PARTITION OF plateforme.fait FOR VALUES FROM ('1900-01-01') TO ('1900-02-01')",
     back="REVOKE cortege_proprietaire FROM police1;")
does("make an operator that looks like another", "CREATE granted to nobody", "GRANT CREATE ON SCHEMA public TO police1;", "police1",
     "CREATE OPERATOR public.=== (LEFTARG = text, RIGHTARG = text, FUNCTION = pg_catalog.texteq)")
does("make a view that anyone reads", "CREATE granted to nobody", "GRANT CREATE ON SCHEMA public TO agent1;", "agent1",
     f"CREATE VIEW public.ouverte AS SELECT * FROM {EVENTS}", "GRANT SELECT ON public.ouverte TO PUBLIC")

family("logical decoding")
does("publish a table", "CREATE on the database granted to nobody, tables owned by cortege_proprietaire",
     f"ALTER TABLE {EVENTS} OWNER TO agent1;" + creating("agent1"), "agent1", f"CREATE PUBLICATION pirate FOR TABLE {EVENTS}")
does("subscribe elsewhere, and send the server there", "people are no superusers", SUPER["off"], "police1",
     "CREATE SUBSCRIPTION pirate CONNECTION 'host=localhost' PUBLICATION x WITH (connect = false)",
     "ALTER SUBSCRIPTION pirate SET (slot_name = NONE)", "DROP SUBSCRIPTION pirate", back=SUPER["back"])
does("write into the transaction log", "EXECUTE revoked on pg_logical_emit_message",
     "DO $$ DECLARE f regprocedure; BEGIN FOR f IN SELECT oid FROM pg_proc WHERE proname = 'pg_logical_emit_message'"
     " LOOP EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO police1', f); END LOOP; END $$;", "police1",
     "SELECT pg_logical_emit_message(true, 'copie', 'texte')")

family("SECURITY DEFINER with someone else's name")
reads("the history of a colleague's draft", "cortege.histoire: drafts are their author's",
      rewrite("cortege.histoire(text, bigint)", "coalesce(v.apres, v.avant) ->> 'auteur' = session_user", "true"), "agent1",
      "SELECT apres FROM cortege.histoire('statique', (SELECT id FROM essai.ligne WHERE nom = 'brouillon_collegue'))", but=())
reads("what a draft said before its author sent it", "cortege.histoire: what was a draft is its author's",
      rewrite("cortege.histoire(text, bigint)", "v.avant ->> 'statut' = 'brouillon' AND v.avant ->> 'auteur' <> session_user", "false"),
      "agent1", "SELECT avant FROM cortege.histoire('statique', (SELECT id FROM essai.ligne WHERE nom = 'transmis_depuis'))", but=("agent3",),
      setup="SET SESSION AUTHORIZATION agent3; SELECT essai.evenement('manifestation_statique', 'transmis_depuis', 'brouillon', 'emprise',"
            " 'MULTIPOLYGON(((893000 6247000, 893100 6247000, 893100 6247100, 893000 6247000)))', 'POINT(893000 6247000)');"
            " UPDATE cortege.manifestation_statique SET statut = 'transmis', objet = 'Rassemblement', description = NULL"
            " WHERE id = (SELECT id FROM essai.ligne WHERE nom = 'transmis_depuis'); RESET SESSION AUTHORIZATION;")
VERIFIER = "SCRAM-SHA-256$4096:c2Vs$c3RvcmVka2V5:c2VydmVya2V5"
does("set a password for someone of the other party", "habilitation.poser_secret: each party for its own people",
     rewrite("habilitation.poser_secret(text, text)", "(c.partie = 'ville') <> (mien = 'dga_securite')", "false"), "dga1",
     f"SELECT habilitation.poser_secret('agent1', '{VERIFIER}')", but=("valid1",), back="ALTER ROLE agent1 PASSWORD NULL;")
does("justify someone else's copy", "convention.justifier_export: one's own copies",
     rewrite("convention.justifier_export(bigint, bigint, text, text, text)", "AND x.par = session_user", ""), "police1",
     "SELECT convention.justifier_export((SELECT id FROM essai.ligne WHERE nom = 'copie'), 1, 'x', 'x', repeat('a', 64))",
     setup="WITH x AS (INSERT INTO convention.export (par, couche, finalite, destinataire, constat) VALUES ('autorite9', 'x', 'x', 'x', true)"
           " RETURNING id) INSERT INTO essai.ligne SELECT 'copie', id FROM x;")
does("end the convention", "convention.exiger_partie", "GRANT EXECUTE ON FUNCTION convention.finir() TO police1;"
     + rewrite("convention.exiger_partie(text[])", "'exploitant' = ANY (profils) AND pg_has_role(session_user, 'cortege_proprietaire', 'MEMBER')",
               "true"), "police1", "SELECT convention.finir()", but=("dga1", "valid1"),
     setup="UPDATE convention.convention SET notifiee_le = current_date - 5 * 365; GRANT EXECUTE ON FUNCTION convention.finir() TO police1;",
     back="ALTER ROLE agent1 LOGIN; GRANT agent_prefecture, viewers TO agent1; ALTER ROLE agent2 LOGIN; GRANT agent_prefecture, viewers TO agent2;"
          "ALTER ROLE agent3 LOGIN; GRANT agent_prefecture, viewers TO agent3; ALTER ROLE police1 LOGIN; GRANT service_police, viewers TO police1;")
does("erase the journal's contents", "habilitation.exiger_profil",
     "GRANT EXECUTE ON FUNCTION audit.caviarder(bigint, text) TO police1;"
     + rewrite("habilitation.exiger_profil(text[])", "mien IS NULL OR mien <> ALL (profils)", "false"), "police1",
     "SELECT audit.caviarder((SELECT min(id) FROM essai.ligne), 'x')", but=("dpo1",),
     setup="GRANT EXECUTE ON FUNCTION audit.caviarder(bigint, text) TO police1;")
does("move the demonstration's clock", "convention.avancer: the operator's", "GRANT EXECUTE ON FUNCTION convention.avancer(interval) TO police1;"
     "INSERT INTO convention.demonstration DEFAULT VALUES;"
     + rewrite("convention.avancer(interval)", "NOT pg_has_role(session_user, 'cortege_proprietaire', 'MEMBER')", "false"), "police1",
     "SELECT convention.avancer('1 day')", setup="GRANT EXECUTE ON FUNCTION convention.avancer(interval) TO police1;")
