-- Derives streets, crossings and the search index from what was imported. An import calls it once, last.

CREATE OR REPLACE FUNCTION voirie.preparer_voies() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM voirie.voie WHERE source <> 'liste';

  -- One street is the set of same-named stretches less than 250 m apart: a city may have five « rue de l'Église ».
  CREATE TEMPORARY TABLE _grappe ON COMMIT DROP AS
    SELECT id, nom, st_clusterdbscan(geom, 250, 1) OVER (PARTITION BY nom) AS grappe, geom
    FROM voirie.troncon WHERE nom IS NOT NULL;
  INSERT INTO voirie.voie (nom, source, mots, centre, geom)
    SELECT nom, 'osm', voirie.mots(nom),
           st_closestpoint(st_collect(geom), st_centroid(st_collect(geom))), st_multi(st_collect(geom))
    FROM _grappe GROUP BY nom, grappe;
  UPDATE voirie.troncon t SET voie_id = v.id
    FROM _grappe g JOIN voirie.voie v ON v.nom = g.nom AND v.source = 'osm' AND g.geom && v.geom
    WHERE t.id = g.id AND st_dwithin(v.geom, g.geom, 0.01);
  DROP TABLE _grappe;

  -- An address belongs to the nearest street of its name; a name without a known street makes one.
  UPDATE voirie.adresse SET voie_id = NULL WHERE voie_id IS NOT NULL;
  CREATE TEMPORARY TABLE _nom ON COMMIT DROP AS
    SELECT nom_voie, voirie.mots(nom_voie) AS mots FROM (SELECT DISTINCT nom_voie FROM voirie.adresse) AS noms;
  UPDATE voirie.adresse a SET voie_id = (
      SELECT v.id FROM voirie.voie v
      WHERE v.mots = n.mots AND st_dwithin(coalesce(v.geom, v.centre), a.geom, 2500)
      ORDER BY coalesce(v.geom, v.centre) <-> a.geom, v.id LIMIT 1)
    FROM _nom n WHERE a.nom_voie = n.nom_voie;
  INSERT INTO voirie.voie (nom, commune, code_postal, source, mots, centre)
    SELECT min(a.nom_voie), a.nom_commune, a.code_postal, 'ban', n.mots,
           st_closestpoint(st_collect(a.geom), st_centroid(st_collect(a.geom)))
    FROM voirie.adresse a JOIN _nom n USING (nom_voie)
    WHERE a.voie_id IS NULL GROUP BY n.mots, a.nom_commune, a.code_postal;
  UPDATE voirie.adresse a SET voie_id = v.id
    FROM _nom n JOIN voirie.voie v ON v.mots = n.mots AND v.source = 'ban'
    WHERE a.nom_voie = n.nom_voie AND a.voie_id IS NULL
      AND v.commune IS NOT DISTINCT FROM a.nom_commune AND v.code_postal IS NOT DISTINCT FROM a.code_postal;
  DROP TABLE _nom;

  UPDATE voirie.voie v SET mots = voirie.mots(nom) WHERE mots = '{}';
  UPDATE voirie.voie v SET commune = c.commune, code_postal = c.code_postal
    FROM (SELECT voie_id, mode() WITHIN GROUP (ORDER BY nom_commune) AS commune,
                 mode() WITHIN GROUP (ORDER BY code_postal) AS code_postal
          FROM voirie.adresse WHERE voie_id IS NOT NULL GROUP BY voie_id) c
    WHERE c.voie_id = v.id;
END $$;
COMMENT ON FUNCTION voirie.preparer_voies() IS 'Déduit les voies nommées des tronçons et des adresses';

CREATE OR REPLACE FUNCTION voirie.preparer_croisements() RETURNS void
LANGUAGE sql AS $$
  DELETE FROM voirie.croisement;
  WITH bout AS (
    SELECT source AS noeud, voie_id FROM voirie.troncon WHERE voie_id IS NOT NULL
    UNION SELECT target, voie_id FROM voirie.troncon WHERE voie_id IS NOT NULL
  )
  INSERT INTO voirie.croisement (voie_a, voie_b, noeud, geom)
    SELECT a.voie_id, b.voie_id, a.noeud, n.geom
    FROM bout a JOIN bout b ON a.noeud = b.noeud AND a.voie_id < b.voie_id JOIN voirie.noeud n ON n.id = a.noeud;
$$;
COMMENT ON FUNCTION voirie.preparer_croisements() IS 'Déduit les croisements des nœuds communs à deux voies';

CREATE OR REPLACE FUNCTION voirie.preparer_index() RETURNS void
LANGUAGE sql AS $$
  DELETE FROM voirie.repere;
  DELETE FROM voirie.mot;
  INSERT INTO voirie.repere (genre, ref, libelle, code_postal, commune, mots, colle, poids, geom)
    SELECT 'voie', id, nom, code_postal, coalesce(commune, quartier), mots, array_to_string(mots, ''), 0, centre
    FROM voirie.voie WHERE mots <> '{}'
    UNION ALL
    SELECT 'lieu', id, nom, code_postal, commune, mots, array_to_string(mots, ''), 0, geom
    FROM (SELECT *, voirie.mots(nom) AS mots FROM voirie.lieu) AS lieux WHERE mots <> '{}';
  -- The weight of a word is its information; street types are so common that they only decide between ties.
  INSERT INTO voirie.mot (mot, frequence, poids)
    SELECT m, count(*), CASE WHEN m = ANY (voirie.types_de_voie()) THEN 0.6
                             ELSE 1 + ln((SELECT count(*) FROM voirie.repere)::real / count(*)) / 4 END
    FROM (SELECT DISTINCT r.id, unnest(r.mots) AS m FROM voirie.repere r) AS u GROUP BY m;
  INSERT INTO voirie.repere_mot (mot_id, repere_id)
    SELECT DISTINCT m.id, r.id FROM voirie.repere r, unnest(r.mots) AS u JOIN voirie.mot m ON m.mot = u;
  UPDATE voirie.repere r SET poids = p.poids
    FROM (SELECT rm.repere_id, sum(m.poids) AS poids
          FROM voirie.repere_mot rm JOIN voirie.mot m ON m.id = rm.mot_id GROUP BY 1) p
    WHERE p.repere_id = r.id;
$$;
COMMENT ON FUNCTION voirie.preparer_index() IS 'Reconstruit l''index de recherche';

-- Fresh statistics between the steps: without them the planner takes full tables for empty ones.
CREATE OR REPLACE FUNCTION voirie.preparer() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  ANALYZE voirie.noeud, voirie.troncon, voirie.adresse, voirie.lieu;
  PERFORM voirie.preparer_voies();
  ANALYZE voirie.voie, voirie.troncon, voirie.adresse;
  PERFORM voirie.preparer_croisements();
  PERFORM voirie.preparer_index();
  ANALYZE voirie.croisement, voirie.repere, voirie.mot, voirie.repere_mot;
END $$;
COMMENT ON FUNCTION voirie.preparer() IS
  'À appeler après chaque import : recalcule voies, croisements et index de recherche';
GRANT EXECUTE ON FUNCTION voirie.preparer() TO cortege_chargement;
