-- A city of 250 × 200 crossings, some 80 m apart and out of line, 21 × 16 km: 92 700 stretches, 3 % of them steps, 7 % missing.
SET client_min_messages = warning;
TRUNCATE voirie.troncon, voirie.noeud, voirie.voie, voirie.croisement, voirie.repere, voirie.repere_mot, voirie.mot CASCADE;
SELECT setseed(0.42) \g /dev/null
INSERT INTO voirie.noeud (id, geom)
SELECT 1 + x + 250 * y, ST_SetSRID(ST_Point(880000 + 85 * x + 30 * random(), 6240000 + 80 * y + 30 * random()), 2154)
FROM generate_series(0, 249) x, generate_series(0, 199) y;
INSERT INTO voirie.troncon (source, target, nom, classe, largeur, escalier, geom)
SELECT a.id, b.id, nom, CASE WHEN rang % 10 = 0 THEN 'primary' ELSE 'residential' END, CASE WHEN rang % 10 = 0 THEN 16 ELSE 8 END,
       random() < 0.03, ST_MakeLine(a.geom, b.geom)
FROM (SELECT 1 + x + 250 * y AS de, 2 + x + 250 * y AS vers, 'Rue ' || y || ' Est' AS nom, y AS rang
      FROM generate_series(0, 248) x, generate_series(0, 199) y
      UNION ALL SELECT 1 + x + 250 * y, 251 + x + 250 * y, 'Avenue ' || x || ' Nord', x FROM generate_series(0, 249) x, generate_series(0, 198) y) t
JOIN voirie.noeud a ON a.id = t.de JOIN voirie.noeud b ON b.id = t.vers
WHERE random() > 0.07;
SET ROLE cortege_chargement;
SELECT voirie.preparer();
RESET ROLE;
VACUUM ANALYZE voirie.troncon;
