#!/usr/bin/env python3
"""The watcher of the embedded database: what must hold without anyone typing, holds."""
import os
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "support"))
from command_line import CommandLineTest  # noqa: E402

DIRECTORY = Path(f"/tmp/ctg-watch-{os.getpid()}")


class Watch(CommandLineTest):
    @classmethod
    def setUpClass(cls):
        for name in [name for name in os.environ if name.startswith("PG")]:
            del os.environ[name]
        ran = subprocess.run([os.environ["CORTEGE"], "db", "start", "--dir", DIRECTORY, "--dga", "w_dga", "Marchand", "Odile",
                              "--validator", "w_valid", "Teyssier", "Paul"], capture_output=True, text=True)
        assert ran.returncode == 0, ran.stderr
        os.environ["PGSERVICEFILE"] = str(DIRECTORY / "pg_service.conf")

    @classmethod
    def tearDownClass(cls):
        subprocess.run([os.environ["CORTEGE"], "db", "stop", "--dir", DIRECTORY], capture_output=True)
        subprocess.run(["rm", "-rf", DIRECTORY])

    def owner(self, query):
        return self.value(query, "service=cortege")

    def within(self, seconds, condition, what):
        deadline = time.monotonic() + seconds
        while not condition():
            self.assertLess(time.monotonic(), deadline, what)
            time.sleep(0.1)

    def grant(self, login, until):
        """Habilitated until a moment that the command line, whose last day ends at midnight, cannot say."""
        self.done("habilitation", "register", login, "--name", "N", "--first-name", "P", "--organisation", "Ville de Marseille",
                  "--unit", "S", "--service", "w_dga")
        self.sql(f"SELECT habilitation.accorder(habilitation.demander('{login}', 'analyste_ville', 'Essai',"
                 f" clock_timestamp(), {until}))", "service=w_dga")

    def test_10_comes_with_the_first_two_people(self):
        self.assertTrue(self.done("db", "status", "--dir", DIRECTORY)["watched"])
        self.assertEqual(self.owner("SELECT string_agg(profil, ' ' ORDER BY profil) FROM habilitation.habilitation"),
                         "dga_securite validation_prefecture")
        self.done("db", "password", "w_dga", "w_valid", "--dir", DIRECTORY)

    def test_20_the_web_server_may_become_a_viewer_at_the_grant_and_until_the_end(self):
        self.grant("w_lecteur", "clock_timestamp() + interval '1 year'")
        socket = f"host={DIRECTORY}/run port={self.done('db', 'status', '--dir', DIRECTORY)['port']} dbname=cortege"

        def enters(login):
            return subprocess.run(["psql", "-XAtq", f"{socket} user={login}", "-c", "SELECT session_user"],
                                  capture_output=True, text=True).stdout.strip() == login

        self.within(8, lambda: enters("w_lecteur"), "no line was written at the grant")
        self.assertFalse(enters("w_dga"), "who is no viewer does not enter by the web server's door")
        self.sql("SELECT habilitation.revoquer(3, 'fin')", "service=w_dga")
        self.within(8, lambda: "w_lecteur" not in (DIRECTORY / "data/pg_ident.conf").read_text(), "the line stays")

    def test_30_expiry_closes_the_account_and_ends_its_sessions(self):
        self.grant("w_bref", "clock_timestamp() + interval '2 s'")
        self.done("db", "password", "w_bref", "--dir", DIRECTORY)
        session = subprocess.Popen(["psql", "-XAtq", "service=w_bref", "-c", "SELECT pg_sleep(60)"], stderr=subprocess.PIPE)
        self.within(25, lambda: self.owner("SELECT rolcanlogin FROM pg_roles WHERE rolname = 'w_bref'") == "f", "still open")
        self.assertIn(b"terminating connection", session.communicate(timeout=10)[1])
        self.assertEqual(self.owner("SELECT count(*) FROM habilitation.acte WHERE acte = 'expiration'"), "1")

    def test_40_a_killed_watcher_shows_and_comes_back_with_the_next_start(self):
        os.kill(int((DIRECTORY / ".watch").read_text()), signal.SIGKILL)
        self.within(5, lambda: not self.done("db", "status", "--dir", DIRECTORY)["watched"], "still watched")
        self.assertIn("Nobody watches it", self.run_it("db", "status", "--dir", DIRECTORY).stdout)
        self.done("db", "start", "--dir", DIRECTORY)
        self.assertTrue(self.done("db", "status", "--dir", DIRECTORY)["watched"])
        self.refused("db", "watch", "--dir", DIRECTORY, says="watched already")

    def test_50_what_is_past_its_retention_goes_and_the_report_stays(self):
        self.sql("""INSERT INTO plateforme.source (code, nom, finalite, base_legale, conservation)
            VALUES ('bref', 'Bref', 'x', 'x', '1 day');
            SELECT plateforme.creer_partitions(now() - interval '3 days', now());
            INSERT INTO plateforme.fait (debut, source, geom)
            VALUES (now() - interval '2 days', 'bref', 'SRID=2154;POINT(893000 6247000)')""", "service=cortege")
        self.assertEqual(self.done("db", "watch", "--once", "--dir", DIRECTORY)["purged"], 1)
        self.assertEqual(self.owner("SELECT lignes FROM convention.purge WHERE objet = 'source bref'"), "1")

    def test_60_a_copy_is_on_the_register_of_exports_before_anyone_declares_it(self):
        self.grant("w_copie", "clock_timestamp() + interval '1 year'")
        self.done("db", "password", "w_copie", "--dir", DIRECTORY)
        self.sql("COPY (SELECT * FROM plateforme.fait) TO STDOUT", "service=w_copie")
        self.done("db", "watch", "--once", "--dir", DIRECTORY)
        self.assertEqual(self.sql("SELECT par, couche, finalite, destinataire, a_justifier FROM convention.exports()",
                                  "service=w_dga"),
                         [["w_copie", "copie (COPY) : plateforme.fait", "Essai", "non déclaré", "t"]])

    def test_90_leaves_with_the_database(self):
        process = int((DIRECTORY / ".watch").read_text())
        self.done("db", "stop", "--dir", DIRECTORY)
        stat = Path(f"/proc/{process}/stat")  # Z: ended, and its parent has not taken notice yet
        self.within(15, lambda: not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] == "Z", "it lives on")


if __name__ == "__main__":
    unittest.main(verbosity=1)
