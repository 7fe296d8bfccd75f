"""People and sessions for the security tests. Every session is a real login, never a superuser's."""

import os
import subprocess
from pathlib import Path

import psycopg2

ROOT = Path(__file__).resolve().parents[2]

# One person of each column of metadata/habilitation.md.
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
# Accounts of attackers.sql that a mistake left open, in a profile that reads.
OUTSIDERS = {"suspendue": "suspend1", "jamais habilitée": "jamais1"}
# The groups of each account while it is open.
GROUPS = {
    "agent_prefecture, viewers": ("agent1", "agent2", "agent3"),
    "service_police, viewers": ("police1",),
    "analyste_ville, viewers": ("analyste1", "victime1", "expire1", "suspend1", "jamais1"),
    "autorite_ville, viewers": ("autorite1",),
    "dga_securite": ("dga1", "dga2"),
    "validation_prefecture": ("valid1", "valid2"),
    "dpo": ("dpo1",),
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


def reopen(cursor):
    """Opens again the accounts that an attempt has closed: roles belong to the whole cluster, whatever the database."""
    for groups, logins in GROUPS.items():
        cursor.execute("".join(f"ALTER ROLE {login} LOGIN;" for login in logins) + f"GRANT {groups} TO {', '.join(logins)}")


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
