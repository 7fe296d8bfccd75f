"""The live tension layer on the demo city: the numbers of `cortege tension`, the same whatever the extent asked, of what each
person sees, at the window asked, as of now."""
import concurrent.futures
import os
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

import numpy
from osgeo import gdal
from qgis.core import (QgsDateTimeRange, QgsGeometry, QgsMapRendererParallelJob, QgsMapSettings, QgsPointXY, QgsProject, QgsRaster, QgsRasterBandStats,
                       QgsRasterBlockFeedback, QgsRasterFileWriter, QgsRasterLayer, QgsRasterPipe, QgsRectangle)
from qgis.PyQt.QtCore import QDateTime, QSize, Qt

import support
from support import conninfo, sql

SOURCE = Path(__file__).resolve().parents[3]
CITY = SOURCE / "tests" / "data" / "demo"
CORTEGE = os.environ["CORTEGE"]
FROM, TO = "2026-01-10T12:00", "2026-01-10T20:00"
OLD_PORT = QgsRectangle(891000, 6245000, 895000, 6249000)  # 160 × 160 cells of the model
gdal.UseExceptions()


def psql(*words, user="postgres"):
    subprocess.run(["psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-U", user, *words], cwd=CITY, check=True,
                   stdout=subprocess.DEVNULL)


def setUpModule():
    for layer in ("arrondissements", "quartiers"):
        subprocess.run([CORTEGE, "import", "areas", CITY / f"{layer}.geojson"], check=True, stdout=subprocess.DEVNULL)
    for source, file in (("signalement", "signalements.csv"), ("affluence", "affluence.csv"), ("chantier", "chantiers.geojson")):
        subprocess.run([CORTEGE, "import", "facts", CITY / f"{source}.toml", CITY / file], check=True,
                       stdout=subprocess.DEVNULL)
    psql("-f", "personnes.sql")
    for agent in ("pp_mistral", "pp_tramontane", "pp_sirocco", "pp_levant"):
        psql("-v", "lundi=2026-01-05", "-f", "evenements.sql", user=agent)
    support.start_qgis()


def layer(person="vm_calanque", window=f"from='{FROM}' to='{TO}'", model="espace_public"):
    return QgsRasterLayer(f"{conninfo(person)} model='{model}' {window}", "tension", "tension")


def values(source, box=OLD_PORT, size=160, band=1):
    block = source.dataProvider().block(band, box, size, size)
    assert block.isValid(), block.error().message()
    return numpy.frombuffer(bytes(block.data()), numpy.float32).reshape(size, size)


def instants(start, end):
    return QgsDateTimeRange(QDateTime.fromString(start, Qt.ISODate), QDateTime.fromString(end, Qt.ISODate), True, False)


class Tension(unittest.TestCase):
    def test_equals_cortege_tension_bit_for_bit(self):
        with tempfile.TemporaryDirectory() as out:
            subprocess.run([CORTEGE, "tension", "-d", "user=vm_calanque", "--out", out, "--from", FROM, "--to", TO, "--extent",
                            *map(str, (OLD_PORT.xMinimum(), OLD_PORT.yMinimum(), OLD_PORT.xMaximum(), OLD_PORT.yMaximum()))],
                           check=True, stdout=subprocess.DEVNULL)
            raster = gdal.Open(f"{out}/tension.tif")
            bands = {raster.GetRasterBand(i + 1).GetDescription(): raster.GetRasterBand(i + 1).ReadAsArray()
                     for i in range(raster.RasterCount)}
        live = layer()
        self.assertTrue(live.isValid(), live.error().message())
        self.assertGreater(bands["somme"].max(), 50)
        self.assertEqual(values(live).tobytes(), bands["somme"].tobytes())
        marches = layer(window=f"from='{FROM}' to='{TO}' source='deambulatoire'")
        self.assertEqual(values(marches).tobytes(), bands["deambulatoire"].tobytes())

    def test_tiles_agree_with_the_whole_at_each_scale(self):
        live = layer()
        for pixels, tile in ((160, 1000), (40, 1000), (320, 500)):  # the model's scale, a coarser one, a finer one
            whole = values(live, size=pixels)
            count = int(4000 / tile)
            rows = [numpy.hstack([values(live, QgsRectangle(OLD_PORT.xMinimum() + x * tile, OLD_PORT.yMaximum() - (y + 1) * tile,
                                                            OLD_PORT.xMinimum() + (x + 1) * tile, OLD_PORT.yMaximum() - y * tile),
                                         pixels // count) for x in range(count)]) for y in range(count)]
            self.assertEqual(numpy.vstack(rows).tobytes(), whole.tobytes(), f"{pixels} pixels")

    def test_each_person_has_their_own(self):
        everything, centre, north = (values(layer(who)) for who in ("vm_calanque", "sp_garlaban", "sp_estaque"))
        self.assertGreater(everything.sum(), north.sum())
        self.assertGreater(centre.sum(), 0)
        self.assertTrue((centre <= everything).all())

    def test_who_may_not_read_gets_an_invalid_layer_with_the_reason(self):
        refused = layer("vm_dpo")
        self.assertFalse(refused.isValid())
        self.assertIn("habilit", refused.dataProvider().error().message() if refused.dataProvider() else
                      refused.error().message())

    def picture(self, live, *window):
        """As the map shows it while the temporal controller stands on that window."""
        settings = QgsMapSettings()
        settings.setLayers([live])
        settings.setDestinationCrs(live.crs())
        settings.setExtent(OLD_PORT)
        settings.setOutputSize(QSize(160, 160))
        settings.setIsTemporal(True)
        settings.setTemporalRange(instants(*window))
        job = QgsMapRendererParallelJob(settings)
        job.start()
        job.waitForFinished()
        self.assertEqual([error.message for error in job.errors()], [])
        image = job.renderedImage()
        return numpy.frombuffer(image.bits().asstring(image.sizeInBytes()), numpy.uint8)

    def test_the_temporal_controller_animates_it(self):
        live = layer()
        self.assertTrue(live.temporalProperties().isActive())
        night, afternoon = (self.picture(live, f"2026-01-10T{hour:02}:00:00", f"2026-01-10T{hour + 1:02}:00:00")
                            for hour in (3, 16))
        self.assertGreater(numpy.count_nonzero(night != afternoon), 1000)

    def test_the_controllers_hours_are_those_on_the_wall(self):
        """QGIS's temporal controller says UTC of hours that are local, and filters vector layers by them as such."""
        live = layer()
        local, said_utc = (self.picture(live, f"2026-01-10T16:00:00{zone}", f"2026-01-10T17:00:00{zone}") for zone in ("", "Z"))
        numpy.testing.assert_array_equal(local, said_utc)

    def test_a_colour_means_the_same_on_every_map(self):
        live = layer()
        shader = live.renderer().shader().rasterShaderFunction()
        self.assertEqual([item.label for item in shader.colorRampItemList()],
                         ["Moins de 3/ha", "À suivre (dès 3/ha)", "Modérée (dès 12/ha)", "Forte (dès 40/ha)",
                          "Très forte (dès 120/ha)"])
        colours = [shader.shade(value)[1:4] for value in (12, 39.99, 40, 1e6)]
        self.assertEqual(colours[0], colours[1])
        self.assertEqual(len({*colours[1:]}), 3)

    def test_statistics_are_of_the_window_asked(self):
        for window, model in ((f"from='{FROM}' to='{TO}'", "espace_public"), ("from='2026-01-10T03:00' to='2026-01-10T04:00'", "espace_public")):
            live = layer(window=window, model=model)
            stats = live.dataProvider().bandStatistics(1, QgsRasterBandStats.All, OLD_PORT, 160 * 160)
            expected = values(live)
            self.assertAlmostEqual(stats.maximumValue, float(expected.max()), places=4)
            self.assertAlmostEqual(stats.mean, float(expected.mean(dtype=numpy.float64)), places=4)

    def test_identify_says_what_is_behind(self):
        live = layer()
        picture = values(live)
        row, column = numpy.unravel_index(picture.argmax(), picture.shape)
        point = QgsPointXY(OLD_PORT.xMinimum() + (column + .5) * 25, OLD_PORT.yMaximum() - (row + .5) * 25)
        numbers = live.dataProvider().identify(point, QgsRaster.IdentifyFormatValue).results()
        self.assertEqual(numpy.float32(numbers[1]), picture.max())
        text = live.dataProvider().identify(point, QgsRaster.IdentifyFormatText).results()[1]
        self.assertRegex(text, r"(?m)^(statique|deambulatoire|fait|visite_officielle):\d+ : \d+ %$")
        self.assertIn("espace_public", text)
        self.assertNotRegex(text, "partial|partiel")

    def test_partial_near_the_edge_of_what_a_person_may_see(self):
        """Who sees the centre alone: deeper than the widest reach of the model (500 m) nothing is hidden from them."""
        units = sql("SELECT ST_AsText(ST_Union(geom)) FROM voirie.unite WHERE genre = 'arrondissement'"
                    " AND code IN ('13201', '13202', '13206', '13207')")[0][0]
        centre = QgsGeometry.fromWkt(units)
        edge = QgsGeometry(centre.constGet().boundary())
        police = layer("sp_garlaban")
        points = [(QgsPointXY(x * 25 + 12.5, y * 25 + 12.5)) for x in range(35640, 35840, 8) for y in range(249720, 249960, 8)]
        seen = {True: 0, False: 0}
        for point in points:
            place = QgsGeometry.fromPointXY(point)
            depth = edge.distance(place) if centre.contains(place) else -1
            if abs(depth - 500) < 1:
                continue
            feature = police.dataProvider().identify(point, QgsRaster.IdentifyFormatFeature).results()[1][0].features()[0]
            self.assertEqual(feature["partiel"] == "non", depth > 500, (point, depth))
            seen[depth > 500] += 1
        self.assertGreater(min(seen.values()), 20)

    def test_partial_everywhere_for_who_does_not_see_all_that_the_model_takes(self):
        north = layer("sp_estaque")  # no visits
        for point in (QgsPointXY(893000, 6247000), QgsPointXY(890000, 6253000)):
            feature = north.dataProvider().identify(point, QgsRaster.IdentifyFormatFeature).results()[1][0].features()[0]
            self.assertIn("genres", feature["partiel"])

    def test_what_a_colleague_saves_is_in_the_next_picture(self):
        live = layer()
        before = values(live).sum()
        key = sql("INSERT INTO plateforme.fait (debut, fin, source, categorie, poids, geom) SELECT %s, %s, 'affluence',"
                  " categorie, 50000, ST_SetSRID(ST_MakePoint(893000, 6247000), 2154) FROM plateforme.fait"
                  " WHERE source = 'affluence' LIMIT 1 RETURNING id", (FROM, TO))[0][0]
        try:
            end = time.monotonic() + 10
            while values(live).sum() == before and time.monotonic() < end:
                time.sleep(.02)
            self.assertGreater(values(live).sum(), before)
        finally:
            sql("DELETE FROM plateforme.fait WHERE id = %s", (key,))

    def test_save_as_equals_cortege_tension(self):
        with tempfile.TemporaryDirectory() as out:
            subprocess.run([CORTEGE, "tension", "-d", "user=vm_calanque", "--out", out, "--from", FROM, "--to", TO, "--extent",
                            *map(str, (OLD_PORT.xMinimum(), OLD_PORT.yMinimum(), OLD_PORT.xMaximum(), OLD_PORT.yMaximum()))],
                           check=True, stdout=subprocess.DEVNULL)
            raster = gdal.Open(f"{out}/tension.tif")
            expected = raster.GetRasterBand(raster.RasterCount).ReadAsArray()
            live = layer()
            pipe = QgsRasterPipe()
            self.assertTrue(pipe.set(live.dataProvider().clone()))
            writer = QgsRasterFileWriter(f"{out}/copie.tif")
            done = writer.writeRaster(pipe, 160, 160, OLD_PORT, live.crs(), QgsProject.instance().transformContext())
            self.assertEqual(done, QgsRasterFileWriter.NoError)
            self.assertEqual(gdal.Open(f"{out}/copie.tif").ReadAsArray().tobytes(), expected.tobytes())

    def test_a_file_of_events_is_a_source_too(self):
        """The platform's own layers exported by who sees everything: the same cells, as long as nothing assumed differs."""
        with tempfile.TemporaryDirectory() as out:
            file = f"{out}/evenements.gpkg"
            for index, view in enumerate(("evenement_point", "evenement_ligne", "evenement_surface")):
                subprocess.run(["ogr2ogr", "-f", "GPKG", *(["-append"] if index else []), file, "PG:dbname=cortege user=vm_calanque", "-nln",
                                "evenements", "-nlt", "GEOMETRY", "-sql", "SELECT cle, genre, objet, debut, fin, personnes_attendues,"
                                " personnes_declarees, voitures_attendues, voitures_declarees, source, categorie, poids, geom"
                                f" FROM plateforme.{view} WHERE genre <> 'fait' OR fin IS NOT NULL"], check=True, stderr=subprocess.DEVNULL)
            source = f"file='{file}' model='espace_public' from='{FROM}' to='{TO}'"
            live = QgsRasterLayer(source, "tension", "tension")
            self.assertTrue(live.isValid(), live.error().message())
            for name in ("deambulatoire", "statique", "visite_officielle", "affluence", "chantier"):
                one = QgsRasterLayer(f"{source} source='{name}'", name, "tension")
                expected = values(layer(window=f"from='{FROM}' to='{TO}' source='{name}'"))
                self.assertLess(abs(values(one) - expected).max(), 1e-4 * max(1, expected.max()), name)
            self.assertGreater(values(live).max(), 50)
            point = QgsPointXY(893000, 6247000)
            said = live.dataProvider().identify(point, QgsRaster.IdentifyFormatFeature).results()[1][0].features()[0]
            self.assertEqual(said["partiel"], "non")
            before = values(live).sum()
            gdal.OpenEx(file, gdal.OF_UPDATE).ExecuteSQL("UPDATE evenements SET personnes_attendues = personnes_attendues * 2")
            os.utime(file, (time.time() + 5, time.time() + 5))
            self.assertGreater(values(live).sum(), before)
        for wrong in ("file='/nulle/part.gpkg' model='espace_public'", f"file='{CITY}/adresses.csv' model='espace_public'"):
            self.assertFalse(QgsRasterLayer(wrong, "x", "tension").isValid(), wrong)

    def test_a_changed_model_says_so(self):
        changed = layer(window=f"from='{FROM}' to='{TO}' changes='statique.poids=0;deambulatoire.portee=600'")
        self.assertLess(values(changed).max(), values(layer()).max())
        said = changed.dataProvider().identify(QgsPointXY(893000, 6247000), QgsRaster.IdentifyFormatFeature).results()[1][0].features()[0]
        self.assertEqual((said["modele"], said["statut"]), ("espace_public modifié", "exploratoire"))
        self.assertNotEqual(said["empreinte"], "55bb334c667f")

    def test_a_cancelled_drawing_is_no_picture(self):
        feedback = QgsRasterBlockFeedback()
        feedback.cancel()
        live = layer()
        self.assertFalse(live.dataProvider().block(1, OLD_PORT, 160, 160, feedback).isValid())

    def test_threads_draw_clones_at_once(self):
        live = layer()
        expected = values(live).tobytes()
        clones = [live.dataProvider().clone() for _ in range(8)]  # they belong to whoever asked
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            blocks = list(pool.map(lambda clone: clone.block(1, OLD_PORT, 160, 160), clones))
        self.assertEqual({bytes(block.data()) for block in blocks}, {expected})

    def test_nonsense_in_the_source_is_told(self):
        for window, model, words in (("from='hier'", "espace_public", "hier"), ("", "inconnu", "inconnu"), ("", "", "model"),
                                     ("source='inconnue'", "espace_public", "inconnue"),
                                     ("changes='statique.poids=beaucoup'", "espace_public", "beaucoup")):
            with self.subTest(window=window, model=model):
                wrong = layer(window=window, model=model)
                self.assertFalse(wrong.isValid())
                self.assertIn(words, wrong.error().message())


if __name__ == "__main__":
    unittest.main()
