"""People and sessions for the security tests. Every session is a real login, never a superuser's."""

import os
import subprocess
from pathlib import Path

import psycopg2

ROOT = Path(__file__).resolve().parents[2]

LOGINS = {
    "agent": "agent1",
    "agent sans plateforme": "agent2",
    "police": "police1",
    "analyste": "analyste1",
    "autorité": "autorite1",
    "DGA": "dga1",
    "validation": "valid1",
    "DPO": "dpo1",
    "expirée": "expire1",
}


def connect(login, database=None, **options):
    """A session of this login; `database` defaults to the one of the environment."""
    return psycopg2.connect(
        host=os.environ["PGHOST"],
        port=os.environ["PGPORT"],
        user=login,
        dbname=database or os.environ["PGDATABASE"],
        **options,
    )


def superuser(database=None):
    session = connect(os.environ["PGUSER"], database)
    session.autocommit = True
    return session


def psql(file, database=None):
    """Runs an SQL file as the superuser, stopping at its first error."""
    command = ["psql", "-qX", "-v", "ON_ERROR_STOP=1", "-o", os.devnull, "-f", str(file)]
    if database:
        command += ["-d", database]
    subprocess.run(command, check=True, env={**os.environ, "PGOPTIONS": "-c client_min_messages=warning"})


def populate(database=None):
    """One person of each profile and one row of each kind."""
    psql(ROOT / "tests/support/personnes.sql", database)
    psql(ROOT / "tests/security/lignes.sql", database)
