-- L'horloge de la convention (art. 9) : un an, trois reconductions tacites, quatre ans au plus, préavis de deux mois.
-- L'horloge cache, elle ne détruit rien d'elle-même.

-- Maintenant, pour la convention : l'heure du serveur, avancée dans une base de démonstration, jamais avant le plus
-- tardif instant constaté.
CREATE OR REPLACE FUNCTION convention.maintenant() RETURNS timestamptz
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT greatest(clock_timestamp() + coalesce((SELECT decalage FROM convention.demonstration), '0'),
                  (SELECT instant FROM convention.repere))
$$;
GRANT EXECUTE ON FUNCTION convention.maintenant() TO cortege_personnes;

-- Retient l'instant constaté, sans jamais faire attendre une écriture.
CREATE OR REPLACE FUNCTION convention.constater() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  UPDATE convention.repere SET instant = convention.maintenant()
  WHERE id = (SELECT id FROM convention.repere WHERE instant < convention.maintenant() - interval '1 hour'
              FOR UPDATE SKIP LOCKED)
$$;
GRANT EXECUTE ON FUNCTION convention.constater() TO cortege_personnes;

-- Où en est la convention la plus récente. Les bornes sont à minuit, heure du territoire ; fin exclue.
CREATE OR REPLACE FUNCTION convention.etat(OUT convention integer, OUT notifiee_le date, OUT annee integer,
  OUT reconduite_le date, OUT plafond date, OUT preavis_recu_le date, OUT preavis_de text, OUT fin date, OUT etat text,
  OUT destruction_avant date, OUT visa text, OUT ordres text[], OUT detruite_le timestamptz)
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  jour constant date := (convention.maintenant() AT TIME ZONE coalesce((SELECT t.fuseau FROM voirie.territoire t),
                                                                       'Europe/Paris'))::date;
BEGIN
  SELECT c.id, c.notifiee_le INTO convention, notifiee_le FROM convention.convention c ORDER BY c.id DESC LIMIT 1;
  IF convention IS NULL THEN
    etat := 'non notifiée';
    RETURN;
  END IF;
  plafond := notifiee_le + interval '4 years';
  annee := least(4, greatest(1, 1 + extract(year FROM age(jour, notifiee_le))::integer));
  reconduite_le := notifiee_le + make_interval(years => annee);
  SELECT a.detail::date, a.partie INTO preavis_recu_le, preavis_de FROM convention.acte a
    WHERE a.convention = etat.convention AND a.acte = 'preavis' ORDER BY a.detail::date LIMIT 1;
  fin := least(plafond, preavis_recu_le + interval '2 months');
  destruction_avant := fin + 15;
  visa := (SELECT a.acte FROM convention.acte a WHERE a.convention = etat.convention
           AND a.acte IN ('visa', 'decision_sans_visa', 'bordereau', 'relance_visa')
           ORDER BY a.acte IN ('visa', 'decision_sans_visa') DESC, a.id DESC LIMIT 1);
  ordres := ARRAY(SELECT DISTINCT a.partie FROM convention.acte a
                  WHERE a.convention = etat.convention AND a.acte = 'ordre_destruction' ORDER BY 1);
  detruite_le := (SELECT min(a.le) FROM convention.acte a WHERE a.convention = etat.convention AND a.acte = 'certificat');
  etat := CASE WHEN detruite_le IS NOT NULL THEN 'détruite' WHEN jour < notifiee_le THEN 'à venir'
    WHEN jour >= fin THEN 'terminée' WHEN preavis_recu_le IS NOT NULL THEN 'en préavis' ELSE 'en vigueur' END;
END
$$;
GRANT EXECUTE ON FUNCTION convention.etat() TO cortege_personnes;

-- Vrai tant que la convention permet de lire ce qui a été transmis.
CREATE OR REPLACE FUNCTION convention.en_vigueur() RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT e.etat IN ('en vigueur', 'en préavis') FROM convention.etat() e
$$;
GRANT EXECUTE ON FUNCTION convention.en_vigueur() TO cortege_personnes;

-- La base devient de démonstration à sa création seulement : avant toute convention, toute donnée et tout acte.
CREATE OR REPLACE FUNCTION convention.declarer_demonstration() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT pg_has_role(session_user, 'cortege_proprietaire', 'MEMBER') THEN
    RAISE EXCEPTION 'Réservé à l''exploitant de la base.' USING ERRCODE = 'insufficient_privilege';
  ELSIF EXISTS (SELECT FROM convention.convention) OR EXISTS (SELECT FROM habilitation.acte)
     OR EXISTS (SELECT FROM audit.ecriture WHERE relation LIKE 'cortege.%') THEN
    RAISE EXCEPTION 'Cette base a déjà servi : seule une base neuve peut être déclarée de démonstration.';
  END IF;
  INSERT INTO convention.demonstration DEFAULT VALUES ON CONFLICT DO NOTHING;
END
$$;

-- Avance l'horloge d'une base de démonstration.
CREATE OR REPLACE FUNCTION convention.avancer(duree interval) RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT pg_has_role(session_user, 'cortege_proprietaire', 'MEMBER') THEN
    RAISE EXCEPTION 'Réservé à l''exploitant de la base.' USING ERRCODE = 'insufficient_privilege';
  ELSIF duree < interval '0' THEN
    RAISE EXCEPTION 'L''horloge n''avance que vers l''avenir.';
  END IF;
  UPDATE convention.demonstration SET decalage = decalage + duree;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'L''horloge ne se simule que dans une base créée pour une démonstration.';
  END IF;
  PERFORM convention.constater();
  RETURN convention.maintenant();
END
$$;
