-- A visit the layers show.
SET SESSION AUTHORIZATION agent1;
BEGIN;
INSERT INTO cortege.visite_officielle (objet, debut, fin) VALUES ('Visite du port', now(), now() + interval '2 hours');
INSERT INTO cortege.adresse (evenement_type, evenement_id, libelle, geom)
SELECT 'visite_officielle', id, 'Quai du Port', ST_SetSRID(ST_Point(1058000, 6301000), 2154) FROM cortege.visite_officielle;
COMMIT;
