"""Ways to take everything at once: pg_dump, COPY, what a replica receives."""

import io
import os
import subprocess

import psycopg2
from psycopg2.extras import LogicalReplicationConnection

import people
from attack import attack, everyone, family
from attacks_reading import EVENTS, OPEN, POLICY

family("COPY")
for what, source in {"a table": EVENTS, "a query": f"(SELECT objet FROM {EVENTS})"}.items():

    @attack(f"copy {what} out", POLICY, OPEN, bare=everyone("police1"))
    def copy_out(scene, login, source=source):
        copied = io.StringIO()
        session = scene.connect(login)
        try:
            with session.cursor() as cursor:
                cursor.copy_expert(f"COPY {source} TO STDOUT", copied)
        except psycopg2.Error:
            return False
        finally:
            session.close()
        return "SECRET objet brouillon_collegue" in copied.getvalue()


@attack("copy events in, in another service's name", "row policies, under which COPY FROM is refused",
        f"ALTER TABLE {EVENTS} DISABLE ROW LEVEL SECURITY;", "agent2")
def copy_in(scene, login):
    session = scene.connect(login, autocommit=False)
    try:
        with session.cursor() as cursor:
            cursor.copy_expert(f"COPY {EVENTS} (objet, debut, service) FROM STDIN", io.StringIO("x\t2026-12-01\tCabinet\n"))
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
        "ALTER ROLE police1 BYPASSRLS;", setup=SEQUENCE, back="ALTER ROLE police1 NOBYPASSRLS;")
def dump(scene, login):
    return "SECRET" in dumped(scene, login)


@attack("dump more than what policies let through", "policies apply to pg_dump --enable-row-security",
        "ALTER TABLE cortege.manifestation_statique DISABLE ROW LEVEL SECURITY;", setup=SEQUENCE)
def dump_filtered(scene, login):
    return "SECRET objet brouillon_collegue" in dumped(scene, login, "--enable-row-security")


family("logical decoding")
REPLICATION = {"off": "ALTER ROLE police1 REPLICATION;", "back": "ALTER ROLE police1 NOREPLICATION;"}


@attack("decode everyone's writes by a logical slot", "people have no REPLICATION", **REPLICATION)
def logical_decoding(scene, login):
    session = scene.connect(login)
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
def standby(scene, login):
    try:
        people.connect(login, scene.database, connection_factory=LogicalReplicationConnection).close()
        return True
    except psycopg2.Error:
        return False
