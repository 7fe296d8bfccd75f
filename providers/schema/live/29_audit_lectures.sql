-- Les lectures : pgaudit écrit chaque table lue au journal du serveur, avec le compte et le nom donné par le client ;
-- « cortege audit ingest » les verse ici. Un client de Cortège se nomme « couche|xmin,ymin,xmax,ymax|de/à » (63 octets
-- au plus) avant de lire ; un autre nom est gardé tel quel.

GRANT SELECT ON cortege.manifestation_deambulatoire, cortege.manifestation_statique, cortege.operation_programmee,
  cortege.visite_officielle, cortege.adresse, plateforme.fait, plateforme.zone_tension, habilitation.identite, audit.contenu
  TO cortege_audit;

CREATE OR REPLACE FUNCTION audit.decoder_application(application text, OUT couche text, OUT emprise box, OUT fenetre text)
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  m text[] := regexp_match(application,
    '^([^|]{1,40})\|(?:(-?\d+),(-?\d+),(-?\d+),(-?\d+))?\|(.*)$');
BEGIN
  IF m IS NULL THEN
    RETURN;
  END IF;
  couche := m[1];
  emprise := CASE WHEN m[2] IS NOT NULL THEN box(point(m[2]::float8, m[3]::float8), point(m[4]::float8, m[5]::float8)) END;
  fenetre := nullif(m[6], '');
EXCEPTION WHEN numeric_value_out_of_range THEN
  emprise := NULL;
END
$$;

-- Verse des lignes [{le, processus, ordre, relation, par, application}] ; une ligne déjà versée est ignorée. Une ligne
-- sans relation est une copie (COPY), que le serveur note à part des tables lues : si elle est d'une personne, par un client
-- qui ne dit pas quelle couche il affiche, elle entre au registre des exports, à justifier. De même la lecture par GDAL
-- (ogr2ogr et ce qui s'appuie sur lui), qui n'affiche rien : un constat par session.
CREATE OR REPLACE FUNCTION audit.verser(lignes jsonb) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  versees bigint;
BEGIN
  IF NOT pg_has_role(session_user, 'cortege_proprietaire', 'MEMBER') THEN
    RAISE EXCEPTION 'Réservé à l''exploitant de la base.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO audit.lecture (le, processus, ordre, relation, par, application, couche, emprise, fenetre, habilitation, finalite)
  SELECT x.le, x.processus, x.ordre, x.relation, x.par, x.application, d.couche, d.emprise, d.fenetre, h.id, h.finalite
  FROM jsonb_to_recordset(lignes) AS x (le timestamptz, processus integer, ordre integer, relation text, par text, application text)
  CROSS JOIN LATERAL audit.decoder_application(x.application) d
  LEFT JOIN LATERAL audit.habilitation_de(x.par, x.le) h ON true
  WHERE x.relation <> ''
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS versees = ROW_COUNT;
  INSERT INTO convention.export (le, processus, ordre, par, couche, finalite, destinataire, application, constat)
  SELECT x.le, x.processus, x.ordre, x.par, 'copie (COPY)', coalesce(h.finalite, 'inconnue'), 'non déclaré', x.application, true
  FROM jsonb_to_recordset(lignes) AS x (le timestamptz, processus integer, ordre integer, relation text, par text, application text)
  JOIN habilitation.personne p ON p.login = x.par
  LEFT JOIN LATERAL audit.habilitation_de(x.par, x.le) h ON true
  CROSS JOIN LATERAL audit.decoder_application(x.application) d
  WHERE x.relation = '' AND d.couche IS NULL
  ON CONFLICT DO NOTHING;
  INSERT INTO convention.export (le, processus, ordre, par, couche, finalite, destinataire, application, constat)
  SELECT DISTINCT ON (x.par, x.processus) x.le, x.processus, x.ordre, x.par, 'lecture (GDAL)', coalesce(h.finalite, 'inconnue'),
    'non déclaré', x.application, true
  FROM jsonb_to_recordset(lignes) AS x (le timestamptz, processus integer, ordre integer, relation text, par text, application text)
  JOIN habilitation.personne p ON p.login = x.par
  LEFT JOIN LATERAL audit.habilitation_de(x.par, x.le) h ON true
  WHERE x.relation <> '' AND x.application LIKE 'GDAL %'
    AND NOT EXISTS (SELECT FROM convention.export e WHERE e.constat AND e.par = x.par AND e.processus = x.processus
                      AND e.le BETWEEN x.le - interval '12 hours' AND x.le)
  ORDER BY x.par, x.processus, x.le
  ON CONFLICT DO NOTHING;
  RETURN versees;
END
$$;

-- L'habilitation d'un compte à un instant passé : la dernière qui était active, et sa finalité.
CREATE OR REPLACE FUNCTION audit.habilitation_de(compte text, quand timestamptz, OUT id integer, OUT finalite text)
RETURNS SETOF record
LANGUAGE sql STABLE ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
  SELECT h.id, h.finalite FROM habilitation.habilitation h JOIN habilitation.personne p ON p.id = h.personne
  JOIN habilitation.organisation o ON o.id = p.organisation
  CROSS JOIN LATERAL habilitation.droits(h.id, h.profil, o.partie, quand) d
  WHERE p.login = compte AND quand >= h.debut AND quand < h.fin AND d.active ORDER BY h.id DESC LIMIT 1
$$;
