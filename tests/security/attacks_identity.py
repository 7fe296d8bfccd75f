"""Ways to become someone else, to act in their name, or to change the rules."""

import people
from attack import does, family, reads, rewrite

READ = "SELECT objet FROM cortege.manifestation_statique WHERE service = 'Cabinet' AND ST_XMin(emprise) > 894500"

family("SET ROLE and set_config")
for name, change in {"SET ROLE": "SET ROLE cortege_destruction",
                     "set_config in a SELECT": "SELECT set_config('role', 'cortege_destruction', false)"}.items():
    reads(f"become a service role by {name}", "people are members of their profile alone",
          "GRANT cortege_destruction TO police1;", "police1", change, READ, back="REVOKE cortege_destruction FROM police1;")
reads("become a colleague by SET ROLE", "people are members of their profile alone; policies ask session_user",
      "GRANT agent1 TO police1;" + rewrite("habilitation.courante()", "session_user::text", "current_setting('role')"),
      "police1", "SET ROLE agent1", READ, but=("agent1",), back="REVOKE agent1 FROM police1;")
does("SET SESSION AUTHORIZATION", "people are no superusers", "ALTER ROLE police1 SUPERUSER;", "police1",
     "SET SESSION AUTHORIZATION agent1", but=("agent1",), back="ALTER ROLE police1 NOSUPERUSER;")
reads("switch policies off by row_security", "people have no BYPASSRLS", "ALTER ROLE police1 BYPASSRLS;", "police1",
      "SET row_security = off", READ, back="ALTER ROLE police1 NOBYPASSRLS;")
does("switch triggers off by session_replication_role", "only superusers may set it",
     "GRANT SET ON PARAMETER session_replication_role TO agent1;", "agent1", "SET session_replication_role = replica",
     back="REVOKE SET ON PARAMETER session_replication_role FROM agent1;")
does("switch the audit of reads off", "only superusers may set pgaudit.log",
     "GRANT SET ON PARAMETER pgaudit.log TO police1;", "police1", "SET pgaudit.log = 'none'",
     back="REVOKE SET ON PARAMETER pgaudit.log FROM police1;")
family("rights of one's account")
does("give one's profile away", "profiles are granted without ADMIN OPTION",
     "GRANT service_police TO police1 WITH ADMIN OPTION;", "police1", "GRANT service_police TO expire1",
     back="REVOKE service_police FROM expire1; REVOKE ADMIN OPTION FOR service_police FROM police1 CASCADE;")
# From PostgreSQL 16 on, CREATEROLE reaches only roles that one administers.
does("make an account, and take a colleague's", "people have no CREATEROLE",
     "ALTER ROLE police1 CREATEROLE; GRANT agent1 TO police1 WITH ADMIN OPTION;", "police1",
     "CREATE ROLE complice", "ALTER ROLE agent1 PASSWORD 'x'",
     back="ALTER ROLE police1 NOCREATEROLE; REVOKE agent1 FROM police1; ALTER ROLE agent1 PASSWORD NULL;"
          " DROP ROLE IF EXISTS complice;")

# Functions of more rights.
family("SECURITY DEFINER with someone else's name")
does("open an account by the inner function", "EXECUTE on habilitation.role_ouvrir for the owner alone",
     "GRANT EXECUTE ON FUNCTION habilitation.role_ouvrir(text, text) TO police1;", "police1",
     "SELECT habilitation.role_ouvrir('police1', 'dga_securite')",
     back="REVOKE dga_securite FROM police1; GRANT service_police, viewers TO police1;")
does("take over the operator's role as a person's account", "habilitation.role_de_personne",
     rewrite("habilitation.role_ouvrir(text, text)", "NOT habilitation.role_de_personne(login)", "false"), "police1",
     "SELECT habilitation.role_ouvrir('exploitant2', 'dga_securite')",
     setup="GRANT EXECUTE ON FUNCTION habilitation.role_ouvrir(text, text) TO police1; DO $$ BEGIN"
           " IF to_regrole('exploitant2') IS NULL THEN CREATE ROLE exploitant2; END IF; END $$;",
     back="DROP ROLE exploitant2;")
does("ask for someone else's rights by name", "EXECUTE on habilitation.en_cours for the owner alone",
     "GRANT EXECUTE ON FUNCTION habilitation.en_cours(text, timestamptz) TO police1;"
     "ALTER FUNCTION habilitation.en_cours(text, timestamptz) SECURITY DEFINER;", "police1",
     "SELECT * FROM habilitation.en_cours('agent1', now())")
does("revoke a colleague", "habilitation.exiger_profil",
     "GRANT EXECUTE ON FUNCTION habilitation.revoquer(integer, text) TO police1;"
     + rewrite("habilitation.exiger_profil(text[])", "mien IS NULL OR mien <> ALL (profils)", "false"), "police1",
     "SELECT habilitation.revoquer(7, 'intrusion')", but=("dga1", "valid1"),
     setup="GRANT EXECUTE ON FUNCTION habilitation.revoquer(integer, text) TO police1;",
     back="ALTER ROLE analyste1 LOGIN; GRANT analyste_ville, viewers TO analyste1;")
does("grant one's own habilitation", "habilitation.signer: nobody acts on their own case",
     rewrite("habilitation.signer(integer, text, text, text)", "d.login = session_user", "false"), "valid1",
     "SELECT habilitation.suspendre(2, 'test')", but=("dga1",),
     back="ALTER ROLE valid1 LOGIN; GRANT validation_prefecture TO valid1;")
does("sign in someone else's name", "habilitation.acte is written by the functions alone",
     "GRANT INSERT ON habilitation.acte TO police1; ALTER TABLE habilitation.acte DISABLE ROW LEVEL SECURITY;"
     "ALTER TABLE habilitation.acte DISABLE TRIGGER USER;", "police1",
     "INSERT INTO habilitation.acte (habilitation, acte, profil, par) VALUES (6, 'accord', 'dga_securite', 'dga1')")
does("rewrite a signed act, as the schema's owner", "trigger `immuable`",
     "ALTER TABLE habilitation.acte DISABLE TRIGGER immuable;", "exploitant1",
     "SET ROLE cortege_proprietaire", "UPDATE habilitation.acte SET motif = 'autre' WHERE id = 1",
     setup="DO $$ BEGIN IF to_regrole('exploitant1') IS NULL THEN CREATE ROLE exploitant1 LOGIN IN ROLE"
           " cortege_proprietaire, cortege_personnes; END IF; END $$;")
reads("read events as the schema's owner", "FORCE ROW LEVEL SECURITY",
      "ALTER TABLE cortege.manifestation_statique NO FORCE ROW LEVEL SECURITY;", "exploitant1",
      "SET ROLE cortege_proprietaire", "SELECT objet FROM cortege.manifestation_statique",
      setup="DO $$ BEGIN IF to_regrole('exploitant1') IS NULL THEN CREATE ROLE exploitant1 LOGIN IN ROLE"
            " cortege_proprietaire, cortege_personnes; END IF; END $$;")
reads("names, as the DPO, in the list to sign", "habilitation.liste leaves names to those who manage the list",
      rewrite("habilitation.liste(timestamptz)", " AND mien <> 'dpo'", ""), "dpo1",
      "SELECT nom FROM habilitation.liste()", secret="Fabre", but=("dga1", "valid1"))

# Names looked up in the wrong place.
family("search_path and temporary objects")
reads("a clock of one's own in search_path", "functions of more rights pin their search_path; nobody may create",
      """DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO expire1', current_database()); END $$;
         ALTER FUNCTION habilitation.courante() RESET search_path;
         ALTER FUNCTION habilitation.masque_faits() RESET search_path;""",
      "expire1", "CREATE SCHEMA pirate", "GRANT USAGE ON SCHEMA pirate TO PUBLIC",
      """CREATE FUNCTION pirate.clock_timestamp() RETURNS timestamptz STABLE PARALLEL SAFE LANGUAGE sql AS
         'SELECT h.debut FROM habilitation.habilitation h JOIN habilitation.personne p ON p.id = h.personne
          WHERE p.login = session_user'""",
      "SET search_path = pirate, pg_catalog, public", "SELECT objet FROM plateforme.fait")
does("temporary objects", "TEMPORARY on the database granted to nobody",
     "DO $$ BEGIN EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO police1', current_database()); END $$;", "police1",
     "CREATE TEMP TABLE fait (id integer)")
does("create in public", "CREATE on public granted to nobody", "GRANT CREATE ON SCHEMA public TO police1;", "police1",
     "CREATE FUNCTION public.fuite(text) RETURNS boolean COST 0.0001 LANGUAGE sql AS 'SELECT true'")
does("make a schema of one's own", "CREATE on the database granted to nobody",
     "DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO police1', current_database()); END $$;", "police1",
     "CREATE SCHEMA pirate")
family("rights of one's account")
does("enter without being a person", "CONNECT on the database for people alone",
     "DO $$ BEGIN EXECUTE format('GRANT CONNECT ON DATABASE %I TO PUBLIC', current_database()); END $$;", "intrus1",
     "SELECT 1", but=(*people.LOGINS.values(), *people.OUTSIDERS.values()),
     setup="DO $$ BEGIN IF to_regrole('intrus1') IS NULL THEN CREATE ROLE intrus1 LOGIN; END IF; END $$;")
family("logical decoding")
does("open a replication slot, which reads every row", "people have no REPLICATION", "ALTER ROLE police1 REPLICATION;",
     "police1", "SELECT pg_create_physical_replication_slot('pirate')", "SELECT pg_drop_replication_slot('pirate')",
     back="ALTER ROLE police1 NOREPLICATION;")
