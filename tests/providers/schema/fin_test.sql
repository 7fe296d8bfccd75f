-- The end of the convention: notice, countdown, what shouts meanwhile, what both parties still read, destruction.
BEGIN;
\i tests/providers/schema/convention_commun.sql
SELECT plan(52);

SELECT pg_temp.le_jour('2026-03-01 10:00 Europe/Paris');
SELECT pg_temp.comme('dga1', $$SELECT convention.notifier('2026-03-01')$$);
SELECT pg_temp.le_jour('2026-07-02 10:00 Europe/Paris');
SET SESSION AUTHORIZATION agent1;
INSERT INTO cortege.visite_officielle (objet, debut) VALUES ('MARQUEUR visite du port', '2026-07-02');
INSERT INTO cortege.adresse (evenement_type, evenement_id, libelle, geom)
SELECT 'visite_officielle', id, 'Quai du Port', ST_SetSRID(ST_Point(892500, 6247500), 2154) FROM cortege.visite_officielle;
SELECT convention.declarer_export('visite_officielle', 1, 'réunion', 'Cabinet', repeat('c', 64));
SET SESSION AUTHORIZATION analyste1;
SELECT convention.remettre('Cabinet X', '{Y}', 'étude', 'tout', '[2026-07-01,2026-07-02]', '2026-08-10', 3, 'f', repeat('a', 64));
RESET SESSION AUTHORIZATION;
SET CONSTRAINTS ALL IMMEDIATE; -- the triggers' end of transaction, or no ALTER TABLE follows
SET CONSTRAINTS ALL DEFERRED;
SELECT plateforme.creer_partitions('2026-07-01', '2026-07-02');
INSERT INTO plateforme.source (code, nom, finalite, base_legale, conservation) VALUES ('ville', 'Ville', 'x', 'x', '1 year');
INSERT INTO plateforme.fait (debut, source, objet, geom) VALUES ('2026-07-01', 'ville', 'vol', ST_SetSRID(ST_Point(892500, 6247500), 2154));
INSERT INTO plateforme.source (code, nom, finalite, base_legale, conservation, transmise) VALUES ('prefet', 'Préfecture', 'x', 'x', '1 year', true);
INSERT INTO plateforme.fait (debut, source, objet, geom) VALUES ('2026-07-01', 'prefet', 'MARQUEUR transmis', ST_SetSRID(ST_Point(892500, 6247500), 2154));

-- Notice, end.
SELECT is((pg_temp.comme('agent1', $$SELECT convention.denoncer('2026-07-02')$$)).etat, '42501', 'an agent gives no notice');
SELECT is((pg_temp.comme('valid1', $$SELECT convention.denoncer('2026-07-02')$$)).etat, '00000', 'either party does');
SELECT is((SELECT etat || ' ' || fin || ' ' || destruction_avant FROM convention.etat()), 'en préavis 2026-09-02 2026-09-17', 'two months, then fifteen days');
SELECT is((SELECT visa FROM convention.etat()), 'bordereau', 'the elimination slip is prepared with the notice');

-- What shouts meanwhile, and only in its time.
CREATE FUNCTION pg_temp.crie(debut text) RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(alerte, ' | ' ORDER BY alerte) FROM convention.alertes() WHERE alerte LIKE debut || '%' $$;
SELECT is(pg_temp.crie('La convention finit'), NULL, 'two months and two days before, no countdown yet');
SELECT pg_temp.le_jour('2026-07-25 10:00 Europe/Paris');
SELECT is(pg_temp.crie('Remise'), NULL, 'nor a reminder sixteen days before the deadline of a hand-over');
SELECT is(pg_temp.crie('La convention finit'), 'La convention finit le 02/09/2026, dans 39 jours.', 'the end is announced');
SELECT is(pg_temp.crie('Le visa'), 'Le visa des archives manque : relancer, puis consigner la décision.', 'so is the visa that is missing');
SELECT pg_temp.le_jour('2026-08-09 10:00 Europe/Paris');
SELECT is(pg_temp.crie('Remise'), 'Remise n° 1 à Cabinet X : copies à détruire avant le 10/08/2026, dans 1 jour.', 'a hand-over is recalled before its day');
SELECT pg_temp.le_jour('2026-08-11 10:00 Europe/Paris');
SELECT is(pg_temp.crie('Remise'), 'Remise n° 1 à Cabinet X : attestation de destruction en retard depuis le 10/08/2026.', 'and shouts after it');
SELECT is((SELECT en_retard FROM convention.remises()), true, 'in the list too');
SELECT is((pg_temp.comme('agent1', $$SELECT convention.viser('relance_visa', 'courrier')$$)).etat, '42501', 'an agent escalates nothing');
SELECT is((pg_temp.comme('dga1', $$SELECT convention.viser('relance_visa', 'courrier du 11/08')$$)).etat, '00000', 'the visa is asked for again');
SELECT is(pg_temp.crie('Le visa'), 'Le visa des archives manque malgré une relance : relancer, puis consigner la décision.', 'and that shows');
SELECT is((pg_temp.comme('analyste1', $$SELECT convention.clore_remise(1, 'ATT-1', repeat('b', 64))$$)).etat, '00000', 'the contractor has attested');
SELECT is(pg_temp.crie('Remise'), NULL, 'then it is quiet');
SELECT is(pg_temp.crie('Plus personne'), NULL, 'who keeps the registers has years before them');
SELECT is((pg_temp.comme('dga1', 'SELECT convention.finir()')).etat, '55000', 'not over yet');
SELECT is((pg_temp.comme('dga1', 'SELECT convention.ordonner_destruction()')).etat, 'P0001', 'nothing to destroy yet');
SELECT is(pg_temp.le_jour('2026-09-02 00:00 Europe/Paris'), 'terminée 1', 'over');
SET SESSION AUTHORIZATION agent1;
SELECT is((SELECT count(*)::int FROM cortege.visite_officielle), 0, 'hidden from the agent at once');
RESET SESSION AUTHORIZATION;
SET SESSION AUTHORIZATION analyste1;
SELECT is((SELECT count(*)::int FROM plateforme.fait), 1, 'the city''s own facts stay');
RESET SESSION AUTHORIZATION;
SELECT is((SELECT count(*)::int FROM cortege.visite_officielle), 1, 'hidden, not destroyed');
SELECT is((pg_temp.comme('dga1', 'SELECT convention.finir()')).etat, '00000', 'the end is recorded');
SELECT ok(NOT (SELECT rolcanlogin FROM pg_roles WHERE rolname = 'agent1'), 'the agents'' accounts are closed');
SELECT habilitation.veiller();
SELECT ok(NOT (SELECT bool_or(rolcanlogin) FROM pg_roles WHERE rolname IN ('agent1', 'agent2', 'police1')), 'and the watch does not open them again');
SELECT is((SELECT array_agg(rolcanlogin) FROM pg_roles WHERE rolname IN ('analyste1', 'dga1', 'valid1', 'dpo1')), '{t,t,t,t}', 'those of the city and of the registers stay');

SELECT is(pg_temp.crie('Les données'), 'Les données transmises sont à détruire avant le 17/09/2026 : il reste 15 jours.', 'fifteen days to destroy');
SELECT pg_temp.le_jour('2026-09-18 10:00 Europe/Paris');
SELECT is(pg_temp.crie('La destruction'), 'La destruction est en retard de 1 jour : elle devait être faite le 17/09/2026.', 'then it is late, and says so');

-- Both parties still read their registers; nobody else does.
SELECT is((pg_temp.comme(qui, 'SELECT * FROM convention.exports(); SELECT * FROM convention.remises(); SELECT * FROM habilitation.liste();'
  ' SELECT * FROM convention.inventaire(); SELECT FROM convention.acte')).etat, '00000', qui || ' reads the registers after the end')
  FROM unnest(ARRAY['dga1', 'valid1', 'dpo1']) qui;
SELECT is((pg_temp.comme('analyste1', 'SELECT * FROM habilitation.liste()')).etat, '42501', 'an analyst does not');

SELECT ok(EXISTS (SELECT FROM convention.alertes() WHERE alerte LIKE 'Exports à attester après la fin : 1%'), 'exports await their attestation');
SELECT is((pg_temp.comme('analyste1', $$SELECT convention.attester_export(1, 'ATT', repeat('e', 64))$$)).etat, 'P0002', 'not from just anyone');
SELECT is((pg_temp.comme('valid1', $$SELECT convention.attester_export(1, '', NULL)$$)).etat, '22023', 'not without the document');
SELECT is((pg_temp.comme('valid1', $$SELECT convention.attester_export(1, 'ATT', repeat('e', 64))$$)).etat, '00000', 'attested by who keeps the register');

-- Destruction.
SELECT matches((pg_temp.comme('dga1', 'SELECT convention.ordonner_destruction()')).message, 'visa', 'not without the archives'' visa');
SELECT is((pg_temp.comme('dga1', $$SELECT convention.viser('decision_sans_visa', 'sans réponse depuis 30 jours')$$)).etat, '00000', 'or the decision to do without');
SELECT is((pg_temp.comme('dga1', 'SELECT convention.ordonner_destruction()')).etat, '00000', 'one party orders');
SELECT is((pg_temp.comme('dga1', 'SELECT convention.ordonner_destruction()')).etat, '00000', 'twice is once');
SELECT throws_like('SELECT convention.detruire(1)', '%prefecture%', 'one party is not enough');
SELECT is((pg_temp.comme('valid1', 'SELECT convention.ordonner_destruction()')).etat, '00000', 'the other orders');
SELECT is((pg_temp.comme('dga1', 'SELECT convention.detruire(1)')).etat, '42501', 'ordering is not executing');
SELECT is((SELECT array_agg(convention.detruire(n) ORDER BY n) FROM generate_series(1, 4) n), '{t,t,t,t}', 'four steps');
SELECT is((SELECT array_agg(convention.detruire(n) ORDER BY n) FROM generate_series(1, 4) n), '{f,f,f,f}', 'run again, nothing is done twice');
SELECT is((SELECT count(*)::int FROM cortege.visite_officielle) + (SELECT count(*)::int FROM cortege.adresse), 0, 'no event is left');
SELECT ok(NOT EXISTS (SELECT FROM audit.contenu WHERE avant::text || apres::text LIKE '%MARQUEUR%' OR apres::text LIKE '%MARQUEUR%' OR avant::text LIKE '%MARQUEUR%'), 'nor in the journal');
SELECT is((SELECT array_agg(DISTINCT (l::plateforme.fait).source) FROM audit.contenu c JOIN audit.ecriture e ON e.id = c.ecriture,
  unnest(coalesce(c.avant, '{}') || coalesce(c.apres, '{}')) l WHERE e.relation = 'plateforme.fait'), '{ville}', 'the journal of the city''s own facts stays');
SELECT throws_like($$SELECT convention.certifier('x')$$, '%achevée%', 'no certificate before the last step');

-- The last of those who keep the registers would leave nobody to order anything.
SET session_replication_role = replica; -- a register's dates never change otherwise
UPDATE habilitation.habilitation SET fin = clock_timestamp() + interval '59 days' WHERE profil = 'validation_prefecture';
SELECT matches(pg_temp.crie('Plus personne'), 'profil validation_prefecture après le', 'their end is announced');
UPDATE habilitation.habilitation SET fin = clock_timestamp() WHERE profil = 'validation_prefecture';
SELECT matches(pg_temp.crie('Personne'), 'Personne n.a plus le profil validation_prefecture', 'and their absence');
SELECT * FROM finish();
ROLLBACK;
