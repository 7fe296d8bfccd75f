-- L'habilitation en cours de la personne connectée, et les tests que les politiques en font, une fois par requête.
DO $$
DECLARE
  nom text;
BEGIN
  FOREACH nom IN ARRAY ARRAY['organisation', 'personne', 'identite', 'habilitation', 'acte'] LOOP
    EXECUTE format('CREATE POLICY proprietaire ON habilitation.%I TO cortege_proprietaire
                      USING (true) WITH CHECK (true)', nom);
  END LOOP;
END
$$;

-- Où en est une habilitation, d'après ses seuls actes.
CREATE OR REPLACE FUNCTION habilitation.etat(numero integer,
  OUT validee boolean, OUT accordee boolean, OUT close boolean, OUT suspendue boolean)
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(bool_or(acte = 'validation'), false),
         coalesce(bool_or(acte = 'accord'), false),
         coalesce(bool_or(acte IN ('refus', 'revocation', 'remplacement')), false),
         coalesce((array_agg(acte ORDER BY id DESC) FILTER (WHERE acte IN ('suspension', 'reprise')))[1]
                  = 'suspension', false)
  FROM habilitation.acte WHERE habilitation = numero
$$;

-- L'habilitation en cours de la personne de la session : ses droits, son périmètre. Aucune ligne : aucun droit.
-- L'heure est celle de l'horloge, pas celle de la transaction.
CREATE OR REPLACE FUNCTION habilitation.courante(OUT habilitation integer, OUT personne integer, OUT profil text,
  OUT service text, OUT unites integer[], OUT genres text[], OUT sources text[], OUT finalite text,
  OUT debut timestamptz, OUT fin timestamptz, OUT saisie boolean, OUT plateforme boolean)
RETURNS SETOF record
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT h.id, p.id, h.profil, p.service, h.unites, h.genres, h.sources, h.finalite, h.debut, h.fin,
         h.profil = 'agent_prefecture',
         e.accordee AND h.profil IN ('agent_prefecture', 'service_police', 'analyste_ville', 'autorite_ville')
  FROM habilitation.personne p
  JOIN habilitation.organisation o ON o.id = p.organisation
  JOIN habilitation.habilitation h ON h.personne = p.id
  CROSS JOIN LATERAL habilitation.etat(h.id) e
  WHERE p.login = session_user
    AND clock_timestamp() >= h.debut AND clock_timestamp() < h.fin
    AND NOT e.close AND NOT e.suspendue
    AND (o.partie = 'ville' OR e.validee)
    AND (e.accordee OR o.partie = 'prefecture' AND h.profil <> 'service_police')
  ORDER BY h.id DESC LIMIT 1
$$;

-- Vrai si des événements de ce genre peuvent être lus : habilitation en cours, convention en vigueur.
CREATE OR REPLACE FUNCTION habilitation.lit_evenements(genre text) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT convention.en_vigueur()
     AND EXISTS (SELECT FROM habilitation.courante() c
                 WHERE (c.saisie OR c.plateforme) AND (c.genres IS NULL OR genre = ANY (c.genres)))
$$;

-- Vrai si la plateforme peut être lue.
CREATE OR REPLACE FUNCTION habilitation.lit_plateforme() RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT FROM habilitation.courante() c WHERE c.plateforme)
$$;

-- Le service de l'agent qui peut saisir ; vide pour tout autre.
CREATE OR REPLACE FUNCTION habilitation.mon_service() RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT c.service FROM habilitation.courante() c WHERE c.saisie AND convention.en_vigueur()
$$;

-- Les unités du périmètre ; vide : tout le territoire. N'est jamais un droit à elle seule.
CREATE OR REPLACE FUNCTION habilitation.mes_unites() RETURNS integer[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT c.unites FROM habilitation.courante() c
$$;

-- Un bit par combinaison d'accès (plateforme.acces) : 1 si ses faits sont lisibles.
CREATE OR REPLACE FUNCTION habilitation.masque_faits() RETURNS bit varying
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH moi AS (SELECT c.*, convention.en_vigueur() AS en_vigueur FROM habilitation.courante() c
               WHERE c.plateforme AND (c.genres IS NULL OR 'fait' = ANY (c.genres))),
  lisible AS (
    SELECT a.id FROM moi, plateforme.acces a JOIN plateforme.source s ON s.code = a.source
    WHERE (moi.unites IS NULL OR a.unites && moi.unites)
      AND (moi.sources IS NULL OR a.source = ANY (moi.sources))
      AND (moi.en_vigueur OR NOT s.transmise AND moi.profil IN ('analyste_ville', 'autorite_ville')))
  SELECT coalesce(string_agg(CASE WHEN l.id IS NULL THEN '0' ELSE '1' END, '' ORDER BY n)::bit varying, B'0')
  FROM generate_series(0, (SELECT max(id) FROM plateforme.acces)) n LEFT JOIN lisible l ON l.id = n
$$;

-- Ce que les clients montrent : qui je suis, mon profil, mon périmètre, l'état de la convention.
CREATE OR REPLACE FUNCTION habilitation.moi() RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT jsonb_build_object('login', session_user, 'habilitee', c.habilitation IS NOT NULL,
    'habilitation', c.habilitation, 'profil', c.profil, 'service', c.service, 'unites', c.unites,
    'genres', c.genres, 'sources', c.sources, 'finalite', c.finalite, 'debut', c.debut, 'fin', c.fin,
    'saisie', coalesce(c.saisie, false), 'plateforme', coalesce(c.plateforme, false),
    'convention_en_vigueur', convention.en_vigueur())
  FROM (SELECT) un LEFT JOIN habilitation.courante() c ON true
$$;

GRANT EXECUTE ON FUNCTION habilitation.lit_evenements(text), habilitation.lit_plateforme(),
  habilitation.mon_service(), habilitation.mes_unites(), habilitation.masque_faits(), habilitation.moi()
  TO cortege_personnes;
