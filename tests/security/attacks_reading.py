"""Ways to read hidden rows. police1 is habilitated for the 1st arrondissement: what lies in the 2nd is secret to it; a
colleague's draft is secret to everyone."""

from attack import READ_EVENTS, READ_FACTS, does, everyone, family, reads, rewrite

EVENTS = "cortege.manifestation_statique"
HIDDEN = "auteur = 'agent3'"
POLICY = "policy `lecture` on cortege.manifestation_statique"
NO_POLICY = f"ALTER TABLE {EVENTS} DISABLE ROW LEVEL SECURITY;"

# One guard, many vehicles: whatever runs the query, the policy comes with the table.
DRAFTS = f"FROM {EVENTS} WHERE {HIDDEN}"
VEHICLES = {
    "direct SQL": {
        "plain SELECT": [f"SELECT objet {DRAFTS}"],
        "TABLE": [f"TABLE {EVENTS}"],
        "TABLESAMPLE": [f"SELECT objet FROM {EVENTS} TABLESAMPLE BERNOULLI (100) WHERE {HIDDEN}"],
        "its place in the file": [f"SELECT objet FROM {EVENTS} WHERE ctid >= '(0,0)' AND {HIDDEN}"],
        "a CTE marked MATERIALIZED": [f"WITH x AS MATERIALIZED (SELECT * FROM {EVENTS}) SELECT objet FROM x WHERE {HIDDEN}"],
        "an aggregate over all rows": [f"SELECT string_agg(objet, ',') {DRAFTS}"],
        "a window over all rows": [f"SELECT max(objet) OVER () {DRAFTS}"],
        "a set operation": [f"SELECT objet FROM {EVENTS} WHERE {HIDDEN} EXCEPT SELECT ''"],
        "a recursive query": [f"WITH RECURSIVE r AS (SELECT objet {DRAFTS} UNION SELECT objet FROM r) SELECT * FROM r"],
        "an SQL function in FROM": [f"SELECT x FROM {EVENTS}, LATERAL (SELECT objet AS x) y WHERE {HIDDEN}"],
        "a prepared statement": [f"PREPARE p AS SELECT objet {DRAFTS}", "EXECUTE p"],
        "a cursor WITH HOLD": [f"DECLARE c CURSOR WITH HOLD FOR SELECT objet {DRAFTS}", "FETCH ALL c"],
        "parallel workers": ["SET parallel_setup_cost = 0", "SET parallel_tuple_cost = 0", "SET min_parallel_table_scan_size = 0",
                             f"SELECT max(objet) {DRAFTS}"],
        "row_security switched off": ["SET row_security = off", f"SELECT objet {DRAFTS}"],
    },
    "leaky functions and errors in WHERE": {
        "a cast that fails and quotes its value": [f"SELECT {DRAFTS} AND objet::integer = 0"],
        "a JSON error that quotes its token": [f"SELECT {DRAFTS} AND objet::jsonb IS NULL"],
        "an XML error that quotes its text": [f"SELECT {DRAFTS} AND ('<a b=' || objet)::xml IS NULL"],
        "a date that fails and quotes itself": [f"SELECT {DRAFTS} AND objet::date > now()"],
        "a UUID that fails and quotes itself": [f"SELECT {DRAFTS} AND objet::uuid IS NULL"],
        "an error before the policy, cheap and first": [f"SELECT FROM {EVENTS} WHERE objet::integer = 0 AND {HIDDEN}"],
        "an error in ORDER BY": [f"SELECT {DRAFTS} ORDER BY objet::integer"],
        "an error in a join's condition": [f"SELECT FROM {EVENTS} a JOIN {EVENTS} b ON a.objet::integer = b.id WHERE a.{HIDDEN}"],
        "a DO block that raises": [f"DO $$ DECLARE t text; BEGIN SELECT objet INTO t {DRAFTS} LIMIT 1;"
                                   " RAISE EXCEPTION '%', t; END $$"],
    },
    "extension functions": {
        "query_to_xml": [f"SELECT query_to_xml($$SELECT objet {DRAFTS}$$, true, true, '')"],
        "table_to_xml": [f"SELECT table_to_xml('{EVENTS}', true, true, '')"],
        "schema_to_xml": ["SELECT schema_to_xml('cortege', true, true, '')"],
        "cursor_to_xml": [f"BEGIN; DECLARE c CURSOR FOR SELECT objet {DRAFTS}; SELECT cursor_to_xml('c', 10, true, true, '')"],
        "ts_stat, which runs SQL text": [f"SELECT upper(word) FROM ts_stat($$SELECT to_tsvector('simple', objet) {DRAFTS}$$)"],
        "ts_rewrite, which runs SQL text": [
            f"SELECT upper(ts_rewrite('a', $$SELECT 'a'::tsquery, plainto_tsquery('simple', objet) {DRAFTS}$$)::text)"],
        "ST_AsGeoJSON of whole rows": [f"SELECT ST_AsGeoJSON(t.*) FROM {EVENTS} t WHERE {HIDDEN}"],
        "ST_AsMVT of whole rows": [f"SELECT encode(ST_AsMVT(t.*, 'x', 4096, 'emprise'), 'escape') FROM {EVENTS} t WHERE {HIDDEN}"],
        "pgRouting's inner query": [
            f"SELECT * FROM pgr_dijkstra($$SELECT id, 1 AS source, objet::integer AS target, 1.0 AS cost {DRAFTS}$$, 1, 2)"],
        "pgRouting's built query": [
            f"SELECT * FROM pgr_findCloseEdges($$SELECT id, ST_Boundary(emprise) AS geom, objet::integer AS c {DRAFTS}$$,"
            " 'SRID=2154;POINT(0 0)'::geometry, 1e9)"],
    },
}
OPEN = NO_POLICY + f"GRANT USAGE ON SCHEMA cortege TO cortege_personnes; GRANT SELECT ON {EVENTS} TO cortege_personnes;"
for vehicles, by_name in VEHICLES.items():
    family(vehicles)
    for vehicle, statements in by_name.items():
        reads(f"read a hidden draft by {vehicle}", POLICY, OPEN, "police1", *statements, secret="SECRET objet brouillon_collegue"
              if vehicle in ("TABLE", "table_to_xml", "schema_to_xml") else "SECRET", opened_to_all=True)
family("direct SQL")
reads("read an event outside one's perimeter", POLICY, NO_POLICY, "police1",
      f"SELECT objet FROM {EVENTS} WHERE unites && (SELECT array_agg(id) FROM voirie.unite WHERE code = '13202')", but=READ_EVENTS)

family("direct SQL")
reads("read an event without a profile that reads", POLICY, NO_POLICY + f"GRANT SELECT ON {EVENTS} TO cortege_personnes;",
      "dga1", f"SELECT objet FROM {EVENTS}", but=(*READ_EVENTS, "police1"))
reads("read a colleague's draft", POLICY, NO_POLICY, "agent1", f"SELECT objet FROM {EVENTS} WHERE auteur = 'agent3'")
reads("read an address without its event", "policy `lecture` on cortege.adresse",
      "ALTER TABLE cortege.adresse DISABLE ROW LEVEL SECURITY;", "police1",
      "SELECT libelle FROM cortege.adresse WHERE ST_X(geom) > 894000", but=READ_EVENTS)
reads("read a hidden fact", "policy `lecture` on plateforme.fait", "ALTER TABLE plateforme.fait DISABLE ROW LEVEL SECURITY;",
      "police1", "SELECT objet FROM plateforme.fait WHERE ST_X(geom) > 894000", but=READ_FACTS)
reads("read a hidden fact through its index", "policy `lecture` on plateforme.fait",
      "ALTER TABLE plateforme.fait DISABLE ROW LEVEL SECURITY;", "police1", "SET enable_seqscan = off",
      "SELECT objet FROM plateforme.fait WHERE geom && ST_MakeEnvelope(894500, 6240000, 900000, 6250000, 2154)", but=READ_FACTS)
family("partitions by name")
reads("read a partition by its name", "partitions granted to nobody, with policies of their own that let nobody in",
      """DO $$ DECLARE p regclass; BEGIN FOR p IN SELECT inhrelid FROM pg_inherits WHERE inhparent = 'plateforme.fait'::regclass
         LOOP EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY; GRANT SELECT ON %s TO police1', p, p); END LOOP; END $$;""",
      "police1",
      """DO $$ DECLARE p regclass; t text; BEGIN FOR p IN SELECT inhrelid FROM pg_inherits WHERE inhparent = 'plateforme.fait'::regclass
         LOOP EXECUTE format('SELECT max(objet) FROM %s WHERE ST_X(geom) > 894000', p) INTO t; RAISE NOTICE '%', t; END LOOP; END $$;""")
family("views")
reads("read through a view of more rights", "views are security_invoker",
      "ALTER VIEW plateforme.evenement OWNER TO postgres; ALTER VIEW plateforme.evenement RESET (security_invoker);",
      "police1", "SELECT objet FROM plateforme.evenement WHERE ST_XMin(geom) > 894500", but=READ_EVENTS)
for view in ("evenement", "evenement_point", "evenement_ligne", "evenement_surface"):
    reads(f"read through plateforme.{view} after the convention's end", "convention.en_vigueur in the policies",
          rewrite("convention.en_vigueur()", "e.etat IN ('en vigueur', 'en préavis')", "true"), "autorite1",
          f"SELECT objet FROM plateforme.{view} WHERE source IS DISTINCT FROM 'essai'",
          setup="UPDATE convention.convention SET notifiee_le = current_date - 5 * 365;")
family("direct SQL")
reads("read a zone wider than one's perimeter", "policy `lecture` on plateforme.zone_tension",
      "ALTER TABLE plateforme.zone_tension DISABLE ROW LEVEL SECURITY;", "police1",
      "SELECT evenements FROM plateforme.zone_tension WHERE calcul IN (SELECT id FROM essai.ligne WHERE nom = 'calcul_tout')", but=READ_FACTS)
reads("read names without managing the list", "grants on habilitation.identite, and its policies",
      "GRANT SELECT ON habilitation.identite TO police1; ALTER TABLE habilitation.identite DISABLE ROW LEVEL SECURITY;",
      "police1", "SELECT nom FROM habilitation.identite", secret="Fabre", but=("dga1", "valid1"))
reads("read the numbers that tell where facts are", "plateforme.acces granted to nobody",
      "GRANT SELECT ON plateforme.acces TO police1; ALTER TABLE plateforme.acces DISABLE ROW LEVEL SECURITY;", "police1",
      "SELECT source FROM plateforme.acces", secret="transmise")

# Statistics and estimates.
family("statistics and catalogue views")
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
          setup=f"CREATE INDEX ON {EVENTS} USING gist (emprise); ALTER TABLE {EVENTS} ALTER emprise SET STATISTICS 100;"
                f"ANALYZE {EVENTS};", secret="895")
family("sequences")
does("count rows by a sequence", "sequences granted to nobody",
     "GRANT SELECT ON SEQUENCE cortege.manifestation_statique_id_seq TO police1;", "police1",
     "SELECT last_value FROM cortege.manifestation_statique_id_seq")
family("statistics and catalogue views")
reads("what others are asking", "pg_read_all_stats granted to nobody", "GRANT pg_read_all_stats TO police1;", "police1",
      "SELECT query FROM pg_stat_activity WHERE usename = 'postgres'",
      setup="GRANT EXECUTE ON FUNCTION pg_catalog.pg_stat_get_activity TO PUBLIC;", back="REVOKE pg_read_all_stats FROM police1;",
      secret="REVOKE ALL")

# The server's files and large objects.
family("file access")
does("read the server's files", "pg_read_file granted to nobody",
     "GRANT EXECUTE ON FUNCTION pg_read_file(text) TO police1;", "police1", "SELECT pg_read_file('PG_VERSION')")
does("list the server's files", "pg_ls_dir granted to nobody", "GRANT EXECUTE ON FUNCTION pg_ls_dir(text) TO police1;",
     "police1", "SELECT pg_ls_dir('.')")
does("import a file of the server", "lo_import granted to nobody", "GRANT EXECUTE ON FUNCTION lo_import(text) TO police1;",
     "police1", "SELECT lo_import('PG_VERSION')")
does("run a program on the server", "pg_execute_server_program granted to nobody",
     "GRANT pg_execute_server_program TO police1;", "police1", "COPY (SELECT 1) TO PROGRAM 'cat >/dev/null'",
     back="REVOKE pg_execute_server_program FROM police1;")
family("large objects")
reads("read someone's large object", "pg_largeobject granted to nobody", "GRANT SELECT ON pg_largeobject TO police1;",
      "police1", "SELECT convert_from(data, 'UTF8') FROM pg_largeobject",
      setup="SELECT lo_from_bytea(0, 'SECRET'::bytea);")
