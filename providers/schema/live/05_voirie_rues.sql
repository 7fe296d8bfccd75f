-- The streets of a line that is already drawn, whoever drew it: what a traffic order names.

-- The line is cut into pieces of five metres (longer beyond 5 km); each goes to the street that follows it, and to
-- none when the nearest is more than 6 m from one of its ends or its middle.
CREATE OR REPLACE FUNCTION voirie.rues_du_trace(trace geometry) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  tolerance constant double precision := 6;
  n constant integer := least(1000, greatest(1, ceil(st_length(trace) / 5)::integer));
BEGIN
  PERFORM voirie.exiger_lecture();
  IF trace IS NULL OR st_geometrytype(trace) <> 'ST_LineString' OR st_length(trace) = 0 THEN
    RETURN '[]';
  END IF;
  RETURN (
    WITH bout AS MATERIALIZED (
      SELECT i, st_linesubstring(trace, (i - 1)::float8 / n, i::float8 / n) AS geom FROM generate_series(1, n) AS i
    ), nomme AS (
      SELECT b.i, st_length(b.geom) AS longueur, coalesce(r.nom, CASE WHEN r.id IS NULL THEN 'Hors voirie' END) AS nom,
             r.largeur
      FROM bout b LEFT JOIN LATERAL (
        SELECT t.id, t.nom, t.largeur, greatest(e.debut, e.milieu, e.fin) AS ecart
        FROM voirie.troncon t CROSS JOIN LATERAL (
          SELECT st_distance(t.geom, st_startpoint(b.geom)) AS debut,
                 st_distance(t.geom, st_lineinterpolatepoint(b.geom, 0.5)) AS milieu,
                 st_distance(t.geom, st_endpoint(b.geom)) AS fin) AS e
        WHERE st_dwithin(t.geom, b.geom, tolerance)
        ORDER BY e.debut + e.milieu + e.fin, t.id LIMIT 1) r ON r.ecart <= tolerance)
    SELECT voirie.rues_en_ordre(array_agg(nom ORDER BY i), array_agg(longueur ORDER BY i), array_agg(largeur ORDER BY i))
    FROM nomme);
END $$;
COMMENT ON FUNCTION voirie.rues_du_trace(geometry) IS
  'Rues suivies par un tracé, dans l''ordre : nom, début et longueur en mètres, largeur ; « Hors voirie » où il n''y en a pas';
GRANT EXECUTE ON FUNCTION voirie.rues_du_trace(geometry) TO cortege_personnes;
