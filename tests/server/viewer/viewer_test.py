"""The viewer in a real browser: starts the demo city and its servers, works out what each person may see by their own SQL, and
hands both to viewer.test.mjs."""
import contextlib
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from authority import Authority  # noqa: E402
from support import ROOT, Platform, demo_city  # noqa: E402

# The events of Saturday 10 January, as the layers' own temporal properties choose them.
SATURDAY = """
  SELECT coalesce(json_agg(objet ORDER BY objet), '[]') FROM plateforme.evenement
  WHERE debut <= '2026-01-10 23:59:00+01' AND geom IS NOT NULL AND
    coalesce(fin, CASE WHEN genre = 'fait' THEN debut ELSE debut + interval '3 hours' END) >= '2026-01-10 00:00:00+01'"""
PEOPLE = ("vm_calanque", "sp_garlaban", "vm_corniche")


def expected(platform, login):
    with contextlib.closing(platform.person(login)) as session, session.cursor() as cursor:
        cursor.execute(SATURDAY)
        return cursor.fetchone()[0]


def main():
    with Platform() as platform:
        demo_city(platform)
        authority = Authority(platform.folder / "people")
        platform.publish("--people-authority", authority.folder / "ca.crt")
        platform.start(processes=2)
        given = {
            "url": f"https://localhost:{platform.port}", "uri": platform.uri, "passwords": platform.passwords,
            "expected": {login: expected(platform, login) for login in PEOPLE},
            "card": list(map(str, authority.issue("/CN=sp_garlaban"))),
            "pictures": os.environ.get("PICTURES", ""), "modules": str(ROOT / "server/viewer/node_modules"),
        }
        ran = subprocess.run(["node", "--test", str(HERE / "viewer.test.mjs")], check=False,
                             env={**os.environ, "VIEWER": json.dumps(given)})
    return ran.returncode


if __name__ == "__main__":
    sys.exit(main())
