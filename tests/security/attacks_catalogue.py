"""What PostgreSQL leaves open to anyone: activity, snapshots, large objects, sequences."""

import psycopg2

import people
from attack import attack, does, family

EVENTS = "cortege.manifestation_statique"


def granted(function, to="PUBLIC"):
    return f"GRANT EXECUTE ON FUNCTION pg_catalog.{function} TO {to};"


family("statistics and catalogue views")


@attack("see what others look at, and where", "EXECUTE revoked on pg_stat_get_activity", granted("pg_stat_get_activity"), "expire1")
def others_layers(scene, login):
    """A client of Cortège names itself after its layer, rectangle and window."""
    reader = people.connect("agent3", scene.database, application_name="statique|893000,6246000,894000,6248000|")
    said = scene.said(login, "SELECT application_name FROM pg_stat_activity WHERE usename = 'agent3'")
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
def end_session(scene, login):
    colleague = scene.connect("agent3")
    try:
        return scene.done(login, f"SELECT pg_terminate_backend({colleague.info.backend_pid})")
    finally:
        colleague.close()


family("REPEATABLE READ snapshots")
does("export a snapshot for an accomplice", "EXECUTE revoked on pg_export_snapshot", granted("pg_export_snapshot()"), "police1",
     "BEGIN; SELECT pg_export_snapshot()")


@attack("read by an accomplice's snapshot what one's new perimeter hides", "EXECUTE revoked on pg_export_snapshot",
        granted("pg_export_snapshot()"), "dpo1", fresh=True)
def accomplice(scene, login):
    """The accomplice reads nothing: their snapshot alone is older than the decision."""
    keeper = scene.connect(login, autocommit=False)
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


family("large objects")
for call in ("lo_create(0)", "lo_creat(-1)", "lo_from_bytea(0, 'copie')"):
    does(f"keep a copy outside all tables by {call.split('(')[0]}", "EXECUTE revoked on what makes large objects",
         granted(call.split("(")[0]), "agent1", f"SELECT {call}")

family("sequences")
SUITE = "cortege.manifestation_statique_id_seq"
for what, right in {f"nextval('{SUITE}')": "USAGE", f"setval('{SUITE}', 9)": "UPDATE", f"pg_sequence_last_value('{SUITE}')": "SELECT"}.items():
    does(f"touch the events' numbers by {what.split('(')[0]}", "sequences granted to nobody",
         f"GRANT {right} ON SEQUENCE {SUITE} TO police1;", "police1", f"SELECT {what}")
