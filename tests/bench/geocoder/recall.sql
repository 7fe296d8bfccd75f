-- Recall and time of the search on the frozen queries. What each query should find is looked up in the base by name:
-- an answer within the tolerance (address 100 m, street 250 m, place 60 m, crossing 40 m) is a hit.
\set ON_ERROR_STOP on
CREATE TEMPORARY TABLE question (n serial, saisie text, genre text, numero text, nom text, second text);
\copy question (saisie, genre, numero, nom, second) FROM 'tests/data/geocoder/queries.tsv' WITH (FORMAT csv, DELIMITER E'\t', HEADER, QUOTE E'\b')
CREATE TEMPORARY TABLE attendu AS
SELECT q.n, ST_Collect(a.geom) AS geom, 100 AS tolerance FROM question q JOIN voirie.adresse a
  ON q.genre = 'adresse' AND voirie.mots(a.nom_voie) = voirie.mots(q.nom) AND concat(a.numero, ' ' || a.rep) = q.numero GROUP BY 1
UNION ALL SELECT q.n, ST_Collect(v.centre), 250 FROM question q JOIN voirie.voie v
  ON q.genre = 'voie' AND v.mots = voirie.mots(q.nom) GROUP BY 1
UNION ALL SELECT q.n, ST_Collect(l.geom), 60 FROM question q JOIN voirie.lieu l
  ON q.genre = 'lieu' AND voirie.mots(l.nom) = voirie.mots(q.nom) GROUP BY 1
UNION ALL SELECT q.n, ST_Collect(c.geom), 40 FROM question q JOIN voirie.voie a ON q.genre = 'croisement' AND a.nom = q.nom
  JOIN voirie.voie b ON b.nom = q.second
  JOIN voirie.croisement c ON c.voie_a = least(a.id, b.id) AND c.voie_b = greatest(a.id, b.id) GROUP BY 1;
CREATE TEMPORARY TABLE reponse (n int, rang int, libelle text, geom geometry);
CREATE TEMPORARY TABLE duree (ms float8);
GRANT SELECT ON question TO agent1;
GRANT INSERT ON reponse, duree TO agent1;
SET SESSION AUTHORIZATION agent1;
DO $$
DECLARE
  q record;
  debut timestamptz;
BEGIN
  PERFORM voirie.chercher(saisie) FROM question WHERE n <= 20; -- plans and caches are warm in a session of work
  FOR q IN SELECT * FROM question ORDER BY n LOOP
    debut := clock_timestamp();
    INSERT INTO reponse SELECT q.n, row_number() OVER (), r.libelle, r.geom FROM voirie.chercher(q.saisie) r;
    INSERT INTO duree VALUES (extract(epoch FROM clock_timestamp() - debut) * 1000);
  END LOOP;
END $$;
RESET SESSION AUTHORIZATION;
CREATE TEMPORARY TABLE resultat AS
SELECT q.*, (SELECT min(r.rang) FROM reponse r WHERE r.n = q.n AND ST_DWithin(r.geom, a.geom, a.tolerance)) AS rang
FROM question q LEFT JOIN attendu a USING (n);
\pset footer off
SELECT coalesce(genre, 'all') AS kind, count(*) AS queries, round(100.0 * avg((coalesce(rang, 99) = 1)::int), 1) AS "recall@1 %",
       round(100.0 * avg((coalesce(rang, 99) <= 5)::int), 1) AS "recall@5 %"
FROM resultat GROUP BY ROLLUP (genre) ORDER BY genre NULLS LAST;
SELECT round(percentile_cont(0.5) WITHIN GROUP (ORDER BY ms)::numeric, 1) AS "median ms",
       round(percentile_cont(0.95) WITHIN GROUP (ORDER BY ms)::numeric, 1) AS "p95 ms", round(max(ms)::numeric, 1) AS "max ms" FROM duree;
SELECT saisie AS "missed at rank 1", rang FROM resultat WHERE coalesce(rang, 99) > 1 ORDER BY n;
