-- After tests/security/lignes.sql, for the attacks: accounts left open in a profile that reads although the person's
-- habilitation is suspended or was never granted, and a second signer of each party, for nobody decides on their own case.
SET SESSION AUTHORIZATION dga1;
SELECT habilitation.inscrire('dga2', 'Prat', 'Léo', 'Ville de Marseille', 'DGA Sécurité');
SELECT habilitation.accorder(habilitation.demander('dga2', 'dga_securite', 'Tenue', now(), now() + interval '1 year'));
SELECT habilitation.inscrire('suspend1', 'Gris', 'Paul', 'Ville de Marseille', 'Observatoire');
SELECT habilitation.accorder(habilitation.demander('suspend1', 'analyste_ville', 'Essai', now(), now() + interval '1 year'));
SELECT habilitation.suspendre((SELECT numero FROM habilitation.liste() WHERE login = 'suspend1'), 'essai');
SELECT habilitation.inscrire('jamais1', 'Brun', 'Maud', 'Ville de Marseille', 'Observatoire');
SELECT habilitation.demander('jamais1', 'analyste_ville', 'Essai', now(), now() + interval '1 year');
SET SESSION AUTHORIZATION valid1;
SELECT habilitation.inscrire('valid2', 'Rey', 'Alma', 'Préfecture de Police', 'Préfecture');
SELECT habilitation.valider(habilitation.demander('valid2', 'validation_prefecture', 'Tenue', now(), now() + interval '1 year'));
RESET SESSION AUTHORIZATION;
CREATE ROLE jamais1 LOGIN;
ALTER ROLE suspend1 LOGIN;
GRANT cortege_personnes, analyste_ville, viewers TO suspend1, jamais1;
