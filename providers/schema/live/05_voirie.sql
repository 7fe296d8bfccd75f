-- Base data is read by whoever holds a habilitation, loaded by the operator, and derived by its owner.

CREATE OR REPLACE FUNCTION voirie.lisible() RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT FROM habilitation.courante())
$$;
COMMENT ON FUNCTION voirie.lisible() IS 'Vrai si la personne connectée a une habilitation en cours';
GRANT EXECUTE ON FUNCTION voirie.lisible() TO cortege_personnes;

-- A refusal must never look like an empty city.
CREATE OR REPLACE FUNCTION voirie.exiger_lecture() RETURNS void
LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT voirie.lisible() THEN
    RAISE EXCEPTION 'Aucune habilitation en cours pour % : la demander à votre responsable.', session_user
      USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;
COMMENT ON FUNCTION voirie.exiger_lecture() IS 'Refuse en clair à qui n''est pas habilité';

DO $$
DECLARE
  nom text;
BEGIN
  FOREACH nom IN ARRAY ARRAY['voie', 'noeud', 'troncon', 'croisement', 'adresse', 'lieu', 'repere', 'mot',
    'repere_mot'] LOOP
    -- Constant for the owner, so that the search and the router, which run as it, keep their indexes.
    EXECUTE format('CREATE POLICY proprietaire ON voirie.%I TO cortege_proprietaire USING (true) WITH CHECK (true)', nom);
  END LOOP;
  FOREACH nom IN ARRAY ARRAY['voie', 'noeud', 'troncon', 'croisement', 'adresse', 'lieu'] LOOP
    EXECUTE format('CREATE POLICY lecture ON voirie.%I FOR SELECT TO cortege_personnes
                      USING ((SELECT voirie.lisible()))', nom);
    EXECUTE format('CREATE POLICY chargement ON voirie.%I TO cortege_chargement USING (true) WITH CHECK (true)', nom);
    EXECUTE format('GRANT SELECT ON voirie.%I TO cortege_personnes', nom);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON voirie.%I TO cortege_chargement', nom);
  END LOOP;
END
$$;
