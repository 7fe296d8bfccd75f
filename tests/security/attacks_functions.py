"""Ways to have a function of more rights act beyond them."""

from attack import does, family, reads, rewrite

family("SECURITY DEFINER with someone else's name")
reads("the history of a colleague's draft", "cortege.histoire: drafts are their author's",
      rewrite("cortege.histoire(text, bigint)", "coalesce(v.apres, v.avant) ->> 'auteur' = session_user", "true"), "agent1",
      "SELECT apres FROM cortege.histoire('statique', (SELECT id FROM essai.ligne WHERE nom = 'brouillon_collegue'))")
reads("what a draft said before its author sent it", "cortege.histoire: what was a draft is its author's",
      rewrite("cortege.histoire(text, bigint)", "v.avant ->> 'statut' = 'brouillon' AND v.avant ->> 'auteur' <> session_user", "false"),
      "agent1", "SELECT avant FROM cortege.histoire('statique', (SELECT id FROM essai.ligne WHERE nom = 'transmis_depuis'))", but=("agent3",),
      setup="SET SESSION AUTHORIZATION agent3; SELECT essai.evenement('manifestation_statique', 'transmis_depuis', 'brouillon', 'emprise',"
            " 'MULTIPOLYGON(((893000 6247000, 893100 6247000, 893100 6247100, 893000 6247000)))', 'POINT(893000 6247000)');"
            " UPDATE cortege.manifestation_statique SET statut = 'transmis', objet = 'Rassemblement', description = NULL"
            " WHERE id = (SELECT id FROM essai.ligne WHERE nom = 'transmis_depuis'); RESET SESSION AUTHORIZATION;")
VERIFIER = "SCRAM-SHA-256$4096:c2Vs$c3RvcmVka2V5:c2VydmVya2V5"
does("set a password for someone of the other party", "habilitation.poser_secret: each party for its own people",
     rewrite("habilitation.poser_secret(text, text)", "(c.partie = 'ville') <> (mien = 'dga_securite')", "false"), "dga1",
     f"SELECT habilitation.poser_secret('agent1', '{VERIFIER}')", but=("valid1",), back="ALTER ROLE agent1 PASSWORD NULL;")
does("justify someone else's copy", "convention.justifier_export: one's own copies",
     rewrite("convention.justifier_export(bigint, bigint, text, text, text)", "AND x.par = session_user", ""), "police1",
     "SELECT convention.justifier_export((SELECT id FROM essai.ligne WHERE nom = 'copie'), 1, 'x', 'x', repeat('a', 64))",
     setup="WITH x AS (INSERT INTO convention.export (par, couche, finalite, destinataire, constat) VALUES ('autorite9', 'x', 'x', 'x', true)"
           " RETURNING id) INSERT INTO essai.ligne SELECT 'copie', id FROM x;")
does("end the convention", "convention.exiger_partie", "GRANT EXECUTE ON FUNCTION convention.finir() TO police1;"
     + rewrite("convention.exiger_partie(text[])", "'exploitant' = ANY (profils) AND pg_has_role(session_user, 'cortege_proprietaire', 'MEMBER')",
               "true"), "police1", "SELECT convention.finir()", but=("dga1", "valid1"),
     setup="UPDATE convention.convention SET notifiee_le = current_date - 5 * 365; GRANT EXECUTE ON FUNCTION convention.finir() TO police1;",
     back="ALTER ROLE agent1 LOGIN; GRANT agent_prefecture, viewers TO agent1; ALTER ROLE agent2 LOGIN; GRANT agent_prefecture, viewers TO agent2;"
          "ALTER ROLE agent3 LOGIN; GRANT agent_prefecture, viewers TO agent3; ALTER ROLE police1 LOGIN; GRANT service_police, viewers TO police1;")
does("erase the journal's contents", "habilitation.exiger_profil",
     "GRANT EXECUTE ON FUNCTION audit.caviarder(bigint, text) TO police1;"
     + rewrite("habilitation.exiger_profil(text[])", "mien IS NULL OR mien <> ALL (profils)", "false"), "police1",
     "SELECT audit.caviarder((SELECT min(id) FROM essai.ligne), 'x')", but=("dpo1",),
     setup="GRANT EXECUTE ON FUNCTION audit.caviarder(bigint, text) TO police1;")
does("move the demonstration's clock", "convention.avancer: the operator's", "GRANT EXECUTE ON FUNCTION convention.avancer(interval) TO police1;"
     "INSERT INTO convention.demonstration DEFAULT VALUES;"
     + rewrite("convention.avancer(interval)", "NOT pg_has_role(session_user, 'cortege_proprietaire', 'MEMBER')", "false"), "police1",
     "SELECT convention.avancer('1 day')", setup="GRANT EXECUTE ON FUNCTION convention.avancer(interval) TO police1;")
