-- Exports (art. 6) : tout fichier, impression ou copie tiré de la plateforme, déclaré par le client qui l'écrit ou constaté
-- par la base (COPY), et l'attestation de sa destruction après la fin.

CREATE OR REPLACE FUNCTION convention.declarer_export(couche text, lignes bigint, finalite text, destinataire text,
  empreinte text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  numero bigint;
BEGIN
  PERFORM convention.exiger_partie('agent_prefecture', 'service_police', 'analyste_ville', 'autorite_ville', 'exploitant');
  INSERT INTO convention.export (couche, lignes, finalite, destinataire, empreinte)
  VALUES (couche, lignes, finalite, destinataire, empreinte) RETURNING id INTO numero;
  RETURN numero;
END
$$;

-- Constate une copie que la personne de la session vient d'obtenir et n'a pas déclarée : une fois par jour et par couche.
CREATE OR REPLACE FUNCTION convention.constater_export(couche text, finalite text) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO convention.export (couche, finalite, destinataire, constat)
  SELECT constater_export.couche, coalesce(constater_export.finalite, 'inconnue'), 'non déclaré', true
  WHERE NOT EXISTS (SELECT FROM convention.export x WHERE x.constat AND x.par = session_user
                      AND x.couche = constater_export.couche AND x.le > clock_timestamp() - interval '1 day')
$$;

-- Complète un constat : la personne dit ce qu'elle a copié, pour quoi, pour qui. Une fois.
CREATE OR REPLACE FUNCTION convention.justifier_export(numero bigint, lignes bigint, finalite text, destinataire text,
  empreinte text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE convention.export x SET lignes = justifier_export.lignes, finalite = justifier_export.finalite,
    destinataire = justifier_export.destinataire, empreinte = justifier_export.empreinte
  WHERE x.id = numero AND x.constat AND x.empreinte IS NULL AND x.par = session_user;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Aucune copie n° % de votre compte n''est à justifier.', numero USING ERRCODE = 'no_data_found';
  END IF;
END
$$;

-- La destruction d'un export est attestée par écrit : par qui l'a fait, ou par qui tient les registres de sa partie.
CREATE OR REPLACE FUNCTION convention.attester_export(numero bigint, attestation text, attestation_empreinte text)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mien constant text := habilitation.exiger_profil('agent_prefecture', 'service_police', 'analyste_ville', 'autorite_ville',
                                                   'dga_securite', 'validation_prefecture');
BEGIN
  IF btrim(coalesce(attestation, '')) = '' OR attestation_empreinte IS NULL THEN
    RAISE EXCEPTION 'L''attestation manque : donner sa référence et le document signé.' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  UPDATE convention.export x SET attestation = attester_export.attestation,
    attestation_empreinte = attester_export.attestation_empreinte, atteste_par = session_user, atteste_le = clock_timestamp()
  WHERE x.id = numero AND x.attestation IS NULL
    AND (x.par = session_user OR mien IN ('dga_securite', 'validation_prefecture'));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Aucun export n° % n''attend votre attestation.', numero USING ERRCODE = 'no_data_found';
  END IF;
END
$$;

-- Ses propres exports ; tous, pour qui tient les registres. Les tables d'un constat viennent du journal des lectures.
CREATE OR REPLACE FUNCTION convention.exports() RETURNS TABLE (numero bigint, par text, le timestamptz, couche text,
  lignes bigint, finalite text, destinataire text, empreinte text, a_justifier boolean, attestation text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  tous constant boolean := pg_has_role(session_user, 'cortege_proprietaire', 'MEMBER')
    OR coalesce(habilitation.mon_profil() IN ('dga_securite', 'validation_prefecture', 'dpo'), false);
BEGIN
  RETURN QUERY
  SELECT x.id, x.par, x.le, x.couche || coalesce(' : ' || (
           SELECT string_agg(DISTINCT l.relation, ', ') FROM audit.lecture l
           WHERE x.constat AND l.processus = x.processus AND l.ordre = x.ordre AND l.par = x.par
             AND l.le BETWEEN x.le - interval '1 hour' AND x.le + interval '1 hour'), ''),
         x.lignes, x.finalite, x.destinataire, x.empreinte, x.constat AND x.empreinte IS NULL, x.attestation
  FROM convention.export x WHERE tous OR x.par = session_user ORDER BY x.id;
END
$$;
GRANT EXECUTE ON FUNCTION convention.declarer_export(text, bigint, text, text, text),
  convention.justifier_export(bigint, bigint, text, text, text), convention.attester_export(bigint, text, text),
  convention.exports() TO cortege_personnes;
