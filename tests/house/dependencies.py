#!/usr/bin/env python3
"""The house's rules that a compiler does not see: which box may include which, and no orphan source."""
import pathlib
import re
import subprocess
import sys

# A box may include its own headers, those of the boxes named here, and what the pattern after them does not forbid.
BOXES = {
    "engine": (set(), r"<(Q|qgs|libpq)"),
    "papers": (set(), r"<(Q|qgs|libpq)"),
    "providers/pg": (set(), r"<(Q|qgs|gdal|ogr|geos)"),
    "providers/tension": ({"providers/pg", "engine"}, r"<(Q|qgs|CLI/)"),
    "providers/qgis": ({"providers/pg", "providers/tension", "engine"}, r"<CLI/"),
    "plugin": ({"providers/qgis", "providers/pg", "providers/tension", "engine"}, r"<CLI/"),
    "cli": ({"providers/qgis", "providers/pg", "providers/tension", "engine", "papers"}, r"<qgs"),
    "server": ({"providers/pg"}, r"<(Q|qgs)"),
}
INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|(<[^>]+>))', re.M)


def box_of(path):
    return next((box for box in BOXES if path.startswith(box + "/")), None)


def tracked(root):
    names = subprocess.run(["git", "ls-files"], cwd=root, check=True, capture_output=True, text=True).stdout
    return [name for name in names.splitlines() if name.endswith((".cpp", ".hpp")) and box_of(name)]


def faults(root):
    listed = " ".join(path.read_text() for path in root.rglob("CMakeLists.txt") if "build" not in path.parts)
    for name in tracked(root):
        box = box_of(name)
        allowed, forbidden = BOXES[box]
        for ours, theirs in INCLUDE.findall((root / name).read_text()):
            target = box_of(ours) if ours else None
            if target and target != box and target not in allowed:
                yield f"{name} includes {ours}: {box} must not know {target}"
            if theirs and re.match(forbidden, theirs):
                yield f"{name} includes {theirs}, which has no place in {box}"
        if name.endswith(".cpp") and pathlib.Path(name).name not in listed:
            yield f"{name} is in no CMakeLists.txt"


if __name__ == "__main__":
    found = sorted(set(faults(pathlib.Path(sys.argv[1]).resolve())))
    print("\n".join(found) or "every include points the right way and every source is built")
    sys.exit(bool(found))
