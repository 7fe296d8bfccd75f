#!/usr/bin/env python3
"""The embedded database in trouble: PostgreSQL missing, a full disk, Ctrl-C in the middle of making, saving, restoring."""
import os
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from command_line import CORTEGE, CommandLineTest  # noqa: E402

MEGABYTE = 1 << 20


class EmbeddedTrouble(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.folder.chmod(0o755)
        self.addCleanup(self.stop_all)
        for name in [name for name in os.environ if name.startswith("PG")]:
            del os.environ[name]

    def stop_all(self):
        for marker in self.folder.glob("**/cortege-database.json"):
            subprocess.run([CORTEGE, "db", "stop", "--dir", marker.parent], capture_output=True)

    def small_disk(self, size):
        if os.geteuid() != 0:
            self.skipTest("only root can mount a small disk")
        disk = self.folder / "disque"
        disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", disk], capture_output=True).returncode:
            self.skipTest("this machine lets nobody mount a small disk")
        self.addCleanup(subprocess.run, ["umount", "-l", disk])
        self.addCleanup(self.stop_all)  # before it is unmounted: the last added runs first
        return disk

    def interrupted(self, *words, until):
        """Starts the command, presses Ctrl-C once `until()` holds."""
        process = subprocess.Popen([CORTEGE, *map(str, words)], cwd=self.folder, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True)
        while not until() and process.poll() is None:
            time.sleep(0.01)
        self.assertIsNone(process.poll(), f"{words} ended before it could be interrupted")
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
        self.assertEqual((process.returncode, out), (1, ""), err)
        self.assertRegex(err, r"\Acortege: [^\n]+\n\Z")

    def facts(self, count):
        rows = [f"2024-03-{1 + i % 28:02}T10:{i % 60:02},1,5.{38000 + i % 900},43.{29000 + i % 700}" for i in range(count)]
        return self.file("faits.csv", "\n".join(["occurred_at_local,worst_grav,lon,lat", *rows]) + "\n")

    def test_postgresql_is_missing(self):
        if os.geteuid() != 0:
            self.skipTest("only root can hide PostgreSQL from one program")
        ran = subprocess.run(["unshare", "-m", "sh", "-c", 'mount -t tmpfs none /usr/lib/postgresql || exit 99; exec "$0" "$@"',
                              CORTEGE, "db", "start", "--dir", self.folder / "d"], capture_output=True, text=True)
        if ran.returncode == 99:
            self.skipTest("this machine lets nobody mount over a folder")
        self.assertEqual((ran.returncode, ran.stdout), (1, ""), ran.stderr)
        self.assertRegex(ran.stderr, r"\Acortege: PostgreSQL's program \w+ is missing: install PostgreSQL [^\n]+\n\Z")
        self.assertFalse((self.folder / "d" / "data").exists())

    def test_ctrl_c_while_the_database_is_made_leaves_one_that_starts(self):
        self.interrupted("db", "start", "--dir", self.folder / "d",
                         until=lambda: (self.folder / "d" / "data" / "base").exists())
        self.assertTrue(self.done("db", "start", "--dir", self.folder / "d")["running"])

    def test_ctrl_c_while_saving_and_restoring_leaves_no_half(self):
        uri = self.done("db", "start", "--dir", self.folder / "d")["uri"]
        half = self.folder / "demi.dump"
        self.interrupted("db", "backup", half, "--dir", self.folder / "d", until=half.exists)
        self.assertEqual(list(self.folder.glob("demi.dump*")), [])
        whole = self.done("db", "backup", self.folder / "entier.dump", "--dir", self.folder / "d")["file"]
        copy = self.folder / "copie"
        self.interrupted("db", "restore", whole, "--dir", copy, until=(copy / "data" / "postmaster.pid").exists)
        restored = self.done("db", "restore", whole, "--dir", copy)
        count = "SELECT count(*) FROM pg_policies"
        self.assertEqual(self.value(count, restored["uri"]), self.value(count, uri))

    def test_a_full_disk_while_saving_leaves_no_half_backup(self):
        disk = self.small_disk("64k")
        self.done("db", "start", "--dir", self.folder / "d")
        self.refused("db", "backup", disk / "c.dump", "--dir", self.folder / "d", says="No space left")
        self.assertEqual(list(disk.iterdir()), [])

    def test_a_full_disk_under_the_database_loses_nothing(self):
        disk = self.small_disk("400m")
        home = disk / "d"
        uri = self.done("db", "start", "--dir", home)["uri"]
        free = os.statvfs(disk)
        (disk / "reste").write_bytes(bytes(max(0, free.f_bavail * free.f_frsize - 4 * MEGABYTE)))
        self.refused("import", "facts", "accidents_velo", self.facts(60000), "--dir", home)
        self.assertEqual(list(self.folder.glob("*rejets*")), [])
        (disk / "reste").unlink()
        self.done("db", "start", "--dir", home)  # the server may have stopped when it could no longer write
        self.assertEqual(self.value("SELECT count(*) FROM plateforme.fait", uri), "0")
        self.assertEqual(self.done("import", "facts", "accidents_velo", self.facts(100), "--dir", home)["accepted"], 100)


if __name__ == "__main__":
    unittest.main()
