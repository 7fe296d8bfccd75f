"""Ways to outlive the convention, or what the watch ends."""

import psycopg2

from attack import attack, everyone, family, reads, rewrite

family("rights kept after they end")
reads("read what was transmitted after the convention's end", "convention.en_vigueur in the policies",
      rewrite("habilitation.lit_evenements(text)", "convention.en_vigueur()", "true"), "agent1",
      "SELECT objet FROM cortege.manifestation_statique",
      setup="UPDATE convention.convention SET notifiee_le = current_date - 5 * 365;")


@attack("a held cursor kept across the convention's end", "convention.finir ends every session",
        rewrite("convention.finir()", "PERFORM habilitation.role_deconnecter(s.login) FROM", "PERFORM s.login FROM"),
        "analyste1", fresh=True)
def cursor_across_the_end(scene, login):
    session = scene.connect(login)
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
        scene.reopen()


# Here the watch's day and hour last no time at all: every session is too old.
AGED = (rewrite("habilitation.veiller()", "interval '1 day'", "interval '0'")
        + rewrite("habilitation.veiller()", "interval '1 hour'", "interval '0'"))


def outlives_the_watch(scene, login, *statements):
    """Whether a session that began so still answers after a watch."""
    session = scene.connect(login)
    try:
        with session.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
            with scene.admin() as admin:
                admin.execute("SELECT habilitation.veiller()")
            cursor.execute("FETCH ALL c")
            return "SECRET" in repr(cursor.fetchall())
    except psycopg2.Error:
        return False
    finally:
        session.close()
        scene.reopen()  # the watch closes whoever has expired


CURSOR = "DECLARE c CURSOR FOR SELECT objet FROM plateforme.evenement"
READERS = ("analyste1", "agent1", "police1", "autorite1")
NO_DAY = rewrite("habilitation.veiller()", "s.ouverte < maintenant", "s.ouverte < 'epoch'::timestamptz")


@attack("keep rows for days in a held cursor", "habilitation.veiller ends sessions of more than a day", NO_DAY, "analyste1",
        setup=AGED, bare=READERS)
def held_for_days(scene, login):
    return outlives_the_watch(scene, login, f"BEGIN; {CURSOR.replace('FOR', 'WITH HOLD FOR', 1)}; COMMIT")


@attack("keep a transaction open for hours", "habilitation.veiller ends transactions of more than an hour, sessions of a day",
        NO_DAY + rewrite("habilitation.veiller()", "s.transaction < maintenant", "s.transaction < 'epoch'::timestamptz"),
        "analyste1", setup=AGED, bare=READERS)
def open_for_hours(scene, login):
    return outlives_the_watch(scene, login, "BEGIN", CURSOR)


@attack("leave a text behind in one's account's settings", "habilitation.role_fermer resets them",
        rewrite("habilitation.role_fermer(text)", "EXECUTE format('ALTER ROLE %I RESET ALL', login);", ""), "analyste1",
        bare=everyone("analyste1"))
def text_in_settings(scene, login):
    session = scene.connect(login)
    with session.cursor() as cursor:
        cursor.execute(f"ALTER ROLE {login} SET application_name = 'SECRET noté là'")
    session.close()
    with scene.admin() as admin:
        admin.execute(f"SELECT habilitation.role_fermer('{login}')")
    try:
        return "SECRET" in scene.said("agent3", "SELECT setconfig::text FROM pg_db_role_setting")
    finally:
        with scene.admin() as admin:
            admin.execute(f"ALTER ROLE {login} RESET ALL")
        scene.reopen()


family("advisory locks")


@attack("keep the watch from closing accounts by a lock anyone may take", "habilitation.revoir takes no advisory lock",
        rewrite("habilitation.revoir(timestamptz)", "LOCK TABLE habilitation.acte IN SHARE ROW EXCLUSIVE MODE;",
                "IF NOT pg_try_advisory_xact_lock(42) THEN RETURN 0; END IF;"), "analyste1", but=("expire1",),
        bare=everyone("analyste1", but=("expire1",)),
        setup=rewrite("habilitation.a_revoir(timestamptz)", "interval '1 hour'", "interval '0'"))
def block_the_watch(scene, login):
    """The account of expire1 is to be closed: its habilitation has ended."""
    session = scene.connect(login)
    try:
        with session.cursor() as cursor:
            for lock in ("42", "hashtext('habilitation.veiller')"):
                cursor.execute(f"SELECT pg_advisory_lock({lock})")
        with scene.admin() as admin:
            admin.execute("SELECT habilitation.veiller()")
            admin.execute("SELECT rolcanlogin FROM pg_roles WHERE rolname = 'expire1'")
            return admin.fetchone()[0]
    finally:
        session.close()
        scene.reopen()


@attack("keep agents from saving by locks anyone may take", "audit.prendre_voie: a lane of one's own when all are taken",
        rewrite("audit.prendre_voie()", "RETURN nextval('audit.voie_isolee');", "PERFORM pg_advisory_xact_lock(716320411, 1); RETURN 1;"),
        "expire1")
def take_all_lanes(scene, login):
    session = scene.connect(login)
    with session.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(716320411, v) FROM generate_series(1, 16) v")
    try:
        return not scene.done("agent3", "SET lock_timeout = '1 s'", "BEGIN", "INSERT INTO cortege.visite_officielle"
                              " (objet, debut, statut) VALUES ('Visite', now(), 'brouillon')", "SET CONSTRAINTS ALL IMMEDIATE")
    finally:
        session.close()
