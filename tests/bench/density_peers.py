#!/usr/bin/env python3
"""The same points through the command line and its peers: seconds of a whole run each, on one table.

Peers that are not installed are left out (scripts/setup --bench installs GRASS and SAGA)."""
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time

RESOLUTION, BANDWIDTH = 10, 1000
WEST, SOUTH, EAST, NORTH = 893000, 6240000, 905800, 6249600


def points(folder, count):
    random.seed(1)
    path = os.path.join(folder, "points.csv")
    with open(path, "w") as out:
        out.write("x,y,n\n")
        for _ in range(count):
            out.write(f"{random.uniform(WEST, EAST):.2f},{random.uniform(SOUTH, NORTH):.2f},1\n")
    layer = os.path.join(folder, "points.gpkg")
    subprocess.run(["ogr2ogr", "-oo", "X_POSSIBLE_NAMES=x", "-oo", "Y_POSSIBLE_NAMES=y", "-oo", "AUTODETECT_TYPE=YES",
                    "-a_srs", "EPSG:2154", layer, path], check=True)
    return layer


def timed(command, **more):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    start = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more)
    if done.returncode:
        sys.exit(f"{command[0]} failed: {done.stderr.strip()[-300:]}")
    return time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before, done.stdout


def ours(layer, folder, cortege):
    wall, user, out = timed([cortege, "density", layer, folder + "/ours.tif", "--kernel", "quartic", "--bandwidth",
                             str(BANDWIDTH), "--resolution", str(RESOLUTION), "--threads", "1", "--json",
                             "--extent", str(WEST), str(SOUTH), str(EAST), str(NORTH)])
    return wall, user, json.loads(out)["seconds"]


def qgis(layer, folder):
    return timed(["qgis_process", "run", "qgis:heatmapkerneldensityestimation", f"--INPUT={layer}",
                  f"--RADIUS={BANDWIDTH}", f"--PIXEL_SIZE={RESOLUTION}", "--KERNEL=0", "--OUTPUT_VALUE=0",
                  f"--OUTPUT={folder}/qgis.tif"], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})[:2]


def grass(layer, folder):
    script = (f"v.in.ogr --q input={layer} output=p && g.region n={NORTH} s={SOUTH} e={EAST} w={WEST} res={RESOLUTION}"
              f" && v.kernel --q input=p output=k radius={BANDWIDTH} kernel=quartic")
    return timed(["grass", "--tmp-location", "EPSG:2154", "--exec", "sh", "-c", script])[:2]


def saga(layer, folder):
    """Its quartic kernel on the same lattice, centres given as SAGA counts them."""
    half = RESOLUTION / 2
    return timed(["saga_cmd", "grid_gridding", "6", "-POINTS", layer, "-RADIUS", str(BANDWIDTH), "-KERNEL", "0",
                  "-TARGET_USER_SIZE", str(RESOLUTION), "-TARGET_USER_XMIN", str(WEST + half), "-TARGET_USER_XMAX",
                  str(EAST - half), "-TARGET_USER_YMIN", str(SOUTH + half), "-TARGET_USER_YMAX", str(NORTH - half),
                  "-TARGET_OUT_GRID", folder + "/saga.sgrd"])[:2]


def main():
    cortege = os.environ.get("CORTEGE", "build/bin/cortege")
    counts = [int(a) for a in sys.argv[1:]] or [10_000, 100_000]
    print(f"{'points':>9} {'program':>10} {'wall s':>9} {'user s':>9} {'times ours':>11}")
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            layer = points(folder, count)
            wall, user, parts = ours(layer, folder, cortege)
            split = ", ".join(f"{name} {seconds:.3f}" for name, seconds in parts.items())
            print(f"{count:9} {'cortege':>10} {wall:9.2f} {user:9.2f} {1:11.1f}   ({split})")
            for program, peer in (("qgis_process", qgis), ("saga_cmd", saga), ("grass", grass)):
                if shutil.which(program):
                    theirs, their_user = peer(layer, folder)
                    print(f"{count:9} {program:>10.10} {theirs:9.2f} {their_user:9.2f} {theirs / wall:11.1f}", flush=True)


if __name__ == "__main__":
    main()
