#!/usr/bin/python3
"""What row policies cost: reads of FACTS facts as a plain role with a polygonal perimeter, with and without policies,
server side, same worker count. Prints the median and the minimum of each in milliseconds of the backend's own CPU time.
  scripts/bench policies [FACTS]"""

import json
import os
import random
import statistics
import sys

import psycopg2

FACTS = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
ROUNDS = 7
SIDE = 22  # units: a grid of SIDE x SIDE squares of 1 km

READS = {
    "full read": "SELECT * FROM plateforme.fait",
    "full read, counted": "SELECT count(*) FROM plateforme.fait",
    "rectangle": "SELECT * FROM plateforme.fait WHERE geom && ST_MakeEnvelope(890000, 6245000, 891000, 6246000, 2154)",
    "range of time": "SELECT * FROM plateforme.fait WHERE periode && tstzrange('2026-03-10', '2026-03-12')",
    "beginning": "SELECT * FROM plateforme.fait WHERE debut >= '2026-03-10' AND debut < '2026-03-11'",
}


def connect(login):
    session = psycopg2.connect(host=os.environ["PGHOST"], port=os.environ["PGPORT"], user=login,
                               dbname=os.environ["PGDATABASE"])
    session.autocommit = True
    return session


def load(admin):
    """A grid of units, people habilitated for a polygon of a third of them, for each of them and without
    a perimeter, and facts."""
    random.seed(1)
    with admin.cursor() as cursor:
        cursor.execute("""
          INSERT INTO convention.convention (notifiee_le) VALUES (current_date - 30);
          INSERT INTO voirie.unite (genre, code, nom, geom)
          SELECT 'carre', x || '-' || y, x || '-' || y, ST_Multi(ST_MakeEnvelope(x, y, x + 1000, y + 1000, 2154))
          FROM generate_series(884000, 884000 + 1000 * (%(side)s - 1), 1000) x,
               generate_series(6236000, 6236000 + 1000 * (%(side)s - 1), 1000) y;
          INSERT INTO plateforme.source (code, nom, finalite, base_legale, conservation)
          VALUES ('banc', 'Banc', 'Mesure', 'Essai', '9 years');
          SELECT plateforme.creer_partitions('2026-01-01', '2026-12-31');
          ALTER TABLE plateforme.fait DISABLE TRIGGER USER;
          INSERT INTO plateforme.acces (source, unites) SELECT 'banc', ARRAY[id] FROM voirie.unite ORDER BY id;
          INSERT INTO plateforme.fait (acces, debut, source, categorie, objet, geom)
          SELECT a.id, f.debut, 'banc', 'essai', 'Fait ' || f.i, ST_SetSRID(ST_Point(f.x, f.y), 2154)
          FROM (SELECT i, timestamptz '2026-01-01' + random() * interval '364 days' AS debut,
                       884001 + floor(random() * %(side)s) * 1000 + random() * 998 AS x,
                       6236001 + floor(random() * %(side)s) * 1000 + random() * 998 AS y
                FROM generate_series(1, %(facts)s) i) f
          JOIN voirie.unite u ON u.code = (floor(f.x / 1000) * 1000)::bigint || '-' || (floor(f.y / 1000) * 1000)::bigint
          JOIN plateforme.acces a ON a.unites = ARRAY[u.id];
          ALTER TABLE plateforme.fait ENABLE TRIGGER USER;
          SELECT habilitation.amorcer('banc_dga', 'A', 'A', 'banc_valid', 'B', 'B');
          SET SESSION AUTHORIZATION banc_dga;
          SELECT habilitation.inscrire(l, 'C', 'C', 'Ville de Marseille', 'Banc') FROM unnest(ARRAY['banc_tiers', 'banc_tous', 'banc_tout']) l;
          SELECT habilitation.accorder(habilitation.demander('banc_tiers', 'analyste_ville', 'Mesure', now(), now() + interval '1 day',
            (SELECT array_agg(id) FROM voirie.unite WHERE ST_DWithin(geom, 'SRID=2154;POINT(893000 6247000)', 6500))));
          SELECT habilitation.accorder(habilitation.demander('banc_tous', 'analyste_ville', 'Mesure', now(), now() + interval '1 day',
            (SELECT array_agg(id) FROM voirie.unite)));
          SELECT habilitation.accorder(habilitation.demander('banc_tout', 'analyste_ville', 'Mesure', now(), now() + interval '1 day'));
          RESET SESSION AUTHORIZATION""", {"side": SIDE, "facts": FACTS})
        cursor.execute("VACUUM ANALYZE plateforme.fait")


def cpu_ms(session):
    """CPU time the session's backend has used; the server is on this machine."""
    with open(f"/proc/{session.get_backend_pid()}/schedstat", encoding="ascii") as status:
        return int(status.read().split()[0]) / 1e6


def nodes(plan):
    yield plan["Node Type"]
    for child in plan.get("Plans", []):
        yield from nodes(child)


def measure(session, query):
    """(CPU milliseconds, rows, whether an index was used) of one EXPLAIN ANALYZE with its default timing."""
    before = cpu_ms(session)
    with session.cursor() as cursor:
        cursor.execute("EXPLAIN (ANALYZE, FORMAT JSON) " + query)
        plan = cursor.fetchone()[0][0]["Plan"]
    return cpu_ms(session) - before, plan["Actual Rows"], any("Index" in node for node in nodes(plan))


def main():
    admin = connect(os.environ["PGUSER"])
    load(admin)
    people = {"a third": connect("banc_tiers"), "all listed": connect("banc_tous"), "everything": connect("banc_tout")}
    for session in people.values():
        with session.cursor() as cursor:
            cursor.execute("SET max_parallel_workers_per_gather = 0; SET jit = off")
    # Off and on by turns, so that a machine that slows down slows both; the first turn warms the caches.
    runs = {}
    for turn in range(ROUNDS + 1):
        for policies in (False, True):
            with admin.cursor() as cursor:
                cursor.execute(f"ALTER TABLE plateforme.fait {'ENABLE' if policies else 'DISABLE'} ROW LEVEL SECURITY")
            for name, query in READS.items():
                for person, session in people.items():
                    taken = measure(session, query)
                    if turn > 0:
                        runs.setdefault((name, person, policies), []).append(taken)
    result = {key: (statistics.median(r[0] for r in taken), min(r[0] for r in taken), *taken[0][1:])
              for key, taken in runs.items()}
    print(f"{FACTS} facts, {SIDE * SIDE} units, one backend, EXPLAIN ANALYZE, CPU ms: median (minimum) of {ROUNDS}")
    print(f"{'read':20} {'perimeter':11} {'without':>17} {'with policies':>17} {'ratio':>6} {'rows':>9}  index")
    for name in READS:
        for person in people:
            bare, guarded = result[name, person, False], result[name, person, True]
            print(f"{name:20} {person:11} {bare[0]:8.1f} ({bare[1]:6.1f}) {guarded[0]:8.1f} ({guarded[1]:6.1f})"
                  f" {guarded[0] / bare[0]:6.2f} {guarded[2]:9}  {'yes' if guarded[3] else 'no'}")
    print(json.dumps({f"{n}, {p}": round(result[n, p, True][0] / result[n, p, False][0], 3) for n in READS for p in people}))


if __name__ == "__main__":
    main()
