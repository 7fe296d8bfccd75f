-- agent2's habilitation (the fourth of personnes.sql) is suspended.
SET SESSION AUTHORIZATION valid1;
SELECT habilitation.suspendre(4, 'essai');
