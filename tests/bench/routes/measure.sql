-- Two hundred ways between random spots 500 m to 4 km apart (as the city allows), half of them through a waypoint.
SELECT setseed(0.7) \g /dev/null
SET client_min_messages = warning;
DROP TABLE IF EXISTS lieu, demande, duree;
CREATE TEMPORARY TABLE lieu AS
SELECT row_number() OVER (ORDER BY random()) AS n, ST_LineInterpolatePoint(geom, 0.5) AS geom FROM voirie.troncon WHERE NOT escalier;
CREATE TEMPORARY TABLE demande AS
SELECT a.n, CASE WHEN a.n % 2 = 0 THEN ARRAY[a.geom, b.geom]
                 ELSE ARRAY[a.geom, ST_LineInterpolatePoint(ST_MakeLine(a.geom, b.geom), 0.5), b.geom] END AS points
FROM lieu a JOIN lieu b ON b.n = a.n + (SELECT count(*) / 2 FROM lieu)
WHERE ST_Distance(a.geom, b.geom) BETWEEN 500 AND 4000 ORDER BY a.n LIMIT 200;
CREATE TEMPORARY TABLE duree (ms float8, km float8);
GRANT SELECT ON demande TO agent1;
GRANT INSERT ON duree TO agent1;
SELECT count(*) AS stretches FROM voirie.troncon \gset
SET SESSION AUTHORIZATION agent1;
DO $$
DECLARE
  d record;
  r record;
  debut timestamptz;
BEGIN
  FOR d IN SELECT * FROM demande ORDER BY n LOOP
    BEGIN
      debut := clock_timestamp();
      SELECT * INTO r FROM voirie.itineraire(d.points);
      INSERT INTO duree VALUES (extract(epoch FROM clock_timestamp() - debut) * 1000, r.longueur / 1000);
    EXCEPTION WHEN no_data_found THEN
      NULL; -- an island of streets
    END;
  END LOOP;
END $$;
RESET SESSION AUTHORIZATION;
\pset footer off
SELECT :'city' AS city, :stretches AS stretches, count(*) AS ways, round(percentile_cont(0.5) WITHIN GROUP (ORDER BY km)::numeric, 1) AS "median km",
       round(percentile_cont(0.5) WITHIN GROUP (ORDER BY ms)::numeric) AS "median ms", round(percentile_cont(0.95) WITHIN GROUP (ORDER BY ms)::numeric) AS "p95 ms",
       round(max(ms)::numeric) AS "max ms" FROM duree;
