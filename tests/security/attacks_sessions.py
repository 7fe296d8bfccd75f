"""Ways to go on reading after the right has ended, and to take everything at once."""

import os
import subprocess
import time

import psycopg2
from psycopg2.extras import LogicalReplicationConnection

import people
from attack import attack, everyone, family, rewrite

SUSPEND = "SELECT habilitation.suspendre((SELECT max(numero) FROM habilitation.liste() WHERE login = 'victime1'), 'essai')"
RESUME = "SELECT habilitation.reprendre((SELECT max(numero) FROM habilitation.liste() WHERE login = 'victime1'))"
NOT_ENDED = rewrite("habilitation.role_deconnecter(text)", "IF habilitation.role_de_personne(login) THEN", "IF false THEN")
BACK = "ALTER ROLE victime1 LOGIN; GRANT analyste_ville, viewers TO victime1;"


def suspend(scene):
    session = scene.connect("dga1")
    with session.cursor() as cursor:
        cursor.execute(SUSPEND)
    session.close()


def resume(scene):
    session = scene.connect("dga1")
    with session.cursor() as cursor:
        cursor.execute(RESUME)
    session.close()


def after_suspension(scene, before, after, isolation=None):
    """What victime1's open session still hears after its suspension, having run `before` in a transaction."""
    session = scene.connect("victime1", autocommit=False)
    if isolation:
        session.set_session(isolation_level=isolation)
    try:
        with session.cursor() as cursor:
            cursor.execute(before)
            suspend(scene)
            cursor.execute(after)
            return "SECRET" in repr(cursor.fetchall())
    except psycopg2.Error:
        return False
    finally:
        session.close()
        resume(scene)


family("rights kept after they end")


@attack("a cursor kept across a suspension", "habilitation.role_deconnecter ends the sessions", NOT_ENDED, back=BACK)
def cursor_kept(scene):
    return after_suspension(scene, "DECLARE c CURSOR FOR SELECT objet FROM plateforme.fait", "FETCH ALL c")


@attack("a held cursor kept across a suspension", "habilitation.role_deconnecter ends the sessions", NOT_ENDED, back=BACK)
def held_cursor_kept(scene):
    return after_suspension(scene, "DECLARE c CURSOR WITH HOLD FOR SELECT objet FROM plateforme.fait; COMMIT", "FETCH ALL c")


family("REPEATABLE READ snapshots")


@attack("a snapshot kept across a suspension", "habilitation.role_deconnecter ends the sessions", NOT_ENDED
        + "GRANT SELECT ON plateforme.fait TO cortege_personnes;", back=BACK)
def snapshot_kept(scene):
    return after_suspension(scene, "SELECT count(*) FROM plateforme.fait", "SELECT objet FROM plateforme.fait",
                            isolation="REPEATABLE READ")


family("rights kept after they end")


@attack("a prepared statement kept across a suspension",
        "habilitation.role_deconnecter ends the sessions; the policy asks for the rights at each execution",
        NOT_ENDED + rewrite("habilitation.masque_faits()", "x.plateforme AND", "true OR")
        + "GRANT SELECT ON plateforme.fait TO cortege_personnes;"
        + rewrite("habilitation.en_cours(text, timestamp with time zone)", "d.active AND", "true AND"), back=BACK)
def statement_kept(scene):
    return after_suspension(scene, "PREPARE p AS SELECT objet FROM plateforme.fait", "EXECUTE p")


@attack("come back after a suspension", "habilitation.role_fermer closes the login",
        rewrite("habilitation.role_fermer(text)", "'ALTER ROLE %I NOLOGIN'", "'ALTER ROLE %I LOGIN'"), back=BACK)
def come_back(scene):
    suspend(scene)
    try:
        scene.connect("victime1").close()
        return True
    except psycopg2.Error:
        return False
    finally:
        resume(scene)


@attack("a transaction opened before the habilitation ends", "policies ask the wall clock, not the transaction's",
        rewrite("habilitation.courante()", "clock_timestamp()", "now()"))
def old_transaction(scene):
    with scene.admin() as admin:
        admin.execute("SET SESSION AUTHORIZATION dga1; SELECT habilitation.accorder(habilitation.demander('expire1',"
                      " 'analyste_ville', 'Essai', now(), clock_timestamp() + interval '2.5 s'))")
    session = scene.connect("expire1", autocommit=False)
    with session.cursor() as cursor:
        cursor.execute("SELECT objet FROM plateforme.fait")
        assert cursor.rowcount > 0, "the habilitation is active at first"
        time.sleep(2.5)
        cursor.execute("SELECT objet FROM plateforme.fait")
        through = cursor.rowcount > 0
    session.close()
    return through


family("advisory locks")


@attack("keep the watch from closing accounts by a lock anyone may take", "habilitation.revoir takes no advisory lock",
        rewrite("habilitation.revoir(timestamptz)", "LOCK TABLE habilitation.acte IN SHARE ROW EXCLUSIVE MODE;",
                "IF NOT pg_try_advisory_xact_lock(42) THEN RETURN 0; END IF;"),
        setup="DO $$ BEGIN ALTER ROLE expire1 LOGIN; GRANT analyste_ville TO expire1; END $$;")
def block_the_watch(scene):
    session = scene.connect("expire1")
    with session.cursor() as cursor:
        for lock in ("42", "hashtext('habilitation.veiller')"):
            cursor.execute(f"SELECT pg_advisory_lock({lock})")
    try:
        with scene.admin() as admin:
            admin.execute("SELECT habilitation.veiller()")
            admin.execute("SELECT rolcanlogin FROM pg_roles WHERE rolname = 'expire1'")
            return admin.fetchone()[0]
    finally:
        session.close()


family("rights kept after they end")


@attack("read what was transmitted after the convention's end", "convention.en_vigueur in the policies",
        rewrite("habilitation.lit_evenements(text)", "convention.en_vigueur()", "true"),
        setup="UPDATE convention.convention SET notifiee_le = current_date - 5 * 365;")
def after_the_end(scene):
    return "SECRET" in scene.said("agent1", "SELECT objet FROM cortege.manifestation_statique")


family("REPEATABLE READ snapshots")


@attack("sign a grant from a snapshot older than the revocation", "habilitation.exiger_profil refuses frozen snapshots",
        rewrite("habilitation.exiger_profil(text[])", "<> 'read committed'", "= 'none'"))
def frozen_grant(scene):
    session = scene.connect("dga1", autocommit=False)
    session.set_session(isolation_level="REPEATABLE READ")
    try:
        with session.cursor() as cursor:
            cursor.execute("SELECT habilitation.suspendre(7, 'essai')")
        return True
    except psycopg2.Error:
        return False
    finally:
        session.rollback()
        session.close()


family("pg_dump")


def dumped(scene, login, *options):
    """What pg_dump writes of one table for this person."""
    command = ["pg_dump", "-U", login, "--data-only", "-t", "cortege.manifestation_statique", *options, scene.database]
    return subprocess.run(command, capture_output=True, text=True, env=os.environ, check=False).stdout


# pg_dump also reads the table's sequence: granted here, so that the policy alone stands in the way.
SEQUENCE = "GRANT SELECT ON SEQUENCE cortege.manifestation_statique_id_seq TO cortege_personnes;"


@attack("dump a table", "people have no BYPASSRLS, and pg_dump refuses to be filtered in silence",
        "ALTER ROLE police1 BYPASSRLS;", setup=SEQUENCE, back="ALTER ROLE police1 NOBYPASSRLS;",
        logins=everyone("police1"))
def dump(scene, login):
    return "SECRET" in dumped(scene, login)


@attack("dump more than what policies let through", "policies apply to pg_dump --enable-row-security",
        "ALTER TABLE cortege.manifestation_statique DISABLE ROW LEVEL SECURITY;", setup=SEQUENCE,
        logins=everyone("police1"))
def dump_filtered(scene, login):
    return "SECRET objet brouillon_collegue" in dumped(scene, login, "--enable-row-security")


family("logical decoding")
REPLICATION = {"off": "ALTER ROLE police1 REPLICATION;", "back": "ALTER ROLE police1 NOREPLICATION;"}


@attack("decode everyone's writes by a logical slot", "people have no REPLICATION", **REPLICATION)
def logical_decoding(scene):
    session = scene.connect("police1")
    try:
        with session.cursor() as cursor:
            cursor.execute("SELECT pg_create_logical_replication_slot('pirate', 'test_decoding')")
            with scene.admin() as admin:
                admin.execute("SET synchronous_commit = on")  # what is decoded is what the disk has
                admin.execute("UPDATE cortege.manifestation_statique SET description = 'SECRET de tous'")
            cursor.execute("SELECT data FROM pg_logical_slot_get_changes('pirate', NULL, NULL)")
            heard = repr(cursor.fetchall())
            cursor.execute("SELECT pg_drop_replication_slot('pirate')")
        return "SECRET de tous" in heard
    except psycopg2.Error:
        return False
    finally:
        session.close()


@attack("pass for a standby server", "people have no REPLICATION", **REPLICATION)
def standby(scene):
    try:
        people.connect("police1", scene.database, connection_factory=LogicalReplicationConnection).close()
        return True
    except psycopg2.Error:
        return False
