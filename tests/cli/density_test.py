"""`cortege density` as a person runs it: exact exit codes, empty stderr on success, one line on failure."""
import json
import os
import subprocess
import tempfile
import unittest

from osgeo import gdal
from osgeo_utils.samples import validate_cloud_optimized_geotiff

gdal.UseExceptions()
CORTEGE = os.environ["CORTEGE"]


class Density(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def file(self, name, content):
        path = os.path.join(self.folder.name, name)
        with open(path, "wb") as out:
            out.write(content if isinstance(content, bytes) else content.encode())
        return path

    def points(self):
        return self.file("p.csv", "x,y,n,empty\n893000,6246000,2,\n893500,6246300,3,1\n")

    def run_it(self, source, *arguments, output="out.tif", simd="avx512"):
        command = [CORTEGE, "density", source, os.path.join(self.folder.name, output), *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=120, env={**os.environ, "CORTEGE_SIMD": simd})

    def refused(self, source, *arguments, code=1, says=""):
        before = sorted(os.listdir(self.folder.name))
        done = self.run_it(source, *arguments)
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        self.assertIn(says, done.stderr)
        self.assertEqual(sorted(os.listdir(self.folder.name)), before, "something was left behind")

    def test_integrates_to_the_mass(self):
        done = self.run_it(self.points(), "--bandwidth", "200", "--resolution", "10", "--mass", "n", "--json")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        said = json.loads(done.stdout)
        self.assertEqual(said["features"], 2)
        self.assertEqual(set(said["seconds"]), {"read", "compute", "write"})
        self.assertEqual(said["extent"], [892800, 6245800, 893700, 6246500])
        info = json.loads(subprocess.run(["gdalinfo", "-json", "-stats", os.path.join(self.folder.name, "out.tif")],
                                         capture_output=True, text=True, check=True).stdout)
        self.assertEqual(info["size"], [90, 70])
        self.assertEqual(info["bands"][0]["type"], "Float32")
        mass = float(info["bands"][0]["metadata"][""]["STATISTICS_MEAN"]) * 90 * 70 * 100
        self.assertAlmostEqual(mass, 5, delta=0.01)

    def test_is_cloud_optimised(self):
        """By GDAL's own validator, every block's place and size included."""
        for name, extent in (("one", ()), ("several", ("--extent", "890000", "6243000", "897001", "6249503"))):
            with self.subTest(name):
                done = self.run_it(self.points(), "--bandwidth", "300", "--resolution", "3", *extent, output=f"{name}.tif")
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                path = os.path.join(self.folder.name, f"{name}.tif")
                warnings, errors, _ = validate_cloud_optimized_geotiff.validate(path, full_check=True)
                self.assertEqual((warnings, errors), ([], []))
                raster = gdal.Open(path)
                self.assertEqual(raster.GetMetadata("IMAGE_STRUCTURE")["LAYOUT"], "COG")
                self.assertEqual(raster.GetRasterBand(1).GetOverviewCount(), 0 if name == "one" else 3)

    def test_neither_threads_nor_instruction_sets_change_a_bit(self):
        shapes = self.file("s.csv", 'id,wkt\n1,"POINT(893000 6246000)"\n2,"LINESTRING(893100 6246000,893500 6246300)"\n'
                                    '3,"POLYGON((893100 6246100,893300 6246150,893200 6246300,893100 6246100))"\n')
        for kernel in ("uniform", "epanechnikov", "quartic", "triangular", "gaussian"):
            bytes_of = set()
            for simd, threads in (("baseline", 1), ("avx2", 2), ("avx512", 3)):
                done = self.run_it(shapes, "--bandwidth", "90", "--resolution", "3", "--kernel", kernel, "--threads", str(threads),
                                   simd=simd)
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                with open(os.path.join(self.folder.name, "out.tif"), "rb") as raster:
                    bytes_of.add(raster.read())
            self.assertEqual(len(bytes_of), 1, kernel)

    def test_refuses_wrong_numbers(self):
        p = self.points()
        self.refused(p, "--bandwidth", "0", "--resolution", "10", says="bandwidth")
        self.refused(p, "--bandwidth", "nan", "--resolution", "10", says="bandwidth")
        self.refused(p, "--bandwidth", "10", "--resolution=-1", says="resolution")
        self.refused(p, "--bandwidth", "10", "--resolution", "1", "--extent", "0", "0", "10000000", "10000000",
                     says="coarser resolution")
        self.refused(p, "--bandwidth", "10", "--resolution", "1", "--kernel", "cone", says="cone")

    def test_refuses_wrong_usage(self):
        self.refused(self.points(), "--resolution", "1", code=2, says="--bandwidth")
        self.refused(self.points(), "--bandwidth", "x", "--resolution", "1", code=2)

    def test_refuses_wrong_sources(self):
        size = ("--bandwidth", "100", "--resolution", "10")
        self.refused(os.path.join(self.folder.name, "absent.gpkg"), *size, says="absent.gpkg")
        self.refused(self.file("cut.geojson", '{"type":"FeatureColl'), *size)
        self.refused(self.file("picture.csv", b"\x89PNG\r\n\x1a\n\0\0"), *size)
        self.refused(self.file("empty.gpkg", b""), *size)
        self.refused(self.points(), *size, "--mass", "empty", says="mass is null")
        self.refused(self.points(), *size, "--crs", "EPSG:4326", says="metres")

    def test_refuses_a_raster_as_source(self):
        self.run_it(self.points(), "--bandwidth", "100", "--resolution", "50", output="raster.tif")
        self.refused(os.path.join(self.folder.name, "raster.tif"), "--bandwidth", "100", "--resolution", "50")


if __name__ == "__main__":
    unittest.main()
