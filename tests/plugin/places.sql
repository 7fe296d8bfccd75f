-- A street's name that three communes share.
INSERT INTO voirie.noeud (id, geom) SELECT 900000 + i, ST_SetSRID(ST_Point(1057000 + 700 * i, 6303000), 2154) FROM generate_series(0, 5) i;
INSERT INTO voirie.troncon (source, target, nom, classe, geom)
SELECT 900000 + i, 900001 + i, 'Avenue des Trois Communes', 'residential', ST_MakeLine(a.geom, b.geom)
FROM unnest(ARRAY[0, 2, 4]) i JOIN voirie.noeud a ON a.id = 900000 + i JOIN voirie.noeud b ON b.id = 900001 + i;
SET ROLE cortege_chargement;
SELECT voirie.preparer();
