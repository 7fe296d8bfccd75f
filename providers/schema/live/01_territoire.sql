-- Le territoire est lu par toute personne connue ; il est chargé par l'exploitant.
GRANT SELECT ON voirie.territoire, voirie.unite TO cortege_personnes;
GRANT SELECT, INSERT, UPDATE, DELETE ON voirie.territoire, voirie.unite TO cortege_chargement;
CREATE POLICY lecture ON voirie.territoire FOR SELECT TO cortege_personnes, cortege_proprietaire USING (true);
CREATE POLICY chargement ON voirie.territoire TO cortege_chargement USING (true) WITH CHECK (true);
CREATE POLICY lecture ON voirie.unite FOR SELECT TO cortege_personnes, cortege_proprietaire USING (true);
CREATE POLICY chargement ON voirie.unite TO cortege_chargement USING (true) WITH CHECK (true);

CREATE POLICY proprietaire ON voirie.unite_morceau TO cortege_proprietaire USING (true) WITH CHECK (true);

CREATE POLICY proprietaire ON convention.deploiement TO cortege_proprietaire USING (true) WITH CHECK (true);
CREATE POLICY proprietaire ON convention.convention TO cortege_proprietaire USING (true) WITH CHECK (true);

-- Vrai tant que la convention permet de lire ce qui a été transmis.
CREATE OR REPLACE FUNCTION convention.en_vigueur() RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM convention.convention
                 WHERE clock_timestamp() >= notifiee_le AND clock_timestamp() < notifiee_le + interval '4 years');
END
$$;
GRANT EXECUTE ON FUNCTION convention.en_vigueur() TO cortege_personnes;

-- Coupe une unité en morceaux à chacun de ses changements.
CREATE OR REPLACE FUNCTION voirie.couper_unite() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM voirie.unite_morceau WHERE unite = NEW.id;
  INSERT INTO voirie.unite_morceau (unite, geom) SELECT NEW.id, ST_Subdivide(NEW.geom, 64);
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER couper AFTER INSERT OR UPDATE OF geom ON voirie.unite
  FOR EACH ROW EXECUTE FUNCTION voirie.couper_unite();

-- Les unités du territoire qu'une géométrie touche, dans l'ordre.
CREATE OR REPLACE FUNCTION voirie.unites_de(g public.geometry) RETURNS integer[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN ARRAY(SELECT DISTINCT m.unite FROM voirie.unite_morceau m WHERE ST_Intersects(m.geom, g) ORDER BY 1);
END
$$;
GRANT EXECUTE ON FUNCTION voirie.unites_de(public.geometry)
  TO cortege_personnes, cortege_chargement, cortege_entretien;

-- Vrai si la géométrie est dans l'emprise du territoire ; une géométrie vide y est.
CREATE OR REPLACE FUNCTION voirie.dans_le_territoire(g public.geometry) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN coalesce((SELECT t.emprise ~ g FROM voirie.territoire t), true);
END
$$;
GRANT EXECUTE ON FUNCTION voirie.dans_le_territoire(public.geometry) TO cortege_personnes, cortege_chargement;
