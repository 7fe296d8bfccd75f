-- The journal: who, when, before and after; one changed byte is found and named; erased contents break nothing.
BEGIN;
CREATE EXTENSION IF NOT EXISTS pgtap;
\i tests/support/personnes.sql
SET client_min_messages = warning;
GRANT USAGE ON SCHEMA public TO cortege_personnes; -- pgTAP's
CREATE FUNCTION pg_temp.comme(qui text, ordre text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  etat text;
BEGIN
  EXECUTE format('SET SESSION AUTHORIZATION %I', qui);
  EXECUTE ordre;
  RESET SESSION AUTHORIZATION;
  RETURN '00000';
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS etat = RETURNED_SQLSTATE;
  RETURN etat;
END $$;
-- What the chain says, with the guards that stop even the owner switched off around one change, then put back.
CREATE FUNCTION pg_temp.apres(sabotage text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  dit text;
BEGIN
  BEGIN
    SET session_replication_role = replica; -- triggers off: what only a superuser can do
    EXECUTE sabotage;
    SELECT string_agg(DISTINCT concat_ws(' ', defaut, relation, cle), '; ') INTO dit FROM audit.verifier();
    RAISE EXCEPTION USING ERRCODE = 'AAAAA';
  EXCEPTION WHEN SQLSTATE 'AAAAA' THEN
    NULL;
  END;
  RETURN coalesce(dit, 'intact');
END $$;

SET SESSION AUTHORIZATION agent1;
INSERT INTO cortege.visite_officielle (objet, debut) VALUES ('Visite du port', '2026-06-02 10:00');
INSERT INTO cortege.adresse (evenement_type, evenement_id, libelle, geom)
SELECT 'visite_officielle', id, 'Quai du Port', ST_SetSRID(ST_Point(892500, 6247500), 2154) FROM cortege.visite_officielle;
UPDATE cortege.visite_officielle SET description = 'Arrivée par la mer';
DELETE FROM cortege.visite_officielle WHERE false;
RESET SESSION AUTHORIZATION;
SET CONSTRAINTS ALL IMMEDIATE; -- the end of a transaction, where the link is made
SET CONSTRAINTS ALL DEFERRED;

SELECT plan(36);
CREATE TEMP TABLE derniere AS SELECT * FROM audit.ecriture e JOIN audit.contenu c ON c.ecriture = e.id
  WHERE relation = 'cortege.visite_officielle' ORDER BY id DESC LIMIT 1;
SELECT is((SELECT par || ' ' || operation || ' ' || lignes FROM derniere), 'agent1 UPDATE 1', 'who did what');
SELECT is((SELECT (avant[1]::jsonb ->> 'description') IS NULL FROM derniere), true, 'before');
SELECT is((SELECT apres[1]::jsonb ->> 'description' FROM derniere), 'Arrivée par la mer', 'after');
SELECT is((SELECT count(*)::int FROM audit.lien), (SELECT count(DISTINCT transaction)::int FROM audit.ecriture), 'one link for a transaction');
SELECT is_empty('SELECT * FROM audit.verifier()', 'an honest journal verifies');
SELECT ok(NOT EXISTS (SELECT FROM audit.ecriture e JOIN audit.contenu c ON c.ecriture = e.id WHERE e.relation = 'habilitation.identite'),
  'names of people are not copied into it');

-- Tampering by someone who can switch triggers off.
SELECT alike(pg_temp.apres(sabotage), attendu, sabotage) FROM (VALUES
  ('SELECT 1', 'intact'),
  ($$UPDATE audit.contenu SET apres[1] = replace(apres[1], 'mer', 'mes') WHERE ecriture = (SELECT id FROM derniere)$$,
   '%contenu a été changé cortege.visite_officielle 1%'),
  ($$UPDATE audit.ecriture SET par = 'agent2' WHERE id = (SELECT id FROM derniere)$$, '%écriture a été changée cortege.visite_officielle 1%'),
  ($$UPDATE audit.ecriture SET le = le + interval '1 second' WHERE id = (SELECT id FROM derniere)$$, '%écriture a été changée%'),
  ($$UPDATE audit.ecriture SET empreintes = overlay(empreintes PLACING '\x00'::bytea FROM 32) WHERE id = (SELECT id FROM derniere)$$,
   '%écriture a été changée cortege.visite_officielle 1%'),
  ($$UPDATE audit.lien SET par = 'agent2' WHERE rang = (SELECT max(rang) FROM audit.lien WHERE voie = 1) AND voie = 1$$, '%le lien a été changé%'),
  ($$DELETE FROM audit.contenu WHERE ecriture = (SELECT id FROM derniere)$$, '%le contenu a disparu cortege.visite_officielle%'),
  ($$DELETE FROM audit.contenu WHERE ecriture = (SELECT id FROM derniere); DELETE FROM audit.ecriture WHERE id = (SELECT id FROM derniere)$$,
   '%manque%'),
  ($$INSERT INTO audit.ecriture (transaction, relation, operation, lignes, cles, empreintes, empreinte)
     SELECT '3', relation, operation, lignes, cles, empreintes, empreinte FROM derniere$$, '%dans aucun lien%')) AS v (sabotage, attendu);
-- Links: two more, so that one can vanish from the middle and one from the end.
SELECT pg_temp.comme('dga1', $$SELECT habilitation.inscrire('nouveau1', 'A', 'B', 'Ville de Marseille', 'S')$$);
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
SELECT pg_temp.comme('dga1', $$SELECT habilitation.inscrire('nouveau2', 'A', 'B', 'Ville de Marseille', 'S')$$);
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
SELECT is_empty('SELECT * FROM audit.verifier()', 'several links in one transaction hold too');
SELECT alike(pg_temp.apres('DELETE FROM audit.lien WHERE voie = 1 AND rang = 2'), '%un lien manque avant%', 'a link taken from the middle');
CREATE TEMP TABLE tete AS SELECT * FROM audit.tetes();
SELECT ok((SELECT bool_and(audit.tete_presente(voie, rang, empreinte)) FROM tete), 'exported heads are found');
SET session_replication_role = replica;
SAVEPOINT troncature;
DELETE FROM audit.ecriture e USING audit.lien l WHERE e.id BETWEEN l.premiere AND l.derniere AND l.voie = 1 AND l.rang = (SELECT max(rang) FROM tete);
DELETE FROM audit.lien WHERE voie = 1 AND rang = (SELECT max(rang) FROM tete);
SELECT ok(NOT (SELECT bool_and(audit.tete_presente(voie, rang, empreinte)) FROM tete), 'a chain cut at its end loses its exported head');
ROLLBACK TO troncature;
SET session_replication_role = DEFAULT;

-- Nobody changes it.
SELECT throws_ok(ordre, '42501', NULL, ordre) FROM unnest(ARRAY['UPDATE audit.ecriture SET par = ''x''', 'DELETE FROM audit.lien',
  'TRUNCATE audit.ecriture CASCADE', 'DELETE FROM audit.caviardage', 'TRUNCATE cortege.adresse']) ordre;
SELECT is(pg_temp.comme(qui, 'SELECT * FROM audit.ecriture'), '42501', qui || ' does not read it') FROM unnest(ARRAY['agent1', 'dga1', 'analyste1']) qui;
SELECT is(pg_temp.comme('agent1', 'SELECT * FROM audit.verifier()'), '42501', 'nor verifies it');
SELECT is(pg_temp.comme('dpo1', 'DELETE FROM audit.contenu'), '42501', 'the DPO does not delete it');
SELECT is(pg_temp.comme('dpo1', 'SELECT secret FROM audit.cle'), '42501', 'nor reads its keys');

-- Redaction.
SELECT is(pg_temp.comme('dga1', 'SELECT audit.caviarder(1, ''x'')'), '42501', 'only the DPO redacts');
SELECT is(pg_temp.comme('dpo1', format('SELECT audit.caviarder(%s, ''nom saisi par erreur'')', (SELECT id FROM derniere))), '00000', 'redacted');
SET CONSTRAINTS ALL IMMEDIATE;
SELECT is_empty('SELECT * FROM audit.verifier()', 'and the chain still verifies');
SELECT ok(NOT EXISTS (SELECT FROM audit.contenu WHERE apres::text LIKE '%par la mer%'), 'the content is gone');

-- Reads.
SELECT is(audit.verser($$[{"le": "2026-06-02T10:00:00Z", "processus": 7, "ordre": 1, "relation": "cortege.visite_officielle",
  "par": "agent1", "application": "visite_officielle|892000,6247000,893000,6248000|2026-06-01/2026-06-08"}]$$), 1::bigint, 'a read is taken in');
SELECT is((SELECT couche || ' ' || emprise || ' ' || fenetre FROM audit.lecture),
  'visite_officielle (893000,6248000),(892000,6247000) 2026-06-01/2026-06-08', 'with layer, extent and window');
SELECT * FROM finish();
ROLLBACK;
