-- Tout ce qui suit est reconstruit à chaque déploiement : politiques et vues disparaissent, chaque table est
-- fermée. Ce qui n'est pas rouvert plus loin reste refusé.
DO $$
DECLARE
  schemas constant text[] := ARRAY['cortege', 'plateforme', 'habilitation', 'convention', 'audit', 'voirie'];
  o record;
BEGIN
  FOR o IN SELECT schemaname, tablename, policyname FROM pg_policies WHERE schemaname = ANY (schemas) LOOP
    EXECUTE format('DROP POLICY %I ON %I.%I', o.policyname, o.schemaname, o.tablename);
  END LOOP;
  FOR o IN SELECT schemaname, viewname FROM pg_views WHERE schemaname = ANY (schemas) LOOP
    EXECUTE format('DROP VIEW IF EXISTS %I.%I CASCADE', o.schemaname, o.viewname);
  END LOOP;
  FOR o IN SELECT c.oid::regclass AS nom FROM pg_class c
           WHERE c.relnamespace::regnamespace::text = ANY (schemas) AND c.relkind IN ('r', 'p') LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', o.nom);
    EXECUTE format('REVOKE ALL ON %s FROM PUBLIC, cortege_personnes, cortege_chargement, cortege_destruction, cortege_entretien, '
      'agent_prefecture, service_police, analyste_ville, autorite_ville, dga_securite, validation_prefecture, dpo',
      o.nom);
  END LOOP;
END
$$;
