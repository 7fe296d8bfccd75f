-- Registres de la convention : le propriétaire les tient par ses fonctions, les deux parties et la DPO les lisent,
-- même après la fin. Aucun acte ne se modifie.
DO $$
DECLARE
  nom text;
BEGIN
  FOREACH nom IN ARRAY ARRAY['demonstration', 'repere', 'acte', 'avenant', 'accuse', 'nature', 'changement', 'remise',
    'export', 'conservation', 'purge', 'etape', 'sauvegarde'] LOOP
    EXECUTE format('CREATE POLICY proprietaire ON convention.%I TO cortege_proprietaire USING (true) WITH CHECK (true)', nom);
  END LOOP;
  FOREACH nom IN ARRAY ARRAY['convention', 'acte', 'avenant', 'accuse', 'changement', 'remise', 'export', 'conservation', 'purge',
    'etape', 'sauvegarde'] LOOP
    EXECUTE format('GRANT SELECT ON convention.%I TO dga_securite, validation_prefecture, dpo', nom);
    EXECUTE format('CREATE POLICY registre ON convention.%I FOR SELECT TO dga_securite, validation_prefecture, dpo
                      USING ((SELECT audit.a_profil(''dga_securite'', ''validation_prefecture'', ''dpo'')))', nom);
  END LOOP;
  FOREACH nom IN ARRAY ARRAY['acte', 'accuse', 'changement', 'purge', 'etape'] LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER ajout_seul BEFORE UPDATE OR DELETE OR TRUNCATE ON convention.%I
                      FOR EACH STATEMENT EXECUTE FUNCTION audit.refuser()', nom);
  END LOOP;
END
$$;
CREATE POLICY destruction ON convention.etape TO cortege_destruction USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON convention.etape TO cortege_destruction;

-- L'exploitant (membre de cortege_proprietaire) peut ce que disent les textes sans y ajouter de décision : notifier,
-- purger. Les décisions sont aux personnes habilitées.
CREATE OR REPLACE FUNCTION convention.exiger_partie(VARIADIC profils text[]) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF 'exploitant' = ANY (profils) AND pg_has_role(session_user, 'cortege_proprietaire', 'MEMBER') THEN
    RETURN 'ville';
  END IF;
  RETURN CASE habilitation.exiger_profil(VARIADIC array_remove(profils, 'exploitant'))
         WHEN 'validation_prefecture' THEN 'prefecture' WHEN 'agent_prefecture' THEN 'prefecture' ELSE 'ville' END;
END
$$;
