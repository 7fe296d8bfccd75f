-- Les actes de la procédure. Chacun est signé du compte de la session, et nul n'agit sur son propre cas.

-- Refuse si la personne de la session n'a pas l'un de ces profils en cours. Rend celui qu'elle a.
-- Un instantané figé (REPEATABLE READ) ne verrait pas la décision d'un autre : il est refusé.
CREATE OR REPLACE FUNCTION habilitation.exiger_profil(VARIADIC profils text[]) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mien text := (SELECT c.profil FROM habilitation.courante() c);
BEGIN
  IF mien IS NULL OR mien <> ALL (profils) THEN
    RAISE EXCEPTION 'Acte réservé aux profils % : votre compte ne l''a pas.', array_to_string(profils, ', ')
      USING ERRCODE = 'insufficient_privilege';
  ELSIF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'Un acte d''habilitation se signe en isolation READ COMMITTED : recommencer hors de cette transaction.'
      USING ERRCODE = 'invalid_transaction_state';
  END IF;
  RETURN mien;
END
$$;

-- L'habilitation d'un numéro et ce que ses actes en font, verrouillée : deux décisions à la fois se suivent.
CREATE OR REPLACE FUNCTION habilitation.dossier(numero integer, OUT personne integer, OUT login text, OUT profil text,
  OUT partie text, OUT debut timestamptz, OUT fin timestamptz, OUT validee boolean, OUT accordee boolean,
  OUT complete boolean, OUT active boolean, OUT dernier text)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  SELECT p.id, p.login, h.profil, o.partie, h.debut, h.fin INTO personne, login, profil, partie, debut, fin
  FROM habilitation.habilitation h JOIN habilitation.personne p ON p.id = h.personne
  JOIN habilitation.organisation o ON o.id = p.organisation
  WHERE h.id = numero FOR UPDATE OF p;
  IF personne IS NULL THEN
    RAISE EXCEPTION 'Aucune habilitation n° % : vérifier le numéro dans la liste.', numero
      USING ERRCODE = 'no_data_found';
  END IF;
  SELECT d.validee, d.accordee, d.complete, d.active, d.dernier INTO validee, accordee, complete, active, dernier
  FROM habilitation.droits(numero, profil, partie, 'infinity') d;
END
$$;

-- Signe un acte sur le cas d'une autre personne, tant que l'habilitation est ouverte, et rend son dossier.
CREATE OR REPLACE FUNCTION habilitation.signer(numero integer, acte text, au_titre_de text, motif text) RETURNS record
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  d record := habilitation.dossier(numero);
BEGIN
  IF d.login = session_user THEN
    RAISE EXCEPTION 'Nul ne décide de son propre cas : faire signer une autre personne.'
      USING ERRCODE = 'insufficient_privilege';
  ELSIF EXISTS (SELECT FROM habilitation.acte a WHERE a.habilitation = numero
                  AND a.acte IN ('refus', 'revocation', 'remplacement', 'expiration')
                  AND NOT (a.profil = 'dga_securite' AND au_titre_de = 'validation_prefecture')) THEN
    RAISE EXCEPTION 'L''habilitation n° % est close (%) : en demander une nouvelle.', numero, d.dernier
      USING ERRCODE = 'object_not_in_prerequisite_state';
  ELSIF acte IN ('validation', 'accord') AND d.fin <= clock_timestamp() THEN
    RAISE EXCEPTION 'L''habilitation n° % a pris fin : en demander une nouvelle.', numero
      USING ERRCODE = 'object_not_in_prerequisite_state';
  ELSIF acte IN ('suspension', 'reprise', 'revocation') AND NOT d.complete THEN
    RAISE EXCEPTION 'L''habilitation n° % n''a pas pris effet : la refuser plutôt.', numero
      USING ERRCODE = 'object_not_in_prerequisite_state';
  ELSIF d.profil IN ('dga_securite', 'validation_prefecture', 'dpo')
        AND (d.partie = 'ville') <> (au_titre_de = 'dga_securite') THEN
    RAISE EXCEPTION 'Les responsables d''une partie relèvent d''elle seule : voir avec la %.',
      CASE d.partie WHEN 'ville' THEN 'Ville' ELSE 'Préfecture' END USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO habilitation.acte (habilitation, acte, profil, par, motif)
  VALUES (numero, acte, au_titre_de, session_user, motif);
  RETURN d;
END
$$;

-- Met le compte d'une personne en accord avec son habilitation en cours : ouvert dans son profil, ou fermé.
CREATE OR REPLACE FUNCTION habilitation.appliquer(compte text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c record;
BEGIN
  SELECT * INTO c FROM habilitation.en_cours(compte, clock_timestamp());
  IF c.habilitation IS NULL THEN
    PERFORM habilitation.role_fermer(compte);
    RETURN;
  END IF;
  -- Celle qui prend effet clôt les précédentes, et les sessions ouvertes sous elles : un curseur y garderait l'ancien
  -- périmètre.
  INSERT INTO habilitation.acte (habilitation, acte, par, motif)
  SELECT h.id, 'remplacement', session_user, format('remplacée par la n° %s', c.habilitation)
  FROM habilitation.habilitation h
  WHERE h.personne = c.personne AND h.id < c.habilitation
    AND NOT EXISTS (SELECT FROM habilitation.acte a WHERE a.habilitation = h.id
                      AND a.acte IN ('refus', 'revocation', 'remplacement', 'expiration'));
  IF FOUND THEN
    PERFORM habilitation.role_deconnecter(compte);
  END IF;
  PERFORM habilitation.role_ouvrir(compte, c.profil);
END
$$;

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

-- La Préfecture valide, pour ses agents et les services de police.
CREATE OR REPLACE FUNCTION habilitation.valider(numero integer, motif text DEFAULT '') RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mien constant text := habilitation.exiger_profil('validation_prefecture');
  d record := habilitation.dossier(numero);
BEGIN
  IF d.partie = 'ville' THEN
    RAISE EXCEPTION 'L''habilitation n° % est celle d''une personne de la Ville : elle n''est pas à valider.', numero
      USING ERRCODE = 'insufficient_privilege';
  ELSIF d.validee THEN
    RAISE EXCEPTION 'L''habilitation n° % est déjà validée.', numero USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  PERFORM habilitation.signer(numero, 'validation', mien, motif);
  PERFORM habilitation.appliquer(d.login);
END
$$;

-- Le Directeur Général Adjoint à la Sécurité accorde l'accès à la plateforme.
CREATE OR REPLACE FUNCTION habilitation.accorder(numero integer, motif text DEFAULT '') RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mien constant text := habilitation.exiger_profil('dga_securite');
  d record := habilitation.dossier(numero);
BEGIN
  IF d.partie <> 'ville' AND NOT d.validee THEN
    RAISE EXCEPTION 'La Préfecture n''a pas validé l''habilitation n° % : attendre sa validation.', numero
      USING ERRCODE = 'object_not_in_prerequisite_state';
  ELSIF d.accordee THEN
    RAISE EXCEPTION 'L''habilitation n° % est déjà accordée.', numero
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  PERFORM habilitation.signer(numero, 'accord', mien, motif);
  PERFORM habilitation.appliquer(d.login);
END
$$;

-- Refuse une demande qui n'a pas pris effet ; ou, pour la Ville, l'accès d'un agent à la plateforme.
CREATE OR REPLACE FUNCTION habilitation.refuser(numero integer, motif text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mien constant text := habilitation.exiger_profil('dga_securite', 'validation_prefecture');
  d record := habilitation.dossier(numero);
BEGIN
  IF d.complete AND (mien <> 'dga_securite' OR d.accordee) THEN
    RAISE EXCEPTION 'L''habilitation n° % a pris effet : la révoquer plutôt.', numero
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  PERFORM habilitation.exiger_motif(motif);
  PERFORM habilitation.signer(numero, 'refus', mien, motif);
END
$$;

CREATE OR REPLACE FUNCTION habilitation.exiger_motif(motif text) RETURNS void
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF btrim(coalesce(motif, '')) = '' THEN
    RAISE EXCEPTION 'Le motif manque : dire pourquoi, il sera conservé.' USING ERRCODE = 'invalid_parameter_value';
  END IF;
END
$$;

-- Signe une suspension ou une révocation et l'applique aussitôt : compte fermé ou réduit, sessions terminées.
CREATE OR REPLACE FUNCTION habilitation.interrompre(numero integer, acte text, motif text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mien constant text := habilitation.exiger_profil('dga_securite', 'validation_prefecture');
  d record := habilitation.dossier(numero);
BEGIN
  PERFORM habilitation.exiger_motif(motif);
  PERFORM habilitation.signer(numero, acte, mien, motif);
  PERFORM habilitation.appliquer(d.login);
  PERFORM habilitation.role_deconnecter(d.login);
END
$$;

-- L'une ou l'autre partie suspend.
CREATE OR REPLACE FUNCTION habilitation.suspendre(numero integer, motif text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM habilitation.interrompre(numero, 'suspension', motif);
END
$$;

-- Révoque : close pour toujours.
CREATE OR REPLACE FUNCTION habilitation.revoquer(numero integer, motif text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM habilitation.interrompre(numero, 'revocation', motif);
END
$$;

-- La partie qui a suspendu lève sa suspension.
CREATE OR REPLACE FUNCTION habilitation.reprendre(numero integer, motif text DEFAULT '') RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mien constant text := habilitation.exiger_profil('dga_securite', 'validation_prefecture');
  d record := habilitation.dossier(numero);
BEGIN
  IF (SELECT a.acte FROM habilitation.acte a WHERE a.habilitation = numero AND a.profil = mien
        AND a.acte IN ('suspension', 'reprise') ORDER BY a.id DESC LIMIT 1) IS DISTINCT FROM 'suspension' THEN
    RAISE EXCEPTION 'Votre partie n''a pas suspendu l''habilitation n° % : c''est à l''autre de lever sa suspension.', numero
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  PERFORM habilitation.signer(numero, 'reprise', mien, motif);
  PERFORM habilitation.appliquer(d.login);
END
$$;

-- Chaque fonction dit elle-même, en clair, à quel profil l'acte est réservé.
GRANT EXECUTE ON FUNCTION habilitation.inscrire(text, text, text, text, text, text),
  habilitation.demander(text, text, text, timestamptz, timestamptz, integer[], text[], text[]),
  habilitation.autoriser_service(text, text), habilitation.retirer_service(text, text),
  habilitation.valider(integer, text), habilitation.accorder(integer, text), habilitation.refuser(integer, text),
  habilitation.suspendre(integer, text), habilitation.reprendre(integer, text), habilitation.revoquer(integer, text)
  TO dga_securite, validation_prefecture;
