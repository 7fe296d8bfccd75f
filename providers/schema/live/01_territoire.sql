-- Le territoire est lu par toute personne connue ; il est chargé par l'exploitant.
GRANT SELECT ON voirie.territoire, voirie.unite TO cortege_personnes;
GRANT SELECT, INSERT, UPDATE, DELETE ON voirie.territoire, voirie.unite TO cortege_chargement;
CREATE POLICY lecture ON voirie.territoire FOR SELECT TO cortege_personnes, cortege_proprietaire USING (true);
CREATE POLICY chargement ON voirie.territoire TO cortege_chargement USING (true) WITH CHECK (true);
CREATE POLICY lecture ON voirie.unite FOR SELECT TO cortege_personnes, cortege_proprietaire USING (true);
CREATE POLICY chargement ON voirie.unite TO cortege_chargement USING (true) WITH CHECK (true);

CREATE POLICY proprietaire ON convention.deploiement TO cortege_proprietaire USING (true) WITH CHECK (true);
CREATE POLICY proprietaire ON convention.convention TO cortege_proprietaire USING (true) WITH CHECK (true);

-- Vrai tant que la convention permet de lire ce qui a été transmis.
CREATE OR REPLACE FUNCTION convention.en_vigueur() RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT FROM convention.convention
                 WHERE clock_timestamp() >= notifiee_le AND clock_timestamp() < notifiee_le + interval '4 years')
$$;
GRANT EXECUTE ON FUNCTION convention.en_vigueur() TO cortege_personnes;

-- Les unités du territoire qu'une géométrie touche, dans l'ordre.
CREATE OR REPLACE FUNCTION voirie.unites_de(g public.geometry) RETURNS integer[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(u.id ORDER BY u.id), '{}') FROM voirie.unite u WHERE ST_Intersects(u.geom, g)
$$;
GRANT EXECUTE ON FUNCTION voirie.unites_de(public.geometry) TO cortege_personnes, cortege_chargement;

-- Vrai si la géométrie est dans l'emprise du territoire.
CREATE OR REPLACE FUNCTION voirie.dans_le_territoire(g public.geometry) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(bool_and(t.emprise OPERATOR(public.~) g), true) FROM voirie.territoire t
$$;
GRANT EXECUTE ON FUNCTION voirie.dans_le_territoire(public.geometry) TO cortege_personnes, cortege_chargement;
