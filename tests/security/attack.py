"""What an attack is. It counts only if it fails against the database as deployed and succeeds once its named guard
is switched off, which the suite does in a scratch copy."""

from contextlib import contextmanager
from dataclasses import dataclass
from typing import Callable

import psycopg2

import people

ATTACKS = []

# What an attacker may go through; every family has attacks.
FAMILIES = ("direct SQL", "leaky functions and errors in WHERE", "views", "partitions by name", "COPY",
            "statistics and catalogue views", "EXPLAIN", "sequences", "foreign-key and unique probing",
            "SET ROLE and set_config", "rights of one's account", "SECURITY DEFINER with someone else's name",
            "search_path and temporary objects", "large objects", "LISTEN payloads", "rights kept after they end",
            "REPEATABLE READ snapshots", "advisory locks", "triggers and DDL", "extension functions", "file access",
            "pg_dump", "logical decoding", "writes in another's name")
current_family = ""


def family(name):
    """The attacks that follow belong to this family."""
    assert name in FAMILIES, name
    globals()["current_family"] = name


@dataclass
class Attack:
    name: str
    guard: str  # what stops it, in words
    off: str  # SQL that switches the guard off, as the superuser, in a scratch database
    attempt: Callable  # (Scene, login) -> true when it got through; leaves the scene as it found it
    logins: tuple  # who tries it against the guard
    bare: tuple  # who gets through without it
    family: str
    setup: str = ""  # SQL run in both databases first, as the superuser
    back: str = ""  # SQL that undoes what `off` did to the cluster's roles
    fresh: bool = False  # each try has a copy of the database to itself


@dataclass
class Scene:
    """The database under attack."""

    database: str

    def connect(self, login, autocommit=True):
        session = people.connect(login, self.database)
        session.autocommit = autocommit
        return session

    @contextmanager
    def admin(self):
        session = people.superuser(self.database)
        try:
            with session.cursor() as cursor:
                yield cursor
        finally:
            session.close()

    def reopen(self):
        with self.admin() as cursor:
            people.reopen(cursor)

    def said(self, login, *statements):
        """All that the server says to this person: rows, notices and error texts, in one string. A session's end
        is an answer too."""
        heard = []
        session = self.connect(login)
        try:
            with session.cursor() as cursor:
                for statement in statements:
                    cursor.execute(statement)
                    if cursor.description:
                        heard.extend(repr(row) for row in cursor.fetchall())
        except psycopg2.Error as error:
            heard.append(str(error))
        finally:
            heard.extend(session.notices)
            session.close()
        return "\n".join(heard)

    def done(self, login, *statements):
        """Whether this person may run all of these."""
        try:
            session = self.connect(login)
        except psycopg2.Error:
            return False
        try:
            with session.cursor() as cursor:
                for statement in statements:
                    cursor.execute(statement)
            return True
        except psycopg2.Error:
            return False
        finally:
            session.close()


# Who reads by right what is in the 2nd arrondissement, where police1 reads nothing, and who reads facts there.
READ_EVENTS = ("agent1", "agent2", "analyste1", "autorite1")
READ_FACTS = ("agent1", "analyste1", "autorite1")


def everyone(first, but=()):
    """This person, then one of each other profile and those without any, who may not either. `but`: whose right it is."""
    others = (*people.LOGINS.values(), *people.OUTSIDERS.values())
    return (first, *(login for login in others if login != first and login not in but))


def attack(name, guard, off, first="police1", but=(), setup="", back="", bare=None, fresh=False):
    """Registers the decorated function as an attack. Everyone tries it but those named in `but`, whose right it is; without
    the guard `bare` get through, the first one unless said."""

    def register(attempt):
        ATTACKS.append(Attack(name, guard, off, attempt, everyone(first, but), bare or (first,), current_family, setup, back, fresh))
        return attempt

    return register


def reads(name, guard, off, first, *statements, secret="SECRET", opened_to_all=False, **more):
    """An attack that is only SQL: it gets through when the secret is heard. The secret must not be in the SQL.
    `opened_to_all`: all get through without the guard."""
    assert not any(secret in s for s in statements)
    attack(name, guard, off, first, bare=everyone(first) if opened_to_all else None, **more)(
        lambda scene, login: secret in scene.said(login, *statements))


def does(name, guard, off, first, *statements, **more):
    """An attack that is only SQL: it gets through when every statement runs."""
    attack(name, guard, off, first, **more)(lambda scene, login: scene.done(login, *statements))


def rewrite(function, old, new):
    """SQL that replaces a piece of a function's text."""
    return f"""DO $off$ DECLARE d text := pg_get_functiondef('{function}'::regprocedure);
      BEGIN ASSERT strpos(d, $old${old}$old$) > 0; EXECUTE replace(d, $old${old}$old$, $new${new}$new$); END $off$;"""
