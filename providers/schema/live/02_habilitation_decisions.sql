-- Ce qui se décide d'une demande : valider, accorder, refuser, suspendre, reprendre, révoquer.

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
GRANT EXECUTE ON FUNCTION habilitation.valider(integer, text), habilitation.accorder(integer, text),
  habilitation.refuser(integer, text), habilitation.suspendre(integer, text), habilitation.reprendre(integer, text),
  habilitation.revoquer(integer, text) TO dga_securite, validation_prefecture;
