-- Inscrire une personne, autoriser un service de police, demander une habilitation.

-- Inscrit une personne sous un identifiant qui ne dit pas son nom. Chaque partie inscrit les siennes.
CREATE OR REPLACE FUNCTION habilitation.inscrire(login text, nom text, prenom text, organisation text, service text,
  fonction text DEFAULT '') RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  numero integer;
  mien constant text := habilitation.exiger_profil('dga_securite', 'validation_prefecture');
  org record;
BEGIN
  SELECT o.id, o.partie INTO org FROM habilitation.organisation o WHERE o.nom = inscrire.organisation;
  IF org.id IS NULL THEN
    RAISE EXCEPTION 'Organisation inconnue : « % » ; un service de police doit d''abord être autorisé.', organisation
      USING ERRCODE = 'no_data_found';
  ELSIF (org.partie = 'ville') <> (mien = 'dga_securite') THEN
    RAISE EXCEPTION 'Chaque partie inscrit ses personnes : « % » relève de l''autre.', organisation
      USING ERRCODE = 'insufficient_privilege';
  ELSIF login !~ '^[a-z][a-z0-9_]{2,30}$' OR login ~ '^(pg_|cortege)' THEN
    RAISE EXCEPTION 'Identifiant refusé : « % » ; 3 à 31 caractères, minuscules sans accent, chiffres et _.', login
      USING ERRCODE = 'invalid_parameter_value';
  ELSIF to_regrole(login) IS NOT NULL THEN
    RAISE EXCEPTION 'L''identifiant « % » est déjà celui d''un compte : en choisir un autre.', login
      USING ERRCODE = 'duplicate_object';
  ELSIF EXISTS (SELECT FROM habilitation.personne p WHERE p.login = inscrire.login) THEN
    RAISE EXCEPTION 'L''identifiant « % » est déjà inscrit : en choisir un autre.', login
      USING ERRCODE = 'duplicate_object';
  ELSIF btrim(coalesce(service, '')) = '' OR btrim(coalesce(nom, '')) = '' OR btrim(coalesce(prenom, '')) = '' THEN
    RAISE EXCEPTION 'Il faut le nom, le prénom et le service de la personne : les donner tous trois.'
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  INSERT INTO habilitation.personne (login, organisation, service) VALUES (login, org.id, service)
  RETURNING id INTO numero;
  INSERT INTO habilitation.identite (personne, nom, prenom, fonction) VALUES (numero, nom, prenom, fonction);
  RETURN numero;
END
$$;

-- La Préfecture autorise un service de police par son nom, avant toute demande pour ses agents (art. 7).
CREATE OR REPLACE FUNCTION habilitation.autoriser_service(nom text, motif text DEFAULT '') RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  numero integer;
BEGIN
  PERFORM habilitation.exiger_profil('validation_prefecture');
  INSERT INTO habilitation.organisation AS o (nom, partie) VALUES (nom, 'service_police')
  ON CONFLICT ON CONSTRAINT organisation_nom_unique DO NOTHING;
  SELECT o.id INTO numero FROM habilitation.organisation o
  WHERE o.nom = autoriser_service.nom AND o.partie = 'service_police';
  IF numero IS NULL THEN
    RAISE EXCEPTION '« % » n''est pas un service de police : choisir un autre nom.', nom
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  INSERT INTO habilitation.autorisation (organisation, autorisee, par, motif)
  VALUES (numero, true, session_user, motif);
  RETURN numero;
END
$$;

-- La Préfecture retire l'autorisation d'un service : tous ses comptes se ferment aussitôt.
CREATE OR REPLACE FUNCTION habilitation.retirer_service(nom text, motif text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  numero integer := (SELECT o.id FROM habilitation.organisation o
                     WHERE o.nom = retirer_service.nom AND o.partie = 'service_police');
BEGIN
  PERFORM habilitation.exiger_profil('validation_prefecture');
  IF numero IS NULL THEN
    RAISE EXCEPTION 'Aucun service de police « % » : vérifier son nom.', nom USING ERRCODE = 'no_data_found';
  END IF;
  INSERT INTO habilitation.autorisation (organisation, autorisee, par, motif)
  VALUES (numero, false, session_user, motif);
  PERFORM habilitation.appliquer(p.login) FROM habilitation.personne p WHERE p.organisation = numero;
END
$$;

-- Demande une habilitation ; rend son numéro. Périmètre vide : tout.
CREATE OR REPLACE FUNCTION habilitation.demander(login text, profil text, finalite text, debut timestamptz,
  fin timestamptz, unites integer[] DEFAULT NULL, genres text[] DEFAULT NULL, sources text[] DEFAULT NULL)
RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  numero integer;
  mien constant text := habilitation.exiger_profil('dga_securite', 'validation_prefecture');
  qui record;
  inconnus text;
BEGIN
  SELECT p.id, o.partie INTO qui FROM habilitation.personne p
  JOIN habilitation.organisation o ON o.id = p.organisation WHERE p.login = demander.login;
  IF qui.id IS NULL THEN
    RAISE EXCEPTION 'Personne inconnue : « % » ; l''inscrire d''abord.', login USING ERRCODE = 'no_data_found';
  ELSIF (qui.partie = 'ville') <> (mien = 'dga_securite') THEN
    RAISE EXCEPTION 'Chaque partie demande pour ses personnes : « % » relève de l''autre.', login
      USING ERRCODE = 'insufficient_privilege';
  ELSIF profil <> ALL (CASE qui.partie
      WHEN 'ville' THEN ARRAY['analyste_ville', 'autorite_ville', 'dga_securite', 'dpo']
      WHEN 'prefecture' THEN ARRAY['agent_prefecture', 'validation_prefecture', 'dpo']
      ELSE ARRAY['service_police'] END) THEN
    RAISE EXCEPTION 'Le profil % n''est pas ouvert à l''organisation de « % » : en choisir un autre.', profil, login
      USING ERRCODE = 'invalid_parameter_value';
  ELSIF debut IS NULL OR fin IS NULL OR fin <= debut OR fin <= clock_timestamp() THEN
    RAISE EXCEPTION 'Les dates sont incohérentes : la fin doit suivre le début, et ne pas être passée.'
      USING ERRCODE = 'invalid_parameter_value';
  ELSIF btrim(coalesce(finalite, '')) = '' THEN
    RAISE EXCEPTION 'La finalité manque : dire à quoi l''accès servira.' USING ERRCODE = 'invalid_parameter_value';
  ELSIF unites = '{}' OR genres = '{}' OR sources = '{}' THEN
    RAISE EXCEPTION 'Un périmètre vide ne montre rien : omettre la liste pour tout ouvrir, ou y mettre un élément.'
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  inconnus := concat_ws(', ',
    (SELECT 'unité ' || string_agg(u::text, ', ') FROM unnest(unites) u
     WHERE u IS NULL OR NOT EXISTS (SELECT FROM voirie.unite x WHERE x.id = u)),
    (SELECT 'genre ' || string_agg(coalesce(g, '?'), ', ') FROM unnest(genres) g
     WHERE g IS NULL OR g NOT IN ('deambulatoire', 'statique', 'operation_programmee', 'visite_officielle', 'fait')),
    (SELECT 'source ' || string_agg(coalesce(s, '?'), ', ') FROM unnest(sources) s
     WHERE s IS NULL OR NOT EXISTS (SELECT FROM plateforme.source x WHERE x.code = s)));
  IF inconnus <> '' THEN
    RAISE EXCEPTION 'Périmètre inconnu : % ; corriger la demande.', inconnus USING ERRCODE = 'invalid_parameter_value';
  END IF;
  INSERT INTO habilitation.habilitation (personne, profil, finalite, debut, fin, unites, genres, sources)
  VALUES (qui.id, profil, finalite, debut, fin, unites, genres, sources) RETURNING id INTO numero;
  PERFORM habilitation.signer(numero, 'demande', mien, finalite);
  RETURN numero;
END
$$;

-- Chaque fonction dit elle-même, en clair, à quel profil l'acte est réservé.
GRANT EXECUTE ON FUNCTION habilitation.inscrire(text, text, text, text, text, text),
  habilitation.demander(text, text, text, timestamptz, timestamptz, integer[], text[], text[]),
  habilitation.autoriser_service(text, text), habilitation.retirer_service(text, text)
  TO dga_securite, validation_prefecture;
