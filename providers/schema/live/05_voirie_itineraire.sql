-- The router: a way along streets through points in order, for people on foot. One-ways do not bind them; steps
-- and motorways are left out unless asked. A point is joined to the nearest spot of a street, not to a crossing.

CREATE OR REPLACE FUNCTION voirie.praticable(t voirie.troncon, options jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (NOT t.escalier OR coalesce((options ->> 'escaliers')::boolean, false))
     AND (NOT t.autoroute OR coalesce((options ->> 'autoroutes')::boolean, false))
$$;
COMMENT ON FUNCTION voirie.praticable(voirie.troncon, jsonb) IS 'Vrai si un cortège peut prendre le tronçon';

-- Where the points of these ranks meet the network: a street and the share of its length.
CREATE OR REPLACE FUNCTION voirie.accrocher(points geometry[], rangs integer[], options jsonb)
RETURNS TABLE (rang integer, troncon bigint, part double precision)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  portee constant double precision := coalesce((options ->> 'accroche')::double precision, 200);
BEGIN
  FOREACH rang IN ARRAY rangs LOOP
    SELECT t.id, st_linelocatepoint(t.geom, points[rang]) INTO troncon, part
      FROM voirie.troncon t
      WHERE st_dwithin(t.geom, points[rang], portee) AND voirie.praticable(t, options)
      ORDER BY t.geom <-> points[rang], t.id LIMIT 1;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'Aucune rue praticable à moins de % m du point n° % : le rapprocher d''une rue, ou tracer ce tronçon à main levée.',
        portee::integer, rang USING ERRCODE = 'no_data_found';
    END IF;
    RETURN NEXT;
  END LOOP;
END $$;
COMMENT ON FUNCTION voirie.accrocher(geometry[], integer[], jsonb) IS
  'Point du réseau le plus proche de chacun des points de ces rangs';

-- Each joined point becomes a node (-rank) that splits its street; the pieces are numbered from -2 down
-- (pgRouting keeps -1 for the end of a path).
CREATE OR REPLACE FUNCTION voirie.couper(accroches jsonb, options jsonb)
RETURNS TABLE (id bigint, source bigint, target bigint, cost double precision, troncon bigint,
  de double precision, a double precision)
LANGUAGE sql STABLE AS $$
  WITH point AS (
    SELECT rang, troncon, part FROM jsonb_to_recordset(accroches) AS x(rang bigint, troncon bigint, part float8)
  ), borne AS (
    SELECT troncon, -rang AS noeud, part, 1 AS place FROM point
    UNION SELECT t.id, t.source, 0, 0 FROM voirie.troncon t WHERE t.id IN (SELECT troncon FROM point)
    UNION SELECT t.id, t.target, 1, 2 FROM voirie.troncon t WHERE t.id IN (SELECT troncon FROM point)
  ), suite AS (
    SELECT troncon, noeud, part, lead(noeud) OVER w AS suivant, lead(part) OVER w AS fin
    FROM borne WINDOW w AS (PARTITION BY troncon ORDER BY part, place, noeud DESC)
  )
  SELECT -1 - row_number() OVER (ORDER BY s.troncon, s.part, s.noeud DESC), s.noeud, s.suivant,
         (s.fin - s.part) * CASE WHEN (options ->> 'cortege')::boolean THEN t.cout_cortege ELSE t.cout_pieton END,
         s.troncon, s.part, s.fin
  FROM suite s JOIN voirie.troncon t ON t.id = s.troncon
  WHERE s.suivant IS NOT NULL
$$;
COMMENT ON FUNCTION voirie.couper(jsonb, jsonb) IS 'Morceaux des tronçons où des points sont accrochés';

-- The stretches of every leg in order. Only the streets around the points are read; the whole network if they
-- do not suffice.
DO $$
BEGIN
  IF to_regtype('voirie.pas') IS NULL THEN
    CREATE TYPE voirie.pas AS (etape integer, ordre integer, nom text, largeur real, geom geometry);
  END IF;
END $$;
COMMENT ON TYPE voirie.pas IS 'Un tronçon ou un morceau de tronçon parcouru';

CREATE OR REPLACE FUNCTION voirie.parcourir(etapes integer[], morceaux jsonb, emprise geometry, options jsonb)
RETURNS SETOF voirie.pas
LANGUAGE plpgsql STABLE AS $$
DECLARE
  -- pgRouting takes its network as the text of a query: only numbers and quoted literals enter it.
  reseau constant text := format(
    'SELECT t.id, t.source, t.target, t.%I AS cost FROM voirie.troncon t
       WHERE (%L::public.geometry IS NULL OR t.geom OPERATOR(public.&&) %L::public.geometry)
         AND voirie.praticable(t, %L::jsonb)
     UNION ALL SELECT id, source, target, cost FROM jsonb_to_recordset(%L::jsonb)
       AS m(id bigint, source bigint, target bigint, cost float8)',
    CASE WHEN (options ->> 'cortege')::boolean THEN 'cout_cortege' ELSE 'cout_pieton' END,
    emprise, emprise, options, morceaux);
  couples constant text := format(
    'SELECT -e::bigint AS source, -(e + 1)::bigint AS target FROM unnest(%L::integer[]) AS e', etapes);
BEGIN
  RETURN QUERY
    SELECT (-p.start_vid)::integer, p.path_seq, t.nom, t.largeur,
           CASE WHEN coalesce(m.source, t.source) = p.node THEN g.geom ELSE st_reverse(g.geom) END
    FROM pgr_dijkstra(reseau, couples, false) AS p
    LEFT JOIN jsonb_to_recordset(morceaux) AS m(id bigint, source bigint, troncon bigint, de float8, a float8)
      ON m.id = p.edge
    JOIN voirie.troncon t ON t.id = coalesce(m.troncon, p.edge)
    CROSS JOIN LATERAL (
      SELECT CASE WHEN m.id IS NULL THEN t.geom ELSE st_linesubstring(t.geom, m.de, m.a) END AS geom) AS g
    WHERE p.edge <> -1;
END $$;
COMMENT ON FUNCTION voirie.parcourir(integer[], jsonb, geometry, jsonb) IS
  'Tronçons parcourus de chaque étape, dans l''ordre';

-- Stretches in order, those drawn by hand among them, become the streets to write in a traffic order.
CREATE OR REPLACE FUNCTION voirie.rues_en_ordre(noms text[], longueurs double precision[], largeurs real[])
RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH pas AS (
    SELECT i, noms[i] AS nom, longueurs[i] AS longueur, largeurs[i] AS largeur,
           noms[i] IS DISTINCT FROM lag(noms[i]) OVER (ORDER BY i) OR i = 1 AS nouvelle
    FROM generate_subscripts(noms, 1) AS i
  ), suite AS (
    SELECT *, count(*) FILTER (WHERE nouvelle) OVER (ORDER BY i) AS rue FROM pas
  ), rues AS (
    SELECT rue, min(nom) AS nom, sum(longueur) AS longueur, min(largeur) AS largeur FROM suite GROUP BY rue
  ), cumul AS (
    SELECT *, sum(longueur) OVER (ORDER BY rue) - longueur AS debut FROM rues
  )
  SELECT coalesce(jsonb_agg(jsonb_build_object('nom', coalesce(nom, 'Voie sans nom'), 'debut', round(debut::numeric, 1),
    'longueur', round(longueur::numeric, 1), 'largeur', largeur) ORDER BY rue) FILTER (WHERE longueur >= 0.05), '[]')
  FROM cumul
$$;
COMMENT ON FUNCTION voirie.rues_en_ordre(text[], double precision[], real[]) IS
  'Liste des rues parcourues : nom, début et longueur en mètres, plus petite largeur connue';

CREATE OR REPLACE FUNCTION voirie.itineraire(points geometry[], options jsonb DEFAULT '{}',
  OUT trace geometry, OUT longueur double precision, OUT rues jsonb, OUT etapes jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  n constant integer := coalesce(cardinality(points), 0);
  libres constant integer[] := ARRAY(
    SELECT jsonb_array_elements_text(coalesce(options -> 'libres', '[]'))::integer);
  guidees integer[];
  accroches jsonb;
  morceaux jsonb;
  places geometry[];
  emprise geometry;
  sans_chemin integer[];
  pas voirie.pas[];
BEGIN
  PERFORM voirie.exiger_lecture();
  IF n NOT BETWEEN 2 AND 100 OR array_position(points, NULL) IS NOT NULL THEN
    RAISE EXCEPTION 'Un itinéraire va de 2 à 100 points placés : un départ, des passages, une arrivée.'
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  guidees := ARRAY(SELECT e FROM generate_series(1, n - 1) AS e WHERE e <> ALL (libres));
  accroches := (SELECT coalesce(jsonb_agg(to_jsonb(x)), '[]') FROM voirie.accrocher(points,
    ARRAY(SELECT DISTINCT e + d FROM unnest(guidees) AS e, generate_series(0, 1) AS d ORDER BY 1), options) AS x);
  morceaux := (SELECT coalesce(jsonb_agg(to_jsonb(m)), '[]') FROM voirie.couper(accroches, options) AS m);
  places := ARRAY(
    SELECT coalesce(st_lineinterpolatepoint(t.geom, a.part), points[i]) FROM generate_series(1, n) AS i
    LEFT JOIN jsonb_to_recordset(accroches) AS a(rang integer, troncon bigint, part float8) ON a.rang = i
    LEFT JOIN voirie.troncon t ON t.id = a.troncon ORDER BY i);

  emprise := st_envelope(st_expand(st_collect(points), greatest(800,
    0.4 * st_length(st_boundingdiagonal(st_collect(points))))));
  FOREACH emprise IN ARRAY ARRAY[emprise, NULL] LOOP
    pas := ARRAY(SELECT p FROM voirie.parcourir(guidees, morceaux, emprise, options) AS p);
    sans_chemin := ARRAY(SELECT e FROM unnest(guidees) AS e
      WHERE NOT EXISTS (SELECT FROM unnest(pas) AS p WHERE p.etape = e) AND NOT st_equals(places[e], places[e + 1]));
    EXIT WHEN sans_chemin = '{}';
  END LOOP;
  IF sans_chemin <> '{}' THEN
    RAISE EXCEPTION 'Aucun chemin praticable du point n° % au point n° % : permettre les escaliers, déplacer un point, ou tracer ce tronçon à main levée.',
      sans_chemin[1], sans_chemin[1] + 1 USING ERRCODE = 'no_data_found';
  END IF;

  pas := pas || ARRAY(SELECT (e, 0, 'Hors voirie', NULL, st_makeline(places[e], places[e + 1]))::voirie.pas
                      FROM unnest(libres) AS e WHERE e BETWEEN 1 AND n - 1);
  SELECT st_removerepeatedpoints(st_makeline(p.geom ORDER BY p.etape, p.ordre), 0.01),
         coalesce(sum(st_length(p.geom)), 0),
         voirie.rues_en_ordre(array_agg(p.nom ORDER BY p.etape, p.ordre),
           array_agg(st_length(p.geom) ORDER BY p.etape, p.ordre), array_agg(p.largeur ORDER BY p.etape, p.ordre))
    INTO trace, longueur, rues FROM unnest(pas) AS p;
  etapes := (SELECT jsonb_agg(jsonb_build_object('rang', i, 'ecart', round(st_distance(points[i], places[i])::numeric, 1),
      'chainage', (SELECT coalesce(round(sum(st_length(p.geom))::numeric, 1), 0) FROM unnest(pas) AS p WHERE p.etape < i))
      ORDER BY i) FROM generate_series(1, n) AS i);
END $$;
COMMENT ON FUNCTION voirie.itineraire(geometry[], jsonb) IS
  'Itinéraire à pied le long des rues par des points ; options : escaliers, autoroutes, cortege, accroche (m), libres (étapes à main levée)';
GRANT EXECUTE ON FUNCTION voirie.itineraire(geometry[], jsonb) TO cortege_personnes;
