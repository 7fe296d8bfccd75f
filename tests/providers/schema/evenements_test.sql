-- Ce que la base fait d'un événement à l'écriture : versions, unités, adresses, refus en clair.
BEGIN;
\i tests/support/personnes.sql
CREATE EXTENSION IF NOT EXISTS pgtap;
GRANT USAGE, CREATE ON SCHEMA public TO cortege_personnes;
DO $$ BEGIN EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO cortege_personnes', current_database()); END $$;
SELECT plan(29);
SET SESSION AUTHORIZATION agent1;

-- Saisie.
SELECT lives_ok($$INSERT INTO cortege.manifestation_statique (id, version, auteur, objet, debut)
  VALUES (77, 9, 'agent2', 'Rassemblement', '2026-12-01 14:00+01')$$, 'Un objet et un début suffisent à la ligne');
SELECT results_eq('SELECT version, auteur, service, statut, upper_inf(periode) FROM cortege.manifestation_statique',
  $$VALUES (1, 'agent1', 'Cabinet', 'transmis', true)$$, 'Version, auteur et service sont de la base ; sans fin, la période est ouverte');
SELECT throws_like('SET CONSTRAINTS ALL IMMEDIATE', 'Il manque une adresse%', 'Un événement transmis a une adresse');
SET CONSTRAINTS ALL DEFERRED;
SELECT lives_ok($$INSERT INTO cortege.adresse (evenement_type, evenement_id, libelle, geom)
  SELECT 'manifestation_statique', id, 'Place Castellane', 'SRID=2154;POINT(893000 6247000)' FROM cortege.manifestation_statique$$,
  'La table peut servir de genre');
SELECT lives_ok('SET CONSTRAINTS ALL IMMEDIATE', 'Avec son adresse, l''événement est complet');
SET CONSTRAINTS ALL DEFERRED;
SELECT is((SELECT array_length(unites, 1) FROM cortege.manifestation_statique), 1, 'Sans emprise, l''adresse donne l''unité');
SELECT is((SELECT version FROM cortege.manifestation_statique), 1, 'Ce que la base déduit ne change pas la version');
UPDATE cortege.manifestation_statique SET objet = objet;
SELECT is((SELECT version FROM cortege.manifestation_statique), 1, 'Réécrire la même ligne n''est pas un changement');
UPDATE cortege.manifestation_statique SET description = 'Sono', version = 50;
SELECT is((SELECT version FROM cortege.manifestation_statique), 2, 'Chaque changement compte pour un');
SELECT is((SELECT count(*) FROM plateforme.evenement WHERE cle LIKE 'statique:%'), 1::bigint,
  'Un événement enregistré est sur la plateforme dans la même transaction');
UPDATE cortege.manifestation_statique SET statut = 'annule';
SELECT is((SELECT count(*) FROM plateforme.evenement WHERE cle LIKE 'statique:%'), 0::bigint, 'Annulé, il n''y est plus');

-- Les points d'une opération sont ceux de ses adresses ; son poids est nul.
INSERT INTO cortege.operation_programmee (objet, debut, fin, theme) VALUES ('Contrôle', now(), now() + interval '1 hour', 'CODAF');
INSERT INTO cortege.adresse (evenement_type, evenement_id, ordre, libelle, geom)
SELECT 'operation_programmee', o.id, n, 'Lieu ' || n, ST_SetSRID(ST_Point(892000 + 1500 * n, 6247000), 2154)
FROM cortege.operation_programmee o, generate_series(1, 2) n;
SELECT results_eq('SELECT ST_NumGeometries(lieux), array_length(unites, 1) FROM cortege.operation_programmee',
  'VALUES (2, 2)', 'Les points d''une opération viennent de ses adresses');
SELECT is((SELECT poids FROM plateforme.entree_tension WHERE genre = 'operation_programmee'), 0::double precision,
  'Une opération programmée ne pèse rien');
SELECT columns_are('plateforme', 'entree_tension', ARRAY['cle', 'genre', 'debut', 'fin', 'periode', 'personnes_attendues',
  'personnes_declarees', 'voitures_attendues', 'voitures_declarees', 'source', 'categorie', 'poids', 'geom'],
  'Le modèle de tension ne lit ni organisateur, ni texte, ni service, ni thème');

-- Refus.
SELECT throws_like($$INSERT INTO cortege.visite_officielle (debut) VALUES (now())$$, 'L''objet manque%', 'Objet');
SELECT throws_like($$INSERT INTO cortege.visite_officielle (objet) VALUES ('Visite')$$, 'La date de début manque%', 'Début');
SELECT throws_like($$INSERT INTO cortege.visite_officielle (objet, debut, fin) VALUES ('Visite', now(), now() - interval '1 h')$$,
  'La fin précède%', 'Fin');
SELECT throws_like($$INSERT INTO cortege.visite_officielle (objet, debut) VALUES ('Visite', 'infinity')$$, 'Une date est infinie%', 'Infini');
SELECT throws_like($$INSERT INTO cortege.manifestation_statique (objet, debut, personnes_attendues) VALUES ('R', now(), -1)$$,
  'Le nombre de personnes est négatif%', 'Effectifs');
SELECT throws_like($$INSERT INTO cortege.manifestation_statique (objet, debut, statut_organisateur) VALUES ('R', now(), 'Secte')$$,
  'Statut de l''organisateur inconnu : choisir parmi Syndicat%', 'Organisateur');
SELECT throws_like($$INSERT INTO cortege.operation_programmee (objet, debut, theme) VALUES ('R', now(), 'x')$$, 'Thème inconnu%', 'Thème');
SELECT throws_like($$INSERT INTO cortege.manifestation_deambulatoire (objet, debut, trace)
  VALUES ('R', now(), 'SRID=2154;LINESTRING(5 43, 6 44)')$$, 'La géométrie sort du territoire%', 'Hors du territoire');
SELECT throws_like($$INSERT INTO cortege.manifestation_statique (objet, debut, emprise) VALUES ('R', now(),
  'SRID=2154;MULTIPOLYGON(((893000 6247000, 893100 6247100, 893100 6247000, 893000 6247100, 893000 6247000)))')$$,
  'La géométrie se recoupe%', 'Croisement');
SELECT throws_like($$UPDATE cortege.manifestation_statique SET service = 'Ordre public'$$, 'Un événement reste au service%', 'Service');
SELECT is(cortege.modifiable('statique', (SELECT max(id) FROM cortege.manifestation_statique)), true, 'Modifiable par son service');

RESET SESSION AUTHORIZATION;
SET SESSION AUTHORIZATION agent2;
SELECT throws_like(format($$INSERT INTO cortege.adresse (evenement_type, evenement_id, ordre, libelle) VALUES ('statique', %s, 9, 'Ici')$$,
  numero), 'Cet événement n''est pas de votre service, ou n''existe pas%', 'Adresse d''un autre service, ou de nulle part')
  FROM (VALUES (1), (999)) AS v (numero);

-- Les unités changent : ce qui en dépend suit.
RESET SESSION AUTHORIZATION;
UPDATE voirie.unite SET geom = ST_Multi(ST_MakeEnvelope(810000, 6230000, 811000, 6231000, 2154)) WHERE code = '13201';
SELECT voirie.recalculer_unites();
SELECT is((SELECT unites FROM cortege.manifestation_statique), '{}', 'Les unités se recalculent');
SELECT is((SELECT version FROM cortege.manifestation_statique), 3, 'sans que rien n''ait changé de version');
SELECT * FROM finish();
ROLLBACK;
