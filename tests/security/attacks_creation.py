"""Ways to make something of one's own in the database, or to change what others made."""

from attack import does, family

EVENTS = "cortege.manifestation_statique"


def creating(login):
    return f"DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO {login}', current_database()); END $$;"


family("extension functions")
does("install an extension that PostgreSQL trusts", "CREATE on the database granted to nobody", creating("police1"), "police1",
     "CREATE EXTENSION hstore WITH SCHEMA public")
does("install dblink", "people are no superusers", "ALTER ROLE police1 SUPERUSER;", "police1", "CREATE EXTENSION dblink",
     back="ALTER ROLE police1 NOSUPERUSER;")
for call in ("UpdateGeometrySRID('plateforme', 'zone_tension', 'geom', 2154)",
             "DropGeometryColumn('plateforme', 'zone_tension', 'geom')",
             "AddGeometryColumn('plateforme', 'zone_tension', 'autre', 2154, 'POINT', 2)"):
    does(f"change a table by {call.split('(')[0]}", "the tables belong to cortege_proprietaire",
         "ALTER TABLE plateforme.zone_tension OWNER TO agent1; GRANT CREATE ON SCHEMA plateforme TO agent1;", "agent1",
         f"SELECT {call}")
does("make a table by ST_FromFlatGeobufToTable", "CREATE granted to nobody", "GRANT CREATE ON SCHEMA public TO police1;", "police1",
     "SELECT ST_FromFlatGeobufToTable('public', 'copie', (SELECT ST_AsFlatGeobuf(t.*) FROM (SELECT 1 AS i, geom FROM voirie.unite) t))")
does("make a table by pgr_createVerticesTable", "CREATE granted to nobody",
     "GRANT CREATE ON SCHEMA public TO police1; CREATE TABLE public.aretes AS SELECT 1 AS id, 1 AS source, 2 AS target,"
     " 'SRID=2154;LINESTRING(0 0, 1 1)'::geometry AS the_geom; ALTER TABLE public.aretes OWNER TO police1;", "police1",
     "SELECT pgr_createVerticesTable('public.aretes', 'the_geom')", "SELECT FROM public.aretes_vertices_pgr")

family("triggers and DDL")
SUPER = {"off": "ALTER ROLE police1 SUPERUSER;", "back": "ALTER ROLE police1 NOSUPERUSER;"}
does("put a trigger on everyone's DDL", "people are no superusers", SUPER["off"], "police1",
     "CREATE EVENT TRIGGER pirate ON ddl_command_end EXECUTE FUNCTION convention.garde_ddl()", back=SUPER["back"])
does("put a rule on an event's table", "the tables belong to cortege_proprietaire", f"ALTER TABLE {EVENTS} OWNER TO agent1;", "agent1",
     f"CREATE RULE pirate AS ON DELETE TO {EVENTS} DO INSTEAD NOTHING")
does("switch a table's triggers off", "the tables belong to cortege_proprietaire", f"ALTER TABLE {EVENTS} OWNER TO agent1;", "agent1",
     f"ALTER TABLE {EVENTS} DISABLE TRIGGER avant")
does("switch a table's policies off", "the tables belong to cortege_proprietaire", f"ALTER TABLE {EVENTS} OWNER TO agent1;", "agent1",
     f"ALTER TABLE {EVENTS} NO FORCE ROW LEVEL SECURITY")
does("attach a partition of one's own", "plateforme.fait belongs to cortege_proprietaire",
     "GRANT cortege_proprietaire TO police1;", "police1", "SET ROLE cortege_proprietaire",
     "CREATE TABLE plateforme.pirate PARTITION OF plateforme.fait FOR VALUES FROM ('1900-01-01') TO ('1900-02-01')",
     back="REVOKE cortege_proprietaire FROM police1;")
does("make an operator that looks like another", "CREATE granted to nobody", "GRANT CREATE ON SCHEMA public TO police1;", "police1",
     "CREATE OPERATOR public.=== (LEFTARG = text, RIGHTARG = text, FUNCTION = pg_catalog.texteq)")
does("make a view that anyone reads", "CREATE granted to nobody", "GRANT CREATE ON SCHEMA public TO agent1;", "agent1",
     f"CREATE VIEW public.ouverte AS SELECT * FROM {EVENTS}", "GRANT SELECT ON public.ouverte TO PUBLIC")

family("logical decoding")
does("publish a table", "CREATE on the database granted to nobody, tables owned by cortege_proprietaire",
     f"ALTER TABLE {EVENTS} OWNER TO agent1;" + creating("agent1"), "agent1", f"CREATE PUBLICATION pirate FOR TABLE {EVENTS}")
does("subscribe elsewhere, and send the server there", "people are no superusers", SUPER["off"], "police1",
     "CREATE SUBSCRIPTION pirate CONNECTION 'host=localhost' PUBLICATION x WITH (connect = false)",
     "ALTER SUBSCRIPTION pirate SET (slot_name = NONE)", "DROP SUBSCRIPTION pirate", back=SUPER["back"])
does("write into the transaction log", "EXECUTE revoked on pg_logical_emit_message",
     "DO $$ DECLARE f regprocedure; BEGIN FOR f IN SELECT oid FROM pg_proc WHERE proname = 'pg_logical_emit_message'"
     " LOOP EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO police1', f); END LOOP; END $$;", "police1",
     "SELECT pg_logical_emit_message(true, 'copie', 'texte')")
