"""Maps per second and their delays over HTTP, on loopback, eight clients: scripts/bench wms [WORK]

WORK is one of points, day, view, memory; all of them unless said. `points` also compares the images of both providers.
"""
import concurrent.futures
import http.client
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse

from osgeo import gdal

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import wms_city as city  # noqa: E402
import wms_servers as servers  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
CLIENTS = 8
PEERS = ("stock", "mapserver")
SECONDS = float(os.environ.get("SECONDS_EACH", 20))


def question(layers, frame, width=800, height=600, moment=None):
    asked = {"SERVICE": "WMS", "VERSION": "1.3.0", "REQUEST": "GetMap", "LAYERS": layers, "STYLES": "", "CRS": "EPSG:2154",
             "BBOX": ",".join(map(str, frame)), "WIDTH": width, "HEIGHT": height, "FORMAT": "image/png", "TRANSPARENT": "TRUE"}
    if moment:
        asked["TIME"] = moment
    return urllib.parse.urlencode(asked)


def get(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    if answer.status != 200 or not answer.headers["Content-Type"].startswith("image/png"):
        raise SystemExit(f"{path}: {answer.status} {body[:500].decode(errors='replace')}")
    return body


def hammer(port, name, questions, seconds=SECONDS, most=None):
    """Delays of CLIENTS clients that ask without pause for so many seconds, or so many questions."""
    end = time.monotonic() + seconds if most is None else float("inf")
    share = None if most is None else most // CLIENTS

    def client(number):
        chance = random.Random(number)
        taken = []
        while time.monotonic() < end and (share is None or len(taken) < share):
            began = time.monotonic()
            get(port, f"/{name}?{chance.choice(questions)}")
            taken.append(time.monotonic() - began)
        return taken

    began = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(CLIENTS) as pool:
        delays = sorted(sum(pool.map(client, range(CLIENTS)), []))
    return delays, time.monotonic() - began


def at(delays, part):
    return delays[min(len(delays) - 1, int(part * len(delays)))]


def measured(web, pool, questions, label):
    # Projects read and sessions opened in each process.
    hammer(web.port, pool.name, questions[:1], most=CLIENTS)
    before = pool.cpu_seconds()
    delays, seconds = hammer(web.port, pool.name, questions)
    spent = (pool.cpu_seconds() - before) / len(delays)
    print(f"{label:38} {len(delays) / seconds:7.2f} /s  median {1000 * at(delays, .5):7.0f} ms  p95 {1000 * at(delays, .95):7.0f} ms"
          f"  server {1000 * spent:6.0f} ms CPU each", flush=True)
    return len(delays) / seconds


def square(centre, side):
    x, y = centre
    return (x - side * 2 / 3, y - side / 2, x + side * 2 / 3, y + side / 2)


def views(count=40, features=2000):
    """Frames of some two thousand facts each, around as many places."""
    found = []
    with city.connect().cursor() as cursor:
        cursor.execute("SELECT ST_X(geom), ST_Y(geom) FROM plateforme.fait ORDER BY md5(id::text) LIMIT %s", (count,))
        for centre in cursor.fetchall():
            low, high = 10.0, 12000.0
            for _ in range(12):
                side = (low + high) / 2
                cursor.execute("SELECT count(*) FROM plateforme.fait WHERE geom && ST_MakeEnvelope(%s, %s, %s, %s, 2154)",
                               square(centre, side))
                low, high = (side, high) if cursor.fetchone()[0] < features else (low, side)
            found.append(square(centre, high))
    return found


def different_pixels(one, other):
    decoded = []
    for name, content in (("one", one), ("other", other)):
        gdal.FileFromMemBuffer(f"/vsimem/{name}.png", content)
        decoded.append(gdal.Open(f"/vsimem/{name}.png").ReadAsArray().astype(int))
    return int((abs(decoded[0] - decoded[1]).max(axis=0) > 0).sum())


def points(web, pools):
    asked = question("points", city.FRAME)
    images = {name: get(web.port, f"/{name}?{asked}") for name in ("stock", "cortege")}
    print(f"100 000 points at 800 x 600: {different_pixels(images['stock'], images['cortege'])} pixels differ between the providers")
    rates = {name: measured(web, pools[name], [asked], f"100 000 points, {name}") for name in PEERS + ("cortege",) if name in pools}
    for peer in PEERS:
        print(f"  {rates['cortege'] / rates[peer]:.2f} times {peer}" if peer in rates else f"  {peer}: not installed, scripts/setup --bench")


def day(web, pools):
    hours = [f"{city.DAY}T{hour:02}:00:00/{city.DAY}T{hour + 1:02}:00:00" for hour in range(8, 20)]
    layers = "tension,evenement_surface,evenement_ligne,evenement_point"
    whole = f"{city.DAY}T00:00:00/{city.DAY}T23:59:59"
    measured(web, pools["journee"], [question(layers, city.FRAME, moment=hour) for hour in hours], "working day, an hour at a time")
    measured(web, pools["journee"], [question(layers, city.FRAME, moment=whole)], "working day, all 500 events")


def view(web, pools):
    asked = [question("points", frame) for frame in views()]
    for name in ("stock", "cortege"):
        measured(web, pools[name], asked, f"view of 2 000 points, {name}")


def memory(web, pools):
    asked = [question("points", frame, 256, 256) for frame in views(40, 300)]
    done = 0
    for target in (1000, 2000, 5000, 10000, 20000):
        hammer(web.port, "cortege", asked, most=target - done)
        done = target
        sizes = " and ".join(f"{size:.1f}" for size in pools["cortege"].resident_megabytes())
        print(f"after {done:6} requests: {sizes} MB resident", flush=True)


def main():
    works = {"points": points, "day": day, "view": view, "memory": memory}
    chosen = sys.argv[1:] or list(works)
    if not set(chosen) <= set(works):
        raise SystemExit(__doc__)
    city.load()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="ctg-", dir="/tmp"))
    folder.chmod(0o755)
    prefix = os.environ["QGIS_PREFIX_PATH"]
    subprocess.run(["/usr/bin/python3", ROOT / "tests/bench/wms_projects.py", folder, ROOT / "styles"], check=True)
    pools = [servers.qgis(name, folder, folder / f"{name}.qgs", prefix, city.PERSON) for name in ("stock", "cortege", "journee")]
    if os.path.exists(servers.MAPSERVER):
        pools.append(servers.mapserver("mapserver", folder, city.FRAME, city.PERSON))
    web = None
    try:
        web = servers.Web(folder, pools)
        by_name = {pool.name: pool for pool in pools}
        for name in chosen:
            works[name](web, by_name)
    finally:
        if web:
            web.stop()
        for pool in pools:
            pool.stop()
        if not os.environ.get("KEEP_FOLDER"):
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
