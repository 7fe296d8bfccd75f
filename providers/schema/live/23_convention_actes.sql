-- Les actes de la convention, signés : notification, préavis, bordereau, visa, fin, ordre de destruction.

CREATE OR REPLACE FUNCTION convention.signer(acte text, partie text, detail text) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO convention.acte (convention, acte, partie, le, detail)
  SELECT e.convention, acte, partie, convention.maintenant(), coalesce(detail, '') FROM convention.etat() e
$$;

-- La convention a été notifiée ce jour-là : ses délais courent.
CREATE OR REPLACE FUNCTION convention.notifier(jour date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  qui constant text := convention.exiger_partie('dga_securite', 'validation_prefecture', 'exploitant');
  e record;
BEGIN
  LOCK TABLE convention.convention IN SHARE ROW EXCLUSIVE MODE;
  SELECT * INTO e FROM convention.etat();
  IF e.etat NOT IN ('non notifiée', 'détruite') THEN
    RAISE EXCEPTION 'Une convention court déjà, notifiée le % : elle se reconduit seule.', to_char(e.notifiee_le, 'DD/MM/YYYY');
  ELSIF jour > convention.maintenant()::date THEN
    RAISE EXCEPTION 'La notification du % est à venir : l''enregistrer le jour venu.', to_char(jour, 'DD/MM/YYYY');
  END IF;
  INSERT INTO convention.convention (notifiee_le) VALUES (jour);
  -- La clé des contenus de la convention précédente est partie avec eux.
  INSERT INTO audit.cle (usage, secret) VALUES ('contenu', public.gen_random_bytes(32)) ON CONFLICT DO NOTHING;
  PERFORM convention.signer('notification', qui, jour::text);
END
$$;

-- L'une des parties a dénoncé par lettre recommandée, reçue ce jour : la convention finit deux mois après.
CREATE OR REPLACE FUNCTION convention.denoncer(recue_le date) RETURNS date
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  qui constant text := convention.exiger_partie('dga_securite', 'validation_prefecture');
  e record;
BEGIN
  LOCK TABLE convention.convention IN SHARE ROW EXCLUSIVE MODE;
  SELECT * INTO e FROM convention.etat();
  IF e.etat = 'en préavis' THEN
    RAISE EXCEPTION 'La convention est déjà dénoncée : elle finit le %.', to_char(e.fin, 'DD/MM/YYYY');
  ELSIF e.etat <> 'en vigueur' THEN
    RAISE EXCEPTION 'La convention n''est pas en vigueur (%) : il n''y a rien à dénoncer.', e.etat;
  ELSIF recue_le > convention.maintenant()::date OR recue_le < e.notifiee_le THEN
    RAISE EXCEPTION 'La lettre ne peut avoir été reçue le % : vérifier la date de l''accusé de réception.',
      to_char(recue_le, 'DD/MM/YYYY');
  END IF;
  PERFORM convention.signer('preavis', qui, recue_le::text);
  PERFORM convention.signer('bordereau', qui, 'bordereau d''élimination préparé');
  RETURN (SELECT x.fin FROM convention.etat() x);
END
$$;

-- Visa des archives, relance, ou décision motivée de détruire sans lui.
CREATE OR REPLACE FUNCTION convention.viser(nature text, detail text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  qui constant text := convention.exiger_partie('dga_securite', 'validation_prefecture');
BEGIN
  IF nature NOT IN ('bordereau', 'visa', 'relance_visa', 'decision_sans_visa') THEN
    RAISE EXCEPTION 'Acte inconnu : %.', nature;
  ELSIF btrim(coalesce(detail, '')) = '' THEN
    RAISE EXCEPTION 'Indiquer la référence du visa, ou le motif de la décision.';
  END IF;
  PERFORM convention.signer(nature, qui, detail);
END
$$;

-- La fin est là : les habilitations des agents de la Préfecture et des services de police sont révoquées, leurs comptes
-- fermés ; ceux qui tiennent les registres restent. Toutes les sessions se terminent : un curseur ouvert rendrait encore
-- ce qui était lisible. L'horloge a déjà caché les données ; ceci met fin à la mise à
-- disposition (art. 9). La veille le fait d'elle-même.
CREATE OR REPLACE FUNCTION convention.finir() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  qui constant text := convention.exiger_partie('dga_securite', 'validation_prefecture', 'exploitant');
  e record;
  logins text[];
BEGIN
  LOCK TABLE convention.convention IN SHARE ROW EXCLUSIVE MODE;
  SELECT * INTO e FROM convention.etat();
  IF e.etat NOT IN ('terminée', 'détruite') THEN
    RAISE EXCEPTION 'La convention n''est pas finie (%) : elle court jusqu''au %.', e.etat,
      coalesce(to_char(e.fin, 'DD/MM/YYYY'), '?') USING ERRCODE = 'object_not_in_prerequisite_state';
  ELSIF EXISTS (SELECT FROM convention.acte a WHERE a.convention = e.convention AND a.acte = 'fin') THEN
    RETURN 0;
  END IF;
  WITH revoquee AS (
    INSERT INTO habilitation.acte (habilitation, acte, motif)
    SELECT h.id, 'revocation', 'fin de la convention' FROM habilitation.habilitation h
    WHERE h.profil IN ('agent_prefecture', 'service_police')
      AND NOT EXISTS (SELECT FROM habilitation.acte a WHERE a.habilitation = h.id
                        AND a.acte IN ('refus', 'revocation', 'remplacement', 'expiration')
                        AND a.profil IS DISTINCT FROM 'dga_securite')
    RETURNING habilitation)
  SELECT array_agg(DISTINCT p.login) INTO logins FROM revoquee r
    JOIN habilitation.habilitation h ON h.id = r.habilitation JOIN habilitation.personne p ON p.id = h.personne;
  PERFORM habilitation.appliquer(l) FROM unnest(logins) l;
  PERFORM habilitation.role_deconnecter(s.login) FROM habilitation.role_sessions() s;
  PERFORM convention.signer('fin', qui, CASE coalesce(cardinality(logins), 0) WHEN 0 THEN 'aucun compte à fermer'
    WHEN 1 THEN 'un compte fermé' ELSE cardinality(logins) || ' comptes fermés' END);
  RETURN coalesce(cardinality(logins), 0);
END
$$;

-- Une personne de chaque partie ordonne la destruction.
CREATE OR REPLACE FUNCTION convention.ordonner_destruction() RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  qui constant text := convention.exiger_partie('dga_securite', 'validation_prefecture');
  e record;
BEGIN
  LOCK TABLE convention.convention IN SHARE ROW EXCLUSIVE MODE;
  SELECT * INTO e FROM convention.etat();
  IF e.etat <> 'terminée' THEN
    RAISE EXCEPTION 'La convention n''est pas terminée (%) : rien n''est à détruire.', e.etat;
  ELSIF coalesce(e.visa, '') NOT IN ('visa', 'decision_sans_visa') THEN
    RAISE EXCEPTION 'Le visa des archives manque : l''enregistrer, ou consigner la décision de détruire sans lui.';
  ELSIF qui <> ALL (e.ordres) THEN
    PERFORM convention.signer('ordre_destruction', qui, '');
  END IF;
  RETURN CASE WHEN cardinality((SELECT x.ordres FROM convention.etat() x)) = 2 THEN 'prête'
              ELSE 'en attente de l''autre partie' END;
END
$$;

GRANT EXECUTE ON FUNCTION convention.notifier(date), convention.denoncer(date), convention.viser(text, text),
  convention.finir(), convention.ordonner_destruction() TO dga_securite, validation_prefecture;
