-- Quand les unités du territoire changent, ce qui en a été déduit à l'écriture se recalcule.

GRANT UPDATE ON cortege.adresse TO cortege_entretien;
GRANT SELECT, UPDATE ON plateforme.fait TO cortege_entretien;
CREATE POLICY entretien ON plateforme.fait TO cortege_entretien USING (true);
SET LOCAL ROLE cortege_entretien;

-- Recalcule les unités des événements et les numéros d'accès des faits ; rend le nombre de lignes relues. Versions et
-- dates de modification ne changent pas : personne n'a rien modifié.
CREATE OR REPLACE FUNCTION voirie.recalculer_unites() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  relues bigint;
  total bigint := 0;
  nom text;
BEGIN
  FOREACH nom IN ARRAY ARRAY['manifestation_deambulatoire', 'manifestation_statique', 'operation_programmee',
    'visite_officielle'] LOOP
    EXECUTE format('UPDATE cortege.%I SET unites = unites', nom);
    GET DIAGNOSTICS relues = ROW_COUNT;
    total := total + relues;
  END LOOP;
  -- Sans géométrie propre, l'événement tient ses unités de ses adresses : leur déclencheur les recalcule.
  UPDATE cortege.adresse SET geom = geom;
  UPDATE plateforme.fait SET source = source;
  GET DIAGNOSTICS relues = ROW_COUNT;
  RETURN total + relues;
END
$$;
REVOKE EXECUTE ON FUNCTION voirie.recalculer_unites() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION voirie.recalculer_unites() TO cortege_chargement;
SET LOCAL ROLE cortege_proprietaire;
