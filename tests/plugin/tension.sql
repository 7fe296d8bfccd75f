-- A march and a gathering of today that meet, in Monaco.
SET session_replication_role = replica;
INSERT INTO cortege.manifestation_deambulatoire (objet, debut, fin, service, auteur, personnes_attendues, trace)
VALUES ('Marche du port', current_date + interval '14 hours', current_date + interval '16 hours', 'Cabinet', 'agent1', 6000,
        ST_GeomFromText('LINESTRING(1056900 6301700, 1057500 6302000, 1058000 6302500, 1058500 6303000)', 2154));
INSERT INTO cortege.manifestation_statique (objet, debut, fin, service, auteur, personnes_attendues, emprise)
VALUES ('Rassemblement du marché', current_date + interval '13 hours', current_date + interval '18 hours', 'Cabinet', 'agent1', 900,
        ST_Multi(ST_Buffer(ST_SetSRID(ST_Point(1057500, 6302000), 2154), 60)));
SET session_replication_role = DEFAULT;
