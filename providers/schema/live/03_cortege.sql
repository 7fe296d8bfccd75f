-- Écriture des événements : ce que la base calcule, ce qu'elle refuse, qui lit et qui modifie.

-- Le dernier numéro pris par cette session ; vide si elle n'en a pris aucun.
CREATE OR REPLACE FUNCTION cortege.numero_pris(suite text) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN currval(suite);
EXCEPTION WHEN object_not_in_prerequisite_state THEN
  RETURN NULL;
END
$$;

-- Avant l'écriture d'un événement : identité de la ligne, version, unités touchées, refus en clair.
CREATE OR REPLACE FUNCTION cortege.avant_evenement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  forme geometry;
  suite constant text := format('cortege.%s_id_seq', TG_TABLE_NAME);
BEGIN
  IF TG_TABLE_NAME = 'manifestation_deambulatoire' THEN forme := NEW.trace;
  ELSIF TG_TABLE_NAME = 'manifestation_statique' THEN forme := NEW.emprise;
  ELSE forme := NEW.lieux;
  END IF;
  IF btrim(coalesce(NEW.objet, '')) = '' THEN
    RAISE EXCEPTION 'L''objet manque : dire en quelques mots de quoi il s''agit.' USING ERRCODE = 'not_null_violation';
  ELSIF NEW.debut IS NULL THEN
    RAISE EXCEPTION 'La date de début manque : la saisir, avec l''heure.' USING ERRCODE = 'not_null_violation';
  ELSIF NEW.fin < NEW.debut THEN
    RAISE EXCEPTION 'La fin précède le début : corriger l''une des deux dates.' USING ERRCODE = 'check_violation';
  ELSIF NOT voirie.dans_le_territoire(forme) THEN
    RAISE EXCEPTION 'La géométrie sort du territoire : la redessiner en Lambert-93 (EPSG:2154).'
      USING ERRCODE = 'check_violation';
  ELSIF NOT ST_IsValid(forme) THEN
    RAISE EXCEPTION 'La géométrie se recoupe : la redessiner sans croisement.' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'INSERT' THEN
    -- Un numéro choisi par le client dirait, par collision, quelles lignes existent.
    IF NEW.id IS DISTINCT FROM cortege.numero_pris(suite) THEN
      NEW.id := nextval(suite);
    END IF;
    NEW.version := 1;
    NEW.auteur := session_user;
    NEW.cree_le := clock_timestamp();
    NEW.service := coalesce(NEW.service, habilitation.mon_service());
  ELSE
    NEW.id := OLD.id;
    NEW.version := OLD.version + CASE WHEN pg_trigger_depth() > 1 THEN 0 ELSE 1 END;
    NEW.auteur := OLD.auteur;
    NEW.cree_le := OLD.cree_le;
  END IF;
  NEW.modifie_le := clock_timestamp();
  IF forme IS NOT NULL AND NOT ST_IsEmpty(forme) THEN
    NEW.unites := voirie.unites_de(forme);
  ELSIF TG_OP = 'INSERT' THEN
    NEW.unites := '{}';
  ELSIF pg_trigger_depth() = 1 THEN
    NEW.unites := OLD.unites;
  END IF;
  RETURN NEW;
END
$$;

-- Ne dit que le nom de la table : chacun relit sous ses propres politiques.
CREATE OR REPLACE FUNCTION cortege.annoncer() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_notify('cortege', TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME);
  RETURN NULL;
END
$$;

-- Avec l'événement partent ses adresses.
CREATE OR REPLACE FUNCTION cortege.supprimer_adresses() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM cortege.adresse WHERE evenement_type = TG_ARGV[0] AND evenement_id = OLD.id;
  RETURN OLD;
END
$$;

-- Les tables acceptent aussi leur propre nom comme genre : manifestation_statique vaut statique.
CREATE OR REPLACE FUNCTION cortege.avant_adresse() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.evenement_type := replace(NEW.evenement_type, 'manifestation_', '');
  IF btrim(coalesce(NEW.libelle, '')) = '' THEN
    RAISE EXCEPTION 'Le libellé de l''adresse manque : le saisir.' USING ERRCODE = 'not_null_violation';
  ELSIF NOT voirie.dans_le_territoire(NEW.geom) THEN
    RAISE EXCEPTION 'L''adresse sort du territoire : la placer en Lambert-93 (EPSG:2154).'
      USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.id IS DISTINCT FROM cortege.numero_pris('cortege.adresse_id_seq') THEN
      NEW.id := nextval('cortege.adresse_id_seq');
    END IF;
  END IF;
  RETURN NEW;
END
$$;

-- Sans géométrie propre, un événement prend celle de ses adresses : points pour les opérations et visites,
-- unités touchées pour tous.
CREATE OR REPLACE FUNCTION cortege.apres_adresse() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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

-- Un événement transmis a au moins une adresse, vérifié à la fin de la transaction.
CREATE OR REPLACE FUNCTION cortege.exiger_adresse() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  encore_transmis boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT FROM cortege.%I WHERE id = $1 AND statut = ''transmis'')', TG_TABLE_NAME)
    INTO encore_transmis USING NEW.id;
  IF encore_transmis AND NOT EXISTS (SELECT FROM cortege.adresse
                                     WHERE evenement_type = TG_ARGV[0] AND evenement_id = NEW.id) THEN
    RAISE EXCEPTION 'Il manque une adresse à « % » : en saisir au moins une avant d''enregistrer.', NEW.objet
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;

DO $$
DECLARE
  genre text;
  nom text;
BEGIN
  FOREACH nom IN ARRAY ARRAY['manifestation_deambulatoire', 'manifestation_statique', 'operation_programmee',
    'visite_officielle'] LOOP
    genre := replace(nom, 'manifestation_', '');
    EXECUTE format('ALTER TABLE cortege.%I ALTER service SET DEFAULT habilitation.mon_service()', nom);
    EXECUTE format('CREATE OR REPLACE TRIGGER avant BEFORE INSERT OR UPDATE ON cortege.%I
                      FOR EACH ROW EXECUTE FUNCTION cortege.avant_evenement()', nom);
    EXECUTE format('CREATE OR REPLACE TRIGGER adresses BEFORE DELETE ON cortege.%I
                      FOR EACH ROW EXECUTE FUNCTION cortege.supprimer_adresses(%L)', nom, genre);
    EXECUTE format('CREATE OR REPLACE TRIGGER annonce AFTER INSERT OR UPDATE OR DELETE ON cortege.%I
                      FOR EACH STATEMENT EXECUTE FUNCTION cortege.annoncer()', nom);
    EXECUTE format('DROP TRIGGER IF EXISTS adresse_exigee ON cortege.%I', nom);
    EXECUTE format('CREATE CONSTRAINT TRIGGER adresse_exigee AFTER INSERT OR UPDATE OF statut ON cortege.%I
                      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
                      EXECUTE FUNCTION cortege.exiger_adresse(%L)', nom, genre);

    EXECUTE format('GRANT SELECT ON cortege.%I TO agent_prefecture, service_police, analyste_ville, autorite_ville', nom);
    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON cortege.%I TO agent_prefecture', nom);
    -- Le brouillon est à son auteur ; l'annulé reste dans Cortège ; le transmis se lit dans le périmètre.
    EXECUTE format($sql$
      CREATE POLICY lecture ON cortege.%1$I FOR SELECT TO cortege_personnes USING (
        (SELECT habilitation.lit_evenements(%2$L))
        AND CASE statut
              WHEN 'brouillon' THEN (SELECT habilitation.mon_service()) IS NOT NULL AND auteur = session_user
              WHEN 'annule' THEN service = (SELECT habilitation.mon_service())
                OR (SELECT habilitation.mon_service()) IS NOT NULL
                   AND coalesce(unites && (SELECT habilitation.mes_unites()), true)
              ELSE coalesce(unites && (SELECT habilitation.mes_unites()), true)
                OR service = (SELECT habilitation.mon_service())
            END)$sql$, nom, genre);
    EXECUTE format($sql$
      CREATE POLICY saisie ON cortege.%1$I FOR INSERT TO agent_prefecture WITH CHECK (
        (SELECT habilitation.lit_evenements(%2$L)) AND service = (SELECT habilitation.mon_service())
        AND auteur = session_user)$sql$, nom, genre);
    EXECUTE format($sql$
      CREATE POLICY modification ON cortege.%1$I FOR UPDATE TO agent_prefecture USING (
        (SELECT habilitation.lit_evenements(%2$L)) AND service = (SELECT habilitation.mon_service())
        AND (statut <> 'brouillon' OR auteur = session_user))$sql$, nom, genre);
    EXECUTE format($sql$
      CREATE POLICY suppression ON cortege.%1$I FOR DELETE TO agent_prefecture USING (
        (SELECT habilitation.lit_evenements(%2$L)) AND service = (SELECT habilitation.mon_service())
        AND (statut <> 'brouillon' OR auteur = session_user))$sql$, nom, genre);
    EXECUTE format('GRANT SELECT, DELETE ON cortege.%I TO cortege_destruction', nom);
    EXECUTE format('CREATE POLICY destruction ON cortege.%I TO cortege_destruction USING (true)', nom);
  END LOOP;
END
$$;

CREATE OR REPLACE TRIGGER avant BEFORE INSERT OR UPDATE ON cortege.adresse
  FOR EACH ROW EXECUTE FUNCTION cortege.avant_adresse();
CREATE OR REPLACE TRIGGER apres AFTER INSERT OR UPDATE OR DELETE ON cortege.adresse
  FOR EACH ROW EXECUTE FUNCTION cortege.apres_adresse();
CREATE OR REPLACE TRIGGER annonce AFTER INSERT OR UPDATE OR DELETE ON cortege.adresse
  FOR EACH STATEMENT EXECUTE FUNCTION cortege.annoncer();

-- Vrai si la personne de la session peut modifier cette ligne, et non seulement la lire.
CREATE OR REPLACE FUNCTION cortege.modifiable(genre text, numero bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  nom text := CASE WHEN genre IN ('deambulatoire', 'statique') THEN 'manifestation_' || genre ELSE genre END;
  oui boolean;
BEGIN
  IF nom NOT IN ('manifestation_deambulatoire', 'manifestation_statique', 'operation_programmee',
                 'visite_officielle') THEN
    RETURN false;
  END IF;
  EXECUTE format('SELECT service = habilitation.mon_service() FROM cortege.%I WHERE id = $1', nom)
    INTO oui USING numero;
  RETURN coalesce(oui, false);
END
$$;
GRANT EXECUTE ON FUNCTION cortege.modifiable(text, bigint) TO cortege_personnes;

-- Une adresse se lit avec son événement et se modifie avec lui.
GRANT SELECT ON cortege.adresse TO agent_prefecture, service_police, analyste_ville, autorite_ville;
GRANT INSERT, UPDATE, DELETE ON cortege.adresse TO agent_prefecture;
GRANT SELECT, DELETE ON cortege.adresse TO cortege_destruction;
CREATE POLICY destruction ON cortege.adresse TO cortege_destruction USING (true);
CREATE POLICY lecture ON cortege.adresse FOR SELECT TO cortege_personnes USING (
  CASE evenement_type
    WHEN 'deambulatoire' THEN EXISTS (SELECT FROM cortege.manifestation_deambulatoire e WHERE e.id = evenement_id)
    WHEN 'statique' THEN EXISTS (SELECT FROM cortege.manifestation_statique e WHERE e.id = evenement_id)
    WHEN 'operation_programmee' THEN EXISTS (SELECT FROM cortege.operation_programmee e WHERE e.id = evenement_id)
    ELSE EXISTS (SELECT FROM cortege.visite_officielle e WHERE e.id = evenement_id)
  END);
CREATE POLICY ecriture ON cortege.adresse TO agent_prefecture
  USING (cortege.modifiable(evenement_type, evenement_id))
  WITH CHECK (cortege.modifiable(evenement_type, evenement_id));
