-- Vérifier, exporter les têtes, caviarder, retrouver l'histoire d'une ligne.

-- Tout ce qui cloche dans le journal, une ligne par défaut ; aucune ligne : la chaîne tient et les contenus présents
-- sont ceux qui furent écrits.
CREATE OR REPLACE FUNCTION audit.verifier() RETURNS TABLE (defaut text, ecriture bigint, relation text, cle text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM convention.exiger_partie('dpo', 'exploitant');
  -- La chaîne : rangs sans trou, chaque lien sur le précédent, chaque empreinte refaite.
  RETURN QUERY
  WITH suite AS (
    SELECT l, lag(l.empreinte) OVER w AS avant, row_number() OVER w AS attendu,
           (SELECT string_agg(e.empreinte, ''::bytea ORDER BY e.id) FROM audit.ecriture e
            WHERE e.transaction = l.transaction AND e.id BETWEEN l.premiere AND l.derniere) AS contenu,
           (SELECT count(*) FROM audit.ecriture e
            WHERE e.transaction = l.transaction AND e.id BETWEEN l.premiere AND l.derniere) AS presentes
    FROM audit.lien l WINDOW w AS (PARTITION BY l.voie ORDER BY l.rang))
  SELECT CASE WHEN (s.l).rang <> s.attendu THEN 'un lien manque avant'
              WHEN (s.l).precedent <> coalesce(s.avant, '\x') THEN 'le lien ne suit pas le précédent'
              WHEN (s.l).ecritures <> s.presentes THEN 'une écriture manque ou est en trop dans le lien'
              ELSE 'le lien a été changé' END,
         (s.l).premiere, 'audit.lien', format('voie %s, rang %s', (s.l).voie, (s.l).rang)
  FROM suite s
  WHERE (s.l).rang <> s.attendu OR (s.l).precedent <> coalesce(s.avant, '\x') OR (s.l).ecritures <> s.presentes
     OR (s.l).empreinte <> audit.empreinte_lien(s.l, s.contenu);
  -- Les écritures : chacune liée, chacune intacte.
  RETURN QUERY
  SELECT 'l''écriture n''est dans aucun lien', e.id, e.relation, e.cles[1] FROM audit.ecriture e
  WHERE NOT EXISTS (SELECT FROM audit.lien l WHERE l.transaction = e.transaction AND e.id BETWEEN l.premiere AND l.derniere)
    AND e.transaction < pg_snapshot_xmin(pg_current_snapshot());
  RETURN QUERY
  SELECT 'l''écriture a été changée', e.id, e.relation, e.cles[1] FROM audit.ecriture e
  WHERE e.empreinte <> audit.empreinte_ecriture(e.id, e.transaction, e.le, e.par, e.relation, e.operation, e.cles, e.empreintes)
     OR e.lignes <> cardinality(e.cles);
  -- Les contenus, ligne à ligne, tant que leur clé n'a pas été détruite.
  RETURN QUERY
  SELECT 'le contenu a été changé', e.id, e.relation, e.cles[i]
  FROM audit.contenu c JOIN audit.ecriture e ON e.id = c.ecriture
  JOIN audit.cle k ON k.usage = audit.usage_cle(e.relation)
  CROSS JOIN LATERAL generate_series(1, greatest(cardinality(e.cles), cardinality(c.avant), cardinality(c.apres))) i
  WHERE substr(e.empreintes, 32 * i - 31, 32) IS DISTINCT FROM
    public.hmac(convert_to(coalesce(c.avant[i], '') || E'\x1f' || coalesce(c.apres[i], ''), 'UTF8'), k.secret, 'sha256');
  -- Un contenu ne s'en va que caviardé, ou détruit avec la convention.
  RETURN QUERY
  SELECT 'le contenu a disparu', e.id, e.relation, e.cles[1] FROM audit.ecriture e
  WHERE e.relation <> 'habilitation.identite'
    AND NOT EXISTS (SELECT FROM audit.contenu c WHERE c.ecriture = e.id)
    AND NOT EXISTS (SELECT FROM audit.caviardage v WHERE v.ecriture = e.id)
    AND NOT (audit.se_detruit(e.relation)
             AND e.le < coalesce((SELECT max(t.le_reel) FROM audit.destructions() t), '-infinity'));
END
$$;

-- Vrai pour les tables dont les contenus partent avec la convention.
CREATE OR REPLACE FUNCTION audit.se_detruit(relation text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT relation LIKE 'cortege.%' OR relation IN ('plateforme.calcul', 'plateforme.fait', 'convention.confirmation')
$$;

-- Les destructions accomplies, à l'heure du serveur : avant elles, un contenu absent est un contenu détruit.
CREATE OR REPLACE FUNCTION audit.destructions() RETURNS TABLE (le_reel timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT e.le FROM audit.ecriture e JOIN convention.etape x ON x.numero::text = ANY (e.cles)
  WHERE e.relation = 'convention.etape' AND x.numero = 4
$$;

-- La tête de chaque voie : à signer et garder hors de la base. Une tête gardée qui n'y est plus dénonce une troncature.
CREATE OR REPLACE FUNCTION audit.tetes() RETURNS TABLE (voie integer, rang bigint, le timestamptz, empreinte text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM convention.exiger_partie('dpo', 'exploitant');
  RETURN QUERY SELECT DISTINCT ON (l.voie) l.voie, l.rang, l.le, encode(l.empreinte, 'hex')
    FROM audit.lien l ORDER BY l.voie, l.rang DESC;
END
$$;

-- Vrai si cette tête, exportée naguère, est toujours dans la chaîne.
CREATE OR REPLACE FUNCTION audit.tete_presente(voie integer, rang bigint, empreinte text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM convention.exiger_partie('dpo', 'exploitant');
  RETURN EXISTS (SELECT FROM audit.lien l WHERE l.voie = tete_presente.voie AND l.rang = tete_presente.rang
                 AND encode(l.empreinte, 'hex') = tete_presente.empreinte);
END
$$;

-- La DPO efface le contenu d'une écriture ; l'empreinte reste, la chaîne tient, l'effacement est lui-même au journal.
CREATE OR REPLACE FUNCTION audit.caviarder(numero bigint, motif text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM habilitation.exiger_profil('dpo');
  IF NOT EXISTS (SELECT FROM audit.ecriture e WHERE e.id = numero) THEN
    RAISE EXCEPTION 'Aucune écriture n° % au journal.', numero;
  END IF;
  INSERT INTO audit.caviardage (ecriture, motif) VALUES (numero, motif) ON CONFLICT DO NOTHING;
  DELETE FROM audit.contenu c WHERE c.ecriture = numero;
END
$$;

-- L'histoire d'une ligne, pour la DPO. Un contenu absent a été caviardé ou détruit.
CREATE OR REPLACE FUNCTION audit.histoire(relation text, cle text) RETURNS TABLE (ecriture bigint, le timestamptz, par text,
  operation text, avant text, apres text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM habilitation.exiger_profil('dpo');
  RETURN QUERY SELECT e.id, e.le, e.par, e.operation, c.avant[array_position(e.cles, histoire.cle)],
      c.apres[array_position(e.cles, histoire.cle)]
    FROM audit.ecriture e LEFT JOIN audit.contenu c ON c.ecriture = e.id
    WHERE e.relation = histoire.relation AND histoire.cle = ANY (e.cles) ORDER BY e.id;
END
$$;
GRANT EXECUTE ON FUNCTION audit.verifier(), audit.tetes(), audit.tete_presente(integer, bigint, text),
  audit.caviarder(bigint, text), audit.histoire(text, text) TO dpo;
