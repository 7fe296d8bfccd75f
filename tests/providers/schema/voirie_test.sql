-- The base data on a town drawn for the test: two avenues and two cross streets 200 m apart, steps, a motorway, an
-- island of its own, a street whose name three quarters share.
BEGIN;
CREATE EXTENSION IF NOT EXISTS pgtap;
\i tests/support/personnes.sql

INSERT INTO voirie.noeud (id, geom)
SELECT i, ST_SetSRID(ST_Point(892000 + x, 6247000 + y), 2154) FROM (VALUES
  (1, 0, 0), (2, 200, 0), (3, 400, 0), (4, 0, 200), (5, 200, 200), (6, 400, 200),
  (7, 5000, 5000), (8, 5100, 5000), (9, 400, 400), (10, 2000, 0), (11, 2100, 0), (12, -3000, 0), (13, -2900, 0)) AS v(i, x, y);
INSERT INTO voirie.troncon (source, target, nom, classe, sens, escalier, autoroute, geom)
SELECT a, b, nom, classe, sens, classe = 'steps', classe = 'motorway', ST_MakeLine(p.geom, q.geom)
FROM (VALUES
  (1, 2, 'Avenue de la République', 'primary', 1), (2, 3, 'Avenue de la République', 'primary', 1),
  (4, 5, 'Boulevard Saint-Michel', 'residential', 0), (5, 6, 'Boulevard Saint-Michel', 'residential', 0),
  (1, 4, 'Rue du 4 Septembre', 'residential', 0), (3, 6, 'Rue des Écoles', 'residential', 0),
  (2, 5, 'Montée des Accoules', 'steps', 0), (6, 9, 'A7', 'motorway', 1),
  (7, 8, 'Chemin de l''Île', 'residential', 0),
  (10, 11, 'Rue de l''Église', 'residential', 0), (12, 13, 'Rue de l''Église', 'residential', 0)) AS t(a, b, nom, classe, sens)
JOIN voirie.noeud p ON p.id = a JOIN voirie.noeud q ON q.id = b;
INSERT INTO voirie.adresse (id, numero, rep, nom_voie, code_postal, nom_commune, geom)
SELECT 'a' || n || coalesce(r, ''), n, r, 'Avenue de la Republique', '13002', 'Marseille',
       ST_SetSRID(ST_Point(892000 + 10 * n, 6247000 + CASE WHEN n % 2 = 0 THEN 5 ELSE -5 END), 2154)
FROM (VALUES (2, NULL), (10, NULL), (10, 'bis'), (11, NULL), (21, NULL)) AS v(n, r);
INSERT INTO voirie.lieu (source, nom, categorie, sensible, code_postal, commune, geom)
VALUES ('test', 'École maternelle Saint-Michel', 'école', true, '13002', 'Marseille',
        ST_SetSRID(ST_Point(892100, 6247210), 2154));
SET ROLE cortege_chargement;
SELECT voirie.preparer();
RESET ROLE;

CREATE FUNCTION pg_temp.premier(texte text) RETURNS text LANGUAGE sql AS
  $$ SELECT libelle || ' | ' || exactitude FROM voirie.chercher(texte) LIMIT 1 $$;
CREATE FUNCTION pg_temp.ici(x float8, y float8) RETURNS geometry LANGUAGE sql AS
  $$ SELECT ST_SetSRID(ST_Point(892000 + x, 6247000 + y), 2154) $$;
CREATE FUNCTION pg_temp.rues(points geometry[], options jsonb DEFAULT '{}') RETURNS text LANGUAGE sql AS
  $$ SELECT string_agg(r ->> 'nom' || ' ' || round((r ->> 'longueur')::numeric), ', ' ORDER BY o)
     FROM voirie.itineraire(points, options) i, jsonb_array_elements(i.rues) WITH ORDINALITY AS x(r, o) $$;
-- Names, and lengths to the ten metres.
CREATE FUNCTION pg_temp.rues_de(trace text) RETURNS text LANGUAGE sql AS
  $$ SELECT string_agg(r ->> 'nom' || ' ' || 10 * round((r ->> 'longueur')::numeric / 10), ', ' ORDER BY o)
     FROM jsonb_array_elements(voirie.rues_du_trace(ST_Translate(ST_GeomFromText(trace, 2154), 892000, 6247000))) WITH ORDINALITY AS x(r, o) $$;
GRANT USAGE ON SCHEMA public TO agent1;

SELECT plan(39);
SET SESSION AUTHORIZATION agent1;

-- The search.
SELECT is(pg_temp.premier('10 av de la république'), '10 Avenue de la République, 13002 Marseille | numero', 'a number');
SELECT is(pg_temp.premier('10bis AVENUE REPUBLIQUE'), '10 bis Avenue de la République, 13002 Marseille | numero', 'an index');
SELECT is(pg_temp.premier('6 avenue de la republqiue'), '6 Avenue de la République, 13002 Marseille | interpole', 'between two neighbours, a typo');
SELECT is((SELECT round(ST_X(geom))::int FROM voirie.chercher('6 avenue de la republique') LIMIT 1), 892060, 'a share of the way between 2 and 10');
SELECT is(pg_temp.premier('210 avenue de la republique'), '21 Avenue de la République, 13002 Marseille | proche', 'the nearest number when past the end');
SELECT is(pg_temp.premier('bd st michel'), 'Boulevard Saint-Michel | voie', 'abbreviations');
SELECT is(pg_temp.premier('michel saint boulevard'), 'Boulevard Saint-Michel | voie', 'word order');
SELECT is(pg_temp.premier('rep'), 'Avenue de la République, 13002 Marseille | voie', 'three letters');
SELECT is(pg_temp.premier('rue du 4 septembre'), 'Rue du 4 Septembre | voie', 'a number that is the name');
SELECT is(pg_temp.premier('ecole st michel'), 'École maternelle Saint-Michel, 13002 Marseille | lieu', 'a place');
SELECT is(pg_temp.premier('av république / rue des ecoles'), 'Avenue de la République / Rue des Écoles | croisement', 'a crossing');
SELECT is((SELECT ST_AsText(geom) FROM voirie.chercher('angle rue des écoles et bd saint michel') LIMIT 1), 'POINT(892400 6247200)', 'a crossing in words');
SELECT is((SELECT count(*)::int FROM voirie.chercher('rue de l''église') WHERE libelle LIKE 'Rue de l''Église%'), 2, 'two streets of one name are two answers');
SELECT is((SELECT round(distance)::int FROM voirie.chercher('rue de l''église', pg_temp.ici(1900, 0)) LIMIT 1), 150, 'the one near the map comes first');
SELECT is((SELECT count(*)::int FROM voirie.chercher('')), 0, 'an empty query finds nothing');
SELECT is((SELECT count(*)::int FROM voirie.chercher(E'\x01 ; DROP TABLE / -- %_')), 0, 'rubbish finds nothing');
SELECT lives_ok($$ SELECT * FROM voirie.chercher(repeat('rue x / ', 4000)) $$, 'a very long query is cut');

-- The nearest address.
SELECT is((SELECT libelle FROM voirie.adresse_proche(pg_temp.ici(112, -8))), '11 Avenue de la Republique, 13002 Marseille', 'a number within 60 m');
SELECT is((SELECT libelle FROM voirie.adresse_proche(pg_temp.ici(390, 100))), 'Rue des Écoles', 'else the street');
SELECT is((SELECT count(*)::int FROM voirie.adresse_proche(pg_temp.ici(900, 900))), 0, 'else nothing');

-- The router.
SELECT is(pg_temp.rues(ARRAY[pg_temp.ici(350, 3), pg_temp.ici(50, 2)]), 'Avenue de la République 300', 'against a one-way, from spot to spot of a street');
SELECT is(pg_temp.rues(ARRAY[pg_temp.ici(200, 0), pg_temp.ici(200, 200)]), 'Avenue de la République 200, Rue du 4 Septembre 200, Boulevard Saint-Michel 200', 'round the steps');
SELECT is(pg_temp.rues(ARRAY[pg_temp.ici(200, 0), pg_temp.ici(200, 200)], '{"escaliers": true}'), 'Montée des Accoules 200', 'up the steps when asked');
SELECT is(pg_temp.rues(ARRAY[pg_temp.ici(100, 0), pg_temp.ici(0, 100), pg_temp.ici(100, 200)]), 'Avenue de la République 100, Rue du 4 Septembre 200, Boulevard Saint-Michel 100', 'through a waypoint');
SELECT is(pg_temp.rues(ARRAY[pg_temp.ici(100, 0), pg_temp.ici(300, 0), pg_temp.ici(100, 0)]), 'Avenue de la République 400', 'there and back');
SELECT is(pg_temp.rues(ARRAY[pg_temp.ici(100, 0), pg_temp.ici(200, 0), pg_temp.ici(200, 200)], '{"libres": [2]}'), 'Avenue de la République 100, Hors voirie 200', 'a stretch by hand');
SELECT is((SELECT array_agg((e ->> 'chainage')::numeric::int ORDER BY (e ->> 'rang')::int) FROM voirie.itineraire(ARRAY[pg_temp.ici(100, 0), pg_temp.ici(0, 100), pg_temp.ici(100, 200)]) i, jsonb_array_elements(i.etapes) e), '{0,200,400}', 'chainage of each point');
SELECT ok((SELECT abs(ST_Length(trace) - longueur) < 0.01 AND ST_GeometryType(trace) = 'ST_LineString' FROM voirie.itineraire(ARRAY[pg_temp.ici(100, 0), pg_temp.ici(300, 200)])), 'one line as long as its streets');
SELECT is((SELECT round(longueur)::int FROM voirie.itineraire(ARRAY[pg_temp.ici(100, 0), pg_temp.ici(100, 0)])), 0, 'no way to go has no length');
-- The streets of a line that is drawn already.
SELECT is(pg_temp.rues_de('LINESTRING(50 2, 400 0, 400 150)'), 'Avenue de la République 350, Rue des Écoles 150', 'a line along two streets, a little off them');
SELECT is(pg_temp.rues_de('LINESTRING(100 0, 200 0, 350 120, 400 120, 400 200)'), 'Avenue de la République 110, Hors voirie 230, Rue des Écoles 80', 'across a square');
SELECT is(pg_temp.rues_de('LINESTRING(10 10, 10 10)'), NULL, 'no length, no street');
SELECT is((SELECT string_agg(r ->> 'nom', ', ' ORDER BY o) FROM voirie.itineraire(ARRAY[pg_temp.ici(100, 0), pg_temp.ici(0, 100), pg_temp.ici(100, 200)]) i,
  jsonb_array_elements(voirie.rues_du_trace(i.trace)) WITH ORDINALITY AS x(r, o)), 'Avenue de la République, Rue du 4 Septembre, Boulevard Saint-Michel', 'the streets that the router took');
SELECT throws_like($$ SELECT * FROM voirie.itineraire(ARRAY[pg_temp.ici(100, 0), pg_temp.ici(5050, 5000)]) $$, 'Aucun chemin praticable du point n° 1 au point n° 2%', 'an island is named');
SELECT throws_like($$ SELECT * FROM voirie.itineraire(ARRAY[pg_temp.ici(100, 0), pg_temp.ici(900, 900)]) $$, 'Aucune rue praticable à moins de 200 m du point n° 2%', 'a far point is named');
SELECT throws_like($$ SELECT * FROM voirie.itineraire(ARRAY[pg_temp.ici(100, 0)]) $$, 'Un itinéraire va de 2 à 100 points%', 'one point is no route');

-- Who reads it.
SELECT ok((SELECT count(*) > 0 FROM voirie.troncon), 'a habilitated person reads the streets');
RESET SESSION AUTHORIZATION;
SELECT habilitation.role_ouvrir('sans2', 'analyste_ville');
SET SESSION AUTHORIZATION sans2;
SELECT is((SELECT count(*)::int FROM voirie.troncon), 0, 'without a habilitation no street is read');
SELECT throws_like($$ SELECT * FROM voirie.chercher('rue') $$, 'Aucune habilitation en cours%', 'and a search is refused in words');
RESET SESSION AUTHORIZATION;
SELECT * FROM finish();
ROLLBACK;
