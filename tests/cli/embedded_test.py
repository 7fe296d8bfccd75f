#!/usr/bin/env python3
"""The embedded database: made, started, stopped, killed, shut to strangers, saved and restored."""
import os
import signal
import socket
import stat
import subprocess
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from command_line import CommandLineTest  # noqa: E402


class Embedded(CommandLineTest):
    """One cluster for all tests, in order of their names; those that need another make it."""

    @classmethod
    def setUpClass(cls):
        for name in [name for name in os.environ if name.startswith("PG")]:
            del os.environ[name]
        os.environ["PGPORT"] = "1"  # meant for clients; the server must not see it
        cls.home = Path(f"/tmp/ctg-emb-{os.getpid()}")
        cls.db = cls.home / "db"
        cls.home.mkdir(mode=0o755)

    @classmethod
    def tearDownClass(cls):
        for marker in cls.home.glob("*/cortege-database.json"):
            subprocess.run([os.environ["CORTEGE"], "db", "stop", "--dir", marker.parent], capture_output=True)
        subprocess.run(["rm", "-rf", cls.home])

    def start(self, *words, directory=None):
        return self.done("db", "start", "--dir", directory or self.db, *words)

    def uri(self):
        return self.done("db", "status", "--dir", self.db)["uri"]

    def connect(self, conninfo, env=None):
        """Says who one is, then how one is connected."""
        return subprocess.run(["psql", "-XAtq", conninfo, "-c", "SELECT session_user", "-c", r"\conninfo"],
                              capture_output=True, text=True, env={**os.environ, "LC_ALL": "C", **(env or {})})

    def test_10_makes_starts_and_starts_again(self):
        status = self.done("db", "status", "--dir", self.db)
        self.assertFalse(status["running"])
        first = self.start()
        self.assertTrue(first["running"] and first["started"])
        self.assertEqual(self.value("SELECT count(*) FROM pg_extension WHERE extname IN ('postgis', 'pgrouting', 'pg_trgm',"
                                    " 'unaccent', 'pgaudit')", first["uri"]), "5")
        again = self.start()
        self.assertEqual((again["started"], again["changes"], again["uri"]), (False, [], first["uri"]))

    def test_20_people_enter_by_password_and_verified_tls_and_no_one_else(self):
        uri = self.uri()
        self.sql("CREATE ROLE marie LOGIN PASSWORD 'secret-de-marie'; GRANT cortege_personnes TO marie;"
                 "CREATE ROLE intrus LOGIN PASSWORD 'secret-d-intrus'", uri)
        status = self.done("db", "status", "--dir", self.db)
        tls = f"host=localhost port={status['port']} dbname=cortege sslrootcert={status['authority']}"
        ran = self.connect(f"{tls} user=marie sslmode=verify-full", {"PGPASSWORD": "secret-de-marie"})
        self.assertRegex(ran.stdout, r"\Amarie\n(?s:.*)SSL connection", ran.stderr)
        socket_host = f"host={self.db}/run port={status['port']} dbname=cortege"
        for conninfo, password, why in [
                (f"{tls} user=marie sslmode=verify-full", "faux", "password authentication failed"),
                (f"{tls} user=marie sslmode=disable", "secret-de-marie", "rejects connection"),
                (f"{tls} user=intrus sslmode=verify-full", "secret-d-intrus", "rejects connection"),
                (f"{tls} user=postgres sslmode=verify-full", "x", "rejects connection"),
                (f"{tls} user=marie sslmode=verify-full dbname=postgres", "secret-de-marie", "rejects connection"),
                (f"{socket_host} user=marie", "secret-de-marie", "rejects connection")]:
            ran = self.connect(conninfo, {"PGPASSWORD": password})
            self.assertNotEqual(ran.returncode, 0, conninfo)
            self.assertIn(why, ran.stderr, conninfo)

    def test_25_another_account_of_the_machine_is_not_the_owner(self):
        if os.geteuid() != 0:
            self.skipTest("only root can act as another account")
        ran = subprocess.run(["setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups", "psql", "-XAtq",
                              self.uri(), "-c", "SELECT 1"], capture_output=True, text=True, cwd="/")
        self.assertIn("Peer authentication failed", ran.stderr)

    def test_30_keys_and_passwords_are_private_and_the_log_quotes_nothing(self):
        for path, private in [("tls/ca.key", True), ("tls/server.key", True), ("tls/ca.crt", False), ("data", True)]:
            mode = stat.S_IMODE((self.db / path).stat().st_mode)
            self.assertEqual(mode & 0o077 == 0, private, f"{path}: {mode:o}")
        self.sql("ALTER ROLE marie PASSWORD 'ne-pas-journaliser'", self.uri())
        subprocess.run(["psql", "-Xq", self.uri(), "-c", "SELECT 'texte-d-evenement'::int"], capture_output=True)
        subprocess.run(["psql", "-Xq", self.uri(), "-c", "SELECT count(*) FROM voirie.territoire"], capture_output=True)
        log = "".join(path.read_text(errors="replace") for path in (self.db / "data" / "log").iterdir())
        for secret in ("ne-pas-journaliser", "texte-d-evenement", "secret-de-marie"):
            self.assertNotIn(secret, log)
        self.assertRegex(log, r"AUDIT: SESSION,.*,READ,SELECT,.*<not logged>")

    def test_40_recovers_after_kill_9(self):
        uri = self.uri()
        self.sql("CREATE TABLE public.temoin AS SELECT 1 AS n", uri)
        pid = int((self.db / "data" / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGKILL)
        deadline = time.monotonic() + 30
        while self.done("db", "status", "--dir", self.db)["running"] and time.monotonic() < deadline:
            time.sleep(0.05)
        self.refused("import", "areas", "x.gpkg", "--dir", self.db, says="is stopped: run `cortege db start")
        self.assertTrue(self.start()["started"])
        self.assertEqual(self.value("SELECT n FROM public.temoin", uri), "1")
        self.sql("DROP TABLE public.temoin", uri)

    def test_50_refuses_what_it_did_not_make(self):
        (self.folder / "a").write_text("mine")
        self.refused("db", "start", "--dir", self.folder, says="files that Cortège did not make")
        self.assertEqual((self.folder / "a").read_text(), "mine")
        self.refused("db", "start", "--dir", self.folder / "a", says="not a directory")
        self.refused("db", "start", "--dir", "/tmp/" + "x" * 100, says="too long a path")
        self.refused("db", "stop", "--dir", self.folder, says="no embedded database")
        self.refused("db", "start", "--port", "80", code=2)
        self.refused("db", "start", "--dir", "/proc/x", says="cannot make")

    def test_60_says_what_to_do_when_the_port_is_taken_or_postgresql_is_missing(self):
        port = self.done("db", "status", "--dir", self.db)["port"]
        self.refused("db", "start", "--dir", self.home / "autre", "--port", port, says="--port")
        self.done("db", "stop", "--dir", self.db)
        with socket.socket() as taken:
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # refused connections leave it in TIME_WAIT
            taken.bind(("127.0.0.1", port))
            taken.listen()
            self.refused("db", "start", "--dir", self.db, says=f"port {port} of this machine is taken")
        self.start()

    def test_70_backup_and_restore_with_people_and_their_passwords(self):
        uri = self.uri()
        self.sql("SELECT habilitation.amorcer('une_dga', 'A', 'B', 'un_prefet', 'C', 'D');"
                 "ALTER ROLE une_dga PASSWORD 'secret-de-la-dga'", uri)
        backup = self.folder / "cortege.dump"
        report = self.done("db", "backup", backup, "--dir", self.db)
        for path in (report["file"], report["roles"]):
            self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        self.refused("db", "backup", backup, "--dir", self.db, says="never overwritten")
        self.refused("db", "restore", backup, "--dir", self.db, says="not empty")
        self.refused("db", "restore", self.file("faux.dump", "rien"), "--dir", self.home / "c", says="no backup")
        restored = self.done("db", "restore", backup, "--dir", self.home / "copie")
        for query in ("SELECT md5(string_agg(format('%s %s %s', tablename, policyname, qual), ','"
                      " ORDER BY schemaname, tablename, policyname))"
                      " FROM pg_policies", "SELECT count(*) FROM habilitation.acte",
                      "SELECT string_agg(rolname || rolpassword, ',' ORDER BY rolname) FROM pg_authid WHERE rolname = 'une_dga'",
                      "SELECT proleakproof FROM pg_proc WHERE proname = 'range_overlaps'"):
            self.assertEqual(self.value(query, restored["uri"]), self.value(query, uri), query)
        self.assertEqual(self.value("SELECT count(*) FROM pg_roles WHERE rolname = 'intrus'", restored["uri"]), "0")
        status = self.done("db", "status", "--dir", self.home / "copie")
        ran = self.connect(f"host=localhost port={status['port']} dbname=cortege user=une_dga sslmode=verify-full"
                           f" sslrootcert={status['authority']}", {"PGPASSWORD": "secret-de-la-dga"})
        self.assertRegex(ran.stdout, r"\Aune_dga\n(?s:.*)SSL connection", ran.stderr)

    def test_90_stops(self):
        self.assertTrue(self.done("db", "stop", "--dir", self.db)["stopped"])
        self.assertFalse(self.done("db", "stop", "--dir", self.db)["stopped"])
        self.assertFalse((self.db / "data" / "postmaster.pid").exists())


if __name__ == "__main__":
    unittest.main()
