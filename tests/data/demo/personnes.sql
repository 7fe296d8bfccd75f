-- Les personnes de la démonstration, habilitées par la procédure réelle, chaque acte signé par qui le doit.
-- À exécuter par le propriétaire de la base. Noms inventés ; identifiants qui ne disent pas les noms.
\set ON_ERROR_STOP on
SET client_min_messages = warning;
BEGIN;
INSERT INTO convention.convention (notifiee_le)
SELECT current_date - 90 WHERE NOT EXISTS (SELECT FROM convention.convention);
SELECT habilitation.amorcer('vm_dga', 'Démonstration', 'Garde', 'pp_validation', 'Démonstration', 'Étoile')
WHERE NOT EXISTS (SELECT FROM habilitation.acte) \g /dev/null

CREATE TEMPORARY TABLE attendue (login text, nom text, prenom text, organisation text, service text, profil text,
  arrondissements text, genres text, sources text, finalite text, etat text) ON COMMIT DROP;
\copy attendue FROM personnes.csv (FORMAT csv, HEADER)
ALTER TABLE attendue ADD demande integer, ADD numero integer GENERATED ALWAYS AS IDENTITY;
GRANT ALL ON attendue TO vm_dga, pp_validation;

-- Chaque partie inscrit et demande pour les siens.
CREATE FUNCTION pg_temp.inscrire_et_demander() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  p record;
BEGIN
  FOR p IN SELECT a.*, ARRAY(SELECT u.id FROM voirie.unite u WHERE u.genre = 'arrondissement'
                               AND u.code = ANY (string_to_array(a.arrondissements, ' '))) AS unites
           FROM attendue a WHERE (a.organisation LIKE 'Ville%') = (session_user = 'vm_dga') ORDER BY a.numero LOOP
    PERFORM habilitation.inscrire(p.login, p.nom, p.prenom, p.organisation, p.service);
    UPDATE attendue a SET demande = habilitation.demander(p.login, p.profil, p.finalite, now(),
      now() + interval '1 year', nullif(p.unites, '{}'), string_to_array(p.genres, ' '),
      string_to_array(p.sources, ' ')) WHERE a.login = p.login;
  END LOOP;
END
$$;

SET SESSION AUTHORIZATION pp_validation;
SELECT habilitation.autoriser_service(o) FROM (SELECT DISTINCT organisation AS o FROM attendue
  WHERE organisation LIKE 'Division%' ORDER BY 1) d \g /dev/null
SELECT pg_temp.inscrire_et_demander() \g /dev/null
SELECT habilitation.valider(demande) FROM attendue WHERE organisation NOT LIKE 'Ville%' ORDER BY numero \g /dev/null
SET SESSION AUTHORIZATION vm_dga;
SELECT pg_temp.inscrire_et_demander() \g /dev/null
-- Chaque partie répond seule de son délégué à la protection des données.
SELECT habilitation.accorder(demande) FROM attendue
WHERE etat <> 'demandee' AND (profil <> 'dpo' OR organisation LIKE 'Ville%') ORDER BY numero \g /dev/null
SELECT habilitation.revoquer(demande, 'Changement d''affectation') FROM attendue WHERE etat = 'revoquee' \g /dev/null
RESET SESSION AUTHORIZATION;
COMMIT;
