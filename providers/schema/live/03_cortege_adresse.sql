-- Les adresses des événements : ce qu'elles apportent à l'événement, ce qui est refusé, qui les lit.

-- Les tables acceptent aussi leur propre nom comme genre : manifestation_statique vaut statique.
CREATE OR REPLACE FUNCTION cortege.avant_adresse() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.evenement_type := replace(NEW.evenement_type, 'manifestation_', '');
  PERFORM cortege.verifier_choix(NEW.evenement_type,
    ARRAY['deambulatoire', 'statique', 'operation_programmee', 'visite_officielle'], 'Genre d''événement');
  PERFORM cortege.verifier_choix(NEW.role, ARRAY['depart', 'passage', 'arrivee', 'lieu'], 'Rôle de l''adresse');
  IF btrim(coalesce(NEW.libelle, '')) = '' THEN
    RAISE EXCEPTION 'Le libellé de l''adresse manque : le saisir.' USING ERRCODE = 'not_null_violation';
  ELSIF NOT voirie.dans_le_territoire(NEW.geom) THEN
    RAISE EXCEPTION 'L''adresse sort du territoire : la placer en Lambert-93 (EPSG:2154).'
      USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
  ELSIF NEW.id IS DISTINCT FROM cortege.numero_pris('cortege.adresse_id_seq') THEN
    NEW.id := nextval('cortege.adresse_id_seq');
  END IF;
  RETURN NEW;
END
$$;

-- Dit en clair ce que la politique refuserait en anglais ; même réponse pour un événement caché et pour aucun.
CREATE OR REPLACE FUNCTION cortege.exiger_evenement() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF current_user = session_user AND row_security_active('cortege.adresse')
     AND NOT cortege.modifiable(NEW.evenement_type, NEW.evenement_id) THEN
    RAISE EXCEPTION 'Cet événement n''est pas de votre service, ou n''existe pas : son adresse ne peut être saisie.'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;

-- Ces fonctions lisent l'événement et ses adresses sous un rôle d'entretien : leur réponse ne dépend pas de
-- ce que la personne voit, et elles ne rendent rien d'elles-mêmes.
SET LOCAL ROLE cortege_entretien;

-- Sans géométrie propre, un événement prend celle de ses adresses : points pour les opérations et visites,
-- unités touchées pour tous.
CREATE OR REPLACE FUNCTION cortege.apres_adresse() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  a cortege.adresse := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  points geometry := (SELECT ST_Multi(ST_Collect(x.geom ORDER BY x.ordre)) FROM cortege.adresse x
    WHERE x.evenement_type = a.evenement_type AND x.evenement_id = a.evenement_id AND x.geom IS NOT NULL);
BEGIN
  IF points IS NULL THEN
    RETURN NULL;
  END IF;
  CASE a.evenement_type
    WHEN 'deambulatoire' THEN
      UPDATE cortege.manifestation_deambulatoire SET unites = voirie.unites_de(points)
      WHERE id = a.evenement_id AND trace IS NULL;
    WHEN 'statique' THEN
      UPDATE cortege.manifestation_statique SET unites = voirie.unites_de(points)
      WHERE id = a.evenement_id AND emprise IS NULL;
    WHEN 'operation_programmee' THEN
      UPDATE cortege.operation_programmee SET lieux = points WHERE id = a.evenement_id;
    ELSE
      UPDATE cortege.visite_officielle SET lieux = points WHERE id = a.evenement_id;
  END CASE;
  RETURN NULL;
END
$$;

-- Vrai si cet événement est transmis et n'a plus d'adresse.
CREATE OR REPLACE FUNCTION cortege.sans_adresse(genre text, numero bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM cortege.adresse a WHERE a.evenement_type = genre AND a.evenement_id = numero) THEN
    RETURN false;
  END IF;
  RETURN EXISTS (
    SELECT FROM cortege.manifestation_deambulatoire e
    WHERE genre = 'deambulatoire' AND e.id = numero AND e.statut = 'transmis'
    UNION ALL SELECT FROM cortege.manifestation_statique e
    WHERE genre = 'statique' AND e.id = numero AND e.statut = 'transmis'
    UNION ALL SELECT FROM cortege.operation_programmee e
    WHERE genre = 'operation_programmee' AND e.id = numero AND e.statut = 'transmis'
    UNION ALL SELECT FROM cortege.visite_officielle e
    WHERE genre = 'visite_officielle' AND e.id = numero AND e.statut = 'transmis');
END
$$;
REVOKE EXECUTE ON FUNCTION cortege.sans_adresse(text, bigint) FROM PUBLIC;

-- Un événement transmis a au moins une adresse : vérifié à la fin de la transaction, où la ligne a pu changer.
CREATE OR REPLACE FUNCTION cortege.exiger_adresse() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF cortege.sans_adresse(TG_ARGV[0], NEW.id) THEN
    RAISE EXCEPTION 'Il manque une adresse à l''événement n° % : en saisir au moins une avant d''enregistrer.', NEW.id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;

-- La dernière adresse d'un événement transmis ne s'ôte pas, sauf avec lui.
CREATE OR REPLACE FUNCTION cortege.garder_une_adresse() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF cortege.sans_adresse(OLD.evenement_type, OLD.evenement_id) THEN
    RAISE EXCEPTION 'Un événement transmis garde une adresse : la remplacer plutôt que l''ôter.'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
SET LOCAL ROLE cortege_proprietaire;

CREATE OR REPLACE TRIGGER avant BEFORE INSERT OR UPDATE ON cortege.adresse
  FOR EACH ROW EXECUTE FUNCTION cortege.avant_adresse();
CREATE OR REPLACE TRIGGER avant_droit BEFORE INSERT OR UPDATE ON cortege.adresse
  FOR EACH ROW EXECUTE FUNCTION cortege.exiger_evenement();
CREATE OR REPLACE TRIGGER apres AFTER INSERT OR UPDATE OR DELETE ON cortege.adresse
  FOR EACH ROW EXECUTE FUNCTION cortege.apres_adresse();
DROP TRIGGER IF EXISTS une_adresse ON cortege.adresse;
CREATE CONSTRAINT TRIGGER une_adresse AFTER DELETE ON cortege.adresse
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cortege.garder_une_adresse();
CREATE OR REPLACE TRIGGER annonce AFTER INSERT OR UPDATE OR DELETE ON cortege.adresse
  FOR EACH STATEMENT EXECUTE FUNCTION cortege.annoncer();

DO $$
DECLARE
  nom text;
BEGIN
  FOREACH nom IN ARRAY ARRAY['manifestation_deambulatoire', 'manifestation_statique', 'operation_programmee',
    'visite_officielle'] LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS adresse_exigee ON cortege.%I', nom);
    EXECUTE format('CREATE CONSTRAINT TRIGGER adresse_exigee AFTER INSERT OR UPDATE OF statut ON cortege.%I
                      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
                      EXECUTE FUNCTION cortege.exiger_adresse(%L)', nom, replace(nom, 'manifestation_', ''));
  END LOOP;
END
$$;

-- Une adresse se lit avec son événement et se modifie avec lui : les politiques de l'événement s'y appliquent.
GRANT SELECT ON cortege.adresse TO agent_prefecture, service_police, analyste_ville, autorite_ville;
GRANT INSERT, UPDATE, DELETE ON cortege.adresse TO agent_prefecture;
GRANT SELECT, DELETE ON cortege.adresse TO cortege_destruction;
GRANT SELECT ON cortege.adresse TO cortege_entretien;
CREATE POLICY destruction ON cortege.adresse TO cortege_destruction USING (true);
CREATE POLICY entretien ON cortege.adresse TO cortege_entretien USING (true);
-- Les événements lisibles, sous leurs propres politiques, une fois par requête ; coût déclaré nul, comme cortege.lisible.
CREATE OR REPLACE FUNCTION cortege.adresse_lisible(genre text, numero bigint, deambulatoires int8multirange,
  statiques int8multirange, operations int8multirange, visites int8multirange) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 0.0001 AS $$
BEGIN
  RETURN numero OPERATOR(pg_catalog.<@) CASE
    WHEN genre OPERATOR(pg_catalog.=) 'deambulatoire' THEN deambulatoires
    WHEN genre OPERATOR(pg_catalog.=) 'statique' THEN statiques
    WHEN genre OPERATOR(pg_catalog.=) 'operation_programmee' THEN operations
    ELSE visites END;
END
$$;
GRANT EXECUTE ON FUNCTION cortege.adresse_lisible(text, bigint, int8multirange, int8multirange, int8multirange,
  int8multirange) TO cortege_personnes;
CREATE POLICY lecture ON cortege.adresse FOR SELECT TO cortege_personnes USING (
  cortege.adresse_lisible(evenement_type, evenement_id,
    (SELECT range_agg(int8range(e.id, e.id, '[]')) FROM cortege.manifestation_deambulatoire e),
    (SELECT range_agg(int8range(e.id, e.id, '[]')) FROM cortege.manifestation_statique e),
    (SELECT range_agg(int8range(e.id, e.id, '[]')) FROM cortege.operation_programmee e),
    (SELECT range_agg(int8range(e.id, e.id, '[]')) FROM cortege.visite_officielle e)));
DO $$
DECLARE
  condition constant text := $sql$
  CASE evenement_type
    WHEN 'deambulatoire' THEN EXISTS (SELECT FROM cortege.manifestation_deambulatoire e WHERE e.id = evenement_id
      AND e.service = (SELECT habilitation.mon_service()))
    WHEN 'statique' THEN EXISTS (SELECT FROM cortege.manifestation_statique e WHERE e.id = evenement_id
      AND e.service = (SELECT habilitation.mon_service()))
    WHEN 'operation_programmee' THEN EXISTS (SELECT FROM cortege.operation_programmee e WHERE e.id = evenement_id
      AND e.service = (SELECT habilitation.mon_service()))
    ELSE EXISTS (SELECT FROM cortege.visite_officielle e WHERE e.id = evenement_id
      AND e.service = (SELECT habilitation.mon_service()))
  END$sql$;
BEGIN
  EXECUTE format('CREATE POLICY saisie ON cortege.adresse FOR INSERT TO agent_prefecture WITH CHECK (%s)', condition);
  EXECUTE format('CREATE POLICY modification ON cortege.adresse FOR UPDATE TO agent_prefecture USING (%s)', condition);
  EXECUTE format('CREATE POLICY suppression ON cortege.adresse FOR DELETE TO agent_prefecture USING (%s)', condition);
END
$$;
