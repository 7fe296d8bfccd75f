-- Ce que chaque acte de la procédure exige et signe : signé du compte de la session, et nul n'agit sur son propre cas.

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
