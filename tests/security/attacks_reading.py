"""Ways to read hidden rows. police1 is habilitated for the 1st arrondissement: what lies in the 2nd is secret to it; a
colleague's draft is secret to everyone."""

import io

from attack import attack, does, reads, reads_as_each
from people import LOGINS

EVENTS = "cortege.manifestation_statique"
HIDDEN = "auteur = 'agent3'"
POLICY = "policy `lecture` on cortege.manifestation_statique"
NO_POLICY = f"ALTER TABLE {EVENTS} DISABLE ROW LEVEL SECURITY;"

# One guard, many vehicles: whatever runs the query, the policy comes with the table.
VEHICLES = {
    "plain SELECT": [f"SELECT objet FROM {EVENTS} WHERE {HIDDEN}"],
    "TABLESAMPLE": [f"SELECT objet FROM {EVENTS} TABLESAMPLE BERNOULLI (100) WHERE {HIDDEN}"],
    "a cast that fails and quotes its value": [f"SELECT FROM {EVENTS} WHERE {HIDDEN} AND objet::integer = 0"],
    "a JSON error that quotes its token": [f"SELECT FROM {EVENTS} WHERE {HIDDEN} AND objet::jsonb IS NULL"],
    "query_to_xml": [f"SELECT query_to_xml($$SELECT objet FROM {EVENTS} WHERE {HIDDEN}$$, true, true, '')"],
    "ts_stat, which runs SQL text": [f"SELECT upper(word) FROM ts_stat($$SELECT to_tsvector('simple', objet) FROM {EVENTS}"
                                     f" WHERE {HIDDEN}$$)"],
    "a DO block that raises": [f"DO $$ DECLARE t text; BEGIN SELECT objet INTO t FROM {EVENTS} WHERE {HIDDEN} LIMIT 1;"
                               " RAISE EXCEPTION '%', t; END $$"],
    "a cursor WITH HOLD": [f"DECLARE c CURSOR WITH HOLD FOR SELECT objet FROM {EVENTS} WHERE {HIDDEN}", "FETCH ALL c"],
    "a prepared statement": [f"PREPARE p AS SELECT objet FROM {EVENTS} WHERE {HIDDEN}", "EXECUTE p"],
    "a CTE marked MATERIALIZED": [f"WITH x AS MATERIALIZED (SELECT * FROM {EVENTS}) SELECT objet FROM x WHERE {HIDDEN}"],
    "an aggregate over all rows": [f"SELECT string_agg(objet, ',') FROM {EVENTS} WHERE {HIDDEN}"],
    "pgRouting's inner query": [
        f"SELECT * FROM pgr_dijkstra($$SELECT id, 1 AS source, objet::integer AS target, 1.0 AS cost FROM {EVENTS}"
        f" WHERE {HIDDEN}$$, 1, 2)"],
    "an SQL function in FROM": [f"SELECT x FROM {EVENTS}, LATERAL (SELECT objet AS x) y WHERE {HIDDEN}"],
}
OPEN = NO_POLICY + f"GRANT USAGE ON SCHEMA cortege TO cortege_personnes; GRANT SELECT ON {EVENTS} TO cortege_personnes;"
for vehicle, statements in VEHICLES.items():
    reads_as_each(f"read a hidden draft by {vehicle}", POLICY, OPEN, LOGINS.values(), *statements)
reads("read an event outside one's perimeter", POLICY, NO_POLICY, "police1",
      f"SELECT objet FROM {EVENTS} WHERE unites && (SELECT array_agg(id) FROM voirie.unite WHERE code = '13202')")


for what, source in {"a table": EVENTS, "a query": f"(SELECT objet FROM {EVENTS})"}.items():

    @attack(f"copy {what} out", POLICY, NO_POLICY)
    def copy_out(scene, source=source):
        copied = io.StringIO()
        session = scene.connect("police1")
        with session.cursor() as cursor:
            cursor.copy_expert(f"COPY {source} TO STDOUT", copied)
        session.close()
        return "SECRET objet service_2" in copied.getvalue()


reads("read an event without a profile that reads", POLICY, NO_POLICY + f"GRANT SELECT ON {EVENTS} TO cortege_personnes;",
      "dga1", f"SELECT objet FROM {EVENTS}")
reads("read a colleague's draft", POLICY, NO_POLICY, "agent1", f"SELECT objet FROM {EVENTS} WHERE auteur = 'agent3'")
reads("read an address without its event", "policy `lecture` on cortege.adresse",
      "ALTER TABLE cortege.adresse DISABLE ROW LEVEL SECURITY;", "police1",
      "SELECT libelle FROM cortege.adresse WHERE ST_X(geom) > 894000")
reads("read a hidden fact", "policy `lecture` on plateforme.fait", "ALTER TABLE plateforme.fait DISABLE ROW LEVEL SECURITY;",
      "police1", "SELECT objet FROM plateforme.fait WHERE ST_X(geom) > 894000")
reads("read a hidden fact through its index", "policy `lecture` on plateforme.fait",
      "ALTER TABLE plateforme.fait DISABLE ROW LEVEL SECURITY;", "police1", "SET enable_seqscan = off",
      "SELECT objet FROM plateforme.fait WHERE geom && ST_MakeEnvelope(894500, 6240000, 900000, 6250000, 2154)")
reads("read a partition by its name", "partitions granted to nobody, with policies of their own that let nobody in",
      """DO $$ DECLARE p regclass; BEGIN FOR p IN SELECT inhrelid FROM pg_inherits WHERE inhparent = 'plateforme.fait'::regclass
         LOOP EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY; GRANT SELECT ON %s TO police1', p, p); END LOOP; END $$;""",
      "police1",
      """DO $$ DECLARE p regclass; t text; BEGIN FOR p IN SELECT inhrelid FROM pg_inherits WHERE inhparent = 'plateforme.fait'::regclass
         LOOP EXECUTE format('SELECT max(objet) FROM %s WHERE ST_X(geom) > 894000', p) INTO t; RAISE NOTICE '%', t; END LOOP; END $$;""")
reads("read through a view of more rights", "views are security_invoker",
      "ALTER VIEW plateforme.evenement OWNER TO postgres; ALTER VIEW plateforme.evenement RESET (security_invoker);",
      "police1", "SELECT objet FROM plateforme.evenement WHERE ST_XMin(geom) > 894500")
reads("read a zone wider than one's perimeter", "policy `lecture` on plateforme.zone_tension",
      "ALTER TABLE plateforme.zone_tension DISABLE ROW LEVEL SECURITY;", "police1",
      "SELECT evenements FROM plateforme.zone_tension WHERE calcul IN (SELECT id FROM essai.ligne WHERE nom = 'calcul_tout')")
reads("read names without managing the list", "grants on habilitation.identite, and its policies",
      "GRANT SELECT ON habilitation.identite TO police1; ALTER TABLE habilitation.identite DISABLE ROW LEVEL SECURITY;",
      "police1", "SELECT nom FROM habilitation.identite", secret="Fabre")
reads("read the numbers that tell where facts are", "plateforme.acces granted to nobody",
      "GRANT SELECT ON plateforme.acces TO police1; ALTER TABLE plateforme.acces DISABLE ROW LEVEL SECURITY;", "police1",
      "SELECT source FROM plateforme.acces", secret="transmise")

# Statistics and estimates.
reads("most common values in pg_stats", "row policies, which make pg_stats hide the table", NO_POLICY, "police1",
      f"SELECT coalesce(most_common_vals::text, histogram_bounds::text) FROM pg_stats WHERE tablename = 'manifestation_statique'",
      setup=f"ALTER TABLE {EVENTS} ALTER objet SET STATISTICS 100; ANALYZE {EVENTS};")
reads("pg_statistic itself", "pg_statistic granted to nobody", "GRANT SELECT ON pg_statistic TO police1;", "police1",
      f"SELECT stavalues1::text, stavalues2::text FROM pg_statistic WHERE starelid = '{EVENTS}'::regclass",
      setup=f"ALTER TABLE {EVENTS} ALTER objet SET STATISTICS 100; ANALYZE {EVENTS};")
for function in ("st_estimatedextent('cortege', 'manifestation_statique', 'emprise')", f"_postgis_stats('{EVENTS}', 'emprise')",
                 f"_postgis_index_extent('{EVENTS}', 'emprise')"):
    reads(f"the extent of hidden rows by {function.split('(')[0]}", "EXECUTE revoked on PostGIS's functions on statistics",
          "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO PUBLIC;", "police1", f"SELECT {function}::text",
          setup=f"ALTER TABLE {EVENTS} ALTER emprise SET STATISTICS 100; ANALYZE {EVENTS};", secret="895")
does("count rows by a sequence", "sequences granted to nobody",
     "GRANT SELECT ON SEQUENCE cortege.manifestation_statique_id_seq TO police1;", "police1",
     "SELECT last_value FROM cortege.manifestation_statique_id_seq")
reads("what others are asking", "pg_read_all_stats granted to nobody", "GRANT pg_read_all_stats TO police1;", "police1",
      "SELECT query FROM pg_stat_activity WHERE usename = 'postgres'", back="REVOKE pg_read_all_stats FROM police1;",
      secret="REVOKE ALL")

# The server's files and large objects.
does("read the server's files", "pg_read_file granted to nobody",
     "GRANT EXECUTE ON FUNCTION pg_read_file(text) TO police1;", "police1", "SELECT pg_read_file('PG_VERSION')")
does("list the server's files", "pg_ls_dir granted to nobody", "GRANT EXECUTE ON FUNCTION pg_ls_dir(text) TO police1;",
     "police1", "SELECT pg_ls_dir('.')")
does("import a file of the server", "lo_import granted to nobody", "GRANT EXECUTE ON FUNCTION lo_import(text) TO police1;",
     "police1", "SELECT lo_import('PG_VERSION')")
does("run a program on the server", "pg_execute_server_program granted to nobody",
     "GRANT pg_execute_server_program TO police1;", "police1", "COPY (SELECT 1) TO PROGRAM 'true'",
     back="REVOKE pg_execute_server_program FROM police1;")
reads("read someone's large object", "pg_largeobject granted to nobody", "GRANT SELECT ON pg_largeobject TO police1;",
      "police1", "SELECT convert_from(data, 'UTF8') FROM pg_largeobject",
      setup="SELECT lo_from_bytea(0, 'SECRET'::bytea);")
