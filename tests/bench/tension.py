"""The live tension as QGIS draws it: 100 000 facts of one day, quartic kernel of 1 km, 1400 × 900 pixels of the model's own
cells over the city, as an analyst. Cold is the first picture, rows read from the database; warm asks for the rights again and
computes; an animation asks for another window of 24 hours each time. Run on one processor: scripts/bench tension."""
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "providers" / "qgis"))
import support  # noqa: E402
from qgis.core import QgsRasterLayer, QgsRectangle  # noqa: E402
from qgis.PyQt.QtCore import QDateTime, Qt  # noqa: E402

FACTS, CELL, WIDTH, HEIGHT, PICTURES = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, 15, 1400, 900, 25
BOX = QgsRectangle(885000, 6237000, 885000 + WIDTH * CELL, 6237000 + HEIGHT * CELL)
MODEL = """nom = "banc"
titre = "Banc d'essai"
statut = "exploratoire"
[raster]
resolution = { valeur = %d, unite = "m", raison = "Un pixel." }
[sources.fait]
titre = "Faits"
genre = "fait"
noyau = "quartic"
portee = { valeur = 1000, unite = "m", raison = "Mesure." }
poids = { valeur = 1, unite = "personnes pondérées par fait", raison = "Mesure." }
mesure = "poids"
temps = "part"
[zones]
aire_minimale = { valeur = 1, unite = "ha", raison = "Mesure." }
[[zones.niveaux]]
nom = "Un"
couleur = "#d95f0e"
seuil = { valeur = 1, unite = "personnes pondérées/ha", raison = "Mesure." }
""" % CELL


def fill():
    people = ROOT / "tests" / "support" / "personnes.sql"
    subprocess.run(["psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-o", "/dev/null", "-f", people], check=True)
    support.sql("INSERT INTO plateforme.source (code, nom, finalite, base_legale, conservation)"
                " VALUES ('banc', 'Banc', 'Mesure', 'Essai', '10 years')")
    support.sql("SELECT plateforme.creer_partitions('2026-01-01', '2026-02-01')")
    support.sql("SELECT setseed(.5)")
    support.sql("INSERT INTO plateforme.fait (debut, fin, source, geom) SELECT d, d + interval '6 hours', 'banc',"
                " ST_SetSRID(ST_MakePoint(%s + %s * random(), %s + %s * random()), 2154) FROM generate_series(1, %s) i,"
                " LATERAL (SELECT timestamptz '2026-01-10 00:00 UTC' + 18 * interval '1 hour' * random() + 0 * i * interval '1 s' AS d) t",
                (BOX.xMinimum(), BOX.width(), BOX.yMinimum(), BOX.height(), FACTS))
    support.sql("ANALYZE")


def layer(model, minutes=0):
    """A layer whose own window, of 24 hours, begins so much after midnight."""
    start = QDateTime.fromString("2026-01-10T00:00:00Z", Qt.ISODate).addSecs(60 * minutes)
    live = QgsRasterLayer(f"{support.conninfo('analyste1')} model='{model}' from='{start.toString(Qt.ISODate)}'"
                          f" to='{start.addDays(1).toString(Qt.ISODate)}'", "tension", "tension")
    assert live.isValid(), live.error().message()
    return live


def picture(live):
    """Milliseconds of one redraw: a renderer clones the provider and asks it for a block."""
    provider = live.dataProvider().clone()
    start = time.perf_counter()
    block = provider.block(1, BOX, WIDTH, HEIGHT)
    spent = (time.perf_counter() - start) * 1000
    assert block.isValid(), block.error().message()
    return spent


def main():
    support.start_qgis()
    fill()
    with tempfile.NamedTemporaryFile("w", suffix=".toml") as model:
        model.write(MODEL)
        model.flush()
        live = layer(model.name)
        cold = picture(live)
        warm = [picture(live) for _ in range(PICTURES)]
        series = [layer(model.name, 15 * frame) for frame in range(PICTURES)]
        frames = [picture(frame) for frame in series]
    print(f"{FACTS} facts, {WIDTH} × {HEIGHT} cells, processors: {len(os.sched_getaffinity(0))}")
    print(f"cold             {cold:8.0f} ms")
    print(f"warm, median     {statistics.median(warm):8.1f} ms   least {min(warm):.1f}")
    print(f"animation        {1000 / statistics.mean(frames):8.1f} frames/s, slowest {max(frames):.1f} ms")
    sys.stdout.flush()
    os._exit(0)


main()
