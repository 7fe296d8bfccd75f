-- L'histoire d'un événement, pour qui le tient : les versions que le journal garde, l'ancienne puis la nouvelle.

-- Réservée au service de l'événement, qui lit déjà chacune de ses versions ; les brouillons restent à leur auteur, même transmis depuis.
-- Un contenu détruit ou caviardé n'y est plus.
CREATE OR REPLACE FUNCTION cortege.histoire(genre text, numero bigint)
RETURNS TABLE (le timestamptz, par text, operation text, avant jsonb, apres jsonb)
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
    SELECT v.le, v.par, v.operation,
           CASE WHEN v.avant ->> 'statut' = 'brouillon' AND v.avant ->> 'auteur' <> session_user THEN NULL ELSE v.avant END,
           v.apres
    FROM (SELECT e.id, e.le, e.par, e.operation, c.avant[array_position(e.cles, cle)]::jsonb AS avant,
                 c.apres[array_position(e.cles, cle)]::jsonb AS apres
          FROM audit.ecriture e JOIN audit.contenu c ON c.ecriture = e.id
          WHERE e.relation = rel AND cle = ANY (e.cles)) v
    WHERE coalesce(v.apres, v.avant) ->> 'service' = habilitation.mon_service()
      AND (coalesce(v.apres, v.avant) ->> 'statut' <> 'brouillon'
           OR coalesce(v.apres, v.avant) ->> 'auteur' = session_user)
    ORDER BY v.id;
END
$$;
COMMENT ON FUNCTION cortege.histoire(text, bigint) IS 'Versions d''un événement, pour son service';
GRANT EXECUTE ON FUNCTION cortege.histoire(text, bigint) TO agent_prefecture;
