-- Conservation : chaque source de faits et chaque genre d'événement a sa durée ; ce qui la dépasse est purgé et le
-- compte rendu reste. Appelé chaque jour par l'exploitant (cortege convention purge), au démarrage et au déploiement.
GRANT CREATE ON SCHEMA convention TO cortege_destruction; -- le temps de lui donner ses fonctions
GRANT SELECT ON convention.conservation TO cortege_destruction;
GRANT SELECT, INSERT ON convention.purge TO cortege_destruction;
GRANT SELECT, DELETE ON audit.lecture, audit.requete TO cortege_destruction;
CREATE POLICY destruction ON convention.conservation FOR SELECT TO cortege_destruction USING (true);
CREATE POLICY destruction ON convention.purge TO cortege_destruction USING (true) WITH CHECK (true);
CREATE POLICY destruction ON audit.lecture TO cortege_destruction USING (true);
CREATE POLICY destruction ON audit.requete TO cortege_destruction USING (true);

SET LOCAL ROLE cortege_destruction;
CREATE OR REPLACE FUNCTION convention.purger() RETURNS TABLE (objet text, avant_le timestamptz, lignes bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  p record;
BEGIN
  IF NOT pg_has_role(session_user, 'cortege_proprietaire', 'MEMBER') THEN
    RAISE EXCEPTION 'Réservé à l''exploitant de la base.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  FOR p IN
    SELECT 'source ' || s.code AS objet, 'plateforme.fait' AS relation, 'id' AS cle,
           convention.maintenant() - s.conservation AS limite,
           format('source = %L AND debut < %L AND coalesce(fin, debut) < %2$L', s.code,
                  convention.maintenant() - s.conservation) AS condition
    FROM plateforme.source s
    UNION ALL
    SELECT 'genre ' || c.genre, CASE WHEN c.genre = 'lecture' THEN 'audit.lecture'
             WHEN c.genre IN ('deambulatoire', 'statique') THEN 'cortege.manifestation_' || c.genre
             ELSE 'cortege.' || c.genre END,
           CASE WHEN c.genre = 'lecture' THEN 'ordre' ELSE 'id' END, convention.maintenant() - c.duree,
           format(CASE WHEN c.genre = 'lecture' THEN 'le < %L' ELSE 'coalesce(fin, debut) < %L' END,
                  convention.maintenant() - c.duree)
    FROM convention.conservation c
    UNION ALL
    SELECT 'requêtes au serveur de cartes', 'audit.requete', 'id', convention.maintenant() - c.duree,
           format('le < %L', convention.maintenant() - c.duree)
    FROM convention.conservation c WHERE c.genre = 'lecture'
  LOOP
    objet := p.objet;
    avant_le := p.limite;
    SELECT s.lignes INTO lignes FROM convention.supprimer(p.relation, p.cle, p.condition, 0, '') s;
    IF lignes > 0 THEN
      INSERT INTO convention.purge (objet, avant_le, lignes) VALUES (objet, avant_le, lignes);
      RETURN NEXT;
    END IF;
  END LOOP;
END
$$;
REVOKE EXECUTE ON FUNCTION convention.purger() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION convention.purger() TO cortege_proprietaire;
SET LOCAL ROLE cortege_proprietaire;
REVOKE CREATE ON SCHEMA convention FROM cortege_destruction;
