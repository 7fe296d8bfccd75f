-- Le côté publié : qui demande une carte est jugé à chaque requête, et sa demande inscrite avant d'y répondre.

CREATE POLICY proprietaire ON audit.requete FOR SELECT TO cortege_proprietaire USING (true);
CREATE POLICY ajout ON audit.requete FOR INSERT TO cortege_proprietaire WITH CHECK (true);
CREATE POLICY dpo ON audit.requete FOR SELECT TO dpo USING ((SELECT audit.a_profil('dpo')));
GRANT SELECT ON audit.requete TO dpo;

-- Pourquoi la personne de la session ne peut rien voir du serveur de cartes ; vide : elle le peut. Les objets eux-mêmes
-- (wfs) ne sont servis qu'aux profils qui travaillent dessus.
CREATE OR REPLACE FUNCTION audit.refus_de(service text, moi jsonb) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE
    WHEN NOT (moi ->> 'habilitee')::boolean THEN 'habilitation'
    WHEN NOT (moi ->> 'convention_en_vigueur')::boolean THEN 'convention'
    WHEN NOT (moi ->> 'plateforme')::boolean THEN 'plateforme'
    WHEN service = 'wfs' AND moi ->> 'profil' NOT IN ('analyste_ville', 'agent_prefecture') THEN 'profil'
  END
$$;

-- Juge et inscrit la demande ; rend moi() et le refus. Ce qui ne peut être inscrit n'est pas servi. Des objets servis (WFS) sont
-- une copie : elle est constatée au registre des exports, à justifier.
CREATE OR REPLACE FUNCTION audit.demander_carte(service text, operation text, couches text[], emprise text,
  fenetre text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  moi constant jsonb := habilitation.moi();
  refus constant text := audit.refus_de(demander_carte.service, moi);
BEGIN
  INSERT INTO audit.requete (habilitation, finalite, service, operation, couches, emprise, fenetre, refus)
  VALUES ((moi ->> 'habilitation')::integer, moi ->> 'finalite', demander_carte.service, left(demander_carte.operation, 40),
          demander_carte.couches, left(demander_carte.emprise, 200), left(demander_carte.fenetre, 100), refus);
  IF refus IS NULL AND demander_carte.service = 'wfs' AND upper(demander_carte.operation) = 'GETFEATURE' THEN
    PERFORM convention.constater_export('objets (WFS) : ' || array_to_string(demander_carte.couches, ', '), moi ->> 'finalite');
  END IF;
  RETURN moi || jsonb_build_object('refus', refus);
END
$$;

-- La même question sans demande de carte : ce que montre la page de consultation.
CREATE OR REPLACE FUNCTION audit.qui_demande() RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  moi constant jsonb := habilitation.moi();
BEGIN
  RETURN moi || jsonb_build_object('refus', audit.refus_de('wms', moi), 'wfs', audit.refus_de('wfs', moi) IS NULL,
    'fuseau', (SELECT t.fuseau FROM voirie.territoire t),
    'convention', (SELECT jsonb_build_object('etat', e.etat, 'fin', e.fin) FROM convention.etat() e));
END
$$;
GRANT EXECUTE ON FUNCTION audit.demander_carte(text, text, text[], text, text), audit.qui_demande() TO cortege_personnes;
