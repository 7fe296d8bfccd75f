"""Fifty people, each with a square of the city and rows marked as theirs; some rows touch two squares."""
import contextlib
import random
import threading

PEOPLE, ACROSS, SIDE, STEP = 50, 10, 400, 500
WEST, SOUTH = 889000, 6241000
START = "2026-01-05"
SYSTEMS = ("EPSG:2154", "EPSG:3857", "EPSG:4326")

DECISIONS = """
INSERT INTO convention.convention (notifiee_le) VALUES (current_date - 30);
INSERT INTO voirie.unite (genre, code, nom, geom) SELECT 'carreau', n::text, 'Carreau ' || n, ST_Multi(ST_MakeEnvelope(
    {w} + {step} * (n % {across}), {s} + {step} * (n / {across}), {w} + {step} * (n % {across}) + {side},
    {s} + {step} * (n / {across}) + {side}, 2154)) FROM generate_series(0, {people} - 1) n;
SELECT habilitation.amorcer('dga1', 'Marchand', 'Odile', 'valid1', 'Teyssier', 'Paul');
SET SESSION AUTHORIZATION dga1;
SELECT habilitation.inscrire(format('p_%s', n), 'Marque', 'N' || n, 'Ville de Marseille', 'Service ' || n)
FROM generate_series(0, {people} - 1) n;
SELECT habilitation.accorder(habilitation.demander(format('p_%s', n),
    CASE WHEN n % 2 = 0 THEN 'analyste_ville' ELSE 'autorite_ville' END, 'Finalité ' || n, now(), now() + interval '1 year',
    ARRAY(SELECT id FROM voirie.unite WHERE genre = 'carreau' AND code = n::text))) FROM generate_series(0, {people} - 1) n;
RESET SESSION AUTHORIZATION;
INSERT INTO plateforme.source (code, nom, finalite, base_legale, conservation, transmise)
VALUES ('signalement', 'Marques', 'essai', 'essai', '10 years', false) ON CONFLICT DO NOTHING;
SELECT plateforme.creer_partitions('{start}', timestamptz '{start}' + interval '20 days');
""".format(w=WEST, s=SOUTH, step=STEP, side=SIDE, across=ACROSS, people=PEOPLE, start=START)

# Twenty points and two lines each; every fifth point lies in the lane between two squares and belongs to nobody's perimeter,
# every line reaches into the next square.
ROWS = """
INSERT INTO plateforme.fait (debut, fin, source, categorie, objet, poids, geom)
SELECT timestamptz '{start}' + make_interval(hours => (n * 7 + r * 13) % 200),
       CASE WHEN r % 2 = 0 THEN timestamptz '{start}' + make_interval(hours => (n * 7 + r * 13) % 200 + 12) END,
       'signalement', 'Attroupement', format('marque %s de %s', r, n), 1,
       ST_SetSRID(ST_MakePoint({w} + {step} * (n % {across}) + CASE WHEN r % 5 = 4 THEN {side} + 50 ELSE 20 + r * 19 END,
                               {s} + {step} * (n / {across}) + 20 + (r * 83) % 360), 2154)
FROM generate_series(0, {people} - 1) n, generate_series(0, 19) r;
INSERT INTO plateforme.fait (debut, fin, source, categorie, objet, poids, geom)
SELECT timestamptz '{start}' + make_interval(hours => n % 100), timestamptz '{start}' + make_interval(hours => n % 100 + 60),
       'signalement', 'Attroupement', format('ligne %s de %s', r, n), 1,
       ST_SetSRID(ST_MakeLine(ST_MakePoint({w} + {step} * (n % {across}) + 200, {s} + {step} * (n / {across}) + 100 + r * 150),
                              ST_MakePoint({w} + {step} * (n % {across}) + 560, {s} + {step} * (n / {across}) + 120 + r * 150)), 2154)
FROM generate_series(0, {people} - 1) n, generate_series(0, 1) r;
""".format(w=WEST, s=SOUTH, step=STEP, side=SIDE, across=ACROSS, people=PEOPLE, start=START)

SEEN = """
SELECT cle, ST_Dimension(geom), extract(epoch FROM debut)::float8, extract(epoch FROM coalesce(fin, debut))::float8,
       (SELECT array_agg(ARRAY[ST_X((p).geom), ST_Y((p).geom)] ORDER BY (p).path) FROM ST_DumpPoints(geom) p),
       (SELECT array_agg(ARRAY[ST_X((p).geom), ST_Y((p).geom)] ORDER BY (p).path) FROM ST_DumpPoints(ST_Transform(geom, 3857)) p),
       (SELECT array_agg(ARRAY[ST_X((p).geom), ST_Y((p).geom)] ORDER BY (p).path) FROM ST_DumpPoints(ST_Transform(geom, 4326)) p)
FROM plateforme.evenement WHERE geom IS NOT NULL ORDER BY cle
"""


class Row:
    def __init__(self, values):
        self.key, self.dimension, self.start, self.end = values[:4]
        self.points = dict(zip(SYSTEMS, values[4:]))
        self.layer = ("evenement_point", "evenement_ligne")[self.dimension]

    def during(self, window):
        return self.start <= window[1] and self.end >= window[0]


class Person:
    """What they see is what their own SQL says, over their own session; it is read again when their habilitation changes."""

    def __init__(self, platform, number):
        self.platform, self.number, self.login = platform, number, f"p_{number}"
        self.lock = threading.Lock()
        self.rows = []
        self.look()

    @property
    def gets_objects(self):
        return self.number % 2 == 0

    def look(self):
        with contextlib.closing(self.platform.person(self.login)) as session, session.cursor() as cursor:
            cursor.execute(SEEN)
            self.rows = [Row(values) for values in cursor.fetchall()]


def make(platform):
    platform.sql(DECISIONS)
    platform.sql(ROWS)
    logins = [f"p_{n}" for n in range(PEOPLE)]
    platform.give_passwords([*logins, "dga1"])
    platform.wait_for_viewers(PEOPLE)
    return [Person(platform, n) for n in range(PEOPLE)]


def move(platform, person, unit):
    """A new habilitation: another square."""
    with contextlib.closing(platform.person("dga1")) as session, session.cursor() as cursor:
        cursor.execute("SELECT habilitation.accorder(habilitation.demander(%s, %s, 'Autre finalité', now(), now() + interval '1 year', "
                       "ARRAY(SELECT id FROM voirie.unite WHERE genre = 'carreau' AND code = %s)))",
                       (person.login, "analyste_ville" if person.gets_objects else "autorite_ville", str(unit)))


def chance(seed):
    return random.Random(seed)
