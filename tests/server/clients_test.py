"""The published maps in the clients that people have: OWSLib, GDAL's WMS driver, and QGIS's own WMS layer played in time."""
import contextlib
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from osgeo import gdal
from owslib.util import Authentication
from owslib.wms import WebMapService
from qgis.core import QgsApplication, QgsDateTimeRange, QgsMapRendererSequentialJob, QgsMapSettings, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import QDate, QDateTime, QSize, QTime, QUrlQuery
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtNetwork import QSslCertificate

from support import Platform, demo_city

gdal.UseExceptions()
OLD_PORT = (888000, 6242000, 899000, 6250000)
SATURDAY = "2026-01-10T12:00:00/2026-01-10T20:00:00"
LOGIN = "vm_corniche"
SAID = []  # what QGIS logged
platform = None
application = None


def setUpModule():
    global platform, application
    platform = Platform().__enter__()
    unittest.addModuleCleanup(platform.__exit__)
    demo_city(platform)
    platform.publish()
    platform.start(processes=2)
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = os.environ["QGIS_AUTH_DB_DIR_PATH"] = tempfile.mkdtemp(dir=platform.folder)
    application = QgsApplication([], False)
    application.initQgis()
    trust = application.authManager()
    for certificate in QSslCertificate.fromPath(str(platform.web / "tls/ca.crt")):
        trust.storeCertAuthority(certificate)
    trust.initSslCaches()
    application.messageLog().messageReceived.connect(lambda *message: SAID.append(message[0]))


def address():
    return f"https://localhost:{platform.port}/wms"


class OWSLib(unittest.TestCase):
    def service(self, version, password=None):
        return WebMapService(address(), version=version, auth=Authentication(
            username=LOGIN, password=password or platform.passwords[LOGIN], verify=str(platform.web / "tls/ca.crt")))

    def test_reads_capabilities_and_draws(self):
        for version in ("1.1.1", "1.3.0"):
            service = self.service(version)
            self.assertIn("evenement_ligne", service.contents)
            self.assertEqual(service["evenement_ligne"].title, "Défilés")
            drawn = service.getmap(layers=["evenement_ligne"], styles=[""], srs="EPSG:2154", bbox=OLD_PORT, size=(400, 300),
                                   format="image/png", transparent=True, time=SATURDAY).read()
            self.assertEqual(drawn[:4], b"\x89PNG", version)
            empty = service.getmap(layers=["evenement_ligne"], styles=[""], srs="EPSG:2154", bbox=OLD_PORT, size=(400, 300),
                                   format="image/png", transparent=True, time="2026-06-10T12:00:00").read()
            self.assertNotEqual(drawn, empty)

    def test_is_refused_with_a_wrong_password(self):
        with self.assertRaisesRegex(Exception, "401|Unauthorized|mot de passe"):
            self.service("1.3.0", "faux")


class GDAL(unittest.TestCase):
    def opened(self, moment):
        xmin, ymin, xmax, ymax = OLD_PORT
        return gdal.Open(f"""<GDAL_WMS><Service name="WMS"><Version>1.3.0</Version><ServerUrl>{address()}?TIME={moment}&amp;</ServerUrl>
          <CRS>EPSG:2154</CRS><ImageFormat>image/png</ImageFormat><Layers>evenement_ligne</Layers><Styles></Styles>
          <Transparent>TRUE</Transparent><BBoxOrder>xyXY</BBoxOrder></Service>
          <DataWindow><UpperLeftX>{xmin}</UpperLeftX><UpperLeftY>{ymax}</UpperLeftY><LowerRightX>{xmax}</LowerRightX>
          <LowerRightY>{ymin}</LowerRightY><SizeX>440</SizeX><SizeY>320</SizeY></DataWindow><Projection>EPSG:2154</Projection>
          <BandsCount>4</BandsCount><UserPwd>{LOGIN}:{platform.passwords[LOGIN]}</UserPwd></GDAL_WMS>""")

    def test_draws_what_the_day_holds(self):
        gdal.SetConfigOption("CURL_CA_BUNDLE", str(platform.web / "tls/ca.crt"))
        busy, calm = self.opened(SATURDAY), self.opened("2026-06-10T12:00:00")
        self.assertGreater((busy.GetRasterBand(4).ReadAsArray() > 0).sum(), 50)
        self.assertEqual((calm.GetRasterBand(4).ReadAsArray() > 0).sum(), 0)


class QGIS(unittest.TestCase):
    def layer(self):
        query = QUrlQuery()
        for key, value in (("IgnoreGetMapUrl", "1"), ("url", address()), ("layers", "evenement_ligne"), ("styles", ""), ("crs", "EPSG:2154"),
                           ("format", "image/png"), ("version", "1.3.0"), ("type", "wmst"), ("temporalSource", "provider"),
                           ("username", LOGIN), ("password", platform.passwords[LOGIN]),
                           ("timeDimensionExtent", "2026-01-01T00:00:00Z/2026-02-01T00:00:00Z/PT15M")):
            query.addQueryItem(key, value)
        return QgsRasterLayer(query.toString(), "Défilés", "wms")

    def frame(self, layer, hour):
        settings = QgsMapSettings()
        settings.setLayers([layer])
        settings.setDestinationCrs(layer.crs())
        settings.setExtent(QgsRectangle(*OLD_PORT))
        settings.setOutputSize(QSize(440, 320))
        settings.setBackgroundColor(QColor(255, 255, 255))
        settings.setIsTemporal(True)
        begin = QDateTime(QDate(2026, 1, 10), QTime(hour, 0))
        settings.setTemporalRange(QgsDateTimeRange(begin, begin.addSecs(3600)))
        job = QgsMapRendererSequentialJob(settings)
        job.start()
        job.waitForFinished()
        self.assertEqual([error.message for error in job.errors()], [])
        image = job.renderedImage().convertToFormat(4)
        return bytes(image.constBits().asarray(image.sizeInBytes()))

    def test_plays_the_day(self):
        layer = self.layer()
        self.assertTrue(layer.isValid(), [layer.error().summary(), *SAID])
        self.assertTrue(layer.temporalProperties().isActive())
        night, afternoon = self.frame(layer, 4), self.frame(layer, 15)
        self.assertEqual(len(set(night)), 1, "nobody marches at four in the morning")
        self.assertNotEqual(night, afternoon)


class Desktop(unittest.TestCase):
    def test_the_application_plays_the_day(self):
        profiles = platform.folder / "qgis"
        (profiles / "profiles/default/QGIS").mkdir(parents=True)
        (profiles / "profiles/default/QGIS/QGIS3.ini").write_text(
            "[qgis]\ncheckVersion=false\n[PythonPlugins]\nprocessing=false\n[locale]\noverrideFlag=true\nuserLocale=fr_FR\n")
        pictures = pathlib.Path(os.environ["CORTEGE"]).parents[1] / "screenshots"
        pictures.mkdir(exist_ok=True)
        outcome = platform.folder / "outcome.json"
        subprocess.run(
            ["xvfb-run", "-a", "-s", "-screen 0 1400x900x24", "qgis", "--nologo", "--noversioncheck", "--profiles-path", profiles,
             "--code", pathlib.Path(__file__).with_name("desktop.py")], timeout=240, check=False, capture_output=True,
            env={**os.environ, "QT_QPA_PLATFORM": "xcb", "TZ": "Europe/Paris", "XDG_RUNTIME_DIR": str(profiles),
                 "QGIS_CUSTOM_CONFIG_PATH": "", "QGIS_AUTH_DB_DIR_PATH": str(profiles),
                 "CORTEGE_CA": str(platform.web / "tls/ca.crt"), "CORTEGE_URL": address(), "CORTEGE_LOGIN": LOGIN,
                 "CORTEGE_PASSWORD": platform.passwords[LOGIN], "CORTEGE_OUTCOME": str(outcome),
                 "CORTEGE_SHOT": str(pictures / "wms-qgis.png")})
        seen = json.loads(outcome.read_text(encoding="utf-8"))
        self.assertNotIn("problem", seen, seen.get("problem"))
        self.assertEqual(len(seen), 11, seen)
        expected = {str(hour): self.marches(hour) > 0 for hour in range(10, 21)}
        self.assertEqual({hour: pixels > 0 for hour, pixels in seen.items()}, expected, seen)
        self.assertEqual(set(expected.values()), {True, False}, "the day has hours with and without a march")

    @staticmethod
    def marches(hour):
        """WMS's intervals hold both their ends: a march that begins at the hour's end is in its picture."""
        with contextlib.closing(platform.person(LOGIN)) as own, own.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM plateforme.evenement_ligne WHERE debut <= timestamptz '2026-01-10 %s:00+01' + interval '1 hour' "
                "AND coalesce(fin, debut) >= timestamptz '2026-01-10 %s:00+01'", (hour, hour))
            return cursor.fetchone()[0]


if __name__ == "__main__":
    unittest.main(verbosity=2)
