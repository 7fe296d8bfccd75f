"""Ways to make the planner or EXPLAIN speak of hidden rows. Operators that PostgreSQL holds for leakproof (=, < on texts, &&)
may be tried before a policy that costs more than they do, or by an index: EXPLAIN ANALYZE then tells whether they were true of
a hidden row. Policies that cost nothing to the planner are tried first, and events have no such index."""

import re

import psycopg2

from attack import READ_EVENTS, READ_FACTS, attack, family

EVENTS = "cortege.manifestation_statique"
HIDDEN_BOX = "ST_MakeEnvelope(894990, 6246990, 895001, 6247001, 2154)"
EMPTY_BOX = "ST_MakeEnvelope(894980, 6246980, 894981, 6246981, 2154)"

family("EXPLAIN")


def explained(session, query):
    """What EXPLAIN ANALYZE says of the query, without what the query itself says."""
    with session.cursor() as cursor:
        cursor.execute("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) " + query)
        lines = [line for (line,) in cursor.fetchall() if "Filter: " not in line and "Cond: " not in line]
    return "\n".join(lines)


def tells_apart(name, guard, off, true_of_hidden, true_of_none, first="police1", but=(), settings=""):
    """Gets through when EXPLAIN ANALYZE tells a query that is true of a hidden row from one that is true of none."""

    @attack(name, guard, off, first, but)
    def attempt(scene, login):
        with scene.admin() as admin:
            admin.execute(f"SELECT cree_le FROM {EVENTS} WHERE auteur = 'agent3' ORDER BY id LIMIT 1")
            hidden = true_of_hidden.format(moment=admin.fetchone()[0])
        session = scene.connect(login)
        try:
            with session.cursor() as cursor:
                cursor.execute("SET jit = off;" + settings)
            explained(session, true_of_none)  # warms what is cached
            return explained(session, hidden) != explained(session, true_of_none)
        except psycopg2.Error:
            return False
        finally:
            session.close()


def dear(function):
    return f"ALTER FUNCTION {function} COST 100;"


FIRST = "the policy's function costs nothing to the planner: tried before any operator"
LISIBLE = "cortege.lisible(text, text, text, integer[], text, integer[])"
tells_apart("guess the text of a hidden draft", FIRST, dear(LISIBLE),
            f"SELECT FROM {EVENTS} WHERE objet = 'SECRET objet brouillon_collegue'", f"SELECT FROM {EVENTS} WHERE objet = 'x'")
tells_apart("guess the moment a hidden draft was written", FIRST, dear(LISIBLE),
            f"SELECT FROM {EVENTS} WHERE cree_le = '{{moment}}'", f"SELECT FROM {EVENTS} WHERE cree_le = 'epoch'")
tells_apart("guess the place of a hidden event", FIRST, dear(LISIBLE),
            f"SELECT FROM {EVENTS} WHERE emprise && {HIDDEN_BOX}", f"SELECT FROM {EVENTS} WHERE emprise && {EMPTY_BOX}",
            but=READ_EVENTS)
tells_apart("guess a hidden address", FIRST,
            dear("cortege.adresse_lisible(text, bigint, int8multirange, int8multirange, int8multirange, int8multirange)"),
            "SELECT FROM cortege.adresse WHERE libelle = 'SECRET adresse service_2'", "SELECT FROM cortege.adresse WHERE libelle = 'x'",
            but=READ_EVENTS)
tells_apart("guess the place of a hidden zone", FIRST, dear("plateforme.zone_lisible(bigint, int8multirange)"),
            f"SELECT FROM plateforme.zone_tension WHERE geom && {HIDDEN_BOX}",
            f"SELECT FROM plateforme.zone_tension WHERE geom && {EMPTY_BOX}", but=READ_FACTS)
tells_apart("guess the text of a hidden fact", "the policy is an element of an array, which costs nothing to the planner",
            "DROP POLICY lecture ON plateforme.fait; CREATE POLICY lecture ON plateforme.fait FOR SELECT TO cortege_personnes"
            " USING (((SELECT habilitation.masque_faits())[acces])::integer + 0 = 1);",
            "SELECT FROM plateforme.fait WHERE objet = 'SECRET fait essai 895000'", "SELECT FROM plateforme.fait WHERE objet = 'x'",
            but=READ_FACTS)
tells_apart("find a hidden fact whose end is not known", "the policy is an element of an array, which costs nothing to the planner",
            "DROP POLICY lecture ON plateforme.fait; CREATE POLICY lecture ON plateforme.fait FOR SELECT TO cortege_personnes"
            " USING (((SELECT habilitation.masque_faits())[acces])::integer + 0 = 1);",
            "SELECT FROM plateforme.fait WHERE fin IS NULL", "SELECT FROM plateforme.fait WHERE fin IS NOT NULL", "agent2",
            but=(*READ_FACTS, "police1"))

NO_INDEX = "events have no index but their keys"
BY_INDEX = "SET enable_seqscan = off;"
tells_apart("count hidden events in a rectangle by an index", NO_INDEX,
            f"CREATE INDEX ON {EVENTS} USING gist (emprise);",
            f"SELECT FROM {EVENTS} WHERE emprise && {HIDDEN_BOX}", f"SELECT FROM {EVENTS} WHERE emprise && {EMPTY_BOX}",
            but=READ_EVENTS, settings=BY_INDEX)
tells_apart("count hidden events in a window of time by an index", NO_INDEX,
            f"CREATE INDEX ON {EVENTS} (cree_le);",
            f"SELECT FROM {EVENTS} WHERE cree_le = '{{moment}}'", f"SELECT FROM {EVENTS} WHERE cree_le = 'epoch'", settings=BY_INDEX)
tells_apart("count hidden addresses in a rectangle by an index", NO_INDEX, "CREATE INDEX ON cortege.adresse USING gist (geom);",
            f"SELECT FROM cortege.adresse WHERE geom && {HIDDEN_BOX}", f"SELECT FROM cortege.adresse WHERE geom && {EMPTY_BOX}",
            but=READ_EVENTS, settings=BY_INDEX)
tells_apart("learn the source of hidden facts by an index", "facts have no index on their source",
            "CREATE INDEX ON plateforme.fait (source);",
            "SELECT FROM plateforme.fait WHERE source = 'transmise' AND debut > now() - interval '1 hour'",
            "SELECT FROM plateforme.fait WHERE source = 'absente' AND debut > now() - interval '1 hour'", "agent2",
            but=(*READ_FACTS, "police1"), settings=BY_INDEX)


@attack("spell a hidden draft's text letter by letter", FIRST, dear(LISIBLE))
def spell(scene, login):
    """Twenty questions per letter: which letter comes next is read from whether a sub-plan ran."""
    session = scene.connect(login)
    known = "S"
    try:
        nothing = explained(session, f"SELECT FROM {EVENTS} WHERE objet > '~'")
        for _ in range(5):
            known += next((letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if nothing != explained(
                session, f"SELECT FROM {EVENTS} WHERE auteur = 'agent3' AND objet >= '{known}{letter}'"
                         f" AND objet < '{known}{letter}~'")), "?")
    except psycopg2.Error:
        return False
    finally:
        session.close()
    return re.fullmatch("SECRET", known) is not None
