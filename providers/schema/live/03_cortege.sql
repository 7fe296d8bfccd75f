-- Écriture des événements : ce que la base calcule, ce qu'elle refuse, ce qu'elle annonce.

-- Le dernier numéro pris par cette session ; vide si elle n'en a pris aucun.
CREATE OR REPLACE FUNCTION cortege.numero_pris(suite text) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN currval(suite);
EXCEPTION WHEN object_not_in_prerequisite_state THEN
  RETURN NULL;
END
$$;

-- Refuse en clair ce que les contraintes refuseraient sans le dire.
CREATE OR REPLACE FUNCTION cortege.verifier_effectifs(attendues integer, declarees integer, quoi text) RETURNS void
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF attendues < 0 OR declarees < 0 THEN
    RAISE EXCEPTION 'Le nombre de % est négatif : le corriger, ou le laisser vide s''il est inconnu.', quoi
      USING ERRCODE = 'check_violation';
  END IF;
END
$$;

-- Une liste fermée de l'Annexe 1, dite en entier à qui s'en écarte.
CREATE OR REPLACE FUNCTION cortege.verifier_choix(valeur text, choix text[], champ text) RETURNS void
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF valeur <> ALL (choix) THEN
    RAISE EXCEPTION '% inconnu : choisir parmi %.', champ, array_to_string(choix, ', ')
      USING ERRCODE = 'check_violation';
  END IF;
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
  IF TG_TABLE_NAME IN ('manifestation_deambulatoire', 'manifestation_statique') THEN
    PERFORM cortege.verifier_effectifs(NEW.personnes_attendues, NEW.personnes_declarees, 'personnes');
    PERFORM cortege.verifier_effectifs(NEW.voitures_attendues, NEW.voitures_declarees, 'voitures');
    PERFORM cortege.verifier_choix(NEW.statut_organisateur,
      ARRAY['Syndicat', 'Association', 'Parti politique', 'Autres'], 'Statut de l''organisateur');
  ELSIF TG_TABLE_NAME = 'operation_programmee' THEN
    PERFORM cortege.verifier_choix(NEW.theme, ARRAY['PSQ Transports', 'PSQ QRR', 'Sécurité Routière', 'CODAF',
      'Marché aux Puces', 'MIN'], 'Thème');
  END IF;
  PERFORM cortege.verifier_choix(NEW.statut, ARRAY['transmis', 'annule', 'brouillon'], 'Statut');
  IF btrim(coalesce(NEW.objet, '')) = '' THEN
    RAISE EXCEPTION 'L''objet manque : dire en quelques mots de quoi il s''agit.' USING ERRCODE = 'not_null_violation';
  ELSIF NEW.debut IS NULL THEN
    RAISE EXCEPTION 'La date de début manque : la saisir, avec l''heure.' USING ERRCODE = 'not_null_violation';
  ELSIF NOT isfinite(NEW.debut) OR NOT isfinite(NEW.fin) THEN
    RAISE EXCEPTION 'Une date est infinie : la corriger, ou laisser la fin vide si elle est inconnue.'
      USING ERRCODE = 'check_violation';
  ELSIF NEW.fin < NEW.debut THEN
    RAISE EXCEPTION 'La fin précède le début : corriger l''une des deux dates.' USING ERRCODE = 'check_violation';
  ELSIF NOT voirie.dans_le_territoire(forme) THEN
    RAISE EXCEPTION 'La géométrie sort du territoire : la redessiner en Lambert-93 (EPSG:2154).'
      USING ERRCODE = 'check_violation';
  ELSIF NOT ST_IsValid(forme) THEN
    RAISE EXCEPTION 'La géométrie se recoupe : la redessiner sans croisement.' USING ERRCODE = 'check_violation';
  ELSIF NEW.service IS NULL THEN
    RAISE EXCEPTION 'Votre compte n''est pas habilité à saisir : demander une habilitation à la Préfecture.'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'INSERT' THEN
    -- Un numéro choisi par le client dirait, par collision, quelles lignes existent.
    IF NEW.id IS DISTINCT FROM cortege.numero_pris(suite) THEN
      NEW.id := nextval(suite);
    END IF;
    NEW.version := 1;
    NEW.auteur := session_user;
    NEW.cree_le := clock_timestamp();
    NEW.modifie_le := NEW.cree_le;
  ELSE
    IF NEW.service <> OLD.service THEN
      RAISE EXCEPTION 'Un événement reste au service qui l''a saisi (%) : y faire la modification.', OLD.service
        USING ERRCODE = 'insufficient_privilege';
    END IF;
    NEW.id := OLD.id;
    NEW.auteur := OLD.auteur;
    NEW.cree_le := OLD.cree_le;
    NEW.version := OLD.version;
    NEW.modifie_le := OLD.modifie_le;
    IF pg_trigger_depth() = 1 THEN
      NEW.unites := OLD.unites;
      NEW.periode := OLD.periode; -- encore vide ici : PostgreSQL la calcule après
      -- Une ligne réécrite à l'identique n'est pas un changement ; ce que la base déduit des adresses non plus.
      IF NEW IS DISTINCT FROM OLD THEN
        NEW.version := OLD.version + 1;
        NEW.modifie_le := clock_timestamp();
      END IF;
    END IF;
  END IF;
  IF forme IS NOT NULL AND NOT ST_IsEmpty(forme) THEN
    NEW.unites := voirie.unites_de(forme);
  ELSIF TG_OP = 'INSERT' THEN
    NEW.unites := '{}';
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

DO $$
DECLARE
  genre text;
  nom text;
BEGIN
  FOREACH nom IN ARRAY ARRAY['manifestation_deambulatoire', 'manifestation_statique', 'operation_programmee',
    'visite_officielle'] LOOP
    genre := replace(nom, 'manifestation_', '');
    EXECUTE format('ALTER TABLE cortege.%I ALTER service SET DEFAULT habilitation.service_declare()', nom);
    EXECUTE format('CREATE OR REPLACE TRIGGER avant BEFORE INSERT OR UPDATE ON cortege.%I
                      FOR EACH ROW EXECUTE FUNCTION cortege.avant_evenement()', nom);
    EXECUTE format('CREATE OR REPLACE TRIGGER adresses BEFORE DELETE ON cortege.%I
                      FOR EACH ROW EXECUTE FUNCTION cortege.supprimer_adresses(%L)', nom, genre);
    EXECUTE format('CREATE OR REPLACE TRIGGER annonce AFTER INSERT OR UPDATE OR DELETE ON cortege.%I
                      FOR EACH STATEMENT EXECUTE FUNCTION cortege.annoncer()', nom);
  END LOOP;
END
$$;
