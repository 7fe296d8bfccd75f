-- Les registres : qui les lit, rien n'y change ; la liste à une date ; la veille qui applique l'horloge.

-- Un registre se complète ; il ne se corrige pas, fût-ce par le propriétaire du schéma.
CREATE OR REPLACE FUNCTION habilitation.refuser_changement() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'Le registre % ne se modifie pas : signer un nouvel acte.', TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END
$$;

DO $$
DECLARE
  nom text;
BEGIN
  FOREACH nom IN ARRAY ARRAY['organisation', 'autorisation', 'personne', 'identite', 'habilitation', 'acte'] LOOP
    EXECUTE format('CREATE POLICY proprietaire ON habilitation.%I TO cortege_proprietaire
                      USING (true) WITH CHECK (true)', nom);
    EXECUTE format('GRANT SELECT ON habilitation.%I TO dga_securite, validation_prefecture', nom);
    EXECUTE format('CREATE POLICY gestion ON habilitation.%I FOR SELECT TO dga_securite, validation_prefecture
                      USING ((SELECT habilitation.mon_profil()) IN (''dga_securite'', ''validation_prefecture''))', nom);
    IF nom <> 'identite' THEN
      EXECUTE format('GRANT SELECT ON habilitation.%I TO dpo', nom);
      EXECUTE format('CREATE POLICY controle ON habilitation.%I FOR SELECT TO dpo
                        USING ((SELECT habilitation.mon_profil()) = ''dpo'')', nom);
    END IF;
  END LOOP;
  FOREACH nom IN ARRAY ARRAY['organisation', 'autorisation', 'personne', 'habilitation', 'acte'] LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER immuable BEFORE UPDATE OR DELETE OR TRUNCATE ON habilitation.%I
                      FOR EACH STATEMENT EXECUTE FUNCTION habilitation.refuser_changement()', nom);
  END LOOP;
END
$$;

-- La liste des habilitations à un instant, telle qu'elle se signe. Les noms ne paraissent qu'à qui tient la liste.
CREATE OR REPLACE FUNCTION habilitation.liste(quand timestamptz DEFAULT clock_timestamp())
RETURNS TABLE (numero integer, login text, nom text, prenom text, fonction text, organisation text, partie text,
  service text, profil text, unites text, genres text[], sources text[], finalite text, debut timestamptz,
  fin timestamptz, etat text, cortege boolean, plateforme boolean, actes jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mien constant text := habilitation.exiger_profil('dga_securite', 'validation_prefecture', 'dpo');
BEGIN
  RETURN QUERY
  SELECT h.id, p.login, i.nom, i.prenom, i.fonction, o.nom, o.partie, p.service, h.profil,
         (SELECT string_agg(u.nom, ', ' ORDER BY u.genre, u.code) FROM voirie.unite u WHERE u.id = ANY (h.unites)),
         h.genres, h.sources, h.finalite, h.debut, h.fin,
         CASE WHEN d.dernier IN ('refus', 'revocation', 'remplacement', 'expiration') AND NOT d.active THEN d.dernier
              WHEN quand >= h.fin THEN 'expiration'
              WHEN NOT d.complete THEN d.dernier
              WHEN NOT d.active THEN 'suspension'
              WHEN quand < h.debut THEN 'à venir'
              ELSE 'active' END,
         d.active AND h.profil = 'agent_prefecture' AND quand >= h.debut AND quand < h.fin,
         d.plateforme AND quand >= h.debut AND quand < h.fin,
         (SELECT jsonb_agg(jsonb_build_object('acte', a.acte, 'par', a.par, 'profil', a.profil, 'le', a.le,
                                              'motif', a.motif) ORDER BY a.id)
          FROM habilitation.acte a WHERE a.habilitation = h.id AND a.le <= quand)
  FROM habilitation.habilitation h
  JOIN habilitation.personne p ON p.id = h.personne
  JOIN habilitation.organisation o ON o.id = p.organisation
  LEFT JOIN habilitation.identite i ON i.personne = p.id AND mien <> 'dpo'
  CROSS JOIN LATERAL habilitation.droits(h.id, h.profil, o.partie, quand) d
  WHERE EXISTS (SELECT FROM habilitation.acte a WHERE a.habilitation = h.id AND a.le <= quand)
  ORDER BY o.partie, p.login, h.id;
END
$$;

-- Le mot de passe d'une personne de sa partie, chiffré chez qui le pose ; l'acte reste au registre.
CREATE OR REPLACE FUNCTION habilitation.poser_secret(login text, verificateur text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mien constant text := habilitation.exiger_profil('dga_securite', 'validation_prefecture');
  c record;
BEGIN
  SELECT * INTO c FROM habilitation.en_cours(poser_secret.login, clock_timestamp());
  IF c.habilitation IS NULL THEN
    RAISE EXCEPTION '« % » n''a pas d''habilitation en cours : l''habiliter d''abord.', login
      USING ERRCODE = 'object_not_in_prerequisite_state';
  ELSIF (c.partie = 'ville') <> (mien = 'dga_securite') THEN
    RAISE EXCEPTION 'Chaque partie remet leurs mots de passe à ses personnes : « % » relève de l''autre.', login
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM habilitation.role_secret(login, verificateur);
  PERFORM habilitation.signer(c.habilitation, 'secret', mien, 'mot de passe remis');
END
$$;

-- Efface le nom d'une personne dont toutes les habilitations sont closes ; l'identifiant et les actes restent.
CREATE OR REPLACE FUNCTION habilitation.oublier(login text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM habilitation.exiger_profil('dga_securite', 'validation_prefecture');
  IF login = session_user THEN
    RAISE EXCEPTION 'Nul ne décide de son propre cas : faire signer une autre personne.'
      USING ERRCODE = 'insufficient_privilege';
  ELSIF EXISTS (SELECT FROM habilitation.habilitation h JOIN habilitation.personne p ON p.id = h.personne
                WHERE p.login = oublier.login AND h.fin > clock_timestamp()
                  AND NOT EXISTS (SELECT FROM habilitation.acte a WHERE a.habilitation = h.id
                                    AND a.acte IN ('refus', 'revocation', 'remplacement', 'expiration')
                                    AND (a.profil IS NULL OR h.profil <> 'agent_prefecture'
                                         OR a.profil <> 'dga_securite'))) THEN
    RAISE EXCEPTION '« % » a une habilitation ouverte : la révoquer ou la refuser d''abord.', login
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  DELETE FROM habilitation.identite i USING habilitation.personne p WHERE p.id = i.personne AND p.login = oublier.login;
  PERFORM habilitation.role_fermer(login);
END
$$;

-- Lignes de pg_ident.conf qui laissent le compte système du serveur web devenir ces personnes, et elles seules.
CREATE OR REPLACE FUNCTION habilitation.lignes_pg_ident(carte text, compte text) RETURNS SETOF text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT format('%s %s %s', quote_ident(carte), quote_ident(compte), quote_ident(r.rolname::text))
  FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member
  WHERE m.roleid = 'viewers'::regrole AND r.rolcanlogin ORDER BY r.rolname
$$;
GRANT EXECUTE ON FUNCTION habilitation.lignes_pg_ident(text, text) TO cortege_chargement;

-- Les deux premières personnes, créées par le déploiement tant qu'aucun acte n'existe. Accordée à personne. Cinq ans : les
-- quatre de la convention, puis sa destruction, qu'elles ordonnent.
CREATE OR REPLACE FUNCTION habilitation.amorcer(login_dga text, nom_dga text, prenom_dga text,
  login_prefecture text, nom_prefecture text, prenom_prefecture text,
  debut timestamptz DEFAULT now(), fin timestamptz DEFAULT now() + interval '5 years') RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  premier record;
  numero integer;
BEGIN
  IF EXISTS (SELECT FROM habilitation.acte) THEN
    RAISE EXCEPTION 'Les premières personnes existent déjà : passer par demander, valider, accorder.';
  END IF;
  INSERT INTO habilitation.organisation (nom, partie)
  SELECT 'Ville de ' || t.ville, 'ville' FROM voirie.territoire t
  UNION ALL SELECT 'Préfecture de Police', 'prefecture';
  FOR premier IN
    SELECT login_dga AS login, nom_dga AS nom, prenom_dga AS prenom, 'ville' AS partie, 'dga_securite' AS profil,
           'DGA Sécurité' AS service, 'Directeur général adjoint à la sécurité' AS fonction
    UNION ALL
    SELECT login_prefecture, nom_prefecture, prenom_prefecture, 'prefecture', 'validation_prefecture', 'Préfecture',
           'Validation des habilitations'
  LOOP
    IF to_regrole(premier.login) IS NOT NULL AND NOT habilitation.role_de_personne(premier.login) THEN
      RAISE EXCEPTION 'L''identifiant « % » est déjà celui d''un compte : en choisir un autre.', premier.login;
    END IF;
    INSERT INTO habilitation.personne (login, organisation, service)
    SELECT premier.login, o.id, premier.service FROM habilitation.organisation o WHERE o.partie = premier.partie
    RETURNING id INTO numero;
    INSERT INTO habilitation.identite (personne, nom, prenom, fonction)
    VALUES (numero, premier.nom, premier.prenom, premier.fonction);
    INSERT INTO habilitation.habilitation (personne, profil, finalite, debut, fin)
    VALUES (numero, premier.profil, 'Tenue des habilitations', debut, fin) RETURNING id INTO numero;
    INSERT INTO habilitation.acte (habilitation, acte, motif)
    SELECT numero, a, 'déploiement' FROM unnest(ARRAY['demande', 'validation', 'accord']) a;
    PERFORM habilitation.role_ouvrir(premier.login, premier.profil);
  END LOOP;
END
$$;

GRANT EXECUTE ON FUNCTION habilitation.liste(timestamptz) TO dga_securite, validation_prefecture, dpo;
GRANT EXECUTE ON FUNCTION habilitation.poser_secret(text, text), habilitation.oublier(text)
  TO dga_securite, validation_prefecture;
