-- Bulk writes with the journal and the screen against without, in CPU time of the backend (medians of three), each into an
-- empty table: indexes that grow would cost the last one most. Then the screen's trigger alone, in time (the least of six).
-- tests/support/with-database psql -XqAtf tests/bench/journal.sql
SET client_min_messages = warning;
INSERT INTO plateforme.source (code, nom, finalite, base_legale, conservation) VALUES ('essai', 'Essai', 'essai', 'essai', '10 years');
SELECT plateforme.creer_partitions('2026-01-01', '2026-12-31') \g /dev/null
CREATE TEMP TABLE entree AS
SELECT '2026-01-01'::timestamptz + g * interval '2 minutes' AS debut, 'essai' AS source, 'vol ' || g % 30 AS categorie,
       'Fait ' || g % 500 AS objet, ST_SetSRID(ST_MakePoint(885000 + random() * 15000, 6240000 + random() * 15000), 2154) AS geom
FROM generate_series(1, 100000) g;
CREATE FUNCTION pg_temp.cpu() RETURNS float8 LANGUAGE sql AS $$
  SELECT (split_part(s, ' ', 14)::float8 + split_part(s, ' ', 15)::float8) * 10 FROM pg_read_file('/proc/self/stat') s $$;
CREATE TEMP TABLE mesure (quoi text, ms float8);
DO $$
DECLARE
  avant float8;
  quoi text;
BEGIN
  FOR tour IN 1..3 LOOP
    FOREACH quoi IN ARRAY ARRAY['without', 'journal', 'journal and screen'] LOOP
      EXECUTE format('ALTER TABLE plateforme.fait %s TRIGGER z_journal_ajout', CASE quoi WHEN 'without' THEN 'DISABLE' ELSE 'ENABLE' END);
      EXECUTE format('ALTER TABLE plateforme.fait %s TRIGGER controle_saisie', CASE quoi WHEN 'journal and screen' THEN 'ENABLE' ELSE 'DISABLE' END);
      avant := pg_temp.cpu();
      INSERT INTO plateforme.fait (debut, source, categorie, objet, geom) SELECT * FROM entree;
      COMMIT; -- the link of the chain is made here
      INSERT INTO mesure VALUES (quoi, pg_temp.cpu() - avant);
      SET session_replication_role = replica; -- nobody truncates it otherwise
      TRUNCATE plateforme.fait;
      RESET session_replication_role;
      COMMIT;
    END LOOP;
  END LOOP;
END
$$;
WITH m AS (SELECT quoi, percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) AS ms FROM mesure GROUP BY quoi)
SELECT m.quoi, round(m.ms) || ' ms CPU', round((m.ms / s.ms)::numeric, 2) || ' ×' FROM m, m s WHERE s.quoi = 'without' ORDER BY m.ms;

CREATE TABLE public.lus (LIKE plateforme.fait INCLUDING DEFAULTS);
ALTER TABLE public.lus ALTER acces DROP NOT NULL;
CREATE TRIGGER ecran AFTER INSERT ON public.lus REFERENCING NEW TABLE AS nouvelles
  FOR EACH STATEMENT EXECUTE FUNCTION convention.controler_textes('objet', 'categorie');
CREATE FUNCTION pg_temp.ecran() RETURNS float8 LANGUAGE plpgsql AS $$
DECLARE
  plan json;
BEGIN
  TRUNCATE public.lus;
  EXECUTE 'EXPLAIN (ANALYZE, FORMAT JSON) INSERT INTO public.lus (id, debut, source, categorie, objet, geom)
           SELECT row_number() OVER (), debut, source, categorie, objet, geom FROM entree' INTO plan;
  RETURN (plan -> 0 -> 'Triggers' -> 0 ->> 'Time')::float8;
END
$$;
SELECT 'screen alone', round(min(pg_temp.ecran())) || ' ms' FROM generate_series(1, 6);
