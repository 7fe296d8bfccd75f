"""The database that scripts/bench wms draws: facts, a working day of events, and a person who may see them all."""
import os

import psycopg2

PERSON = "banc_tous"
# The frame of the maps: 16 x 12 km, so that 800 x 600 pixels are square.
FRAME = (885000.0, 6240000.0, 901000.0, 6252000.0)
DAY = "2026-03-10"

UNITS = """
  INSERT INTO convention.convention (notifiee_le) VALUES (current_date - 30);
  INSERT INTO voirie.unite (genre, code, nom, geom)
  SELECT 'carre', x || '-' || y, x || '-' || y, ST_Multi(ST_MakeEnvelope(x, y, x + 1000, y + 1000, 2154))
  FROM generate_series(884000, 901000, 1000) x, generate_series(6239000, 6252000, 1000) y;
  INSERT INTO plateforme.source (code, nom, finalite, base_legale, conservation)
  VALUES ('signalement', 'Banc', 'Mesure', 'Essai', '9 years');
  SELECT plateforme.creer_partitions('2026-01-01', '2026-12-31')"""
# Seven in ten gather around forty places, as incidents do; the rest are anywhere. All in the day's 24 hours, or over the year.
FACTS = """
  ALTER TABLE plateforme.fait DISABLE TRIGGER USER;
  INSERT INTO plateforme.acces (source, unites) SELECT 'signalement', ARRAY[id] FROM voirie.unite ORDER BY id;
  SELECT setseed(0.1);
  CREATE TEMP TABLE place AS SELECT i, 886000 + random() * 14000 AS x, 6241000 + random() * 10000 AS y FROM generate_series(1, 40) i;
  INSERT INTO plateforme.fait (acces, debut, source, categorie, objet, geom)
  SELECT a.id, f.debut, 'signalement', 'essai', 'Fait ' || f.i, ST_SetSRID(ST_Point(f.x, f.y), 2154)
  FROM (SELECT n.i, timestamptz '2026-03-10 00:00+01' + random() * interval '24 hours' AS debut,
               greatest(885000, least(900999, CASE WHEN n.i %% 10 < 7 THEN p.x + 700 * sqrt(-2 * ln(1 - random())) * cos(6.2832 * random())
                                              ELSE 885001 + random() * 15998 END)) AS x,
               greatest(6240000, least(6251999, CASE WHEN n.i %% 10 < 7 THEN p.y + 700 * sqrt(-2 * ln(1 - random())) * sin(6.2832 * random())
                                                ELSE 6240001 + random() * 11998 END)) AS y
        FROM generate_series(1, %(facts)s) n(i) JOIN place p ON p.i = 1 + n.i %% 40) f
  JOIN voirie.unite u ON u.code = (floor(f.x / 1000) * 1000)::bigint || '-' || (floor(f.y / 1000) * 1000)::bigint
  JOIN plateforme.acces a ON a.unites = ARRAY[u.id];
  ALTER TABLE plateforme.fait ENABLE TRIGGER USER"""
PEOPLE = """
  SELECT habilitation.amorcer('banc_dga', 'A', 'A', 'banc_valid', 'B', 'B');
  SET SESSION AUTHORIZATION banc_dga;
  SELECT habilitation.inscrire('banc_tous', 'C', 'C', 'Ville de Marseille', 'Banc');
  SELECT habilitation.accorder(habilitation.demander('banc_tous', 'analyste_ville', 'Mesure', now(), now() + interval '1 day',
    (SELECT array_agg(id) FROM voirie.unite)));
  SET SESSION AUTHORIZATION banc_valid;
  SELECT habilitation.inscrire('banc_agent', 'D', 'D', 'Préfecture de Police', 'Cabinet');
  SELECT habilitation.valider(habilitation.demander('banc_agent', 'agent_prefecture', 'Mesure', now(), now() + interval '1 day'));
  RESET SESSION AUTHORIZATION"""
# A working day: 500 events of the four kinds with their texts, entered by an agent.
DRAWN = """(SELECT i, 886000 + random() * 14000 AS x, 6241000 + random() * 10000 AS y, random() * 6.2832 AS angle,
          timestamptz '2026-03-10 07:00+01' + random() * interval '12 hours' AS debut, (random() * 3000)::integer AS gens
   FROM generate_series(1, 125) i OFFSET 0) AS tirage"""
EVENTS = f"""
  SET SESSION AUTHORIZATION banc_agent;
  SELECT setseed(0.2);
  INSERT INTO cortege.manifestation_deambulatoire (objet, debut, fin, personnes_attendues, trace)
  SELECT 'Défilé ' || i, debut, debut + interval '2 hours', gens,
         (SELECT ST_SetSRID(ST_MakeLine(ST_Point(x + 60 * k * cos(angle + sin(k)), y + 60 * k * sin(angle + sin(k))) ORDER BY k), 2154)
          FROM generate_series(0, 20) k)
  FROM {DRAWN};
  INSERT INTO cortege.manifestation_statique (objet, debut, fin, personnes_attendues, emprise)
  SELECT 'Rassemblement ' || i, debut, debut + interval '3 hours', gens, ST_Multi(ST_Buffer(ST_SetSRID(ST_Point(x, y), 2154), 60))
  FROM {DRAWN};
  INSERT INTO cortege.operation_programmee (objet, debut, fin, theme, lieux)
  SELECT 'Opération ' || i, debut, debut + interval '2 hours', 'CODAF', ST_Multi(ST_SetSRID(ST_Point(x, y), 2154))
  FROM {DRAWN};
  INSERT INTO cortege.visite_officielle (objet, debut, fin, lieux)
  SELECT 'Visite ' || i, debut, debut + interval '1 hour', ST_Multi(ST_SetSRID(ST_Point(x, y), 2154))
  FROM {DRAWN};
  INSERT INTO cortege.adresse (evenement_type, evenement_id, libelle, geom)
  SELECT genre, id, 'Adresse', ST_PointOnSurface(geom) FROM (
    SELECT 'deambulatoire', id, trace FROM cortege.manifestation_deambulatoire
    UNION ALL SELECT 'statique', id, emprise FROM cortege.manifestation_statique
    UNION ALL SELECT 'operation_programmee', id, lieux FROM cortege.operation_programmee
    UNION ALL SELECT 'visite_officielle', id, lieux FROM cortege.visite_officielle) AS saisi (genre, id, geom);
  RESET SESSION AUTHORIZATION"""


def connect():
    session = psycopg2.connect(host=os.environ["PGHOST"], port=os.environ["PGPORT"], user=os.environ["PGUSER"],
                               dbname=os.environ["PGDATABASE"])
    session.autocommit = True
    return session


def load(facts=100_000):
    with connect().cursor() as cursor:
        cursor.execute(UNITS)
        cursor.execute(FACTS, {"facts": facts})
        cursor.execute(PEOPLE)
        cursor.execute(EVENTS)
        # The order of rows decides which symbol lies on top: parallel scans would draw another image each time.
        cursor.execute(f"ALTER ROLE {PERSON} SET max_parallel_workers_per_gather = 0")
        cursor.execute("VACUUM ANALYZE")
