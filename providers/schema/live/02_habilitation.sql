-- L'habilitation en cours de la personne connectée, et les tests que les politiques en font, une fois par requête.

-- Ce que ses actes font d'une habilitation à un instant. complete : elle a pris effet ; active : elle ouvre le
-- compte ; plateforme : elle ouvre la plateforme. La Ville n'ôte à un agent de la Préfecture que la plateforme :
-- la saisie dans Cortège est la décision de la Préfecture.
CREATE OR REPLACE FUNCTION habilitation.droits(numero integer, profil text, partie text, quand timestamptz,
  OUT validee boolean, OUT accordee boolean, OUT complete boolean, OUT active boolean, OUT plateforme boolean,
  OUT dernier text)
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  a record;
  close_ville boolean := false;
  close_prefecture boolean := false;
  suspendue_ville boolean := false;
  suspendue_prefecture boolean := false;
BEGIN
  validee := false;
  accordee := false;
  FOR a IN SELECT x.acte, x.profil FROM habilitation.acte x
           WHERE x.habilitation = numero AND x.le <= quand AND x.acte <> 'secret' ORDER BY x.id LOOP
    dernier := a.acte;
    CASE
      WHEN a.acte = 'validation' THEN validee := true;
      WHEN a.acte = 'accord' THEN accordee := true;
      WHEN a.acte IN ('refus', 'revocation', 'remplacement', 'expiration') THEN
        close_ville := close_ville OR a.profil IS DISTINCT FROM 'validation_prefecture';
        close_prefecture := close_prefecture OR a.profil IS DISTINCT FROM 'dga_securite';
      WHEN a.acte IN ('suspension', 'reprise') AND a.profil = 'dga_securite' THEN
        suspendue_ville := a.acte = 'suspension';
      WHEN a.acte IN ('suspension', 'reprise') THEN
        suspendue_prefecture := a.acte = 'suspension';
      ELSE
        NULL;
    END CASE;
  END LOOP;
  complete := CASE partie WHEN 'ville' THEN accordee WHEN 'prefecture' THEN validee ELSE validee AND accordee END;
  active := complete AND NOT close_prefecture AND NOT suspendue_prefecture
    AND (profil = 'agent_prefecture' OR NOT close_ville AND NOT suspendue_ville);
  plateforme := active AND accordee AND NOT close_ville AND NOT suspendue_ville
    AND profil IN ('agent_prefecture', 'service_police', 'analyste_ville', 'autorite_ville');
END
$$;

-- L'habilitation en cours d'un compte à un instant : la dernière qui a pris effet, si elle est encore active. Tous les
-- actes signés comptent, quelle que soit leur date : une horloge reculée ne rouvre pas ce qui a été clos.
-- Aucune ligne : aucun droit. Ces fonctions sont en plpgsql, dont les plans restent en mémoire : chaque requête
-- de chacun passe par elles.
CREATE OR REPLACE FUNCTION habilitation.en_cours(compte text, quand timestamptz, OUT habilitation integer,
  OUT personne integer, OUT profil text, OUT partie text, OUT service text, OUT unites integer[], OUT genres text[],
  OUT sources text[], OUT finalite text, OUT debut timestamptz, OUT fin timestamptz, OUT saisie boolean,
  OUT plateforme boolean)
RETURNS SETOF record
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  qui record;
  h record;
  d record;
BEGIN
  SELECT p.id, p.service, p.organisation, o.partie INTO qui
  FROM habilitation.personne p JOIN habilitation.organisation o ON o.id = p.organisation WHERE p.login = compte;
  FOR h IN SELECT x.* FROM habilitation.habilitation x WHERE x.personne = qui.id AND x.debut <= quand
           ORDER BY x.id DESC LOOP
    d := habilitation.droits(h.id, h.profil, qui.partie, 'infinity');
    CONTINUE WHEN NOT d.complete;
    IF d.active AND quand < h.fin AND (qui.partie <> 'service_police' OR (
         SELECT s.autorisee FROM habilitation.autorisation s
         WHERE s.organisation = qui.organisation ORDER BY s.id DESC LIMIT 1)) THEN
      habilitation := h.id;
      personne := qui.id;
      profil := h.profil;
      partie := qui.partie;
      service := qui.service;
      unites := h.unites;
      genres := h.genres;
      sources := h.sources;
      finalite := h.finalite;
      debut := h.debut;
      fin := h.fin;
      saisie := h.profil = 'agent_prefecture';
      plateforme := d.plateforme;
      RETURN NEXT;
    END IF;
    RETURN;
  END LOOP;
END
$$;

-- Celle de la personne de la session, à l'heure de l'horloge et non de la transaction.
CREATE OR REPLACE FUNCTION habilitation.courante(OUT habilitation integer, OUT personne integer, OUT profil text,
  OUT partie text, OUT service text, OUT unites integer[], OUT genres text[], OUT sources text[], OUT finalite text,
  OUT debut timestamptz, OUT fin timestamptz, OUT saisie boolean, OUT plateforme boolean)
RETURNS SETOF record
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT * FROM habilitation.en_cours(session_user::text, clock_timestamp());
END
$$;

-- Vrai si des événements de ce genre peuvent être lus : habilitation en cours, convention en vigueur.
CREATE OR REPLACE FUNCTION habilitation.lit_evenements(genre text) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN convention.en_vigueur()
     AND EXISTS (SELECT FROM habilitation.courante() c
                 WHERE (c.saisie OR c.plateforme) AND (c.genres IS NULL OR genre = ANY (c.genres)));
END
$$;

-- Vrai si la plateforme peut être lue.
CREATE OR REPLACE FUNCTION habilitation.lit_plateforme() RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM habilitation.courante() c WHERE c.plateforme);
END
$$;

-- Le service de l'agent qui peut saisir ; vide pour tout autre.
CREATE OR REPLACE FUNCTION habilitation.mon_service() RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (SELECT c.service FROM habilitation.courante() c WHERE c.saisie AND convention.en_vigueur());
END
$$;

-- Le service de la personne de la session, habilitée ou non : valeur par défaut, jamais un droit.
CREATE OR REPLACE FUNCTION habilitation.service_declare() RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (SELECT p.service FROM habilitation.personne p WHERE p.login = session_user);
END
$$;

-- Les unités du périmètre ; vide : tout le territoire. N'est jamais un droit à elle seule.
CREATE OR REPLACE FUNCTION habilitation.mes_unites() RETURNS integer[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (SELECT c.unites FROM habilitation.courante() c);
END
$$;

-- Le profil en cours ; vide : aucun.
CREATE OR REPLACE FUNCTION habilitation.mon_profil() RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (SELECT c.profil FROM habilitation.courante() c);
END
$$;

-- Ce que les clients montrent : qui je suis, mon profil, mon périmètre, l'état de la convention.
CREATE OR REPLACE FUNCTION habilitation.moi() RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (
  SELECT jsonb_build_object('login', session_user, 'habilitee', c.habilitation IS NOT NULL,
    'habilitation', c.habilitation, 'profil', c.profil, 'service', c.service, 'unites', c.unites,
    'genres', c.genres, 'sources', c.sources, 'finalite', c.finalite, 'debut', c.debut, 'fin', c.fin,
    'saisie', coalesce(c.saisie, false), 'plateforme', coalesce(c.plateforme, false),
    'convention_en_vigueur', convention.en_vigueur())
  FROM (SELECT) un LEFT JOIN habilitation.courante() c ON true);
END
$$;

GRANT EXECUTE ON FUNCTION habilitation.lit_evenements(text), habilitation.lit_plateforme(),
  habilitation.mon_service(), habilitation.service_declare(), habilitation.mes_unites(), habilitation.mon_profil(),
  habilitation.moi() TO cortege_personnes;
