-- Shapes that today's checks refuse, as an older import or a restored copy may hold them: a way of one point, one of no point,
-- one of another service, a ground without a corner and one that crosses itself.
BEGIN;
SET SESSION AUTHORIZATION agent1;
INSERT INTO cortege.manifestation_deambulatoire (objet, debut, personnes_attendues)
SELECT objet, current_date + interval '2 days 10 hours', 500
FROM (VALUES ('Marche d''un point'), ('Marche sans point'), ('Marche sans adresse')) AS v (objet);
INSERT INTO cortege.adresse (evenement_type, evenement_id, ordre, role, libelle, geom)
SELECT DISTINCT ON (m.id, v.ordre) 'deambulatoire', m.id, v.ordre, v.role, r.nom, r.centre
FROM cortege.manifestation_deambulatoire m, (VALUES (1, 'depart', 'Place d''Armes'), (2, 'arrivee', 'Rue Grimaldi')) AS v (ordre, role, nom)
JOIN voirie.voie r ON r.nom = v.nom WHERE m.objet <> 'Marche sans adresse'
ORDER BY m.id, v.ordre, r.centre <-> (SELECT centre FROM voirie.voie WHERE nom = 'Place d''Armes' LIMIT 1);
INSERT INTO cortege.manifestation_statique (objet, debut, personnes_attendues)
SELECT objet, current_date + interval '3 days 10 hours', 500 FROM (VALUES ('Emprise vide'), ('Emprise croisée')) AS v (objet);
INSERT INTO cortege.adresse (evenement_type, evenement_id, ordre, role, libelle)
SELECT 'deambulatoire', id, 1, 'depart', 'À préciser' FROM cortege.manifestation_deambulatoire WHERE objet = 'Marche sans adresse'
UNION ALL SELECT 'statique', id, 1, 'lieu', 'À préciser' FROM cortege.manifestation_statique;
SET SESSION AUTHORIZATION agent2;
INSERT INTO cortege.manifestation_deambulatoire (objet, debut) VALUES ('Marche d''un autre service', current_date + interval '4 days');
INSERT INTO cortege.adresse (evenement_type, evenement_id, ordre, role, libelle)
SELECT 'deambulatoire', id, 1, 'depart', 'À préciser' FROM cortege.manifestation_deambulatoire WHERE objet = 'Marche d''un autre service';
RESET SESSION AUTHORIZATION;
SET LOCAL session_replication_role = replica;
UPDATE cortege.manifestation_deambulatoire SET trace = CASE objet WHEN 'Marche sans point' THEN ST_GeomFromText('LINESTRING EMPTY', 2154)
  ELSE (SELECT ST_MakeLine(ARRAY[centre]) FROM voirie.voie WHERE nom = 'Place d''Armes' LIMIT 1) END;
UPDATE cortege.manifestation_statique SET emprise = CASE objet WHEN 'Emprise vide' THEN ST_GeomFromText('MULTIPOLYGON EMPTY', 2154)
  ELSE (SELECT ST_Multi(ST_MakePolygon(ST_MakeLine(ARRAY[centre, ST_Translate(centre, 80, 80), ST_Translate(centre, 80, 0),
    ST_Translate(centre, 0, 80), centre]))) FROM voirie.voie WHERE nom = 'Place d''Armes' LIMIT 1) END;
COMMIT;
