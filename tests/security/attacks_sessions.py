"""Ways to go on reading after one's right has ended. Each person's own rights end, and their open session tries."""

import psycopg2

from attack import attack, family, rewrite

# What each reads while habilitated; who is not named here reads facts.
READABLE = {"agent2": "objet FROM cortege.manifestation_statique", "dga1": "nom FROM habilitation.identite",
            "valid1": "nom FROM habilitation.identite", "dpo1": "login FROM habilitation.personne"}
FACTS = "objet FROM plateforme.fait"
HABILITATED = ("analyste1", "agent1", "agent2", "police1", "autorite1", "dga1", "valid1", "dpo1")
NOT_ENDED = rewrite("habilitation.role_deconnecter(text)", "IF habilitation.role_de_personne(login) THEN", "IF false THEN")
ENDS = "habilitation.role_deconnecter ends the sessions"


def signer(login):
    """Who suspends this person, for their party: never themselves."""
    one, other = ("valid1", "valid2") if login in ("agent1", "agent2", "police1", "valid1") else ("dga1", "dga2")
    return other if login == one else one


def sign(scene, login, act, *words):
    """Whether their party's signer could do this to the person's last habilitation."""
    return scene.done(signer(login), f"SELECT habilitation.{act}((SELECT max(numero) FROM habilitation.liste()"
                                     f" WHERE login = '{login}'){''.join(f', {word!r}' for word in words)})")


def suspended(scene, login):
    return sign(scene, login, "suspendre", "essai")


def resume(scene, login):
    sign(scene, login, "reprendre")
    scene.reopen()


def after_suspension(scene, login, before, after, isolation=None):
    """What the person's open session still hears after their suspension, having run `before` in a transaction. {what} is
    what they may read."""
    what = READABLE.get(login, FACTS)
    session = scene.connect(login, autocommit=False)
    if isolation:
        session.set_session(isolation_level=isolation)
    try:
        with session.cursor() as cursor:
            cursor.execute(f"SELECT {what}")
            assert (cursor.rowcount > 0) == (login in HABILITATED), f"{login}: what is read before"
            cursor.execute(before.format(what=what))
            if login in HABILITATED:  # the others have nothing to lose
                assert suspended(scene, login), f"{login}: not suspended"
            cursor.execute(after.format(what=what))
            return len(cursor.fetchall()) > 0
    except psycopg2.Error:
        return False
    finally:
        session.close()
        if login in HABILITATED:
            resume(scene, login)


family("rights kept after they end")


@attack("a cursor kept across a suspension", ENDS, NOT_ENDED, "analyste1", bare=HABILITATED)
def cursor_kept(scene, login):
    return after_suspension(scene, login, "DECLARE c CURSOR FOR SELECT {what}", "FETCH ALL c")


@attack("a held cursor kept across a suspension", ENDS, NOT_ENDED, "analyste1", bare=HABILITATED)
def held_cursor_kept(scene, login):
    return after_suspension(scene, login, "DECLARE c CURSOR WITH HOLD FOR SELECT {what}; COMMIT", "FETCH ALL c")


@attack("a prepared statement kept across a suspension", f"{ENDS}; the policy asks for the rights at each execution",
        NOT_ENDED + rewrite("habilitation.masque_faits()", "x.plateforme AND", "true OR")
        + "GRANT SELECT ON plateforme.fait TO cortege_personnes;"
        + rewrite("habilitation.en_cours(text, timestamp with time zone)", "d.active AND", "true AND"), "analyste1")
def statement_kept(scene, login):
    return after_suspension(scene, login, "PREPARE p AS SELECT {what}", "EXECUTE p")


family("REPEATABLE READ snapshots")


@attack("a snapshot kept across a suspension", ENDS, NOT_ENDED + "GRANT SELECT ON plateforme.fait TO cortege_personnes;",
        "analyste1", bare=("analyste1", "agent1", "police1", "autorite1"))
def snapshot_kept(scene, login):
    return after_suspension(scene, login, "SELECT {what}", "SELECT {what}", isolation="REPEATABLE READ")


@attack("sign a decision from a snapshot older than the signer's own end", "habilitation.exiger_profil refuses frozen snapshots",
        rewrite("habilitation.exiger_profil(text[])", "<> 'read committed'", "= 'none'"), "dga1")
def frozen_grant(scene, login):
    session = scene.connect(login, autocommit=False)
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


family("rights kept after they end")


@attack("come back after a suspension", "habilitation.role_fermer closes the login",
        rewrite("habilitation.role_fermer(text)", "'ALTER ROLE %I NOLOGIN'", "'ALTER ROLE %I LOGIN'"), "analyste1",
        but=("expire1", "suspend1", "jamais1"), bare=HABILITATED)
def come_back(scene, login):
    """The three others' accounts are open already, by mistake, and nothing is read from them: see the other attacks."""
    assert suspended(scene, login)
    try:
        scene.connect(login).close()
        return True
    except psycopg2.Error:
        return False
    finally:
        resume(scene, login)


@attack("a transaction opened before the habilitation ends", "policies ask the wall clock, not the transaction's",
        rewrite("habilitation.courante()", "clock_timestamp()", "now()"), "analyste1", bare=HABILITATED)
def old_transaction(scene, login):
    """The habilitation ends while the transaction is open, and nobody has closed the account yet."""
    session = scene.connect(login, autocommit=False)
    with scene.admin() as admin:
        admin.execute("SET session_replication_role = replica")  # a register's dates never change otherwise
        admin.execute("SELECT h.fin, h.id FROM habilitation.habilitation h JOIN habilitation.personne p ON p.id = h.personne"
                      " WHERE p.login = %s", (login,))
        end = admin.fetchone()
        try:
            with session.cursor() as cursor:
                cursor.execute(f"SELECT {READABLE.get(login, FACTS)}")
                assert (cursor.rowcount > 0) == (login in HABILITATED), "the habilitation is active at first"
                admin.execute("UPDATE habilitation.habilitation SET fin = clock_timestamp() WHERE id = %s", end[1:])
                cursor.execute(f"SELECT {READABLE.get(login, FACTS)}")
                return cursor.rowcount > 0
        except psycopg2.Error:
            return False
        finally:
            session.close()
            admin.execute("UPDATE habilitation.habilitation SET fin = %s WHERE id = %s", end)
