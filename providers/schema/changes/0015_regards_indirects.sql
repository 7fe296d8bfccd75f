-- Ce qu'un index de lignes cachées laisserait voir : EXPLAIN ANALYZE dit combien de lignes il a rencontrées, donc où et quand
-- elles sont. Les événements se comptent par milliers : ils se lisent sans index, leur politique d'abord. Restent les clés.
DROP INDEX cortege.manifestation_deambulatoire_debut, cortege.manifestation_deambulatoire_periode,
  cortege.manifestation_deambulatoire_trace,
  cortege.manifestation_statique_debut, cortege.manifestation_statique_periode, cortege.manifestation_statique_emprise,
  cortege.operation_programmee_debut, cortege.operation_programmee_periode, cortege.operation_programmee_lieux,
  cortege.visite_officielle_debut, cortege.visite_officielle_periode, cortege.visite_officielle_lieux,
  cortege.adresse_geom, plateforme.zone_tension_geom, plateforme.fait_source;

-- Rend désormais un tableau : live/02_habilitation.sql la recrée, et la politique avec elle.
DROP FUNCTION IF EXISTS habilitation.masque_faits() CASCADE;
