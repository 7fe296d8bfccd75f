-- La veille : l'horloge appliquée aux comptes, sans que personne n'ait rien à taper. Lancée toutes les dix secondes par
-- « cortege db watch ». N'accorde rien : quiconque peut l'appeler.

CREATE POLICY proprietaire ON habilitation.veille TO cortege_proprietaire USING (true) WITH CHECK (true);

-- Vrai si un acte, une autorisation ou une date est survenu depuis la dernière veille entière. Une veille entière se
-- refait au moins chaque heure : un compte touché à la main est remis d'accord.
CREATE OR REPLACE FUNCTION habilitation.a_revoir(maintenant timestamptz) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT v.le < maintenant - interval '1 hour' OR v.le > maintenant
      OR v.acte < (SELECT max(a.id) FROM habilitation.acte a)
      OR v.autorisation < (SELECT max(s.id) FROM habilitation.autorisation s)
      OR EXISTS (SELECT FROM habilitation.habilitation h
                 WHERE h.debut > v.le AND h.debut <= maintenant OR h.fin > v.le AND h.fin <= maintenant)
  FROM habilitation.veille v
$$;

-- Revoit tout le monde : clôt ce qui a expiré (une horloge reculée ne le rouvre pas), ouvre ce qui prend effet, ferme
-- les comptes sans habilitation en cours. Cinq cents comptes à la fois : le registre n'est pas verrouillé plus de quelques
-- secondes, la veille suivante continue. Rend le nombre de comptes fermés.
CREATE OR REPLACE FUNCTION habilitation.revoir(maintenant timestamptz) RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  ecart record;
  ecarts integer := 0;
  fermes integer := 0;
BEGIN
  -- Un seul veilleur à la fois. Pas de verrou consultatif : n'importe quel compte peut en prendre un et le garder.
  LOCK TABLE habilitation.acte IN SHARE ROW EXCLUSIVE MODE;
  INSERT INTO habilitation.acte (habilitation, acte, par, motif)
  SELECT h.id, 'expiration', session_user, 'fin atteinte' FROM habilitation.habilitation h
  WHERE h.fin <= maintenant
    AND NOT EXISTS (SELECT FROM habilitation.acte a WHERE a.habilitation = h.id
                      AND a.acte IN ('refus', 'revocation', 'remplacement', 'expiration')
                      AND a.profil IS DISTINCT FROM 'dga_securite');
  -- Comptes et personnes en une passe : chacune n'est examinée qu'une fois.
  FOR ecart IN
    WITH compte AS MATERIALIZED (
      SELECT r.oid, r.rolname::text AS login, r.rolcanlogin AS ouvert
      FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member
      WHERE m.roleid = 'cortege_personnes'::regrole AND NOT r.rolsuper)
    SELECT coalesce(p.login, c.login) AS login, e.profil IS NULL AS ferme
    FROM habilitation.personne p FULL JOIN compte c ON c.login = p.login
    LEFT JOIN LATERAL habilitation.en_cours(p.login, maintenant) e ON true
    WHERE CASE WHEN e.profil IS NULL THEN c.ouvert
          ELSE NOT (coalesce(c.ouvert, false) AND EXISTS (SELECT FROM pg_auth_members m
                      WHERE m.member = c.oid AND m.roleid = to_regrole(e.profil))) END
    LIMIT 500
  LOOP
    ecarts := ecarts + 1;
    PERFORM habilitation.appliquer(ecart.login);
    fermes := fermes + ecart.ferme::integer;
  END LOOP;
  IF ecarts = 500 THEN
    RETURN fermes;
  END IF;
  UPDATE habilitation.veille SET le = maintenant, acte = coalesce((SELECT max(a.id) FROM habilitation.acte a), 0),
    autorisation = coalesce((SELECT max(s.id) FROM habilitation.autorisation s), 0);
  RETURN fermes;
END
$$;

-- Applique l'horloge, puis termine les sessions sans habilitation en cours (l'une a pu s'ouvrir pendant qu'on signait),
-- les transactions de plus d'une heure, et les sessions de plus d'un jour : un curseur tenu (WITH HOLD) y garderait des
-- lignes depuis changées ou purgées. Rend le nombre de comptes fermés.
CREATE OR REPLACE FUNCTION habilitation.veiller() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  maintenant constant timestamptz := clock_timestamp();
  fermes integer := 0;
BEGIN
  IF habilitation.a_revoir(maintenant) THEN
    fermes := habilitation.revoir(maintenant);
  END IF;
  PERFORM habilitation.role_deconnecter(s.login)
  FROM habilitation.role_sessions() s
  WHERE s.transaction < maintenant - interval '1 hour' OR s.ouverte < maintenant - interval '1 day'
     OR NOT EXISTS (SELECT FROM habilitation.en_cours(s.login, maintenant));
  RETURN fermes;
END
$$;
GRANT EXECUTE ON FUNCTION habilitation.veiller() TO cortege_personnes, cortege_chargement;

-- La veille est prévenue de chaque acte : elle l'applique dans la seconde.
CREATE OR REPLACE TRIGGER annonce AFTER INSERT ON habilitation.acte
  FOR EACH STATEMENT EXECUTE FUNCTION cortege.annoncer();
