-- The life of the convention: clock, change of nature, hand-overs, exports, retention.
BEGIN;
\i tests/providers/schema/convention_commun.sql
SELECT plan(70);

SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
  WHERE p.pronamespace IN ('convention'::regnamespace, 'audit'::regnamespace) AND a.grantee = 0 AND a.privilege_type = 'EXECUTE'
    AND p.prorettype <> 'event_trigger'::regtype$$,
  'no function is everybody''s');

-- Starting.
SELECT is((SELECT etat FROM convention.etat()), 'non notifiée', 'no convention yet');
SELECT ok(NOT convention.en_vigueur(), 'nothing transmitted is read before the notification');
SELECT pg_temp.le_jour('2026-03-01 10:00 Europe/Paris');
SELECT is((pg_temp.comme('analyste1', $$SELECT convention.notifier('2026-03-01')$$)).etat, '42501', 'an analyst does not start it');
SELECT is((pg_temp.comme('dga1', $$SELECT convention.notifier('2026-03-02')$$)).etat, 'P0001', 'nor does anyone start it in the future');
SELECT is((pg_temp.comme('dga1', $$SELECT convention.notifier('2026-03-01')$$)).etat, '00000', 'the DGA starts it');
SELECT matches((pg_temp.comme('dga1', $$SELECT convention.notifier('2026-03-01')$$)).message, 'court déjà', 'once');

-- Tacit renewal, ceiling; midnight is Paris's, through daylight saving and leap years.
SELECT is(pg_temp.le_jour(jour), attendu, jour) FROM (VALUES
  ('2026-03-01 00:00 Europe/Paris', 'en vigueur 1'), ('2027-02-28 23:59:59 Europe/Paris', 'en vigueur 1'),
  ('2027-03-01 00:00 Europe/Paris', 'en vigueur 2'), ('2027-02-28 23:30 UTC', 'en vigueur 2'),
  ('2027-03-28 02:30 Europe/Paris', 'en vigueur 2'), ('2028-02-29 12:00 Europe/Paris', 'en vigueur 2'),
  ('2029-10-28 02:30 Europe/Paris', 'en vigueur 4'), ('2030-02-28 23:59:59 Europe/Paris', 'en vigueur 4'),
  ('2030-03-01 00:00 Europe/Paris', 'terminée 4'), ('2035-01-01', 'terminée 4')) AS v (jour, attendu);
SELECT pg_temp.le_jour('2026-06-01 10:00 Europe/Paris');
SELECT is((SELECT plafond FROM convention.etat()), '2030-03-01'::date, 'four years at most');
SELECT is((SELECT fin FROM convention.etat()), '2030-03-01'::date, 'without notice it ends there');
SELECT is((SELECT reconduite_le FROM convention.etat()), '2027-03-01'::date, 'the next tacit renewal');

-- A clock that goes back reopens nothing.
SELECT pg_temp.le_jour('2031-01-01');
SELECT convention.constater();
UPDATE convention.demonstration SET decalage = '0';
SELECT ok(NOT convention.en_vigueur(), 'once seen over, it stays over when the clock goes back');
SELECT pg_temp.le_jour('2026-06-01 10:00 Europe/Paris');
SELECT throws_ok($$SELECT convention.avancer('-1 day')$$, 'P0001', NULL, 'the demonstration clock does not go back');
SELECT is((pg_temp.comme('dga1', $$SELECT convention.avancer('1 day')$$)).etat, '42501', 'and is nobody''s but the operator''s');
SELECT throws_ok($$SELECT convention.declarer_demonstration()$$, 'P0001', NULL, 'a database in use never becomes a demonstration');

-- What agents write meanwhile.
SET SESSION AUTHORIZATION agent1;
INSERT INTO cortege.visite_officielle (objet, debut) VALUES ('MARQUEUR visite du port', '2026-06-02');
INSERT INTO cortege.adresse (evenement_type, evenement_id, libelle, geom)
SELECT 'visite_officielle', id, 'Quai du Port', ST_SetSRID(ST_Point(892500, 6247500), 2154) FROM cortege.visite_officielle;
SELECT is((SELECT count(*)::int FROM cortege.visite_officielle), 1, 'the agent reads the visit');
RESET SESSION AUTHORIZATION;

SET CONSTRAINTS ALL IMMEDIATE; -- the triggers' end of transaction, or no ALTER TABLE follows
SET CONSTRAINTS ALL DEFERRED;

-- Change of nature.
SELECT throws_ok('ALTER TABLE cortege.visite_officielle ADD nom_du_visiteur text', 'CV003', NULL, 'a new field needs an avenant');
SELECT throws_ok('ALTER TABLE cortege.adresse ALTER ordre TYPE bigint', 'CV003', NULL, 'a new type too');
SELECT throws_ok('ALTER TABLE cortege.visite_officielle DROP COLUMN description CASCADE', 'CV003', NULL, 'a field less too');
SELECT throws_ok('ALTER TABLE cortege.visite_officielle RENAME objet TO sujet', 'CV003', NULL, 'another name too');
SELECT throws_ok('CREATE TABLE cortege.participant (nom text)', 'CV003', NULL, 'a new table too');
SELECT throws_ok('CREATE TABLE cortege.participant AS SELECT 1 AS nom', 'CV003', NULL, 'however made');
SELECT throws_ok('CREATE TABLE voirie.x (nom text); ALTER TABLE voirie.x SET SCHEMA cortege', 'CV003', NULL, 'or brought from elsewhere');
SELECT throws_ok('DROP TABLE cortege.adresse', 'CV003', NULL, 'a table less too');
SELECT throws_ok('ALTER TABLE cortege.adresse SET SCHEMA habilitation', 'CV003', NULL, 'or taken elsewhere');
SELECT lives_ok('CREATE INDEX essai ON cortege.visite_officielle (statut); ALTER TABLE cortege.visite_officielle ALTER objet SET STATISTICS 10',
  'what does not change the nature passes');
SELECT is((pg_temp.comme('analyste1', $$SELECT convention.ouvrir_avenant('A1', 'x', 'y', '2026-06-01', '2026-06-01')$$)).etat, '42501', 'an analyst opens no avenant');
SELECT is((pg_temp.comme('dga1', $$SELECT convention.ouvrir_avenant('A1', 'Visiteurs', '', '2026-06-01', '2026-06-01')$$)).etat, '23514', 'no avenant without an impact study');
SELECT is((pg_temp.comme('dga1', $$SELECT convention.ouvrir_avenant('A1', 'Visiteurs', 'AIPD-7', '2026-06-01', '2026-07-01')$$)).etat, 'P0001', 'nor before both DPOs know');
SELECT is((pg_temp.comme('dga1', $$SELECT convention.ouvrir_avenant('A1', 'Visiteurs', 'AIPD-7', '2026-06-01', '2026-06-01')$$)).etat, '00000', 'opened');
SELECT lives_ok('ALTER TABLE cortege.visite_officielle ADD nombre_de_visiteurs integer', 'the change passes under it');
SELECT is((pg_temp.comme('valid1', $$SELECT convention.clore_avenant('A1')$$)).etat, '00000', 'closed');
SELECT throws_ok('ALTER TABLE cortege.visite_officielle ADD autre integer', 'CV003', NULL, 'and over');
SET SESSION AUTHORIZATION dpo1;
SELECT is((SELECT relation || ' ' || avenant FROM convention.changement ORDER BY id DESC LIMIT 1), 'cortege.visite_officielle A1', 'the DPO reads the change');
-- Both officers acknowledge, each from their own account.
SET SESSION AUTHORIZATION valid1;
SELECT habilitation.inscrire('dpo2', 'Nègre', 'Ida', 'Préfecture de Police', 'Protection des données');
SELECT habilitation.valider(habilitation.demander('dpo2', 'dpo', 'Contrôle', now(), now() + interval '1 year'));
RESET SESSION AUTHORIZATION;
SELECT is((SELECT count(*)::int FROM convention.alertes() WHERE alerte LIKE '%accusé de réception%'), 4, 'an avenant and a change await both officers');
SELECT is((pg_temp.comme('dga1', 'SELECT convention.accuser_reception()')).etat, '42501', 'nobody acknowledges for them');
SET SESSION AUTHORIZATION dpo1;
SELECT is((SELECT count(*)::int FROM convention.accuser_reception()), 2, 'the city''s officer acknowledges both');
SELECT is((SELECT count(*)::int FROM convention.accuser_reception()), 0, 'once');
RESET SESSION AUTHORIZATION;
SELECT results_eq($$SELECT DISTINCT alerte LIKE '%Préfecture.' FROM convention.alertes() WHERE alerte LIKE '%accusé de réception%'$$, 'VALUES (true)',
  'the Préfecture''s is still awaited');
SET SESSION AUTHORIZATION dpo2;
SELECT is((SELECT string_agg(coalesce(avenant, 'changement'), ', ') FROM convention.accuser_reception()), 'A1, changement', 'and acknowledges');
RESET SESSION AUTHORIZATION;
SELECT is((SELECT count(*)::int FROM convention.alertes() WHERE alerte LIKE '%accusé de réception%'), 0, 'then it is quiet');
SELECT throws_ok('DELETE FROM convention.accuse', '42501', NULL, 'what was acknowledged stays');
RESET SESSION AUTHORIZATION;

-- Hand-overs and exports.
SELECT is((pg_temp.comme('agent1', $$SELECT convention.remettre('X', '{}', 'étude', 'tout', '[2026-06-01,2026-06-02]', '2026-07-01', 3, 'f', repeat('a', 64))$$)).etat, '42501', 'the Préfecture''s agent hands nothing over');
SELECT is((pg_temp.comme('analyste1', $$SELECT convention.remettre('Cabinet X', '{}', 'étude', 'tout', '[2026-06-01,2026-06-02]', '2032-07-01', 3, 'f', repeat('a', 64))$$)).etat, 'P0001', 'no deadline after the end');
SELECT is((pg_temp.comme('analyste1', $$SELECT convention.remettre('Cabinet X', '{Y}', 'étude', 'tout', '[2026-06-01,2026-06-02]', '2026-07-01', 3, 'f', repeat('a', 64))$$)).etat, '00000', 'an analyst may');
SELECT is((pg_temp.comme('analyste1', $$SELECT convention.clore_remise(1, '', NULL)$$)).etat, 'P0001', 'not closed without the attestation');
SELECT pg_temp.le_jour('2026-07-02 10:00 Europe/Paris');
SELECT is((SELECT en_retard FROM convention.remises()), true, 'an overdue one shouts');
SELECT is((pg_temp.comme('analyste1', $$SELECT convention.clore_remise(1, 'ATT-1', repeat('b', 64))$$)).etat, '00000', 'closed with it');
SELECT is((pg_temp.comme('agent1', $$SELECT convention.declarer_export('visite_officielle', 1, 'réunion', 'Cabinet', repeat('c', 64))$$)).etat, '00000', 'an export is declared');
SELECT is((pg_temp.comme('agent1', $$SELECT convention.declarer_export('visite_officielle', 1, '', 'Cabinet', repeat('c', 64))$$)).etat, '23514', 'not without its purpose');

SELECT audit.verser($$[{"le": "2026-06-02T10:00:00Z", "processus": 7, "ordre": 3, "relation": "", "par": "analyste1", "application": "psql"},
  {"le": "2026-06-02T10:00:00Z", "processus": 7, "ordre": 3, "relation": "plateforme.fait", "par": "analyste1", "application": "psql"},
  {"le": "2026-06-02T10:00:01Z", "processus": 7, "ordre": 4, "relation": "", "par": "analyste1", "application": "fait|1,2,3,4|"},
  {"le": "2026-06-02T10:00:02Z", "processus": 7, "ordre": 5, "relation": "", "par": "postgres", "application": "pg_dump"},
  {"le": "2026-06-02T10:00:03Z", "processus": 8, "ordre": 1, "relation": "plateforme.fait", "par": "autorite1", "application": "GDAL 3.6.2"},
  {"le": "2026-06-02T10:00:04Z", "processus": 8, "ordre": 2, "relation": "plateforme.fait", "par": "autorite1", "application": "GDAL 3.6.2"},
  {"le": "2026-06-02T10:00:05Z", "processus": 9, "ordre": 1, "relation": "plateforme.fait", "par": "autorite1", "application": "QGIS"}]$$);
SELECT results_eq($$SELECT couche, a_justifier FROM convention.exports() WHERE par = 'analyste1'$$, $$VALUES ('copie (COPY) : plateforme.fait', true)$$,
  'a copy is noticed; what a layer displays and what the operator dumps are not');
SELECT results_eq($$SELECT couche, a_justifier FROM convention.exports() WHERE par = 'autorite1'$$,
  $$VALUES ('lecture (GDAL) : plateforme.fait', true)$$, 'so is ogr2ogr, once a session; what QGIS''s stock provider shows is not');
SELECT audit.verser($$[{"le": "2026-06-02T10:05:00Z", "processus": 8, "ordre": 3, "relation": "plateforme.fait", "par": "autorite1", "application": "GDAL 3.6.2"}]$$);
SELECT is((SELECT count(*)::int FROM convention.exports() WHERE par = 'autorite1'), 1, 'also when the log is taken in two parts');
SELECT ok(EXISTS (SELECT FROM convention.alertes() WHERE alerte LIKE 'Copies faites par analyste1%'), 'and shouts');
SET SESSION AUTHORIZATION analyste1;
SELECT audit.demander_carte(s, o, '{evenement_point}', '', '') FROM (VALUES ('wfs', 'GetFeature'), ('wfs', 'GetFeature'), ('wfs', 'GetCapabilities'),
  ('wms', 'GetMap')) v (s, o);
RESET SESSION AUTHORIZATION;
SELECT is((SELECT string_agg(couche, ', ') FROM convention.exports() WHERE par = 'analyste1' AND couche LIKE 'objets%'),
  'objets (WFS) : evenement_point', 'objects served by WFS are noticed, once a day');
UPDATE convention.export SET constat = false, empreinte = repeat('e', 64), lignes = 1 WHERE couche LIKE 'objets%';
CREATE TEMP TABLE constat AS SELECT max(id) AS id FROM convention.export WHERE par = 'analyste1' AND constat;
SELECT is((pg_temp.comme('agent1', format($$SELECT convention.justifier_export(%s, 1, 'étude', 'moi', repeat('d', 64))$$, id))).etat, 'P0002',
  'nobody declares someone else''s copy') FROM constat;
SELECT is((pg_temp.comme('analyste1', format($$SELECT convention.justifier_export(%s, 1, 'étude', 'moi', repeat('d', 64))$$, id))).etat, '00000',
  'who copied declares it') FROM constat;
SELECT ok(NOT EXISTS (SELECT FROM convention.alertes() WHERE alerte LIKE 'Copies faites par analyste1%'), 'and it is quiet again');

-- Retention.
INSERT INTO plateforme.source (code, nom, finalite, base_legale, conservation) VALUES ('court', 'Court', 'x', 'x', '1 month');
SELECT plateforme.creer_partitions('2026-01-01', '2026-07-02');
INSERT INTO plateforme.fait (debut, source, objet, geom)
SELECT d, 'court', 'vol', ST_SetSRID(ST_Point(892500, 6247500), 2154) FROM unnest(ARRAY['2026-01-01', '2026-07-01']::timestamptz[]) d;
INSERT INTO audit.lecture (le, processus, ordre, relation, par)
SELECT convention.maintenant() - d, 1, 1, 'cortege.adresse', 'agent1' FROM unnest(ARRAY['11 months 29 days', '12 months 1 day']::interval[]) d;
INSERT INTO audit.requete (le, par, service, operation, couches)
SELECT convention.maintenant() - d, 'agent1', 'wms', 'GetMap', '{x}' FROM unnest(ARRAY['11 months 29 days', '12 months 1 day']::interval[]) d;
SELECT results_eq('SELECT objet, lignes FROM convention.purger() ORDER BY objet COLLATE "C"',
  $$VALUES ('genre lecture', 1::bigint), ('requêtes au serveur de cartes', 1), ('source court', 1)$$, 'what is past its time is purged and reported, reads after twelve months');
SELECT is((SELECT count(*)::int FROM plateforme.fait), 1, 'the rest stays');
SELECT is((pg_temp.comme('agent1', 'SELECT convention.purger()')).etat, '42501', 'agents do not purge');
SELECT * FROM finish();
ROLLBACK;
