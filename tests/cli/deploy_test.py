#!/usr/bin/env python3
"""Deployment to a server of one's own: released changes are frozen, nothing is half deployed; in an empty cluster."""
import os
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from command_line import CORTEGE, SOURCE, CommandLineTest  # noqa: E402

import command_line  # noqa: E402


class Deploy(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.sql("DROP DATABASE IF EXISTS essai", "dbname=postgres")
        self.sql("CREATE DATABASE essai TEMPLATE template0", "dbname=postgres")
        os.environ["PGDATABASE"] = "essai"
        # A program of our own beside a schema that the test may edit.
        (self.folder / "bin").mkdir()
        shutil.copy(CORTEGE, self.folder / "bin" / "cortege")
        shutil.copytree(SOURCE / "providers" / "schema", self.folder / "share" / "cortege" / "schema")
        self.schema = self.folder / "share" / "cortege" / "schema"
        command_line.CORTEGE = str(self.folder / "bin" / "cortege")

    def test_deploys_once_and_again(self):
        changes = sorted(path.name for path in (self.schema / "changes").glob("*.sql"))
        self.assertEqual(self.done("db", "deploy"), {"changes": changes, "total": len(changes), "habilitated": False})
        self.assertEqual(self.done("db", "deploy"), {"changes": [], "total": len(changes), "habilitated": False})
        self.assertEqual(self.value("SELECT count(*) FROM convention.deploiement"), str(len(changes)))

    def test_an_edited_or_missing_released_change_is_refused(self):
        self.done("db", "deploy")
        first = self.schema / "changes" / "0001_territoire.sql"
        text = first.read_text()
        first.write_text(text + "\n-- an afterthought\n")
        self.refused("db", "deploy", says="0001_territoire.sql was deployed and edited since")
        first.unlink()
        self.refused("db", "deploy", says="older than the database")
        first.write_text(text)
        self.done("db", "deploy")

    def test_a_failing_change_leaves_the_database_as_it_was(self):
        self.done("db", "deploy")
        (self.schema / "changes" / "9998_bon.sql").write_text("CREATE TABLE voirie.essai (n integer);")
        (self.schema / "changes" / "9999_faux.sql").write_text("SELECT 1;\nSELECT é FROM nulle_part;\n")
        self.refused("db", "deploy", says='9999_faux.sql:2: relation "nulle_part" does not exist')
        self.assertEqual(self.value("SELECT to_regclass('voirie.essai') IS NULL"), "t")

    def test_a_table_without_forced_policies_is_refused(self):
        (self.schema / "live" / "99_ouvert.sql").write_text("CREATE TABLE IF NOT EXISTS voirie.ouverte (n integer);"
                                                            "ALTER TABLE voirie.ouverte NO FORCE ROW LEVEL SECURITY;")
        self.refused("db", "deploy", says="row policies are not forced on voirie.ouverte")
        self.assertEqual(self.value("SELECT to_regclass('convention.deploiement') IS NULL"), "t")

    def test_an_index_that_tells_of_hidden_events_is_refused(self):
        (self.schema / "live" / "99_index.sql").write_text("CREATE INDEX trop ON cortege.visite_officielle (debut);")
        self.refused("db", "deploy", says="the index cortege.trop would let EXPLAIN ANALYZE count hidden events")

    def test_a_function_opened_to_all_again_is_refused(self):
        superuser = self.schema / "superuser.sql"
        superuser.write_text(superuser.read_text() + "GRANT EXECUTE ON FUNCTION pg_catalog.pg_export_snapshot() TO PUBLIC;")
        self.refused("db", "deploy", says="pg_export_snapshot() is open to everybody")

    def test_a_database_no_administrator_prepared_says_what_to_run(self):
        self.sql("DROP ROLE IF EXISTS exploitant")
        self.sql("CREATE ROLE exploitant LOGIN")
        self.refused("db", "deploy", env={"PGUSER": "exploitant"}, says="superuser.sql")
        subprocess.run(["psql", "-Xqf", self.schema / "superuser.sql"], check=True, capture_output=True)
        self.sql("GRANT CONNECT ON DATABASE essai TO exploitant")
        self.refused("db", "deploy", env={"PGUSER": "exploitant"}, says="connect as a member of cortege_proprietaire")
        self.sql("GRANT cortege_proprietaire TO exploitant")
        self.assertTrue(self.done("db", "deploy", env={"PGUSER": "exploitant"})["changes"])

    def test_the_usual_ways_to_name_a_database(self):
        self.done("db", "deploy")
        host, port = os.environ["PGHOST"], os.environ["PGPORT"]
        service = self.file("services", f"[essai]\nhost={host}\nport={port}\ndbname=essai\nuser=postgres\n")
        gone = {"PGHOST": "", "PGPORT": "", "PGDATABASE": "", "PGUSER": "", "PGSERVICEFILE": service}
        for words in (("--service", "essai"), ("--database", f"postgresql://postgres@/essai?host={host}&port={port}"),
                      ("-d", f"host={host} port={port} dbname=essai user=postgres")):
            self.assertEqual(self.done("db", "deploy", *words, env=gone)["changes"], [])
        self.refused("db", "deploy", "--service", "absent", env=gone, says="absent")
        self.refused("db", "deploy", "--service", "essai", "--dir", "/tmp", code=2, env=gone)


if __name__ == "__main__":
    unittest.main()
