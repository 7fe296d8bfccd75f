CREATE OR REPLACE FUNCTION convention.en_jours(nombre integer) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT format('%s jour%s', nombre, CASE WHEN nombre > 1 THEN 's' ELSE '' END)
$$;

-- Les profils sans lesquels rien ne s'accorde ni ne se détruit, et jusqu'à quand quelqu'un les tient. Nul ne se renouvelle
-- soi-même : la dernière personne d'un profil doit en faire habiliter une autre avant son terme.
CREATE OR REPLACE FUNCTION convention.tenue_des_registres() RETURNS TABLE (profil text, jusqu_au timestamptz)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT q.profil, max(e.fin)
  FROM (VALUES ('dga_securite'), ('validation_prefecture')) AS q (profil)
  LEFT JOIN LATERAL (SELECT c.fin FROM habilitation.personne p, LATERAL habilitation.en_cours(p.login, clock_timestamp()) c
    WHERE p.id IN (SELECT h.personne FROM habilitation.habilitation h WHERE h.profil = q.profil) AND c.profil = q.profil) e ON true
  GROUP BY q.profil
$$;

-- Ce qui ne doit pas attendre, montré par tout client.
CREATE OR REPLACE FUNCTION convention.alertes() RETURNS TABLE (alerte text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  e record;
  jour constant date := convention.maintenant()::date;
BEGIN
  SELECT * INTO e FROM convention.etat();
  IF e.etat = 'non notifiée' THEN
    alerte := 'La convention n''est pas notifiée : aucune donnée transmise n''est lisible.';
    RETURN NEXT;
  ELSIF e.etat IN ('en vigueur', 'en préavis') AND e.fin - jour <= 60 THEN
    alerte := format('La convention finit le %s, dans %s.', to_char(e.fin, 'DD/MM/YYYY'), convention.en_jours(e.fin - jour));
    RETURN NEXT;
  ELSIF e.etat = 'terminée' AND jour <= e.destruction_avant THEN
    alerte := format('Les données transmises sont à détruire avant le %s : il reste %s.',
                     to_char(e.destruction_avant, 'DD/MM/YYYY'), convention.en_jours(e.destruction_avant - jour));
    RETURN NEXT;
  ELSIF e.etat = 'terminée' THEN
    alerte := format('La destruction est en retard de %s : elle devait être faite le %s.',
                     convention.en_jours(jour - e.destruction_avant), to_char(e.destruction_avant, 'DD/MM/YYYY'));
    RETURN NEXT;
  END IF;
  IF coalesce(e.visa, '') NOT IN ('visa', 'decision_sans_visa')
     AND (e.etat = 'terminée' OR e.etat IN ('en vigueur', 'en préavis') AND e.fin - jour <= 60) THEN
    alerte := format('Le visa des archives manque%s : relancer, puis consigner la décision.',
                     CASE e.visa WHEN 'relance_visa' THEN ' malgré une relance' ELSE '' END);
    RETURN NEXT;
  END IF;
  FOR alerte IN SELECT format('Remise n° %s à %s : attestation de destruction en retard depuis le %s.', r.id, r.destinataire,
                              to_char(r.echeance, 'DD/MM/YYYY'))
                FROM convention.remise r WHERE r.close_le IS NULL AND r.echeance < jour ORDER BY r.echeance LOOP
    RETURN NEXT;
  END LOOP;
  FOR alerte IN SELECT format('Remise n° %s à %s : copies à détruire avant le %s, dans %s.', r.id, r.destinataire,
                              to_char(r.echeance, 'DD/MM/YYYY'), convention.en_jours(r.echeance - jour))
                FROM convention.remise r WHERE r.close_le IS NULL AND r.echeance BETWEEN jour AND jour + 15 ORDER BY r.echeance LOOP
    RETURN NEXT;
  END LOOP;
  FOR alerte IN SELECT CASE WHEN t.jusqu_au IS NULL
                       THEN format('Personne n''a plus le profil %s : rien ne s''accorde ni ne se détruit.', t.profil)
                       ELSE format('Plus personne n''aura le profil %s après le %s : faire habiliter quelqu''un d''autre avant.',
                                   t.profil, to_char(t.jusqu_au, 'DD/MM/YYYY')) END
                FROM convention.tenue_des_registres() t
                WHERE e.etat <> 'détruite' AND coalesce(t.jusqu_au, '-infinity') < clock_timestamp() + interval '60 days' LOOP
    RETURN NEXT;
  END LOOP;
  FOR alerte IN SELECT format('Copies faites par %s sans déclaration : %s à justifier.', x.par, count(*))
                FROM convention.export x WHERE x.constat AND x.empreinte IS NULL GROUP BY x.par ORDER BY x.par LOOP
    RETURN NEXT;
  END LOOP;
  FOR alerte IN SELECT format('Exports à attester après la fin : %s.', count(*)) FROM convention.export x
                WHERE x.attestation IS NULL AND e.etat IN ('terminée', 'détruite') HAVING count(*) > 0 LOOP
    RETURN NEXT;
  END LOOP;
  FOR alerte IN SELECT format('L''avenant %s est ouvert : le clore après le changement.', a.reference)
                FROM convention.avenant a WHERE a.clos_le IS NULL LOOP
    RETURN NEXT;
  END LOOP;
  FOR alerte IN SELECT format('%s attend l''accusé de réception de la DPO de la %s.',
                              coalesce('L''avenant ' || a.avenant, 'Le changement de nature n° ' || a.changement),
                              CASE a.partie WHEN 'ville' THEN 'Ville' ELSE 'Préfecture' END)
                FROM convention.accuses_attendus() a LOOP
    RETURN NEXT;
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION convention.alertes() TO cortege_personnes;

-- Ce que la fin fera détruire, pour le bordereau d'élimination et le certificat : des nombres et des dates.
GRANT CREATE ON SCHEMA convention TO cortege_destruction;
SET LOCAL ROLE cortege_destruction;
CREATE OR REPLACE FUNCTION convention.inventaire() RETURNS TABLE (categorie text, lignes bigint, premiere date, derniere date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT 'Manifestations revendicatives déambulatoires', count(*), min(debut)::date, max(coalesce(fin, debut))::date
    FROM cortege.manifestation_deambulatoire
  UNION ALL SELECT 'Manifestations revendicatives statiques', count(*), min(debut)::date, max(coalesce(fin, debut))::date
    FROM cortege.manifestation_statique
  UNION ALL SELECT 'Opérations programmées', count(*), min(debut)::date, max(coalesce(fin, debut))::date
    FROM cortege.operation_programmee
  UNION ALL SELECT 'Visites officielles', count(*), min(debut)::date, max(coalesce(fin, debut))::date
    FROM cortege.visite_officielle
  UNION ALL SELECT 'Adresses des événements', count(*), NULL, NULL FROM cortege.adresse
  UNION ALL SELECT 'Faits transmis', count(*), min(debut)::date, max(coalesce(fin, debut))::date
    FROM plateforme.fait WHERE source IN (SELECT s.code FROM plateforme.source s WHERE s.transmise)
  UNION ALL SELECT 'Calculs de tension dérivés', count(*), min(debut)::date, max(fin)::date FROM plateforme.calcul WHERE transmis
$$;
REVOKE EXECUTE ON FUNCTION convention.inventaire() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION convention.inventaire() TO dga_securite, validation_prefecture, dpo, cortege_proprietaire;
SET LOCAL ROLE cortege_proprietaire;
REVOKE CREATE ON SCHEMA convention FROM cortege_destruction;
