-- A school on the march's way.
INSERT INTO voirie.lieu (source, nom, categorie, sensible, geom)
SELECT 'essai', 'École du Rocher', 'école', true, ST_Translate(centre, 20, 0) FROM voirie.voie WHERE nom = 'Place d''Armes' LIMIT 1;
