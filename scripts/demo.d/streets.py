"""An invented street network for the demo's centre, as OpenStreetMap XML on standard output, so that marches follow streets.

    streets.py CITY   CITY holds axes.geojson, arrondissements.geojson and adresses.csv

The axes are joined by a crooked grid; a street of the grid bears the name of the demo's address beside it, or an
invented one. The same city gives the same network.
"""
import csv
import itertools
import json
import math
import pathlib
import random
import sys
from xml.sax.saxutils import quoteattr

CENTRE = 5.3838, 43.2890  # place Castellane
RADIUS, BLOCK, TILT = 3000.0, 115.0, math.radians(-24)  # metres; the grid leans as the Prado does
BLOCKS_PER_STREET = 9
METRES = 111_320.0
KINDS = "Rue", "Traverse", "Avenue", "Chemin", "Boulevard", "Allée", "Montée", "Passage"
PLANTS = """Acacias Amandiers Anémones Arbousiers Aubépines Bleuets Bruyères Câpriers Caroubiers Cèdres Cerisiers Chênes Citronniers
Clématites Coquelicots Cyprès Églantiers Fenouils Figuiers Frênes Fusains Garances Genêts Genévriers Giroflées Glycines Grenadiers
Hortensias Immortelles Iris Jasmins Jonquilles Jujubiers Lauriers Lavandes Lentisques Lilas Liserons Lys Marguerites Mauves
Mélèzes Menthes Micocouliers Mimosas Mûriers Myrtes Narcisses Noisetiers Oliviers Orangers Ormes Palmiers Pervenches
Peupliers Pins Pistachiers Pivoines Platanes Romarins Roseaux Saules Sauges Serpolets Sorbiers Sureaux Tamaris
Térébinthes Thyms Tilleuls Troènes Tulipes Verveines Violettes""".split()


def metric(lon, lat):
    return (lon - CENTRE[0]) * METRES * math.cos(math.radians(CENTRE[1])), (lat - CENTRE[1]) * METRES


def geographic(x, y):
    return CENTRE[0] + x / METRES / math.cos(math.radians(CENTRE[1])), CENTRE[1] + y / METRES


def features(file):
    return json.loads(file.read_text(encoding="utf-8"))["features"]


def land(city):
    rings = [[metric(*p) for p in ring] for f in features(city / "arrondissements.geojson")
             for polygon in f["geometry"]["coordinates"] for ring in polygon]

    def inside(x, y):
        crossed = False
        for (x1, y1), (x2, y2) in (side for ring in rings for side in itertools.pairwise(ring)):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                crossed = not crossed
        return crossed

    return inside


def crossing(a, b, c, d):
    """How far along a–b it meets c–d, between 0 and 1; None when it does not."""
    ux, uy, vx, vy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    turn = ux * vy - uy * vx
    if abs(turn) < 1e-9:
        return None
    s = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / turn
    t = ((c[0] - a[0]) * uy - (c[1] - a[1]) * ux) / turn
    return s if 0 <= s <= 1 and 0 <= t <= 1 else None


def axes(city):
    """(name, highway, points)"""
    return [(f["properties"]["nom"], "motorway" if f["properties"]["rang"] == 1 else "secondary",
             [metric(*p) for p in f["geometry"]["coordinates"]]) for f in features(city / "axes.geojson")]


def grid(inside):
    """The streets between the axes: broken lines through crossings that chance has moved a little."""
    chance = random.Random(13)
    reach = int(RADIUS / BLOCK)
    cross = {}
    for i, j in itertools.product(range(-reach, reach + 1), repeat=2):
        x, y = i * BLOCK, j * BLOCK
        moved = (x * math.cos(TILT) - y * math.sin(TILT) + chance.uniform(-22, 22),
                 x * math.sin(TILT) + y * math.cos(TILT) + chance.uniform(-22, 22))
        if math.hypot(x, y) <= RADIUS and inside(*moved):
            cross[i, j] = moved
    streets = []
    for fixed, along in itertools.product(range(2), range(-reach, reach + 1)):
        line = [cross.get((along, k) if fixed == 0 else (k, along)) for k in range(-reach, reach + 1)]
        for start in range(0, len(line) - 1, BLOCKS_PER_STREET):
            part = line[start:start + BLOCKS_PER_STREET + 1]
            streets += [points for there, group in itertools.groupby(part, bool) if there and len(points := list(group)) > 1]
    return streets


def named(streets, city, axes_names):
    """The grid's streets with names: first those of the demo's addresses, each for the nearest street still without."""
    names = {}
    with open(city / "adresses.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=";"):
            place, name = metric(float(row["lon"]), float(row["lat"])), row["nom_voie"]
            near = sorted((min(math.dist(place, p) for p in street), index) for index, street in enumerate(streets))[:9]
            near = [index for distance, index in near if distance < 2 * BLOCK]
            free = [index for index in near if index not in names]
            if free and name not in axes_names and name not in {names.get(index) for index in near}:
                names[free[0]] = name
    invented = (f"{kind} des {plant}" for kind in KINDS for plant in PLANTS)
    return [(names.get(index) or next(invented), "residential", street) for index, street in enumerate(streets)]


def joined(streets):
    """Every street with the points where others cross it; motorways pass above."""
    sides = [(number, place, a, b) for number, (_, highway, points) in enumerate(streets) if highway != "motorway"
             for place, (a, b) in enumerate(itertools.pairwise(points))]
    main = [side for side in sides if streets[side[0]][1] == "secondary"]
    met = {}
    for one, other in itertools.product(main, sides):
        if one[0] == other[0] or (s := crossing(*one[2:], *other[2:])) is None:
            continue
        point = tuple(p + s * (q - p) for p, q in zip(*one[2:]))
        met.setdefault(one[:2], set()).add(point)
        met.setdefault(other[:2], set()).add(point)
    for number, (name, highway, points) in enumerate(streets):
        whole = []
        for place, start in enumerate(points):
            whole += [start, *sorted(met.get((number, place), ()), key=lambda p: math.dist(p, start))]
        yield name, highway, whole


def main():
    city = pathlib.Path(sys.argv[1])
    roads = axes(city)
    streets = roads + named(grid(land(city)), city, {name for name, *_ in roads})
    nodes, ways = {}, []
    for number, (name, highway, points) in enumerate(joined(streets), 1):
        refs = "".join(f'<nd ref="{nodes.setdefault(tuple(round(c, 1) for c in p), len(nodes) + 1)}"/>' for p in points)
        ways.append(f'<way id="{number}">{refs}<tag k="highway" v="{highway}"/><tag k="name" v={quoteattr(name)}/></way>')
    print('<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">')
    for point, number in nodes.items():
        lon, lat = geographic(*point)
        print(f'<node id="{number}" lon="{lon:.6f}" lat="{lat:.6f}"/>')
    print("\n".join(ways), "</osm>", sep="\n")


main()
