-- The real address files of Marseille as base data; run by psql with -v addresses= -v streets= (paths of the files).
\set ON_ERROR_STOP on
CREATE TEMPORARY TABLE site (source_file text, site text, address_raw text, housenumber text, rep text, street text,
  postcode text, lon float8, lat float8);
CREATE TEMPORARY TABLE street (name text, quartier text, lon float8, lat float8);
\set load_sites '\\copy site FROM ' :addresses ' CSV HEADER'
:load_sites
\set load_streets '\\copy street FROM ' :streets ' CSV HEADER'
:load_streets
CREATE FUNCTION pg_temp.lambert(lon float8, lat float8) RETURNS geometry LANGUAGE sql AS
  $$ SELECT ST_Transform(ST_SetSRID(ST_Point(lon, lat), 4326), 2154) $$;
INSERT INTO voirie.voie (nom, quartier, source, mots, centre)
SELECT name, quartier, 'liste', voirie.mots(name), pg_temp.lambert(lon, lat) FROM street;
INSERT INTO voirie.lieu (source, nom, categorie, adresse, code_postal, commune, geom)
SELECT source_file, site, source_file, address_raw, postcode, 'Marseille', pg_temp.lambert(lon, lat) FROM site;
INSERT INTO voirie.adresse (id, numero, rep, nom_voie, code_postal, nom_commune, lon, lat, geom)
SELECT row_number() OVER (), housenumber::int, nullif(rep, ''), street, postcode, 'Marseille', lon, lat,
       pg_temp.lambert(lon, lat)
FROM site WHERE housenumber <> '';
SELECT voirie.preparer();
