-- Le contrôle entier, pour les déclencheurs comme pour les formulaires.

-- Ce qui dans un texte se rapporte à une personne. debut et fin comptent les caractères à partir de 1, fin comprise.
-- certitude : certain (refusé à l'enregistrement) ou incertain (à confirmer). Les intervalles ne se recouvrent pas.
CREATE OR REPLACE FUNCTION convention.donnees_personnelles(texte text)
RETURNS TABLE (debut integer, fin integer, genre text, certitude text, raison text)
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  t constant text := convention.texte_simplifie(texte);
  chiffres constant boolean := t ~ '[0-9][ ._/,-]?[0-9]';
  pris text := repeat(' ', length(t)); -- marque ce qu'une règle plus sûre a déjà trouvé
  o record;
BEGIN
  FOR o IN
    SELECT 'courriel' AS genre, * FROM convention.reperer_courriels(t)
    UNION ALL SELECT 'iban', * FROM convention.reperer_iban(t) WHERE chiffres
    UNION ALL SELECT 'nir', * FROM convention.reperer_nir(t) WHERE chiffres
    UNION ALL SELECT 'naissance', * FROM convention.reperer_naissances(t) WHERE chiffres
    UNION ALL SELECT 'telephone', * FROM convention.reperer_telephones(t)
    UNION ALL SELECT 'plaque', * FROM convention.reperer_plaques(t) WHERE chiffres
    UNION ALL SELECT 'nom', * FROM convention.reperer_noms(t)
  LOOP
    CONTINUE WHEN substr(pris, o.debut, o.fin - o.debut + 1) ~ '#';
    pris := overlay(pris PLACING repeat('#', o.fin - o.debut + 1) FROM o.debut);
    debut := o.debut;
    fin := o.fin;
    genre := o.genre;
    certitude := o.certitude;
    raison := o.raison;
    RETURN NEXT;
  END LOOP;
END
$$;
COMMENT ON FUNCTION convention.donnees_personnelles(text) IS
  'Données personnelles d''un texte : positions, genre, certitude (certain ou incertain) et raison (art. 3)';
GRANT EXECUTE ON FUNCTION convention.donnees_personnelles(text) TO cortege_personnes, cortege_chargement;

-- Le texte sans ce qui se rapporte à une personne, pour un fichier de rejets : « tél. [telephone] ».
CREATE OR REPLACE FUNCTION convention.masquer(texte text) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  masque text := texte;
  o record;
BEGIN
  FOR o IN SELECT d.debut, d.fin, d.genre FROM convention.donnees_personnelles(texte) d ORDER BY d.debut DESC LOOP
    masque := overlay(masque PLACING '[' || o.genre || ']' FROM o.debut FOR o.fin - o.debut + 1);
  END LOOP;
  RETURN masque;
END
$$;
GRANT EXECUTE ON FUNCTION convention.masquer(text) TO cortege_personnes, cortege_chargement;
