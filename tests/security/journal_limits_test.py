#!/usr/bin/python3
"""The journal in bad weather: a disk that is full of it, and writers at once, who do not wait for each other."""

import os
import subprocess
import threading
import unittest

import psycopg2

import people

EVENT = "INSERT INTO cortege.visite_officielle (objet, debut, statut) VALUES (%s, now(), 'brouillon')"


def limit_files(process, length):
    """Only the server's own account may limit its processes."""
    account = ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups"] if os.geteuid() == 0 else []
    subprocess.run([*account, "prlimit", f"--pid={process}", f"--fsize={length}:"], check=True, cwd="/")


class JournalLimits(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        people.psql(people.ROOT / "tests/support/personnes.sql")

    def value(self, query):
        with people.superuser().cursor() as cursor:
            cursor.execute(query)
            return cursor.fetchone()[0]

    def defects(self):
        return self.value("SELECT count(*) FROM audit.verifier()")

    def test_nothing_is_saved_when_the_disk_has_no_room_for_its_journal(self):
        """The server process may not make a file longer than the journal's contents already are."""
        with people.superuser().cursor() as cursor:  # the journal's contents are the longest file a writer extends
            cursor.execute("SET session_replication_role = replica; INSERT INTO audit.contenu (ecriture, apres)"
                           " SELECT -g, ARRAY[repeat(md5(g::text), 60)] FROM generate_series(1, 3000) g")
        room = self.value("SELECT pg_relation_size('audit.contenu')")
        self.assertGreater(room, 4_000_000)
        session = people.connect("agent1")
        limit_files(session.get_backend_pid(), room)
        before = self.value("SELECT count(*) FROM cortege.visite_officielle")
        with self.assertRaises(psycopg2.Error) as caught, session.cursor() as cursor:
            for i in range(1000):
                cursor.execute(EVENT, (f"Visite {i} " + "x" * 900,))
        self.assertIn("could not extend file", str(caught.exception))
        session.close()
        self.assertEqual(self.value("SELECT count(*) FROM cortege.visite_officielle"), before, "nothing half saved")
        session = people.connect("agent1")
        with session, session.cursor() as cursor:
            cursor.execute(EVENT, ("Visite après",))
        session.close()
        with people.superuser().cursor() as cursor:
            cursor.execute("DELETE FROM audit.contenu WHERE ecriture < 0")
        self.assertEqual(self.defects(), 0, "the chain holds once there is room again")

    def test_writers_do_not_wait_for_each_other(self):
        """Twenty transactions, each with its link made and none committed: more than there are shared lanes."""
        sessions = [people.connect("agent1") for _ in range(20)]
        for number, session in enumerate(sessions):
            with session.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '2 s'")
                cursor.execute(EVENT, (f"Visite en même temps {number}",))
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for session in sessions:
            session.commit()
            session.close()
        self.assertEqual(self.value("SELECT count(*) FROM cortege.visite_officielle WHERE objet LIKE '%même temps%'"), 20)
        self.assertEqual(self.defects(), 0)

    def test_many_commits_at_once_leave_one_sound_chain(self):
        def write():
            session = people.connect("agent1")
            for i in range(10):
                with session, session.cursor() as cursor:
                    cursor.execute(EVENT, (f"Visite du fil {i}",))
            session.close()

        writers = [threading.Thread(target=write) for _ in range(6)]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        self.assertEqual(self.defects(), 0)


if __name__ == "__main__":
    unittest.main(verbosity=1)
