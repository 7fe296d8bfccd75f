-- A march of five thousand points along a spiral, and an event that lasts a year.
BEGIN;
SET SESSION AUTHORIZATION agent1;
INSERT INTO cortege.manifestation_deambulatoire (objet, debut, fin, personnes_attendues, trace)
SELECT 'Marche de cinq mille points', current_date + interval '2 days 10 hours', current_date + interval '2 days 20 hours', 3000,
       (SELECT ST_MakeLine(ST_Translate(v.centre, (50 + i / 20.0) * cos(i / 50.0), (50 + i / 20.0) * sin(i / 50.0)) ORDER BY i)
        FROM generate_series(1, 5000) i)
FROM voirie.voie v WHERE v.nom = 'Place d''Armes';
INSERT INTO cortege.adresse (evenement_type, evenement_id, ordre, role, libelle, geom)
SELECT 'deambulatoire', id, o, r, r, CASE o WHEN 1 THEN ST_StartPoint(trace) ELSE ST_EndPoint(trace) END
FROM cortege.manifestation_deambulatoire, (VALUES (1, 'depart'), (2, 'arrivee')) AS a (o, r);
INSERT INTO cortege.visite_officielle (objet, debut, fin) VALUES ('Année du port', current_date - interval '100 days', current_date + interval '265 days');
INSERT INTO cortege.adresse (evenement_type, evenement_id, ordre, role, libelle, geom)
SELECT 'visite_officielle', 1, 1, 'lieu', 'Place d''Armes', centre FROM voirie.voie WHERE nom = 'Place d''Armes';
COMMIT;
