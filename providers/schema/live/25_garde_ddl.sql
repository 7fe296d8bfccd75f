-- Changement de nature des données (art. 3 et 10) : la liste des champs de chaque table transmise ne change, convention
-- en cours, que sous un avenant ouvert dont l'étude d'impact est lancée et les deux DPO informés. Le déploiement passe
-- par la même garde. Les déclencheurs d'événement sont posés par superuser.sql.

CREATE OR REPLACE FUNCTION convention.nature_actuelle() RETURNS TABLE (relation text, champs text)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT 'cortege.' || c.relname,
         string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = to_regnamespace('cortege') AND c.relkind IN ('r', 'p', 'f', 'm')
  GROUP BY c.relname
$$;

CREATE OR REPLACE FUNCTION convention.verifier_nature() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  neuve constant boolean := NOT EXISTS (SELECT FROM convention.nature);
  en_cours constant boolean := (SELECT e.etat NOT IN ('non notifiée', 'détruite') FROM convention.etat() e);
  permis text;
  d record;
BEGIN
  -- Un déploiement ferme tout avant de rouvrir : il vérifie à sa fin, ci-dessous, et échoue alors en entier.
  IF NOT EXISTS (SELECT FROM pg_policies WHERE schemaname = 'convention' AND tablename = 'nature') THEN
    RETURN;
  END IF;
  FOR d IN SELECT coalesce(n.relation, m.relation) AS relation, coalesce(n.champs, '') AS avant, coalesce(m.champs, '') AS apres
           FROM convention.nature n FULL JOIN convention.nature_actuelle() m ON m.relation = n.relation
           WHERE n.champs IS DISTINCT FROM m.champs LOOP
    permis := (SELECT a.reference FROM convention.avenant a WHERE a.clos_le IS NULL ORDER BY a.ouvert_le DESC LIMIT 1);
    IF en_cours AND NOT neuve AND permis IS NULL THEN
      RAISE EXCEPTION 'La nature des données transmises changerait (%) sans avenant : l''étude d''impact doit être lancée et les deux DPO informés avant (art. 3).', d.relation
        USING ERRCODE = 'CV003', HINT = 'Enregistrer l''avenant : cortege convention amendment --open.';
    END IF;
    IF NOT neuve THEN
      INSERT INTO convention.changement (relation, avant, apres, avenant)
      VALUES (d.relation, d.avant, d.apres, CASE WHEN en_cours THEN permis END);
    END IF;
    DELETE FROM convention.nature n WHERE n.relation = d.relation;
    INSERT INTO convention.nature SELECT d.relation, d.apres WHERE d.apres <> '';
  END LOOP;
END
$$;

CREATE OR REPLACE FUNCTION convention.garde_ddl() RETURNS event_trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_TAG IN ('ALTER TABLE', 'CREATE TABLE', 'CREATE TABLE AS', 'SELECT INTO', 'ALTER SCHEMA', 'ALTER TYPE',
                'ALTER DOMAIN', 'CREATE FOREIGN TABLE', 'IMPORT FOREIGN SCHEMA', 'CREATE MATERIALIZED VIEW',
                'ALTER MATERIALIZED VIEW', 'ALTER VIEW') THEN
    PERFORM convention.verifier_nature();
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION convention.garde_suppression() RETURNS event_trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM pg_event_trigger_dropped_objects()
             WHERE schema_name = 'cortege' AND object_type IN ('table', 'table column', 'schema')) THEN
    PERFORM convention.verifier_nature();
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION convention.ouvrir_avenant(reference text, objet text, etude_impact text,
  dpo_ville_informe_le date, dpo_prefecture_informe_le date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM convention.exiger_partie('dga_securite', 'validation_prefecture');
  IF greatest(dpo_ville_informe_le, dpo_prefecture_informe_le) > convention.maintenant()::date THEN
    RAISE EXCEPTION 'Les deux DPO doivent avoir été informés avant l''ouverture de l''avenant.';
  END IF;
  INSERT INTO convention.avenant (reference, objet, etude_impact, dpo_ville_informe_le, dpo_prefecture_informe_le)
  VALUES (reference, objet, etude_impact, dpo_ville_informe_le, dpo_prefecture_informe_le);
END
$$;

CREATE OR REPLACE FUNCTION convention.clore_avenant(reference text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM convention.exiger_partie('dga_securite', 'validation_prefecture');
  UPDATE convention.avenant a SET clos_par = session_user, clos_le = clock_timestamp()
  WHERE a.reference = clore_avenant.reference AND a.clos_le IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Aucun avenant ouvert de référence « % ».', reference;
  END IF;
END
$$;
GRANT EXECUTE ON FUNCTION convention.ouvrir_avenant(text, text, text, date, date), convention.clore_avenant(text)
  TO dga_securite, validation_prefecture;

-- La nature couverte : constatée à la première installation, vérifiée à chaque déploiement.
SELECT convention.verifier_nature();
