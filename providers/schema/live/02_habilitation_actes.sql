-- Les actes de la procédure. Chacun est signé du compte de la session, et nul n'agit sur son propre cas.

-- Refuse si la personne de la session n'a pas l'un de ces profils en cours.
CREATE OR REPLACE FUNCTION habilitation.exiger_profil(VARIADIC profils text[]) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mien text := (SELECT c.profil FROM habilitation.courante() c);
BEGIN
  IF mien IS NULL OR mien <> ALL (profils) THEN
    RAISE EXCEPTION 'Acte réservé aux profils % : votre compte ne l''a pas.', array_to_string(profils, ', ')
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN mien;
END
$$;

-- Signe un acte, après avoir vérifié que l'habilitation existe, qu'elle est ouverte et n'est pas la sienne.
CREATE OR REPLACE FUNCTION habilitation.signer(numero integer, acte text, motif text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  sujet text;
BEGIN
  SELECT p.login INTO sujet FROM habilitation.habilitation h JOIN habilitation.personne p ON p.id = h.personne
  WHERE h.id = numero FOR UPDATE OF h;
  IF sujet IS NULL THEN
    RAISE EXCEPTION 'Aucune habilitation n° % : vérifier le numéro dans la liste.', numero;
  ELSIF sujet = session_user THEN
    RAISE EXCEPTION 'Nul ne décide de son propre cas : faire signer une autre personne.'
      USING ERRCODE = 'insufficient_privilege';
  ELSIF (SELECT e.close FROM habilitation.etat(numero) e) THEN
    RAISE EXCEPTION 'L''habilitation n° % est close : en demander une nouvelle.', numero;
  END IF;
  INSERT INTO habilitation.acte (habilitation, acte, par, motif) VALUES (numero, acte, session_user, motif);
END
$$;

-- Ouvre le compte et remplace les habilitations précédentes de la personne, si la procédure est complète.
CREATE OR REPLACE FUNCTION habilitation.appliquer(numero integer) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  h record;
BEGIN
  SELECT x.personne, x.profil, p.login, o.partie, e.* INTO h
  FROM habilitation.habilitation x
  JOIN habilitation.personne p ON p.id = x.personne
  JOIN habilitation.organisation o ON o.id = p.organisation
  CROSS JOIN LATERAL habilitation.etat(x.id) e
  WHERE x.id = numero;
  IF h.close OR h.suspendue OR NOT (h.partie = 'ville' OR h.validee)
     OR NOT (h.accordee OR h.partie = 'prefecture' AND h.profil <> 'service_police') THEN
    RETURN;
  END IF;
  INSERT INTO habilitation.acte (habilitation, acte, par, motif)
  SELECT x.id, 'remplacement', session_user, format('remplacée par la n° %s', numero)
  FROM habilitation.habilitation x CROSS JOIN LATERAL habilitation.etat(x.id) e
  WHERE x.personne = h.personne AND x.id < numero AND NOT e.close;
  PERFORM habilitation.role_ouvrir(h.login, h.profil);
END
$$;

-- Inscrit une personne sous un identifiant qui ne dit pas son nom.
CREATE OR REPLACE FUNCTION habilitation.inscrire(login text, nom text, prenom text, organisation text, service text,
  fonction text DEFAULT '') RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  numero integer;
  org integer := (SELECT o.id FROM habilitation.organisation o WHERE o.nom = inscrire.organisation);
BEGIN
  PERFORM habilitation.exiger_profil('dga_securite', 'validation_prefecture');
  IF org IS NULL THEN
    RAISE EXCEPTION 'Organisation inconnue : % ; un service de police doit d''abord être autorisé.', organisation;
  END IF;
  INSERT INTO habilitation.personne (login, organisation, service) VALUES (login, org, service) RETURNING id INTO numero;
  INSERT INTO habilitation.identite (personne, nom, prenom, fonction) VALUES (numero, nom, prenom, fonction);
  RETURN numero;
END
$$;

-- La Préfecture autorise un service de police par son nom, avant toute demande pour ses agents (art. 7).
CREATE OR REPLACE FUNCTION habilitation.autoriser_service(nom text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  numero integer;
BEGIN
  PERFORM habilitation.exiger_profil('validation_prefecture');
  INSERT INTO habilitation.organisation (nom, partie) VALUES (nom, 'service_police') RETURNING id INTO numero;
  RETURN numero;
END
$$;

-- Demande une habilitation ; rend son numéro. Périmètre vide : tout.
CREATE OR REPLACE FUNCTION habilitation.demander(login text, profil text, finalite text, debut timestamptz,
  fin timestamptz, unites integer[] DEFAULT NULL, genres text[] DEFAULT NULL, sources text[] DEFAULT NULL)
RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  numero integer;
  sujet integer := (SELECT p.id FROM habilitation.personne p WHERE p.login = demander.login);
BEGIN
  PERFORM habilitation.exiger_profil('dga_securite', 'validation_prefecture');
  IF sujet IS NULL THEN
    RAISE EXCEPTION 'Personne inconnue : % ; l''inscrire d''abord.', login;
  ELSIF login = session_user THEN
    RAISE EXCEPTION 'Nul ne demande pour soi-même : faire signer une autre personne.'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO habilitation.habilitation (personne, profil, finalite, debut, fin, unites, genres, sources)
  VALUES (sujet, profil, finalite, debut, fin, unites, genres, sources) RETURNING id INTO numero;
  PERFORM habilitation.signer(numero, 'demande', finalite);
  RETURN numero;
END
$$;

-- La Préfecture valide, pour ses agents et les services de police.
CREATE OR REPLACE FUNCTION habilitation.valider(numero integer, motif text DEFAULT '') RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM habilitation.exiger_profil('validation_prefecture');
  PERFORM habilitation.signer(numero, 'validation', motif);
  PERFORM habilitation.appliquer(numero);
END
$$;

-- Le Directeur Général Adjoint à la Sécurité accorde l'accès à la plateforme.
CREATE OR REPLACE FUNCTION habilitation.accorder(numero integer, motif text DEFAULT '') RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM habilitation.exiger_profil('dga_securite');
  IF NOT (SELECT o.partie = 'ville' OR (SELECT e.validee FROM habilitation.etat(numero) e)
          FROM habilitation.habilitation h JOIN habilitation.personne p ON p.id = h.personne
          JOIN habilitation.organisation o ON o.id = p.organisation WHERE h.id = numero) THEN
    RAISE EXCEPTION 'La Préfecture n''a pas validé l''habilitation n° % : attendre sa validation.', numero;
  END IF;
  PERFORM habilitation.signer(numero, 'accord', motif);
  PERFORM habilitation.appliquer(numero);
END
$$;

-- L'une ou l'autre partie suspend aussitôt : compte fermé, sessions terminées.
CREATE OR REPLACE FUNCTION habilitation.suspendre(numero integer, motif text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM habilitation.exiger_profil('dga_securite', 'validation_prefecture');
  PERFORM habilitation.signer(numero, 'suspension', motif);
  PERFORM habilitation.role_fermer((SELECT p.login FROM habilitation.habilitation h
    JOIN habilitation.personne p ON p.id = h.personne WHERE h.id = numero));
END
$$;

-- Révoque : l'habilitation est close, le compte fermé, les sessions terminées.
CREATE OR REPLACE FUNCTION habilitation.revoquer(numero integer, motif text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM habilitation.exiger_profil('dga_securite', 'validation_prefecture');
  PERFORM habilitation.signer(numero, 'revocation', motif);
  PERFORM habilitation.role_fermer((SELECT p.login FROM habilitation.habilitation h
    JOIN habilitation.personne p ON p.id = h.personne WHERE h.id = numero));
END
$$;

-- Les deux premières personnes, créées par le déploiement tant qu'aucun acte n'existe. Accordée à personne.
CREATE OR REPLACE FUNCTION habilitation.amorcer(login_dga text, nom_dga text, prenom_dga text,
  login_prefecture text, nom_prefecture text, prenom_prefecture text,
  debut timestamptz DEFAULT now(), fin timestamptz DEFAULT now() + interval '4 years') RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  premier record;
  numero integer;
BEGIN
  IF EXISTS (SELECT FROM habilitation.acte) THEN
    RAISE EXCEPTION 'Les premières personnes existent déjà : passer par demander, valider, accorder.';
  END IF;
  INSERT INTO habilitation.organisation (nom, partie)
  SELECT v.ville, 'ville' FROM (SELECT 'Ville de ' || ville AS ville FROM voirie.territoire) v
  UNION ALL SELECT 'Préfecture de Police', 'prefecture';
  FOR premier IN
    SELECT login_dga AS login, nom_dga AS nom, prenom_dga AS prenom, 'ville' AS partie, 'dga_securite' AS profil,
           'DGA Sécurité' AS service
    UNION ALL
    SELECT login_prefecture, nom_prefecture, prenom_prefecture, 'prefecture', 'validation_prefecture', 'Préfecture'
  LOOP
    INSERT INTO habilitation.personne (login, organisation, service)
    SELECT premier.login, o.id, premier.service FROM habilitation.organisation o WHERE o.partie = premier.partie
    RETURNING id INTO numero;
    INSERT INTO habilitation.identite (personne, nom, prenom) VALUES (numero, premier.nom, premier.prenom);
    INSERT INTO habilitation.habilitation (personne, profil, finalite, debut, fin)
    VALUES (numero, premier.profil, 'Tenue des habilitations', debut, fin) RETURNING id INTO numero;
    INSERT INTO habilitation.acte (habilitation, acte, motif)
    SELECT numero, a, 'déploiement' FROM unnest(ARRAY['demande', 'validation', 'accord']) a;
    PERFORM habilitation.role_ouvrir(premier.login, premier.profil);
  END LOOP;
END
$$;

GRANT EXECUTE ON FUNCTION habilitation.inscrire(text, text, text, text, text, text),
  habilitation.autoriser_service(text),
  habilitation.demander(text, text, text, timestamptz, timestamptz, integer[], text[], text[]),
  habilitation.valider(integer, text), habilitation.accorder(integer, text),
  habilitation.suspendre(integer, text), habilitation.revoquer(integer, text)
  TO dga_securite, validation_prefecture;
