-- Les deux DPO sont informées d'un avenant et de chaque changement de nature : chacune en accuse réception de son compte, et
-- tout client le rappelle tant qu'il en manque un.

-- Ce dont une DPO n'a pas encore accusé réception.
CREATE OR REPLACE FUNCTION convention.accuses_attendus() RETURNS TABLE (partie text, avenant text, changement bigint, objet text)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT d.partie, o.avenant, o.changement, o.objet
  FROM (SELECT a.reference AS avenant, NULL::bigint AS changement, a.objet, a.ouvert_le AS le FROM convention.avenant a
        UNION ALL
        SELECT NULL, c.id, c.relation || ' : ' || c.avant || ' → ' || c.apres, c.le FROM convention.changement c
        WHERE c.avenant IS NOT NULL) o
  CROSS JOIN (VALUES ('ville'), ('prefecture')) d (partie)
  WHERE NOT EXISTS (SELECT FROM convention.accuse x WHERE x.partie = d.partie
                      AND (x.avenant = o.avenant OR x.changement = o.changement))
  ORDER BY o.le, o.changement, d.partie DESC
$$;

-- La DPO de la session a pris connaissance de tout ce qui l'attend. Rend ce dont elle accuse réception.
CREATE OR REPLACE FUNCTION convention.accuser_reception() RETURNS TABLE (avenant text, changement bigint, objet text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  ma_partie text;
BEGIN
  PERFORM habilitation.exiger_profil('dpo');
  ma_partie := (SELECT c.partie FROM habilitation.courante() c);
  RETURN QUERY
    WITH attendus AS MATERIALIZED (SELECT a.* FROM convention.accuses_attendus() a WHERE a.partie = ma_partie),
    notes AS (INSERT INTO convention.accuse (avenant, changement, partie)
              SELECT a.avenant, a.changement, ma_partie FROM attendus a)
    SELECT a.avenant, a.changement, a.objet FROM attendus a;
END
$$;
GRANT EXECUTE ON FUNCTION convention.accuser_reception() TO dpo;
