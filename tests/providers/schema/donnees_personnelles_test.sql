-- The personal-data screen on authored sentences (rules were tuned on the first half only), then at the door of each
-- table, as an agent.
BEGIN;
CREATE EXTENSION IF NOT EXISTS pgtap;
\i tests/support/personnes.sql
SET client_min_messages = warning;

CREATE TEMP TABLE phrase (moitie text, texte text, attendu text);
ALTER TABLE phrase ALTER moitie SET DEFAULT 'tuning';
\copy phrase (texte, attendu) FROM PROGRAM 'grep -v "^#" tests/data/personal-data/tuning.tsv'
ALTER TABLE phrase ALTER moitie SET DEFAULT 'test';
\copy phrase (texte, attendu) FROM PROGRAM 'grep -v "^#" tests/data/personal-data/test.tsv'

CREATE TEMP TABLE attendu AS
SELECT p.moitie, p.texte, m[1] AS genre, m[2]::int AS debut, m[3]::int AS fin
FROM phrase p, regexp_matches(p.attendu, '([a-z]+):(\d+)-(\d+)', 'g') m;
CREATE TEMP TABLE trouve AS
SELECT p.moitie, p.texte, d.genre, d.debut, d.fin FROM phrase p, convention.donnees_personnelles(p.texte) d;

CREATE FUNCTION pg_temp.rappel(la_moitie text, noms boolean) RETURNS numeric LANGUAGE sql AS $$
  SELECT round(avg(CASE WHEN EXISTS (SELECT FROM trouve t WHERE t.texte = a.texte AND t.genre = a.genre
                                     AND t.debut <= a.fin AND t.fin >= a.debut) THEN 1 ELSE 0 END), 3)
  FROM attendu a WHERE a.moitie = la_moitie AND (a.genre = 'nom') = noms $$;
CREATE FUNCTION pg_temp.precision_(la_moitie text, noms boolean) RETURNS numeric LANGUAGE sql AS $$
  SELECT round(avg(CASE WHEN EXISTS (SELECT FROM attendu a WHERE t.texte = a.texte AND t.genre = a.genre
                                     AND t.debut <= a.fin AND t.fin >= a.debut) THEN 1 ELSE 0 END), 3)
  FROM trouve t WHERE t.moitie = la_moitie AND (t.genre = 'nom') = noms $$;

CREATE FUNCTION pg_temp.essai(ordre text, OUT etat text, OUT message text, OUT detail text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE ordre;
  etat := '00000';
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS etat = RETURNED_SQLSTATE, message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL;
END $$;
CREATE FUNCTION pg_temp.visite(objet text, description text DEFAULT NULL) RETURNS text LANGUAGE sql AS $$
  SELECT format('INSERT INTO cortege.visite_officielle (objet, debut, description) VALUES (%L, now(), %L)', objet, description) $$;

GRANT USAGE ON SCHEMA public TO agent1, agent2; -- pgTAP's
SELECT plan(48);

SELECT ok((SELECT count(*) > 200 FROM phrase WHERE moitie = 'test'), 'several hundred sentences');
SELECT cmp_ok(pg_temp.rappel(m, false), '>=', 0.99, m || ': numbers found, ' || round(pg_temp.rappel(m, false), 4)) FROM unnest(ARRAY['tuning', 'test']) m;
SELECT cmp_ok(pg_temp.precision_(m, false), '>=', 0.95, m || ': numbers found are numbers, ' || round(pg_temp.precision_(m, false), 4)) FROM unnest(ARRAY['tuning', 'test']) m;
SELECT cmp_ok(pg_temp.rappel(m, true), '>=', 0.95, m || ': names found, ' || round(pg_temp.rappel(m, true), 4)) FROM unnest(ARRAY['tuning', 'test']) m;
SELECT cmp_ok(pg_temp.precision_(m, true), '>=', 0.95, m || ': names found are names, ' || round(pg_temp.precision_(m, true), 4)) FROM unnest(ARRAY['tuning', 'test']) m;

-- Exact places, certainty, reason.
PREPARE bornes (text) AS SELECT string_agg(genre || ' ' || debut || '-' || fin || ' ' || certitude, ', ' ORDER BY debut)
  FROM convention.donnees_personnelles($1);
SELECT results_eq(format('EXECUTE bornes(%L)', texte), ARRAY[attendu], texte) FROM (VALUES
  ('Tél. 06 12 34 56 78.', 'telephone 6-19 certain'),
  ('M. Jean Dupont parlera', 'nom 1-14 certain'),
  ('Déposé par Karim Benali (CGT)', 'nom 12-23 incertain'),
  ('mail: a.b@exemple.fr, plaque AB-123-CD', 'courriel 7-20 certain, plaque 30-38 certain'),
  (U&'Tel 06\00A012\00A034\00A056\00A078', 'telephone 5-18 certain'),
  (U&'\FF10\FF16 12 34 56 78', 'telephone 1-14 certain'),
  ('Virement FR76 3000 6000 0112 3456 7890 188', 'iban 10-42 incertain'),
  ('NIR 1 85 05 13 055 123 47', 'nir 5-25 certain'),
  ('réf. 1 85 05 13 055 123 47', 'nir 6-26 incertain')) AS v (texte, attendu);
SELECT is_empty(format('SELECT * FROM convention.donnees_personnelles(%L)', texte), 'nothing in: ' || coalesce(texte, 'null'))
FROM (VALUES ('rue Jean Jaurès'), ('place du Général de Gaulle'), ('lycée Marcel Pagnol'), ('M. le préfet'), (''), (NULL),
  ('Rassemblement le 12/05/2026 14h30 au 06 boulevard Michelet')) AS v (texte);
SELECT is(convention.masquer('M. Dupont au 06 12 34 56 78, rue Jean Jaurès'), '[nom] au [telephone], rue Jean Jaurès', 'masked');
SELECT is(convention.masquer(NULL), NULL, 'nothing to mask');
SELECT lives_ok($$SELECT count(*) FROM convention.donnees_personnelles(repeat('a', 100000) || E'\n\t(([[{{\\' || repeat('0 ', 2000))$$,
  'a hostile text ends');

-- At the door.
SET SESSION AUTHORIZATION agent1;
SELECT is((pg_temp.essai(pg_temp.visite('Visite du port'))).etat, '00000', 'a clean text is taken');
SELECT is((pg_temp.essai(pg_temp.visite('Visite', 'joindre le 06 12 34 56 78'))).etat, 'CV001', 'a phone number is refused');
SELECT is((pg_temp.essai(pg_temp.visite('Visite de Mme Benali'))).etat, 'CV001', 'a civility and name too');
SELECT is((pg_temp.essai(pg_temp.visite('Visite', 'avec Karim Benali'))).etat, 'CV002', 'a bare name is to be confirmed');
SELECT is((SELECT (detail::jsonb -> 'touches' -> 0) - 'raison' FROM pg_temp.essai(pg_temp.visite('Visite', 'joindre le 06 12 34 56 78'))),
  '{"champ": "description", "debut": 12, "fin": 25, "genre": "telephone", "certitude": "certain"}'::jsonb, 'the detail marks the span');
SELECT unalike((SELECT message || detail FROM pg_temp.essai(pg_temp.visite('Visite', 'joindre le 06 12 34 56 78'))), '%56 78%',
  'message and detail do not quote the text');
SELECT is((pg_temp.essai(pg_temp.visite('Visite', 'joindre le 06 12 34 56 78 avec Karim Benali'))).etat, 'CV001', 'the certain one first');

SELECT is(convention.confirmer_texte('avec Karim Benali'), 1, 'one name confirmed');
SELECT is((pg_temp.essai(pg_temp.visite('Visite', 'avec Karim Benali'))).etat, '00000', 'the confirmed text is taken');
SELECT is((pg_temp.essai(pg_temp.visite('Visite', 'avec Karim Benali, hier'))).etat, 'CV002', 'another text is not');
SELECT is((pg_temp.essai($$SELECT convention.confirmer_texte('joindre le 06 12 34 56 78')$$)).etat, 'CV001', 'a certain hit cannot be confirmed');
SELECT is((pg_temp.essai($$UPDATE cortege.visite_officielle SET fin = debut WHERE description LIKE 'avec%'$$)).etat, '00000',
  'a text that does not change is not asked again');
SELECT is((pg_temp.essai($$UPDATE cortege.visite_officielle SET description = 'voir Mme Benali' WHERE objet = 'Visite du port'$$)).etat,
  'CV001', 'an update is screened');
SET SESSION AUTHORIZATION agent2;
SELECT is((pg_temp.essai(pg_temp.visite('Visite', 'avec Karim Benali'))).etat, 'CV002', 'what one confirmed, another has not');
SET SESSION AUTHORIZATION agent1;
SELECT is((pg_temp.essai($$INSERT INTO cortege.adresse (evenement_type, evenement_id, libelle)
  SELECT 'visite_officielle', id, 'chez M. Dupont, 12 rue Paradis' FROM cortege.visite_officielle LIMIT 1$$)).etat, 'CV001', 'addresses too');
SELECT throws_ok($$SELECT * FROM convention.confirmation$$, '42501', NULL, 'an agent does not read confirmations');
RESET SESSION AUTHORIZATION;
SELECT is((SELECT count(*)::int FROM convention.confirmation WHERE par = 'agent1' AND noms = 1), 1, 'the confirmation is on record');
SELECT ok(EXISTS (SELECT FROM audit.ecriture WHERE relation = 'convention.confirmation' AND par = 'agent1'), 'and in the journal');
SELECT ok(NOT EXISTS (SELECT FROM audit.contenu c JOIN audit.ecriture e ON e.id = c.ecriture
  WHERE e.relation = 'convention.confirmation' AND c.apres::text LIKE '%Benali%'), 'without the text');

-- Facts, by the loader.
INSERT INTO plateforme.source (code, nom, finalite, base_legale, conservation) VALUES ('essai', 'Essai', 'essai', 'essai', '1 year');
SELECT plateforme.creer_partitions('2026-05-01', '2026-05-02');
SET ROLE cortege_chargement;
SELECT is((pg_temp.essai($$INSERT INTO plateforme.fait (debut, source, objet, geom)
  VALUES ('2026-05-01', 'essai', 'plaque AB-123-CD', ST_SetSRID(ST_Point(892500, 6247500), 2154))$$)).etat, 'CV001', 'facts too');
SELECT * FROM finish();
ROLLBACK;
