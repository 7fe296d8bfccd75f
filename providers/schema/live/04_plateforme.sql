-- La plateforme : chargement des faits, qui les lit, et les vues de ce qui touche l'espace public.

-- Crée les partitions des mois (UTC) d'un intervalle, fermées à tous : on n'y entre que par plateforme.fait.
CREATE OR REPLACE FUNCTION plateforme.creer_partitions(de timestamptz, a timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  mois timestamptz;
  nom text;
  creees integer := 0;
BEGIN
  FOR mois IN SELECT generate_series(date_trunc('month', de), a, interval '1 month') LOOP
    nom := 'fait_' || to_char(mois, 'YYYY_MM');
    IF to_regclass('plateforme.' || nom) IS NULL THEN
      EXECUTE format('CREATE TABLE plateforme.%I PARTITION OF plateforme.fait FOR VALUES FROM (%L) TO (%L)',
        nom, mois, mois + interval '1 month');
      EXECUTE format('ALTER TABLE plateforme.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', nom);
      EXECUTE format('ALTER TABLE plateforme.%I ALTER objet SET STATISTICS 0', nom);
      EXECUTE format('COMMENT ON TABLE plateforme.%I IS %L', nom, 'Faits de ' || to_char(mois, 'MM/YYYY'));
      creees := creees + 1;
    END IF;
  END LOOP;
  RETURN creees;
END
$$;
GRANT EXECUTE ON FUNCTION plateforme.creer_partitions(timestamptz, timestamptz) TO cortege_chargement;

-- Avant l'écriture d'un fait : dans le territoire, d'une source connue, avec son numéro d'accès, créé au besoin.
CREATE OR REPLACE FUNCTION plateforme.avant_fait() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  touchees integer[];
BEGIN
  IF NOT (SELECT t.emprise ~ NEW.geom FROM voirie.territoire t) THEN
    RAISE EXCEPTION 'Le fait sort du territoire : vérifier ses coordonnées et leur système.'
      USING ERRCODE = 'check_violation';
  END IF;
  touchees := ARRAY(SELECT DISTINCT m.unite FROM voirie.unite_morceau m WHERE ST_Intersects(m.geom, NEW.geom) ORDER BY 1);
  NEW.acces := (SELECT a.id FROM plateforme.acces a WHERE a.source = NEW.source AND a.unites = touchees);
  IF NEW.acces IS NULL THEN
    IF NOT EXISTS (SELECT FROM plateforme.source WHERE code = NEW.source) THEN
      RAISE EXCEPTION 'Source inconnue : « % » ; l''enregistrer avec sa finalité et sa durée de conservation.',
        NEW.source USING ERRCODE = 'foreign_key_violation';
    END IF;
    INSERT INTO plateforme.acces (source, unites) VALUES (NEW.source, touchees)
    ON CONFLICT (source, unites) DO UPDATE SET source = excluded.source RETURNING id INTO NEW.acces;
  END IF;
  RETURN NEW;
END
$$;
-- Un import dit lui-même les numéros, demandés par milliers à plateforme.numeros_acces.
CREATE OR REPLACE TRIGGER avant BEFORE INSERT ON plateforme.fait
  FOR EACH ROW WHEN (NEW.acces IS NULL) EXECUTE FUNCTION plateforme.avant_fait();
CREATE OR REPLACE TRIGGER avant_changement BEFORE UPDATE OF geom, source ON plateforme.fait
  FOR EACH ROW EXECUTE FUNCTION plateforme.avant_fait();
CREATE OR REPLACE TRIGGER annonce AFTER INSERT OR UPDATE OR DELETE ON plateforme.fait
  FOR EACH STATEMENT EXECUTE FUNCTION cortege.annoncer();

CREATE OR REPLACE TRIGGER annonce AFTER INSERT OR DELETE ON plateforme.zone_tension
  FOR EACH STATEMENT EXECUTE FUNCTION cortege.annoncer();

-- Les numéros d'accès de faits d'une source, dans l'ordre de leurs géométries : ce que fait avant_fait, en une requête.
CREATE OR REPLACE FUNCTION plateforme.numeros_acces(code_source text, geometries public.geometry[]) RETURNS integer[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  trouves integer[];
BEGIN
  IF EXISTS (SELECT FROM unnest(geometries) g, voirie.territoire t WHERE NOT t.emprise ~ g) THEN
    RAISE EXCEPTION 'Un fait sort du territoire : vérifier ses coordonnées et leur système.'
      USING ERRCODE = 'check_violation';
  END IF;
  WITH touchees AS MATERIALIZED (
    SELECT g.rang, ARRAY(SELECT DISTINCT m.unite FROM voirie.unite_morceau m
                         WHERE ST_Intersects(m.geom, g.geom) ORDER BY 1) AS unites
    FROM unnest(geometries) WITH ORDINALITY AS g (geom, rang)),
  numeros AS (
    INSERT INTO plateforme.acces (source, unites) SELECT DISTINCT code_source, unites FROM touchees
    ON CONFLICT (source, unites) DO UPDATE SET source = excluded.source RETURNING id, unites)
  SELECT array_agg(n.id ORDER BY t.rang) INTO trouves FROM touchees t JOIN numeros n ON n.unites = t.unites;
  RETURN trouves;
END
$$;
REVOKE EXECUTE ON FUNCTION plateforme.numeros_acces(text, public.geometry[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION plateforme.numeros_acces(text, public.geometry[]) TO cortege_chargement;

CREATE POLICY proprietaire ON plateforme.acces TO cortege_proprietaire USING (true) WITH CHECK (true);
CREATE POLICY proprietaire ON plateforme.source FOR SELECT TO cortege_proprietaire USING (true);
CREATE POLICY lecture ON plateforme.source FOR SELECT TO cortege_personnes
  USING ((SELECT habilitation.lit_plateforme()));
CREATE POLICY chargement ON plateforme.source TO cortege_chargement USING (true) WITH CHECK (true);
CREATE POLICY chargement ON plateforme.fait TO cortege_chargement USING (true) WITH CHECK (true);
CREATE POLICY destruction ON plateforme.fait TO cortege_destruction USING (true);
-- Un seul test par fait : un élément du masque calculé une fois par requête. Lire un élément ne coûte rien aux yeux du
-- planificateur, qui fait donc ce test le premier : aucun filtre de la requête n'est essayé sur un fait caché.
CREATE POLICY lecture ON plateforme.fait FOR SELECT TO cortege_personnes
  USING ((SELECT habilitation.lit_tous_les_faits()) OR (SELECT habilitation.masque_faits())[acces]);
GRANT SELECT ON plateforme.source, plateforme.fait
  TO agent_prefecture, service_police, analyste_ville, autorite_ville;
GRANT SELECT, INSERT, UPDATE, DELETE ON plateforme.source, plateforme.fait TO cortege_chargement;
GRANT USAGE ON SEQUENCE plateforme.fait_id_seq TO cortege_chargement;
GRANT SELECT, DELETE ON plateforme.fait, plateforme.calcul, plateforme.zone_tension TO cortege_destruction;

-- Une zone dérivée ne se montre qu'à un périmètre qui couvre celui de son auteur.
CREATE POLICY lecture ON plateforme.calcul FOR SELECT TO cortege_personnes
  USING (habilitation.couvre(unites, genres, sources, transmis));
CREATE POLICY calcul ON plateforme.calcul FOR INSERT TO analyste_ville
  WITH CHECK ((SELECT habilitation.lit_plateforme()) AND auteur = session_user
              AND habilitation.couvre(unites, genres, sources, transmis));
CREATE POLICY suppression ON plateforme.calcul FOR DELETE TO analyste_ville USING (auteur = session_user);
CREATE POLICY destruction ON plateforme.calcul TO cortege_destruction USING (true);
CREATE OR REPLACE FUNCTION plateforme.zone_lisible(numero bigint, calculs int8multirange) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 0.0001 SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN numero <@ calculs;
END
$$;
GRANT EXECUTE ON FUNCTION plateforme.zone_lisible(bigint, int8multirange) TO cortege_personnes;
CREATE POLICY lecture ON plateforme.zone_tension FOR SELECT TO cortege_personnes
  USING (plateforme.zone_lisible(calcul, (SELECT range_agg(int8range(c.id, c.id, '[]')) FROM plateforme.calcul c)));
CREATE POLICY calcul ON plateforme.zone_tension FOR INSERT TO analyste_ville
  WITH CHECK (calcul IN (SELECT c.id FROM plateforme.calcul c WHERE c.auteur = session_user));
CREATE POLICY destruction ON plateforme.zone_tension TO cortege_destruction USING (true);
GRANT SELECT ON plateforme.calcul, plateforme.zone_tension
  TO agent_prefecture, service_police, analyste_ville, autorite_ville;
GRANT INSERT, DELETE ON plateforme.calcul TO analyste_ville;
GRANT INSERT ON plateforme.zone_tension TO analyste_ville;

-- Les libellés des faits n'ont pas de statistiques : une estimation dirait s'ils existent.
ALTER TABLE plateforme.fait ALTER objet SET STATISTICS 0;

CREATE VIEW plateforme.evenement WITH (security_invoker = true) AS
SELECT 'deambulatoire:' || id AS cle, 'deambulatoire' AS genre, id, objet, description, debut, fin, periode,
       NULL::text AS source, ''::text AS categorie, 1::double precision AS poids, personnes_attendues,
       personnes_declarees, voitures_attendues, voitures_declarees, statut_organisateur, NULL::text AS theme, service,
       modifie_le, trace AS geom
FROM cortege.manifestation_deambulatoire WHERE statut = 'transmis' AND (SELECT habilitation.lit_plateforme())
UNION ALL
SELECT 'statique:' || id, 'statique', id, objet, description, debut, fin, periode, NULL, '', 1, personnes_attendues,
       personnes_declarees, voitures_attendues, voitures_declarees, statut_organisateur, NULL, service,
       modifie_le, emprise
FROM cortege.manifestation_statique WHERE statut = 'transmis' AND (SELECT habilitation.lit_plateforme())
UNION ALL
SELECT 'operation_programmee:' || id, 'operation_programmee', id, objet, description, debut, fin, periode, NULL, '',
       0, NULL, NULL, NULL, NULL, NULL, theme, service, modifie_le, lieux
FROM cortege.operation_programmee WHERE statut = 'transmis' AND (SELECT habilitation.lit_plateforme())
UNION ALL
SELECT 'visite_officielle:' || id, 'visite_officielle', id, objet, description, debut, fin, periode, NULL, '', 1,
       NULL, NULL, NULL, NULL, NULL, NULL, service, modifie_le, lieux
FROM cortege.visite_officielle WHERE statut = 'transmis' AND (SELECT habilitation.lit_plateforme())
UNION ALL
SELECT 'fait:' || id, 'fait', id, objet, NULL, debut, fin, periode, source, categorie, poids, NULL, NULL, NULL, NULL,
       NULL, NULL, NULL, NULL, geom
FROM plateforme.fait;
COMMENT ON VIEW plateforme.evenement IS 'Tout ce qui touche l''espace public : événements transmis et faits';
COMMENT ON COLUMN plateforme.evenement.cle IS 'Clé unique : genre:identifiant';
COMMENT ON COLUMN plateforme.evenement.genre IS
  'deambulatoire, statique, operation_programmee, visite_officielle ou fait';
COMMENT ON COLUMN plateforme.evenement.poids IS 'Poids par défaut : 0 pour une opération programmée';

-- Une vue par sorte de géométrie : une couche de carte n'en a qu'une. La colonne reste celle des tables, sans ST_Multi
-- ni type : sous les politiques, l'index spatial ne sert qu'à une colonne nue.
CREATE VIEW plateforme.evenement_ligne WITH (security_invoker = true) AS
SELECT cle, genre, id, objet, description, debut, fin, periode, source, categorie, poids, personnes_attendues,
       personnes_declarees, voitures_attendues, voitures_declarees, statut_organisateur, theme, service, modifie_le,
       geom
FROM plateforme.evenement WHERE ST_Dimension(geom) = 1;
CREATE VIEW plateforme.evenement_surface WITH (security_invoker = true) AS
SELECT cle, genre, id, objet, description, debut, fin, periode, source, categorie, poids, personnes_attendues,
       personnes_declarees, voitures_attendues, voitures_declarees, statut_organisateur, theme, service, modifie_le,
       geom
FROM plateforme.evenement WHERE ST_Dimension(geom) = 2;
CREATE VIEW plateforme.evenement_point WITH (security_invoker = true) AS
SELECT cle, genre, id, objet, description, debut, fin, periode, source, categorie, poids, personnes_attendues,
       personnes_declarees, voitures_attendues, voitures_declarees, statut_organisateur, theme, service, modifie_le,
       geom
FROM plateforme.evenement WHERE ST_Dimension(geom) = 0;
COMMENT ON VIEW plateforme.evenement_ligne IS 'Événements et faits en lignes';
COMMENT ON VIEW plateforme.evenement_surface IS 'Événements et faits en surfaces';
COMMENT ON VIEW plateforme.evenement_point IS 'Événements et faits en points';

-- La seule entrée des modèles de tension : ni l'organisateur, ni le texte, ni le service, ni le thème.
CREATE VIEW plateforme.entree_tension WITH (security_invoker = true) AS
SELECT cle, genre, debut, fin, periode, personnes_attendues, personnes_declarees, voitures_attendues,
       voitures_declarees, source, categorie, poids, geom
FROM plateforme.evenement WHERE geom IS NOT NULL;
COMMENT ON VIEW plateforme.entree_tension IS
  'Entrée des modèles de tension : genre, dates, effectifs, catégorie, géométrie, et rien d''autre';

GRANT SELECT ON plateforme.evenement, plateforme.evenement_point, plateforme.evenement_ligne,
  plateforme.evenement_surface, plateforme.entree_tension
  TO agent_prefecture, service_police, analyste_ville, autorite_ville;
