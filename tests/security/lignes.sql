-- Une ligne de chaque sorte de metadata/habilitation.md, après tests/support/personnes.sql. Les textes portent
-- le mot SECRET, que les attaques cherchent ; les arrondissements sont deux carrés voisins.
CREATE SCHEMA essai;
CREATE TABLE essai.ligne (nom text PRIMARY KEY, id bigint NOT NULL);
GRANT USAGE ON SCHEMA essai TO cortege_personnes;
GRANT SELECT, INSERT ON essai.ligne TO cortege_personnes;

INSERT INTO plateforme.source (code, nom, finalite, base_legale, conservation, transmise)
VALUES ('essai', 'Source de la Ville', 'Essais', 'Mission d''intérêt public', '1 year', false),
       ('transmise', 'Source de la Préfecture', 'Essais', 'Convention', '1 year', true);
SELECT plateforme.creer_partitions(now() - interval '1 month', now() + interval '1 month');
WITH f AS (INSERT INTO plateforme.fait (debut, source, objet, geom)
  SELECT now(), s, 'SECRET fait ' || s || ' ' || x, ST_SetSRID(ST_Point(x, 6247000), 2154)
  FROM unnest(ARRAY['essai', 'transmise']) s, unnest(ARRAY[893000, 895000]) x
  RETURNING id, source, geom)
INSERT INTO essai.ligne
SELECT source || CASE WHEN ST_X(geom) < 894000 THEN '_1' ELSE '_2' END, id FROM f;

-- evenement(table, nom, statut, forme, adresse) : saisi par la personne de la session.
CREATE FUNCTION essai.evenement(tableau text, nom text, statut text, colonne text, forme text, point text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  numero bigint;
BEGIN
  EXECUTE format('INSERT INTO cortege.%I (objet, description, debut, fin, statut, %I)
    VALUES ($1, $2, now(), now() + interval ''2 hours'', $3, ST_GeomFromText($4, 2154)) RETURNING id', tableau, colonne)
    INTO numero USING 'SECRET objet ' || nom, 'SECRET description', statut, forme;
  INSERT INTO cortege.adresse (evenement_type, evenement_id, role, libelle, geom)
  VALUES (tableau, numero, 'lieu', 'SECRET adresse ' || nom, ST_GeomFromText(point, 2154));
  INSERT INTO essai.ligne VALUES (nom, numero);
END
$$;

SET SESSION AUTHORIZATION agent1;
SELECT essai.evenement('manifestation_statique', 'service_1', 'transmis', 'emprise',
  'MULTIPOLYGON(((893000 6247000, 893100 6247000, 893100 6247100, 893000 6247000)))', 'POINT(893000 6247000)');
SELECT essai.evenement('manifestation_statique', 'service_2', 'transmis', 'emprise',
  'MULTIPOLYGON(((895000 6247000, 895100 6247000, 895100 6247100, 895000 6247000)))', 'POINT(895000 6247000)');
SELECT essai.evenement('manifestation_statique', 'annule', 'annule', 'emprise',
  'MULTIPOLYGON(((893000 6247000, 893100 6247000, 893100 6247100, 893000 6247000)))', 'POINT(893000 6247000)');
SELECT essai.evenement('manifestation_statique', 'brouillon', 'brouillon', 'emprise',
  'MULTIPOLYGON(((893000 6247000, 893100 6247000, 893100 6247100, 893000 6247000)))', 'POINT(893000 6247000)');
SELECT essai.evenement('manifestation_deambulatoire', 'traverse', 'transmis', 'trace',
  'LINESTRING(893500 6247000, 894500 6247000)', 'POINT(893500 6247000)');
SELECT essai.evenement('operation_programmee', 'operation_2', 'transmis', 'lieux',
  'MULTIPOINT(895000 6247000)', 'POINT(895000 6247000)');
SELECT essai.evenement('visite_officielle', 'visite_1', 'transmis', 'lieux',
  'MULTIPOINT(893000 6247000)', 'POINT(893000 6247000)');
SET SESSION AUTHORIZATION agent3;
SELECT essai.evenement('manifestation_statique', 'brouillon_collegue', 'brouillon', 'emprise',
  'MULTIPOLYGON(((893000 6247000, 893100 6247000, 893100 6247100, 893000 6247000)))', 'POINT(893000 6247000)');
SET SESSION AUTHORIZATION agent2;
SELECT essai.evenement('manifestation_statique', 'autre_1', 'transmis', 'emprise',
  'MULTIPOLYGON(((893000 6247000, 893100 6247000, 893100 6247100, 893000 6247000)))', 'POINT(893000 6247000)');

SET SESSION AUTHORIZATION dga1;
SELECT habilitation.inscrire('expire1', 'Blanc', 'Rose', 'Ville de Marseille', 'Observatoire');
SELECT habilitation.accorder(habilitation.demander('expire1', 'analyste_ville', 'Essai', now(),
  clock_timestamp() + interval '1 second'));
SELECT habilitation.inscrire('victime1', 'Noir', 'Jade', 'Ville de Marseille', 'Observatoire');
SELECT habilitation.accorder(habilitation.demander('victime1', 'analyste_ville', 'Essai', now(), now() + interval '1 year'));
RESET SESSION AUTHORIZATION;

-- Deux calculs : un de l'analyste sur le 1er, un d'une autre personne sur tout le territoire.
INSERT INTO plateforme.calcul (modele, empreinte, debut, fin, unites, auteur)
SELECT 'essai', 'x', now(), now(), ARRAY(SELECT id FROM voirie.unite WHERE code = '13201'), 'analyste1';
INSERT INTO plateforme.calcul (modele, empreinte, debut, fin, auteur) VALUES ('essai', 'x', now(), now(), 'autorite1');
INSERT INTO plateforme.zone_tension (calcul, niveau, aire, moyenne, maximum, debut, fin, evenements, geom)
SELECT id, 1, 1, 1, 1, now(), now(), '{SECRET}', ST_Multi(ST_MakeEnvelope(x, 6247000, x + 100, 6247100, 2154))
FROM plateforme.calcul, LATERAL (SELECT CASE auteur WHEN 'analyste1' THEN 893000 ELSE 895000 END AS x) ou;
INSERT INTO essai.ligne SELECT CASE auteur WHEN 'analyste1' THEN 'calcul_1' ELSE 'calcul_tout' END, id FROM plateforme.calcul;
INSERT INTO voirie.voie (nom, source, centre) VALUES ('Rue d''essai', 'liste', ST_SetSRID(ST_Point(893000, 6247000), 2154));
