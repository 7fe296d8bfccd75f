-- L'histoire d'un événement, pour qui le tient : les versions que le journal garde, l'ancienne puis la nouvelle.

-- Réservée au service de l'événement, qui lit déjà chacune de ses versions ; les brouillons restent à leur auteur, même transmis depuis.
-- Un contenu détruit ou caviardé n'y est plus.
CREATE OR REPLACE FUNCTION cortege.histoire(genre text, numero bigint)
RETURNS TABLE (le timestamptz, par text, operation text, avant jsonb, apres jsonb, adresses_avant text,
  adresses_apres text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  rel constant text := 'cortege.' || CASE WHEN genre IN ('deambulatoire', 'statique') THEN 'manifestation_' ELSE '' END
    || genre;
  cle constant text := numero::text;
BEGIN
  IF genre NOT IN ('deambulatoire', 'statique', 'operation_programmee', 'visite_officielle')
     OR NOT habilitation.lit_evenements(genre) THEN
    RAISE EXCEPTION 'L''histoire des événements se lit avec une habilitation en cours.'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
    WITH version AS MATERIALIZED (
      SELECT e.id, e.transaction, e.le, e.par, e.operation, c.avant[array_position(e.cles, cle)]::jsonb AS avant,
             c.apres[array_position(e.cles, cle)]::jsonb AS apres,
             row_number() OVER (PARTITION BY e.transaction ORDER BY e.id) AS rang
      FROM audit.ecriture e JOIN audit.contenu c ON c.ecriture = e.id
      WHERE e.relation = rel AND cle = ANY (e.cles)),
    -- Les adresses s'écrivent avec l'événement, dans la même transaction : elles vont à sa première version.
    adresse AS (
      SELECT e.transaction, a.avant, a.apres
      FROM audit.ecriture e JOIN audit.contenu c ON c.ecriture = e.id
           CROSS JOIN LATERAL ROWS FROM (unnest(c.avant), unnest(c.apres)) AS x (avant, apres)
           CROSS JOIN LATERAL (SELECT x.avant::jsonb AS avant, x.apres::jsonb AS apres) a
      WHERE e.relation = 'cortege.adresse' AND e.transaction IN (SELECT v.transaction FROM version v)
        AND coalesce(a.apres, a.avant) ->> 'evenement_type' = genre
        AND coalesce(a.apres, a.avant) ->> 'evenement_id' = cle),
    chemin AS (
      SELECT a.transaction,
             string_agg(a.avant ->> 'libelle', ' → ' ORDER BY (a.avant ->> 'ordre')::integer) AS avant,
             string_agg(a.apres ->> 'libelle', ' → ' ORDER BY (a.apres ->> 'ordre')::integer) AS apres
      FROM adresse a GROUP BY 1)
    SELECT v.le, v.par, v.operation, CASE WHEN NOT c.cache THEN v.avant END, v.apres,
           CASE WHEN NOT c.cache THEN d.avant END, d.apres
    FROM version v LEFT JOIN chemin d ON d.transaction = v.transaction AND v.rang = 1
         CROSS JOIN LATERAL (SELECT coalesce(v.avant ->> 'statut' = 'brouillon' AND v.avant ->> 'auteur' <> session_user,
                                             false) AS cache) c
    WHERE coalesce(v.apres, v.avant) ->> 'service' = habilitation.mon_service()
      AND (coalesce(v.apres, v.avant) ->> 'statut' <> 'brouillon'
           OR coalesce(v.apres, v.avant) ->> 'auteur' = session_user)
    ORDER BY v.id;
END
$$;
COMMENT ON FUNCTION cortege.histoire(text, bigint) IS 'Versions d''un événement, pour son service';
GRANT EXECUTE ON FUNCTION cortege.histoire(text, bigint) TO agent_prefecture;
