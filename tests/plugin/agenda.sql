-- Ten thousand visits and operations of two services over thirty days, one more after them.
SET session_replication_role = replica;
INSERT INTO cortege.visite_officielle (objet, debut, fin, service, auteur, lieux)
SELECT 'Visite ' || i, d, d + interval '1 hour', CASE i % 2 WHEN 0 THEN 'Cabinet' ELSE 'Ordre public' END, 'agent1',
       ST_SetSRID(ST_Multi(ST_Point(1056000 + i % 100 * 40, 6302000 + i / 100 * 80)), 2154)
FROM generate_series(0, 2499) i, LATERAL (SELECT current_date + interval '9 hours' + i * interval '16 minutes' AS d) t;
INSERT INTO cortege.operation_programmee (objet, debut, fin, service, auteur, lieux)
SELECT 'Opération ' || i, d, d + interval '1 hour', 'Cabinet', 'agent1',
       ST_SetSRID(ST_Multi(ST_Point(1056000 + i % 100 * 40, 6302000 + i / 100 * 30)), 2154)
FROM generate_series(0, 7499) i, LATERAL (SELECT current_date + interval '9 hours' + i * interval '5 minutes' AS d) t;
INSERT INTO cortege.visite_officielle (objet, debut, fin, service, auteur)
VALUES ('Visite du mois suivant', current_date + interval '40 days', NULL, 'Cabinet', 'agent1');
SET session_replication_role = DEFAULT;
