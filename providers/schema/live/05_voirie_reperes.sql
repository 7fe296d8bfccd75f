-- Loads pg_trgm: a function may only be given the settings of a library that this session has loaded.
DO $$ BEGIN PERFORM similarity('', ''); END $$;

-- Streets and places by their words, best first: the share of the query found, then the share of the name found.
CREATE OR REPLACE FUNCTION voirie.reperes(saisis text[], nombre integer, indice_postal text, centre geometry,
  complet boolean, combien integer)
RETURNS TABLE (id bigint, genre text, ref bigint, libelle text, code_postal text, commune text, geom geometry,
  note real, numero_du_nom boolean)
LANGUAGE sql STABLE PARALLEL SAFE SET pg_trgm.similarity_threshold = 0.2 AS $$
  WITH ville AS (
    SELECT unnest(voirie.mots(commune)) AS mot FROM (SELECT DISTINCT v.commune FROM voirie.voie v) AS communes
  ), saisi AS (
    -- A street's type and the city's name find nothing by themselves: they decide between what the rest found.
    SELECT mot, ord, ord = cardinality(saisis) AND NOT complet AS en_cours,
           mot = ANY (voirie.types_de_voie()) AS type, mot IN (SELECT mot FROM ville) AS de_la_ville
    FROM unnest(saisis) WITH ORDINALITY AS s(mot, ord)
  ), porteur AS (
    SELECT ord FROM saisi
    WHERE NOT (type OR de_la_ville) OR NOT EXISTS (SELECT FROM saisi WHERE NOT (type OR de_la_ville))
  ), proche AS MATERIALIZED (
    SELECT s.ord, m.id AS mot_id, m.poids, r.s, r.s * CASE WHEN s.de_la_ville THEN 0.3 ELSE m.poids END AS gain
    FROM saisi s
    CROSS JOIN LATERAL (
      SELECT m.id, m.mot, m.poids FROM voirie.mot m WHERE m.mot % s.mot OR m.mot LIKE s.mot || '%') AS m
    CROSS JOIN LATERAL (SELECT voirie.ressemblance(s.mot, m.mot, s.en_cours) AS s) AS r
    WHERE r.s >= CASE WHEN s.type OR s.de_la_ville AND NOT s.en_cours THEN 1
                      WHEN length(s.mot) > 4 THEN 0.55 ELSE 0.6 END
  ), attendu AS (
    -- A word known nowhere still counts against every answer.
    SELECT sum(CASE WHEN s.de_la_ville THEN 0.15 ELSE coalesce(p.poids, 1.5) END) AS poids
    FROM saisi s LEFT JOIN LATERAL (
      SELECT poids FROM proche WHERE proche.ord = s.ord ORDER BY s DESC LIMIT 1) AS p ON true
  ), trouve AS (
    SELECT repere_id FROM (
      SELECT rm.repere_id, p.ord, max(p.gain) AS gain
      FROM proche p JOIN porteur USING (ord) JOIN voirie.repere_mot rm USING (mot_id) GROUP BY 1, 2) AS m
    GROUP BY repere_id ORDER BY sum(gain) DESC LIMIT 300
  ), soude AS (
    SELECT r.id FROM voirie.repere r WHERE r.colle % array_to_string(saisis, '')
    ORDER BY similarity(r.colle, array_to_string(saisis, '')) DESC LIMIT 20
  ), candidat AS (
    SELECT rm.repere_id AS id, coalesce(sum(rm.gain), 0) AS gain
    FROM (SELECT rm.repere_id, p.ord, max(p.gain) AS gain
          FROM (SELECT repere_id FROM trouve UNION SELECT id FROM soude) AS c
          JOIN voirie.repere_mot rm USING (repere_id) LEFT JOIN proche p USING (mot_id) GROUP BY 1, 2) AS rm
    GROUP BY 1
  )
  SELECT r.id, r.genre, r.ref, r.libelle, r.code_postal, r.commune, r.geom,
    (greatest(0.65 * least(c.gain / nullif(a.poids, 0), 1) + 0.35 * least(c.gain / nullif(r.poids, 0), 1),
              0.85 * similarity(r.colle, array_to_string(saisis, '')))
     + CASE WHEN nombre::text = ANY (r.mots) THEN 0.15 WHEN nombre IS NOT NULL AND r.genre = 'voie' THEN 0.1 ELSE 0 END
     + CASE WHEN r.code_postal LIKE indice_postal THEN 0.08 ELSE 0 END
     + CASE WHEN r.genre = 'voie' AND saisis && voirie.types_de_voie() THEN 0.03 ELSE 0 END
     + coalesce(0.05 * exp(-st_distance(r.geom, centre) / 1500), 0))::real AS note,
    coalesce(nombre::text = ANY (r.mots), false)
  FROM candidat c JOIN voirie.repere r ON r.id = c.id CROSS JOIN attendu a
  ORDER BY note DESC NULLS LAST, r.libelle, r.id LIMIT combien
$$;
COMMENT ON FUNCTION voirie.reperes(text[], integer, text, geometry, boolean, integer) IS
  'Voies et lieux dont le nom ressemble aux mots saisis, les plus ressemblants d''abord';
