-- Two marches of agent1, one in the arrondissement that police1 may see and one far from it; a fact of the city.
UPDATE voirie.unite SET geom = ST_Multi(ST_Buffer(v.centre, 400)) FROM voirie.voie v WHERE code = '13201' AND v.nom = 'Place d''Armes';
SET SESSION AUTHORIZATION agent1;
BEGIN;
INSERT INTO cortege.manifestation_deambulatoire (objet, debut, fin, personnes_attendues, trace)
SELECT o, current_date + j + interval '14 hours', current_date + j + interval '16 hours', 500,
       ST_Translate(ST_MakeLine(v.centre, ST_Translate(v.centre, 200, 0)), d, d)
FROM voirie.voie v, (VALUES ('Marche du port', 2, 0), ('Marche des hauteurs', 3, 1500)) AS e (o, j, d) WHERE v.nom = 'Place d''Armes';
INSERT INTO cortege.adresse (evenement_type, evenement_id, ordre, role, libelle, geom)
SELECT 'deambulatoire', id, 1, 'depart', objet, ST_StartPoint(trace) FROM cortege.manifestation_deambulatoire;
COMMIT;
