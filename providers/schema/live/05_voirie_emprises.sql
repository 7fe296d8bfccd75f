-- Ground proposed for a gathering: the open ground that streets enclose about a point, a stretch of street with its
-- width. A proposal to correct by hand: the network knows where streets run, not where kerbs are.

-- The face of the street network that holds the point; nothing beyond 6 ha, which is a block, not a square.
CREATE OR REPLACE FUNCTION voirie.place_autour(point geometry) RETURNS geometry
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  portee constant double precision := 200;
  le_plus_grand constant double precision := 60000;
BEGIN
  PERFORM voirie.exiger_lecture();
  RETURN (
    WITH reseau AS (
      SELECT st_node(st_collect(t.geom)) AS geom FROM voirie.troncon t
      WHERE t.geom && st_expand(point, portee) AND NOT t.autoroute
    )
    SELECT f.geom FROM reseau, LATERAL st_dump(st_polygonize(ARRAY[reseau.geom])) AS f
    WHERE st_area(f.geom) BETWEEN 100 AND le_plus_grand AND st_dwithin(f.geom, point, 15)
    ORDER BY st_distance(f.geom, point), st_area(f.geom) DESC LIMIT 1);
END $$;
COMMENT ON FUNCTION voirie.place_autour(geometry) IS
  'Terrain enclos par les rues autour d''un point : une place, une esplanade ; rien au-delà de 6 ha';

-- The way between two points as wide as its street: the width that is known, else what its class usually has.
CREATE OR REPLACE FUNCTION voirie.section_de_rue(points geometry[]) RETURNS geometry
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  chemin constant record := voirie.itineraire(points, '{"escaliers": true}');
  largeur double precision;
BEGIN
  SELECT coalesce(t.largeur, CASE
      WHEN t.classe IN ('primary', 'trunk') THEN 15 WHEN t.classe IN ('secondary', 'tertiary') THEN 12
      WHEN t.classe IN ('footway', 'path', 'steps', 'service', 'track') THEN 4 ELSE 8 END) INTO largeur
    FROM voirie.troncon t WHERE st_dwithin(t.geom, st_lineinterpolatepoint(chemin.trace, 0.5), 1)
    ORDER BY t.geom <-> st_lineinterpolatepoint(chemin.trace, 0.5) LIMIT 1;
  RETURN st_buffer(chemin.trace, coalesce(largeur, 8) / 2, 'endcap=flat join=round');
END $$;
COMMENT ON FUNCTION voirie.section_de_rue(geometry[]) IS 'Emprise de la rue entre deux points, à sa largeur';
GRANT EXECUTE ON FUNCTION voirie.place_autour(geometry), voirie.section_de_rue(geometry[]) TO cortege_personnes;
