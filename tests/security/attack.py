"""What an attack is. It counts only if it fails against the database as deployed and succeeds once its named guard
is switched off, which the suite does in a scratch copy."""

from contextlib import contextmanager
from dataclasses import dataclass
from typing import Callable

import psycopg2

import people

ATTACKS = []


@dataclass
class Attack:
    name: str
    guard: str  # what stops it, in words
    off: str  # SQL that switches the guard off, as the superuser, in a scratch database
    attempt: Callable  # (Scene) -> true when it got through
    setup: str = ""  # SQL run in both databases first, as the superuser
    back: str = ""  # SQL that undoes what `off` did to the cluster's roles


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


def attack(name, guard, off, setup="", back=""):
    """Registers the decorated function as an attack."""

    def register(attempt):
        ATTACKS.append(Attack(name, guard, off, attempt, setup, back))
        return attempt

    return register


def reads(name, guard, off, login, *statements, setup="", back="", secret="SECRET"):
    """An attack that is only SQL: it gets through when the secret is heard. The secret must not be in the SQL."""
    assert not any(secret in s for s in statements)
    ATTACKS.append(Attack(name, guard, off, lambda scene: secret in scene.said(login, *statements), setup, back))


def reads_as_each(name, guard, off, logins, *statements):
    """The same as each of these people, and as who has no habilitation any more."""
    for login in logins:
        reads(f"{name}, as {login}", guard, off, login, *statements)


def does(name, guard, off, login, *statements, setup="", back=""):
    """An attack that is only SQL: it gets through when every statement runs."""
    ATTACKS.append(Attack(name, guard, off, lambda scene: scene.done(login, *statements), setup, back))


def rewrite(function, old, new):
    """SQL that replaces a piece of a function's text."""
    return f"""DO $off$ DECLARE d text := pg_get_functiondef('{function}'::regprocedure);
      BEGIN ASSERT strpos(d, $old${old}$old$) > 0; EXECUTE replace(d, $old${old}$old$, $new${new}$new$); END $off$;"""
