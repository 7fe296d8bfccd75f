-- Remises à un prestataire (art. 8).

-- Enregistre une remise ; la personne la prépare sous ses propres droits de lecture.
CREATE OR REPLACE FUNCTION convention.remettre(destinataire text, sous_traitants text[], finalite text, perimetre text,
  fenetre tstzrange, echeance date, lignes bigint, fichier text, empreinte text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  numero integer;
BEGIN
  PERFORM habilitation.exiger_profil('analyste_ville', 'autorite_ville', 'dga_securite');
  IF NOT convention.en_vigueur() THEN
    RAISE EXCEPTION 'La convention n''est pas en vigueur : rien ne peut être remis.';
  ELSIF echeance <= convention.maintenant()::date OR echeance > (SELECT e.fin FROM convention.etat() e) THEN
    RAISE EXCEPTION 'L''échéance du % doit être à venir et avant la fin de la convention.', to_char(echeance, 'DD/MM/YYYY');
  END IF;
  INSERT INTO convention.remise (destinataire, sous_traitants, finalite, perimetre, fenetre, echeance, lignes, fichier, empreinte)
  VALUES (destinataire, coalesce(sous_traitants, '{}'), finalite, perimetre, fenetre, echeance, lignes, fichier, empreinte)
  RETURNING id INTO numero;
  RETURN numero;
END
$$;

-- Le prestataire a justifié par écrit de la destruction.
CREATE OR REPLACE FUNCTION convention.clore_remise(numero integer, attestation text, attestation_empreinte text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM habilitation.exiger_profil('analyste_ville', 'autorite_ville', 'dga_securite');
  IF btrim(coalesce(attestation, '')) = '' OR attestation_empreinte IS NULL THEN
    RAISE EXCEPTION 'Une remise ne se clôt qu''avec l''attestation de destruction du prestataire.';
  END IF;
  UPDATE convention.remise r SET attestation = clore_remise.attestation,
    attestation_empreinte = clore_remise.attestation_empreinte, close_par = session_user, close_le = clock_timestamp()
  WHERE r.id = numero AND r.close_le IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Aucune remise ouverte n° %.', numero;
  END IF;
END
$$;

-- Les remises, en retard d'abord.
CREATE OR REPLACE FUNCTION convention.remises() RETURNS TABLE (numero integer, destinataire text, sous_traitants text[],
  finalite text, perimetre text, fenetre tstzrange, echeance date, lignes bigint, fichier text, empreinte text, par text,
  le timestamptz, attestation text, close_le timestamptz, en_retard boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM convention.exiger_partie('dga_securite', 'validation_prefecture', 'dpo', 'analyste_ville', 'autorite_ville', 'exploitant');
  RETURN QUERY SELECT r.id, r.destinataire, r.sous_traitants, r.finalite, r.perimetre, r.fenetre, r.echeance, r.lignes,
      r.fichier, r.empreinte, r.par, r.le, r.attestation, r.close_le,
      r.close_le IS NULL AND r.echeance < convention.maintenant()::date
    FROM convention.remise r ORDER BY 15 DESC, r.close_le IS NOT NULL, r.echeance;
END
$$;
GRANT EXECUTE ON FUNCTION convention.remettre(text, text[], text, text, tstzrange, date, bigint, text, text),
  convention.clore_remise(integer, text, text), convention.remises() TO cortege_personnes;
