-- La destruction (art. 9), étape par étape. Chacune est une transaction : interrompue, elle n'a pas eu lieu et se refait ;
-- accomplie, elle est consignée et ne se refait pas. Ce que la base ne peut pas faire (place rendue, journaux, fichiers,
-- sauvegardes) est fait par « cortege convention destroy », qui le consigne ici.
GRANT CREATE ON SCHEMA convention TO cortege_destruction; -- le temps de lui donner ses fonctions
GRANT EXECUTE ON FUNCTION convention.etat(), convention.maintenant() TO cortege_destruction;
GRANT SELECT ON plateforme.source, plateforme.fait TO cortege_destruction;
GRANT SELECT, DELETE ON plateforme.calcul, plateforme.zone_tension, convention.confirmation TO cortege_destruction;
GRANT DELETE ON plateforme.fait TO cortege_destruction;
CREATE POLICY destruction_source ON plateforme.source FOR SELECT TO cortege_destruction USING (true);
CREATE POLICY destruction_calcul ON plateforme.calcul TO cortege_destruction USING (true);
CREATE POLICY destruction_zone ON plateforme.zone_tension TO cortege_destruction USING (true);
CREATE POLICY destruction ON convention.confirmation TO cortege_destruction USING (true);

-- Vrai si ces lignes du journal d'une table viennent de ce qui est transmis. Un fait y est gardé sous la forme de texte
-- de sa table ; celui que la table d'aujourd'hui ne relit plus est tenu pour transmis.
CREATE OR REPLACE FUNCTION convention.contenu_transmis(relation text, lignes text[]) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF relation = 'plateforme.fait' THEN
    RETURN EXISTS (SELECT FROM unnest(lignes) l JOIN plateforme.source s ON s.code = (l::plateforme.fait).source
                   WHERE s.transmise);
  ELSIF relation = 'plateforme.calcul' THEN
    RETURN EXISTS (SELECT FROM unnest(lignes) l WHERE (l::jsonb ->> 'transmis')::boolean);
  END IF;
  RETURN relation LIKE 'cortege.%' OR relation = 'convention.confirmation';
EXCEPTION WHEN data_exception THEN
  RETURN true;
END
$$;
GRANT EXECUTE ON FUNCTION convention.contenu_transmis(text, text[]) TO cortege_destruction;

CREATE OR REPLACE FUNCTION convention.exiger_ordres() RETURNS integer
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  e record;
BEGIN
  SELECT * INTO e FROM convention.etat();
  IF NOT pg_has_role(session_user, 'cortege_proprietaire', 'MEMBER') THEN
    RAISE EXCEPTION 'L''exécution est réservée à l''exploitant de la base.' USING ERRCODE = 'insufficient_privilege';
  ELSIF e.etat NOT IN ('terminée', 'détruite') THEN
    RAISE EXCEPTION 'La convention n''est pas terminée (%) : rien n''est à détruire.', e.etat;
  ELSIF cardinality(e.ordres) < 2 THEN
    RAISE EXCEPTION 'Il manque l''ordre d''une personne de la partie « % ».',
      CASE WHEN 'ville' = ANY (e.ordres) THEN 'prefecture' ELSE 'ville' END;
  END IF;
  RETURN e.convention;
END
$$;

GRANT EXECUTE ON FUNCTION convention.exiger_ordres() TO cortege_destruction;

-- Ce qui suit supprime, sous les droits du rôle fait pour cela et de lui seul.
SET LOCAL ROLE cortege_destruction;

-- Consigne une étape accomplie hors de la base, une seule fois.
CREATE OR REPLACE FUNCTION convention.consigner_etape(numero integer, nom text, lignes bigint, empreinte text, detail text)
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO convention.etape (convention, numero, nom, lignes, empreinte, detail, le)
  VALUES (convention.exiger_ordres(), numero, nom, lignes, empreinte, detail, convention.maintenant())
  ON CONFLICT DO NOTHING
$$;

-- Supprime des lignes et rend leur nombre et l'empreinte de leurs clés, jamais de leur contenu.
CREATE OR REPLACE FUNCTION convention.supprimer(relation text, cle text, condition text, INOUT lignes bigint,
  INOUT empreinte text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  n bigint;
  e bytea;
BEGIN
  EXECUTE format($sql$
    WITH parti AS (DELETE FROM %s WHERE %s RETURNING %s::text AS cle)
    SELECT count(*), sha256(convert_to(coalesce(string_agg(cle, ',' ORDER BY cle), ''), 'UTF8')) FROM parti$sql$,
    relation, condition, cle) INTO n, e;
  lignes := lignes + n;
  empreinte := encode(sha256(convert_to(empreinte || relation, 'UTF8') || e), 'hex');
END
$$;

-- Les étapes que la base fait elle-même. Rend faux si l'étape était déjà accomplie.
CREATE OR REPLACE FUNCTION convention.detruire(etape integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  la_convention constant integer := convention.exiger_ordres();
  nom text;
  lignes bigint := 0;
  empreinte text := '';
  relation text;
BEGIN
  IF EXISTS (SELECT FROM convention.etape x WHERE x.convention = la_convention AND x.numero = etape) THEN
    RETURN false;
  END IF;
  IF etape = 1 THEN
    nom := 'événements et adresses';
    FOREACH relation IN ARRAY ARRAY['cortege.adresse', 'cortege.manifestation_deambulatoire',
      'cortege.manifestation_statique', 'cortege.operation_programmee', 'cortege.visite_officielle'] LOOP
      SELECT s.lignes, s.empreinte INTO lignes, empreinte FROM convention.supprimer(relation, 'id', 'true', lignes, empreinte) s;
    END LOOP;
  ELSIF etape = 2 THEN
    nom := 'faits transmis';
    SELECT s.lignes, s.empreinte INTO lignes, empreinte FROM convention.supprimer('plateforme.fait', 'id',
      'source IN (SELECT code FROM plateforme.source WHERE transmise)', lignes, empreinte) s;
  ELSIF etape = 3 THEN
    nom := 'calculs et zones dérivés';
    SELECT s.lignes, s.empreinte INTO lignes, empreinte FROM convention.supprimer('plateforme.zone_tension', 'id',
      'calcul IN (SELECT id FROM plateforme.calcul WHERE transmis)', lignes, empreinte) s;
    SELECT s.lignes, s.empreinte INTO lignes, empreinte
      FROM convention.supprimer('plateforme.calcul', 'id', 'transmis', lignes, empreinte) s;
  ELSIF etape = 4 THEN
    nom := 'contenus du journal, confirmations et clé des contenus';
    SELECT s.lignes, s.empreinte INTO lignes, empreinte FROM convention.supprimer('audit.contenu', 'ecriture',
      'ecriture IN (SELECT e.id FROM audit.ecriture e WHERE e.id = ecriture
         AND convention.contenu_transmis(e.relation, array_remove(avant || apres, NULL)))',
      lignes, empreinte) s;
    SELECT s.lignes, s.empreinte INTO lignes, empreinte
      FROM convention.supprimer('convention.confirmation', 'id', 'true', lignes, empreinte) s;
    SELECT s.lignes, s.empreinte INTO lignes, empreinte
      FROM convention.supprimer('audit.cle', 'usage', 'usage = ''contenu''', lignes, empreinte) s;
  ELSE
    RAISE EXCEPTION 'Étape inconnue : %.', etape;
  END IF;
  PERFORM convention.consigner_etape(etape, nom, lignes, empreinte, '');
  RETURN true;
END
$$;

REVOKE EXECUTE ON FUNCTION convention.consigner_etape(integer, text, bigint, text, text),
  convention.supprimer(text, text, text, bigint, text), convention.detruire(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION convention.consigner_etape(integer, text, bigint, text, text), convention.detruire(integer)
  TO cortege_proprietaire;
SET LOCAL ROLE cortege_proprietaire;

-- Le certificat est établi : la convention est détruite.
CREATE OR REPLACE FUNCTION convention.certifier(empreinte_du_certificat text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  la_convention constant integer := convention.exiger_ordres();
BEGIN
  IF (SELECT count(*) FROM convention.etape x WHERE x.convention = la_convention) < 9 THEN
    RAISE EXCEPTION 'La destruction n''est pas achevée : relancer « cortege convention destroy ».';
  END IF;
  PERFORM convention.signer('certificat', 'ville', empreinte_du_certificat)
  WHERE NOT EXISTS (SELECT FROM convention.acte a WHERE a.convention = la_convention AND a.acte = 'certificat');
END
$$;
REVOKE CREATE ON SCHEMA convention FROM cortege_destruction;
