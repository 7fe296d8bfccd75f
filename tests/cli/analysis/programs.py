"""Running the programs under test."""

import json
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT / ".." / "shared" / "data"
CORTEGE = os.environ.get("CORTEGE", str(ROOT / "build" / "bin" / "cortege"))


def run(*arguments, environment=None):
    """Exit code, standard output, standard error."""
    done = subprocess.run(
        [CORTEGE, *map(str, arguments)], capture_output=True, text=True, env={**os.environ, **(environment or {})}
    )
    return done.returncode, done.stdout, done.stderr


def result(*arguments, environment=None):
    """The object of --json; anything on stderr is a fault."""
    code, out, err = run(*arguments, "--json", environment=environment)
    assert code == 0 and err == "", (code, out, err)
    return json.loads(out)
