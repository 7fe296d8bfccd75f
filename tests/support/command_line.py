"""Runs the command line as a person does, and says exactly what it answered."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

CORTEGE = os.environ["CORTEGE"]
SOURCE = pathlib.Path(__file__).resolve().parents[2]
DATA = SOURCE.parent / "shared" / "data"


class CommandLineTest(unittest.TestCase):
    """Each test works in a folder of its own, gone afterwards."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="ctg-", dir="/tmp"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def run_it(self, *words, env=None, **options):
        return subprocess.run([CORTEGE, *map(str, words)], cwd=self.folder, capture_output=True, text=True,
                              env={**os.environ, **(env or {})}, timeout=120, **options)

    def done(self, *words, env=None):
        """Exit code 0, nothing on stderr, one JSON object."""
        ran = self.run_it(*words, "--json", env=env)
        self.assertEqual((ran.returncode, ran.stderr), (0, ""), f"{words}: {ran.stdout}")
        return json.loads(ran.stdout)

    def refused(self, *words, code=1, says="", env=None):
        """The exit code, nothing on stdout, one line on stderr with the words it must hold."""
        ran = self.run_it(*words, env=env)
        self.assertEqual((ran.returncode, ran.stdout), (code, ""), f"{words}: {ran.stderr}")
        self.assertRegex(ran.stderr, r"\Acortege: [^\n]+\n\Z", words)
        self.assertIn(says, ran.stderr)
        return ran.stderr

    def sql(self, query, uri=None):
        """Rows as lists of texts."""
        ran = subprocess.run(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", *([uri] if uri else []), "-c", query],
                             capture_output=True, text=True)
        self.assertEqual(ran.returncode, 0, ran.stderr)
        return [line.split("|") for line in ran.stdout.splitlines()]

    def value(self, query, uri=None):
        return self.sql(query, uri)[0][0]

    def data(self, path):
        if not (DATA / path).exists():
            self.skipTest(f"no real data: {DATA / path} is absent")
        return str(DATA / path)
