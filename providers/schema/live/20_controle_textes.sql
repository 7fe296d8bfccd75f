-- Le contrôle à l'enregistrement : un texte qui porte une donnée personnelle certaine est refusé ; un nom incertain
-- l'est aussi tant que la personne n'a pas confirmé que ce texte-là ne désigne personne.
-- SQLSTATE CV001 : donnée certaine, à enlever. CV002 : nom incertain, à confirmer par convention.confirmer_texte.
-- Ni message ni détail ne citent le texte : ils ne disent que le champ, les positions, le genre et la raison.

CREATE POLICY proprietaire ON convention.confirmation TO cortege_proprietaire USING (true) WITH CHECK (true);
CREATE POLICY lecture ON convention.confirmation FOR SELECT TO dpo USING ((SELECT audit.a_profil('dpo')));
GRANT SELECT ON convention.confirmation TO dpo;

-- La personne a vu les noms incertains de ce texte et confirme qu'il ne désigne personne. Vaut une heure, pour elle
-- et pour ce texte exactement. Rend le nombre de noms confirmés.
CREATE OR REPLACE FUNCTION convention.confirmer_texte(texte text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  certains integer;
  incertains integer;
BEGIN
  SELECT count(*) FILTER (WHERE d.certitude = 'certain'), count(*) FILTER (WHERE d.certitude = 'incertain')
    INTO certains, incertains FROM convention.donnees_personnelles(texte) d;
  IF certains > 0 THEN
    RAISE EXCEPTION 'Ce texte contient une donnée personnelle certaine : l''enlever, elle ne peut pas être confirmée.'
      USING ERRCODE = 'CV001';
  END IF;
  IF incertains > 0 THEN
    INSERT INTO convention.confirmation (empreinte, noms) VALUES (audit.empreinte(texte), incertains);
  END IF;
  RETURN incertains;
END
$$;
GRANT EXECUTE ON FUNCTION convention.confirmer_texte(text) TO cortege_personnes, cortege_chargement;

CREATE OR REPLACE FUNCTION convention.texte_confirme(texte text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT FROM convention.confirmation c
                 WHERE c.empreinte = audit.empreinte(texte) AND c.par = session_user
                   AND c.le > clock_timestamp() - interval '1 hour')
$$;

-- Ce que le contrôle refuse d'un texte, en JSON pour les formulaires ; vide si rien.
CREATE OR REPLACE FUNCTION convention.refus_texte(champ text, texte text) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT jsonb_agg(jsonb_build_object('champ', champ, 'debut', d.debut, 'fin', d.fin, 'genre', d.genre,
                                      'certitude', d.certitude, 'raison', d.raison) ORDER BY d.debut)
  FROM convention.donnees_personnelles(texte) d
  WHERE d.certitude = 'certain' OR NOT convention.texte_confirme(texte)
$$;

-- Déclencheur par ordre : chaque texte nouveau et distinct n'est lu qu'une fois, même dans un import. TG_ARGV : champs.
CREATE OR REPLACE FUNCTION convention.controler_textes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  champ text;
  avant text := '';
  touches jsonb := '[]';
  trouve jsonb;
  premier jsonb;
BEGIN
  FOREACH champ IN ARRAY TG_ARGV LOOP
    IF TG_OP = 'UPDATE' THEN
      avant := format('EXCEPT SELECT %I FROM anciennes', champ);
    END IF;
    FOR trouve IN EXECUTE format(
      'SELECT convention.refus_texte(%L, t.texte)
       FROM (SELECT %I AS texte FROM nouvelles WHERE %2$I <> '''' GROUP BY 1 %3$s) t', champ, champ, avant) LOOP
      touches := touches || coalesce(trouve, '[]');
    END LOOP;
  END LOOP;
  IF jsonb_array_length(touches) = 0 THEN
    RETURN NULL;
  END IF;
  SELECT t INTO premier FROM jsonb_array_elements(touches) t ORDER BY t ->> 'certitude', (t ->> 'debut')::integer LIMIT 1;
  IF premier ->> 'certitude' = 'certain' THEN
    RAISE EXCEPTION 'Donnée personnelle refusée dans « % », caractères % à % (%) : l''enlever avant d''enregistrer (art. 3).',
      premier ->> 'champ', premier ->> 'debut', premier ->> 'fin', premier ->> 'raison'
      USING ERRCODE = 'CV001', DETAIL = jsonb_build_object('touches', touches)::text,
            SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, COLUMN = premier ->> 'champ',
            HINT = 'Le texte n''est pas perdu : corriger les passages signalés et enregistrer de nouveau.';
  END IF;
  RAISE EXCEPTION 'Un nom de personne semble figurer dans « % », caractères % à % (%) : l''enlever, ou confirmer que ce texte ne désigne personne.',
    premier ->> 'champ', premier ->> 'debut', premier ->> 'fin', premier ->> 'raison'
    USING ERRCODE = 'CV002', DETAIL = jsonb_build_object('touches', touches)::text,
          SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, COLUMN = premier ->> 'champ',
          HINT = 'Confirmer : SELECT convention.confirmer_texte(texte), puis enregistrer de nouveau dans l''heure.';
END
$$;

DO $$
DECLARE
  t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES
    ('cortege.manifestation_deambulatoire', '''objet'', ''description'''),
    ('cortege.manifestation_statique', '''objet'', ''description'''),
    ('cortege.operation_programmee', '''objet'', ''description'''),
    ('cortege.visite_officielle', '''objet'', ''description'''),
    ('cortege.adresse', '''libelle'''),
    ('plateforme.fait', '''objet'', ''categorie''')) AS x (nom, champs)
  LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER controle_saisie AFTER INSERT ON %s REFERENCING NEW TABLE AS nouvelles
      FOR EACH STATEMENT EXECUTE FUNCTION convention.controler_textes(%s)', t.nom, t.champs);
    EXECUTE format('CREATE OR REPLACE TRIGGER controle_changement AFTER UPDATE ON %s
      REFERENCING NEW TABLE AS nouvelles OLD TABLE AS anciennes
      FOR EACH STATEMENT EXECUTE FUNCTION convention.controler_textes(%s)', t.nom, t.champs);
  END LOOP;
END
$$;
