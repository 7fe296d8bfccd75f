-- What the tests of the convention's life start from: people, no convention yet, a clock that can be set, acts in someone's name.
CREATE EXTENSION IF NOT EXISTS pgtap;
SELECT convention.declarer_demonstration();
\i tests/support/personnes.sql
SET client_min_messages = warning;
GRANT USAGE ON SCHEMA public TO cortege_personnes; -- pgTAP's
DELETE FROM convention.convention; -- personnes.sql's own: the workflow starts from nothing

CREATE FUNCTION pg_temp.comme(qui text, ordre text, OUT etat text, OUT message text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('SET SESSION AUTHORIZATION %I', qui);
  EXECUTE ordre;
  etat := '00000';
  RESET SESSION AUTHORIZATION;
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS etat = RETURNED_SQLSTATE, message = MESSAGE_TEXT;
END $$;
-- The state on a day, the clock of a demonstration being moved there.
CREATE FUNCTION pg_temp.le_jour(jour text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  UPDATE convention.repere SET instant = '2000-01-01';
  UPDATE convention.demonstration SET decalage = make_interval(secs => extract(epoch FROM jour::timestamptz - clock_timestamp()));
  RETURN (SELECT etat || ' ' || coalesce(annee, 0) FROM convention.etat());
END $$;
