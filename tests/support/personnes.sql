-- Une personne de chaque profil, habilitée par la procédure réelle. À exécuter en superutilisateur sur une base
-- déployée et vide ; les noms sont inventés. Convention notifiée il y a 30 jours.
INSERT INTO convention.convention (notifiee_le) VALUES (current_date - 30);
INSERT INTO voirie.unite (genre, code, nom, geom) VALUES
  ('arrondissement', '13201', '1er arrondissement', ST_Multi(ST_MakeEnvelope(892000, 6246000, 894000, 6248000, 2154))),
  ('arrondissement', '13202', '2e arrondissement', ST_Multi(ST_MakeEnvelope(894000, 6246000, 896000, 6248000, 2154)))
ON CONFLICT DO NOTHING;
SELECT habilitation.amorcer('dga1', 'Marchand', 'Odile', 'valid1', 'Teyssier', 'Paul');

SET SESSION AUTHORIZATION valid1;
SELECT habilitation.autoriser_service('Police aux frontières', 'arrêté 2026-1');
SELECT habilitation.inscrire('agent1', 'Fabre', 'Lucie', 'Préfecture de Police', 'Cabinet');
SELECT habilitation.inscrire('agent2', 'Ollier', 'Karim', 'Préfecture de Police', 'Ordre public');
SELECT habilitation.inscrire('agent3', 'Vidal', 'Anne', 'Préfecture de Police', 'Cabinet');
SELECT habilitation.inscrire('police1', 'Castel', 'Hugo', 'Police aux frontières', 'PAF');
SELECT habilitation.demander(l, 'agent_prefecture', 'Saisie des événements', now(), now() + interval '1 year')
FROM unnest(ARRAY['agent1', 'agent2', 'agent3']) l;
-- police1 ne voit que le 1er arrondissement.
SELECT habilitation.demander('police1', 'service_police', 'Préparation des services', now(), now() + interval '1 year',
  ARRAY(SELECT id FROM voirie.unite WHERE code = '13201'));
SELECT habilitation.valider(h.id) FROM habilitation.habilitation h JOIN habilitation.personne p ON p.id = h.personne
WHERE p.login IN ('agent1', 'agent2', 'agent3', 'police1') ORDER BY h.id;

SET SESSION AUTHORIZATION dga1;
SELECT habilitation.inscrire('analyste1', 'Roux', 'Emma', 'Ville de Marseille', 'Observatoire');
SELECT habilitation.inscrire('autorite1', 'Giraud', 'Jean', 'Ville de Marseille', 'Cabinet du maire');
SELECT habilitation.inscrire('dpo1', 'Sabatier', 'Inès', 'Ville de Marseille', 'Protection des données');
SELECT habilitation.inscrire('sans1', 'Nadal', 'Luc', 'Ville de Marseille', 'Archives');
SELECT habilitation.demander('analyste1', 'analyste_ville', 'Analyse des tensions', now(), now() + interval '1 year');
SELECT habilitation.demander('autorite1', 'autorite_ville', 'Décision', now(), now() + interval '1 year');
SELECT habilitation.demander('dpo1', 'dpo', 'Contrôle', now(), now() + interval '1 year');
-- agent2 saisit dans Cortège sans que la Ville lui ait ouvert la plateforme.
SELECT habilitation.accorder(h.id) FROM habilitation.habilitation h JOIN habilitation.personne p ON p.id = h.personne
WHERE p.login IN ('agent1', 'agent3', 'police1', 'analyste1', 'autorite1', 'dpo1') ORDER BY h.id;
RESET SESSION AUTHORIZATION;
