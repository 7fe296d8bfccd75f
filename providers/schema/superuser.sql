-- Ce qu'un superutilisateur fait une fois par base, et rien d'autre. Peut être rejoué sans dommage.
-- À lire avant de l'exécuter : extensions, rôles, opérateurs déclarés sans fuite, garde du DDL.

CREATE EXTENSION IF NOT EXISTS postgis;
CREATE EXTENSION IF NOT EXISTS pgrouting;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
CREATE EXTENSION IF NOT EXISTS pgcrypto;
CREATE EXTENSION IF NOT EXISTS pgaudit;

-- Rôles de service, aucun ne se connecte. cortege_proprietaire possède tout le schéma et reste soumis
-- aux politiques (FORCE) ; cortege_roles seul crée et ferme les comptes des personnes.
DO $$
DECLARE
  nom text;
BEGIN
  FOREACH nom IN ARRAY ARRAY[
    'cortege_proprietaire', 'cortege_roles', 'cortege_chargement', 'cortege_destruction', 'cortege_entretien', 'cortege_sauvegarde',
    'cortege_audit',
    'cortege_personnes', 'viewers',
    'agent_prefecture', 'service_police', 'analyste_ville', 'autorite_ville', 'dga_securite',
    'validation_prefecture', 'dpo']
  LOOP
    IF to_regrole(nom) IS NULL THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', nom);
    END IF;
  END LOOP;
END
$$;
-- Toute lecture de ce que cortege_audit peut lire est écrite au journal du serveur, sans le texte des requêtes. Personne
-- n'en est membre. Sans pgaudit préchargé, rien n'est écrit : shared_preload_libraries = 'pgaudit' est à la charge du site.
DO $$
BEGIN
  EXECUTE format('ALTER DATABASE %I SET pgaudit.role = ''cortege_audit''', current_database());
  EXECUTE format('ALTER DATABASE %I SET pgaudit.log_statement = off', current_database());
  EXECUTE format('ALTER DATABASE %I SET pgaudit.log_parameter = off', current_database());
END
$$;

-- NOINHERIT : peut donner des objets à ces rôles, n'en tire aucun droit de lecture.
ALTER ROLE cortege_proprietaire NOINHERIT;
ALTER ROLE cortege_roles CREATEROLE;
ALTER ROLE cortege_sauvegarde BYPASSRLS;
GRANT pg_read_all_data TO cortege_sauvegarde;
GRANT pg_signal_backend, pg_read_all_stats TO cortege_roles;
GRANT cortege_chargement, cortege_destruction, cortege_entretien TO cortege_proprietaire;
GRANT cortege_personnes, viewers, agent_prefecture, service_police, analyste_ville, autorite_ville, dga_securite,
  validation_prefecture, dpo TO cortege_roles WITH ADMIN OPTION;

-- Personne n'entre par défaut ; personne ne crée d'objet, même temporaire.
DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO cortege_personnes, cortege_sauvegarde', current_database());
  EXECUTE format('GRANT CONNECT, CREATE, TEMPORARY ON DATABASE %I TO cortege_proprietaire', current_database());
  EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO cortege_chargement', current_database());
END
$$;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- Sous des politiques, PostgreSQL n'emploie un index que pour un opérateur sans fuite (LEAKPROOF). Fonctions
-- relues : elles ne lisent que leurs arguments et ne lèvent pas d'erreur qui dépende d'une valeur de ligne.
ALTER FUNCTION public.geometry_overlaps(public.geometry, public.geometry) LEAKPROOF;
ALTER FUNCTION pg_catalog.range_overlaps(anyrange, anyrange) LEAKPROOF;

-- Fonctions ouvertes à tous par PostgreSQL et PostGIS, qui en disent trop ou laissent trop faire : l'étendue et la répartition
-- de lignes qu'une politique cache ; qui est là, quelle couche, où et quand chacun regarde (le nom que se donne un client) ; l'instantané
-- d'un complice, où une habilitation retirée vaut encore ; des copies hors de toute table (grands objets, journal).
DO $$
DECLARE
  f regprocedure;
BEGIN
  FOR f IN SELECT p.oid FROM pg_proc p LEFT JOIN pg_depend d ON d.objid = p.oid AND d.deptype = 'e'
           WHERE d.objid IS NOT NULL AND p.proname IN ('st_estimatedextent', '_postgis_stats', '_postgis_selectivity',
                   '_postgis_join_selectivity', '_postgis_index_extent', 'postgis_index_extent')
              OR p.pronamespace = 'pg_catalog'::regnamespace AND (p.proname LIKE 'pg\_stat\_get\_backend%'
                   OR p.proname IN ('pg_stat_get_activity', 'pg_export_snapshot', 'lo_creat', 'lo_create', 'lo_from_bytea',
                                    'pg_logical_emit_message')) LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    IF f::text LIKE 'pg\_stat\_%' THEN
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO pg_monitor', f);
    END IF;
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION pg_catalog.pg_stat_get_activity TO cortege_roles;
GRANT EXECUTE ON FUNCTION pg_catalog.pg_export_snapshot() TO cortege_sauvegarde;

CREATE SCHEMA IF NOT EXISTS habilitation AUTHORIZATION cortege_proprietaire;
CREATE SCHEMA IF NOT EXISTS convention AUTHORIZATION cortege_proprietaire;

-- Les comptes des personnes : seules ces cinq fonctions y touchent, au nom de cortege_roles, et seul
-- cortege_proprietaire les appelle. Un rôle qui n'est pas celui d'une personne leur est refusé.
CREATE OR REPLACE FUNCTION habilitation.role_de_personne(login text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN login ~ '^[a-z][a-z0-9_]{2,30}$' THEN EXISTS (
    SELECT FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member
    WHERE m.member = to_regrole(login) AND m.roleid = 'cortege_personnes'::regrole AND NOT r.rolsuper)
  ELSE false END
$$;

-- Ouvre le compte dans un profil, et dans celui-là seul.
CREATE OR REPLACE FUNCTION habilitation.role_ouvrir(login text, profil text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET client_min_messages = warning AS $$
DECLARE
  ancien text;
BEGIN
  IF profil <> ALL (ARRAY['agent_prefecture', 'service_police', 'analyste_ville', 'autorite_ville', 'dga_securite',
                          'validation_prefecture', 'dpo']) THEN
    RAISE EXCEPTION 'Profil inconnu : %.', profil;
  ELSIF login !~ '^[a-z][a-z0-9_]{2,30}$' OR login ~ '^(pg_|cortege)' THEN
    RAISE EXCEPTION 'Identifiant de connexion refusé : % (3 à 31 caractères : minuscules, chiffres, _).', login;
  ELSIF to_regrole(login) IS NULL THEN
    EXECUTE format('CREATE ROLE %I LOGIN INHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', login);
    EXECUTE format('GRANT cortege_personnes TO %I', login);
  ELSIF NOT habilitation.role_de_personne(login) THEN
    RAISE EXCEPTION 'Le rôle % existe déjà et n''est pas celui d''une personne : choisir un autre identifiant.', login;
  END IF;
  FOR ancien IN SELECT m.roleid::regrole::text FROM pg_auth_members m WHERE m.member = to_regrole(login)
                  AND m.roleid NOT IN ('cortege_personnes'::regrole, to_regrole(profil)) LOOP
    EXECUTE format('REVOKE %I FROM %I', ancien, login);
  END LOOP;
  EXECUTE format('ALTER ROLE %I LOGIN', login);
  EXECUTE format('GRANT %I TO %I', profil, login);
  IF profil IN ('agent_prefecture', 'service_police', 'analyste_ville', 'autorite_ville') THEN
    EXECUTE format('GRANT viewers TO %I', login);
  END IF;
END
$$;

-- Les sessions des personnes : depuis quand la plus vieille est ouverte, et sa plus vieille transaction. PostgreSQL ne dit ces
-- âges qu'à pg_read_all_stats.
CREATE OR REPLACE FUNCTION habilitation.role_sessions() RETURNS TABLE (login text, ouverte timestamptz, transaction timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT a.usename::text, min(a.backend_start), min(a.xact_start) FROM pg_stat_activity a
  WHERE habilitation.role_de_personne(a.usename::text) GROUP BY 1
$$;

-- Termine les sessions d'une personne, sauf celle qui le demande.
CREATE OR REPLACE FUNCTION habilitation.role_deconnecter(login text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF habilitation.role_de_personne(login) THEN
    PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = login AND pid <> pg_backend_pid();
  END IF;
END
$$;

-- Ferme le compte : plus de connexion, plus de profil, sessions terminées.
CREATE OR REPLACE FUNCTION habilitation.role_fermer(login text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  groupe text;
BEGIN
  IF NOT habilitation.role_de_personne(login) THEN
    RETURN;
  END IF;
  EXECUTE format('ALTER ROLE %I NOLOGIN', login);
  EXECUTE format('ALTER ROLE %I RESET ALL', login); -- ses réglages, que chacun peut lire et y écrire ce qu'il veut
  EXECUTE format('ALTER ROLE %I IN DATABASE %I RESET ALL', login, current_database());
  FOR groupe IN SELECT m.roleid::regrole::text FROM pg_auth_members m WHERE m.member = to_regrole(login)
                  AND m.roleid <> 'cortege_personnes'::regrole LOOP
    EXECUTE format('REVOKE %I FROM %I', groupe, login);
  END LOOP;
  PERFORM habilitation.role_deconnecter(login);
END
$$;

-- Pose un mot de passe déjà chiffré (SCRAM) : en clair, il passerait par les journaux.
CREATE OR REPLACE FUNCTION habilitation.role_secret(login text, verificateur text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF verificateur !~ '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' THEN
    RAISE EXCEPTION 'Le mot de passe doit arriver chiffré (SCRAM-SHA-256) : employer `cortege habilitation password`.';
  ELSIF NOT habilitation.role_de_personne(login) THEN
    RAISE EXCEPTION '% n''a pas de compte de personne : l''habiliter d''abord.', login;
  END IF;
  EXECUTE format('ALTER ROLE %I PASSWORD %L', login, verificateur);
END
$$;

DO $$
DECLARE
  f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['role_de_personne(text)', 'role_ouvrir(text, text)', 'role_sessions()', 'role_deconnecter(text)',
                           'role_fermer(text)', 'role_secret(text, text)'] LOOP
    EXECUTE format('ALTER FUNCTION habilitation.%s OWNER TO cortege_roles', f);
    EXECUTE format('REVOKE ALL ON FUNCTION habilitation.%s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION habilitation.%s TO cortege_proprietaire', f);
  END LOOP;
END
$$;

-- Garde du DDL : les déclencheurs d'événement appellent ces fonctions, que le déploiement remplace.
DO $$
BEGIN
  IF to_regproc('convention.garde_ddl') IS NULL THEN
    CREATE FUNCTION convention.garde_ddl() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
    ALTER FUNCTION convention.garde_ddl() OWNER TO cortege_proprietaire;
  END IF;
  IF to_regproc('convention.garde_suppression') IS NULL THEN
    CREATE FUNCTION convention.garde_suppression() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
    ALTER FUNCTION convention.garde_suppression() OWNER TO cortege_proprietaire;
  END IF;
END
$$;
DROP EVENT TRIGGER IF EXISTS cortege_garde_ddl;
CREATE EVENT TRIGGER cortege_garde_ddl ON ddl_command_end EXECUTE FUNCTION convention.garde_ddl();
DROP EVENT TRIGGER IF EXISTS cortege_garde_suppression;
CREATE EVENT TRIGGER cortege_garde_suppression ON sql_drop EXECUTE FUNCTION convention.garde_suppression();
