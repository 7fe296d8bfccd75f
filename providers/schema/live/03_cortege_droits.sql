-- Les événements : qui lit, qui modifie, et ce que le planificateur n'en dit pas.

-- Le brouillon est à son auteur ; l'annulé reste dans Cortège ; le transmis se lit dans le périmètre. Le coût déclaré est
-- nul, ou presque : le planificateur essaie cette règle avant tout opérateur de la requête. Sans cela, un opérateur déclaré
-- sans fuite (= ou < sur un texte) serait essayé sur les lignes cachées, et EXPLAIN ANALYZE dirait s'il y était vrai.
-- Opérateurs nommés en entier plutôt qu'un search_path fixé : elle est appelée pour chaque ligne, et en coûte moitié moins.
CREATE OR REPLACE FUNCTION cortege.lisible(statut text, service text, auteur text, unites integer[], mien text,
  perimetre integer[]) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE COST 0.0001 AS $$
BEGIN
  RETURN CASE
    WHEN statut OPERATOR(pg_catalog.=) 'brouillon' THEN mien IS NOT NULL AND auteur OPERATOR(pg_catalog.=) session_user::text
    WHEN service OPERATOR(pg_catalog.=) mien THEN true
    WHEN statut OPERATOR(pg_catalog.=) 'annule' AND mien IS NULL THEN false
    ELSE coalesce(unites OPERATOR(pg_catalog.&&) perimetre, true) END;
END
$$;
GRANT EXECUTE ON FUNCTION cortege.lisible(text, text, text, integer[], text, integer[]) TO cortege_personnes;

DO $$
DECLARE
  genre text;
  nom text;
BEGIN
  FOREACH nom IN ARRAY ARRAY['manifestation_deambulatoire', 'manifestation_statique', 'operation_programmee',
    'visite_officielle'] LOOP
    genre := replace(nom, 'manifestation_', '');
    EXECUTE format('GRANT SELECT ON cortege.%I TO agent_prefecture, service_police, analyste_ville, autorite_ville', nom);
    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON cortege.%I TO agent_prefecture', nom);
    EXECUTE format($sql$
      CREATE POLICY lecture ON cortege.%1$I FOR SELECT TO cortege_personnes USING (
        (SELECT habilitation.lit_evenements(%2$L))
        AND cortege.lisible(statut, service, auteur, unites, (SELECT habilitation.mon_service()),
                            (SELECT habilitation.mes_unites())))$sql$, nom, genre);
    EXECUTE format($sql$
      CREATE POLICY saisie ON cortege.%1$I FOR INSERT TO agent_prefecture WITH CHECK (
        (SELECT habilitation.lit_evenements(%2$L)) AND service = (SELECT habilitation.mon_service())
        AND auteur = session_user)$sql$, nom, genre);
    EXECUTE format($sql$
      CREATE POLICY modification ON cortege.%1$I FOR UPDATE TO agent_prefecture USING (
        (SELECT habilitation.lit_evenements(%2$L)) AND service = (SELECT habilitation.mon_service())
        AND (statut <> 'brouillon' OR auteur = session_user))$sql$, nom, genre);
    EXECUTE format($sql$
      CREATE POLICY suppression ON cortege.%1$I FOR DELETE TO agent_prefecture USING (
        (SELECT habilitation.lit_evenements(%2$L)) AND service = (SELECT habilitation.mon_service())
        AND (statut <> 'brouillon' OR auteur = session_user))$sql$, nom, genre);
    EXECUTE format('GRANT SELECT, DELETE ON cortege.%I TO cortege_destruction', nom);
    EXECUTE format('CREATE POLICY destruction ON cortege.%I TO cortege_destruction USING (true)', nom);
    EXECUTE format('GRANT SELECT, UPDATE ON cortege.%I TO cortege_entretien', nom);
    EXECUTE format('CREATE POLICY entretien ON cortege.%I TO cortege_entretien USING (true)', nom);
  END LOOP;
END
$$;

-- Vrai si la personne de la session peut modifier cette ligne, et non seulement la lire.
CREATE OR REPLACE FUNCTION cortege.modifiable(genre text, numero bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  nom text := CASE WHEN genre IN ('deambulatoire', 'statique') THEN 'manifestation_' || genre ELSE genre END;
  oui boolean;
BEGIN
  IF nom NOT IN ('manifestation_deambulatoire', 'manifestation_statique', 'operation_programmee',
                 'visite_officielle') THEN
    RETURN false;
  END IF;
  EXECUTE format('SELECT service = habilitation.mon_service() FROM cortege.%I WHERE id = $1', nom)
    INTO oui USING numero;
  RETURN coalesce(oui, false);
END
$$;
GRANT EXECUTE ON FUNCTION cortege.modifiable(text, bigint) TO cortege_personnes;

-- Aucune statistique sur ce que disent et où sont les événements : les estimations d'EXPLAIN en parleraient à tous.
DO $$
DECLARE
  c record;
BEGIN
  FOR c IN SELECT a.attrelid::regclass AS tableau, a.attname FROM pg_attribute a
           JOIN pg_class t ON t.oid = a.attrelid
           WHERE t.relnamespace = 'cortege'::regnamespace AND t.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
             AND a.attname NOT IN ('id', 'evenement_id', 'evenement_type') AND a.attstattarget IS DISTINCT FROM 0 LOOP
    EXECUTE format('ALTER TABLE %s ALTER %I SET STATISTICS 0', c.tableau, c.attname);
  END LOOP;
END
$$;
