-- A perimeter has three sides: units of the territory, kinds of events, sources. Each narrows what is read, alone and together.
BEGIN;
CREATE EXTENSION IF NOT EXISTS pgtap;
\i tests/support/personnes.sql
SET client_min_messages = warning;
GRANT USAGE ON SCHEMA public TO cortege_personnes; -- pgTAP's
SELECT plan(17);

SET SESSION AUTHORIZATION agent1;
INSERT INTO cortege.manifestation_deambulatoire (objet, debut, trace)
VALUES ('Cortège', now(), 'SRID=2154;LINESTRING(893500 6247000, 894500 6247000)');
INSERT INTO cortege.manifestation_statique (objet, debut, emprise) VALUES ('Rassemblement', now(),
  'SRID=2154;MULTIPOLYGON(((893000 6247000, 893100 6247000, 893100 6247100, 893000 6247000)))');
INSERT INTO cortege.adresse (evenement_type, evenement_id, libelle, geom)
SELECT 'deambulatoire', id, 'Rue de Lyon', 'SRID=2154;POINT(893500 6247000)'::geometry FROM cortege.manifestation_deambulatoire
UNION ALL SELECT 'statique', id, 'Place Jaurès', 'SRID=2154;POINT(893000 6247000)' FROM cortege.manifestation_statique;
RESET SESSION AUTHORIZATION;
SET CONSTRAINTS ALL IMMEDIATE;
INSERT INTO plateforme.source (code, nom, finalite, base_legale, conservation)
VALUES ('une', 'Une', 'x', 'x', '1 year'), ('autre', 'Autre', 'x', 'x', '1 year');
SELECT plateforme.creer_partitions(now(), now());
INSERT INTO plateforme.fait (debut, source, objet, geom)
SELECT now(), s, 'Fait', ST_SetSRID(ST_Point(x, 6247000), 2154) FROM unnest(ARRAY['une', 'autre']) s, unnest(ARRAY[893000, 895000]) x;

-- What analyste1 reads once granted this perimeter: marches, gatherings, addresses, facts.
CREATE FUNCTION pg_temp.lit(perimetre text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  lus integer[];
BEGIN
  SET SESSION AUTHORIZATION dga1;
  EXECUTE format('SELECT habilitation.accorder(habilitation.demander(%L, %L, %L, now(), now() + interval %L%s))',
                 'analyste1', 'analyste_ville', 'Essai', '1 day', perimetre);
  SET SESSION AUTHORIZATION analyste1;
  lus := ARRAY[(SELECT count(*) FROM cortege.manifestation_deambulatoire), (SELECT count(*) FROM cortege.manifestation_statique),
               (SELECT count(*) FROM cortege.adresse), (SELECT count(*) FROM plateforme.fait)];
  ASSERT (SELECT count(*) FROM plateforme.evenement) = lus[1] + lus[2] + lus[4], 'the view of all says the same';
  RESET SESSION AUTHORIZATION;
  RETURN array_to_string(lus, ' ');
END $$;
CREATE FUNCTION pg_temp.unite() RETURNS text LANGUAGE sql AS $$
  SELECT format(', unites => ARRAY[%s]', id) FROM voirie.unite WHERE code = '13202' $$;
SELECT is(pg_temp.lit(''), '1 1 2 4', 'no perimeter: all');
SELECT is(pg_temp.lit($$, genres => ARRAY['statique']$$), '0 1 1 0', 'one kind of events, its addresses, and nothing else');
SELECT is(pg_temp.lit($$, genres => ARRAY['deambulatoire', 'fait']$$), '1 0 1 4', 'marches and facts');
SELECT is(pg_temp.lit($$, genres => ARRAY['fait'], sources => ARRAY['une']$$), '0 0 0 2', 'facts of one source');
SELECT is(pg_temp.lit($$, sources => ARRAY['autre']$$), '1 1 2 2', 'a source narrows facts, not events');
SELECT is(pg_temp.lit($$, genres => ARRAY['visite_officielle']$$), '0 0 0 0', 'a kind of which there is none: nothing');
SELECT is(pg_temp.lit(pg_temp.unite()), '1 0 1 2', 'a unit: the march that enters it, the facts in it');
SELECT is(pg_temp.lit(pg_temp.unite() || $$, genres => ARRAY['statique', 'fait'], sources => ARRAY['une']$$), '0 0 0 1', 'all three together');
SELECT throws_ok($$SELECT pg_temp.lit(', genres => ARRAY[''inconnu'']')$$, '22023', NULL, 'a kind that does not exist is refused');
SELECT throws_ok($$SELECT pg_temp.lit(', sources => ARRAY[''inconnue'']')$$, '22023', NULL, 'so is a source');
SELECT throws_ok($$SELECT pg_temp.lit(', unites => ''{}''::integer[]')$$, '22023', NULL, 'and an empty perimeter, which would show nothing');

-- A march that touches my area is visible whole; what it passes by is not.
SELECT pg_temp.lit(pg_temp.unite());
SET SESSION AUTHORIZATION analyste1;
SELECT is((SELECT ST_Length(trace) FROM cortege.manifestation_deambulatoire), 1000::double precision, 'the whole route is read, not its part in the unit');
SELECT is((SELECT ST_Length(geom) FROM plateforme.evenement WHERE genre = 'deambulatoire'), 1000::double precision, 'on the platform too');
SELECT is((SELECT libelle FROM cortege.adresse), 'Rue de Lyon', 'with its addresses outside the unit');
SELECT is((SELECT count(*)::int FROM cortege.manifestation_statique), 0, 'what lies beside its route stays hidden');
SELECT is((SELECT count(*)::int FROM plateforme.entree_tension), 3, 'the tension model reads the same rows');
SELECT is((SELECT jsonb_array_length(habilitation.moi() -> 'unites')), 1, 'the person is told their perimeter');
RESET SESSION AUTHORIZATION;
SELECT * FROM finish();
ROLLBACK;
