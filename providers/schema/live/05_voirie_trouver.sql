-- The geocoder. A query is taken apart (voirie.analyser), streets and places are found by their words
-- (voirie.reperes), then a house number or a second street makes the answer precise (voirie.chercher).

-- Words that say where a person stands, not what the place is called.
CREATE OR REPLACE FUNCTION voirie.mots_sans_objet() RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '{devant,face,niveau,hauteur,pres,proche,cote,vers,depart,arrivee,rdv,rendez,vous,numero,no,n,cedex,
    arrondissement,arrdt,arr,angle,croisement,carrefour,intersection,coin,entre,sur,dans,chez,france}'::text[]
$$;
COMMENT ON FUNCTION voirie.mots_sans_objet() IS 'Mots d''une adresse qui ne nomment rien';

CREATE OR REPLACE FUNCTION voirie.analyser(texte text, OUT mots text[], OUT numero integer, OUT rep text,
  OUT code_postal text)
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  tous text[];
  i integer;
  partie text[];
BEGIN
  -- « 12bis », « 12 b », « n°12 » are one number and its index; « 8e » alone is an arrondissement.
  tous := voirie.mots(regexp_replace(regexp_replace(left(texte, 200),
    '\mn\s*[°º]\s*', ' ', 'gi'), '\m(\d{1,4})\s+(bis|ter|quater|[b-h])\M', '\1\2', 'gi'));
  mots := '{}';
  FOR i IN 1 .. cardinality(tous) LOOP
    IF tous[i] ~ '^\d{5}$' AND cardinality(tous) > 1 THEN
      code_postal := tous[i];
    ELSIF i > 1 AND tous[i] ~ '^\d{1,2}(e|er|eme|ieme)$'
      AND (i = cardinality(tous) OR tous[i + 1] IN ('arrondissement', 'arrdt', 'arr', 'marseille')) THEN
      code_postal := '%' || lpad(substring(tous[i] FROM '^\d+'), 2, '0');
    ELSIF tous[i] = ANY (voirie.mots_sans_objet()) AND cardinality(tous) > 1 THEN
      CONTINUE;
    ELSIF numero IS NULL AND tous[i] ~ '^\d{1,4}(bis|ter|quater|[b-h])?$' AND cardinality(tous) > 1
      AND (cardinality(mots) = 0 OR i = cardinality(tous) OR tous[i + 1] = ANY (voirie.types_de_voie())
           OR tous[i + 1] = ANY (voirie.mots_sans_objet()) OR tous[i + 1] ~ '^\d{5}$') THEN
      partie := regexp_match(tous[i], '^(\d+)(.*)$');
      numero := partie[1];
      rep := nullif(partie[2], '');
    ELSE
      mots := mots || CASE WHEN tous[i] = 'r' AND cardinality(mots) = 0 THEN 'rue' ELSE tous[i] END;
    END IF;
  END LOOP;
END $$;
COMMENT ON FUNCTION voirie.analyser(text) IS 'Sépare le numéro, l''indice, le code postal et les mots d''une adresse';

-- The position of a number in a street: its own, between its neighbours of the same side, or the nearest one's.
CREATE OR REPLACE FUNCTION voirie.numero_dans_voie(voie bigint, nombre integer, indice text,
  OUT position_ geometry, OUT precision_ text, OUT trouve text, OUT code_postal text)
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  avant voirie.adresse;
  apres voirie.adresse;
BEGIN
  SELECT a.* INTO avant FROM voirie.adresse a WHERE a.voie_id = voie AND a.numero = nombre
    ORDER BY (coalesce(lower(left(a.rep, 1)), '') = coalesce(left(indice, 1), '')) DESC, a.rep NULLS FIRST LIMIT 1;
  IF FOUND THEN
    position_ := avant.geom; precision_ := 'numero';
    trouve := avant.numero || coalesce(' ' || avant.rep, ''); code_postal := avant.code_postal;
    RETURN;
  END IF;
  SELECT a.* INTO avant FROM voirie.adresse a
    WHERE a.voie_id = voie AND a.numero < nombre AND a.numero % 2 = nombre % 2 ORDER BY a.numero DESC LIMIT 1;
  SELECT a.* INTO apres FROM voirie.adresse a
    WHERE a.voie_id = voie AND a.numero > nombre AND a.numero % 2 = nombre % 2 ORDER BY a.numero LIMIT 1;
  IF avant.id IS NOT NULL AND apres.id IS NOT NULL THEN
    position_ := st_lineinterpolatepoint(st_makeline(avant.geom, apres.geom),
      (nombre - avant.numero)::float8 / (apres.numero - avant.numero));
    precision_ := 'interpole'; trouve := nombre::text; code_postal := avant.code_postal;
    RETURN;
  END IF;
  SELECT a.* INTO avant FROM voirie.adresse a WHERE a.voie_id = voie ORDER BY abs(a.numero - nombre), a.numero LIMIT 1;
  IF FOUND THEN
    position_ := avant.geom; precision_ := 'proche';
    trouve := avant.numero || coalesce(' ' || avant.rep, ''); code_postal := avant.code_postal;
  END IF;
END $$;
COMMENT ON FUNCTION voirie.numero_dans_voie(bigint, integer, text) IS
  'Position d''un numéro dans une voie : exacte, interpolée, ou celle du numéro le plus proche';

-- « rue X / rue Y », « angle rue X et rue Y », « rue X x rue Y »: the two sides, or null.
CREATE OR REPLACE FUNCTION voirie.deux_voies(texte text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN cardinality(parties) = 2
    AND parties[1] ~ '[[:alpha:]]{2}' AND parties[2] ~ '[[:alpha:]]{2}' THEN parties END
  FROM (SELECT CASE
    WHEN texte ~ '/|&|\s[xX×+]\s' THEN regexp_split_to_array(texte, '\s*/\s*|\s*&\s*|\s+[xX×+]\s+')
    WHEN texte ~* '\m(angle|croisement|carrefour|intersection|coin)\M' AND texte ~* '\m(et|avec)\M'
      THEN regexp_split_to_array(texte, '\s+(et|avec)\s+', 'i')
    WHEN texte ~* '\S+\s+(angle|au coin de|à l''angle de|croisement)\s+\S+'
      THEN regexp_split_to_array(texte, '\s+(angle|au coin de|à l''angle de|croisement)\s+', 'i')
    WHEN texte ~* '^\s*\S+\s.*\s(et|avec)\s+(la |le |l'')?(rue|av|ave|avenue|bd|boulevard|pl|place|cours|chemin|quai)\M'
      THEN regexp_split_to_array(texte, '\s+(et|avec)\s+', 'i')
    END AS parties) AS p
$$;
COMMENT ON FUNCTION voirie.deux_voies(text) IS 'Les deux voies d''un croisement saisi, ou rien';

CREATE OR REPLACE FUNCTION voirie.chercher_croisement(voies text[], centre geometry, combien integer)
RETURNS TABLE (genre text, libelle text, exactitude text, note real, distance double precision, geom geometry)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH a AS (SELECT r.* FROM voirie.analyser(voies[1]) q,
               voirie.reperes(q.mots, q.numero, q.code_postal, centre, true, 12) r WHERE r.genre = 'voie'),
       b AS (SELECT r.* FROM voirie.analyser(voies[2]) q,
               voirie.reperes(q.mots, q.numero, q.code_postal, centre, false, 12) r WHERE r.genre = 'voie')
  SELECT 'croisement', a.libelle || ' / ' || b.libelle, 'croisement', (a.note + b.note) / 2,
         st_distance(x.geom, centre), x.geom
  FROM a, b, LATERAL (
    SELECT st_closestpoint(st_collect(c.geom), coalesce(centre, st_centroid(st_collect(c.geom)))) AS geom
    FROM voirie.croisement c WHERE c.voie_a = least(a.ref, b.ref) AND c.voie_b = greatest(a.ref, b.ref)
    HAVING count(*) > 0) x
  ORDER BY 4 DESC, 5, 2 LIMIT combien
$$;
COMMENT ON FUNCTION voirie.chercher_croisement(text[], geometry, integer) IS 'Croisements de deux voies saisies';

CREATE OR REPLACE FUNCTION voirie.chercher(texte text, centre geometry DEFAULT NULL, n integer DEFAULT 10)
RETURNS TABLE (genre text, libelle text, exactitude text, note real, distance double precision, geom geometry)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  voies constant text[] := voirie.deux_voies(texte);
  q record;
BEGIN
  PERFORM voirie.exiger_lecture();
  IF voies IS NOT NULL THEN
    RETURN QUERY SELECT * FROM voirie.chercher_croisement(voies, centre, n);
    IF FOUND THEN
      RETURN;
    END IF;
    texte := voies[1];
  END IF;
  q := voirie.analyser(texte);
  IF cardinality(q.mots) = 0 OR length(array_to_string(q.mots, '')) < 2 THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT CASE WHEN p.exactitude IS NULL THEN r.genre ELSE 'adresse' END,
           concat(p.trouve || ' ', r.libelle,
                  ', ' || nullif(concat_ws(' ', coalesce(p.code_postal, r.code_postal), r.commune), '')),
           coalesce(p.exactitude, r.genre), r.note,
           st_distance(coalesce(p.geom, r.geom), centre), coalesce(p.geom, r.geom)
    FROM voirie.reperes(q.mots, q.numero, q.code_postal, centre, texte ~ '\s$', n) r
    LEFT JOIN LATERAL (
      SELECT x.position_ AS geom, x.precision_ AS exactitude, x.trouve, x.code_postal
      FROM voirie.numero_dans_voie(r.ref, q.numero, q.rep) x
      WHERE r.genre = 'voie' AND q.numero IS NOT NULL AND NOT r.numero_du_nom) p ON true
    ORDER BY r.note + CASE p.exactitude WHEN 'numero' THEN 0.04 WHEN 'interpole' THEN 0.03 WHEN 'proche' THEN 0.01
                                        ELSE 0 END DESC, 2;
END $$;
COMMENT ON FUNCTION voirie.chercher(text, geometry, integer) IS
  'Cherche une adresse, une voie, un croisement ou un lieu ; tolère casse, accents, abréviations, fautes et ordre des mots';

CREATE OR REPLACE FUNCTION voirie.adresse_proche(point geometry)
RETURNS TABLE (genre text, libelle text, distance double precision, geom geometry)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM voirie.exiger_lecture();
  -- A numbered address within 60 m says more than a street name; beyond it, the street; beyond 300 m, nothing.
  RETURN QUERY
  WITH numerotee AS (
    SELECT 'adresse' AS genre, concat(a.numero, ' ' || a.rep, ' ', a.nom_voie,
             ', ' || nullif(concat_ws(' ', a.code_postal, a.nom_commune), '')) AS libelle, a.geom <-> point AS distance,
           a.geom
    FROM voirie.adresse a WHERE st_dwithin(a.geom, point, 60) ORDER BY a.geom <-> point LIMIT 1
  ), nommee AS (
    SELECT 'voie', t.nom || coalesce(', ' || v.commune, ''), t.geom <-> point, st_closestpoint(t.geom, point)
    FROM voirie.troncon t LEFT JOIN voirie.voie v ON v.id = t.voie_id
    WHERE t.nom IS NOT NULL AND st_dwithin(t.geom, point, 300) ORDER BY t.geom <-> point LIMIT 1
  ), seule AS (
    SELECT 'voie', concat(v.nom, ', ' || coalesce(v.commune, v.quartier)), v.centre <-> point, v.centre
    FROM voirie.voie v WHERE v.geom IS NULL AND st_dwithin(v.centre, point, 300) ORDER BY v.centre <-> point LIMIT 1
  )
  SELECT tout.genre, tout.libelle, tout.distance, tout.geom FROM (
    SELECT 1 AS rang, * FROM numerotee UNION ALL SELECT 2, * FROM nommee UNION ALL SELECT 3, * FROM seule) AS tout
  ORDER BY rang LIMIT 1;
END $$;
COMMENT ON FUNCTION voirie.adresse_proche(geometry) IS 'Adresse ou voie la plus proche d''un point, à moins de 300 m';
GRANT EXECUTE ON FUNCTION voirie.chercher(text, geometry, integer), voirie.adresse_proche(geometry)
  TO cortege_personnes;
