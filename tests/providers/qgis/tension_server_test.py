"""The live tension layer under a real QGIS Server, one process for everybody: TIME in its forms, identify, legend,
capabilities, and each person's own pixels, whoever was asked for before."""
import itertools
import json
import os
import random
import sys
import tempfile
import unittest
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import numpy
from qgis.core import (QgsCoordinateReferenceSystem, QgsMapRendererSequentialJob, QgsMapSettings, QgsProject, QgsRasterLayer, QgsVectorLayer)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage

import support
import tension_test as desktop
from support import sql

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "support"))
import fastcgi  # noqa: E402

BOX = desktop.OLD_PORT
SIZE = 160
PEOPLE = ("vm_calanque", "sp_garlaban", "sp_estaque", "vm_frioul", "pp_mistral")
NOON_TO_EIGHT = "2026-01-10T11:00:00Z/2026-01-10T19:00:00Z"


def setUpModule():
    global server, folder
    desktop.setUpModule()
    folder = tempfile.TemporaryDirectory()
    path = f"{folder.name}/projet.qgs"
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    os.environ["PGUSER"] = "vm_calanque"  # the published source names nobody
    live = QgsRasterLayer("dbname='cortege' host='{PGHOST}' port={PGPORT} sslmode=disable model='espace_public'"
                          " from='{FROM}' to='{TO}'".format(**os.environ, FROM=desktop.FROM, TO=desktop.TO), "tension", "tension")
    os.environ["PGUSER"] = "postgres"
    assert live.isValid(), live.error().message()
    project.addMapLayer(live)
    os.environ["PGUSER"] = "vm_calanque"
    events = QgsVectorLayer("dbname='cortege' host='{PGHOST}' port={PGPORT} sslmode=disable key='cle' srid=2154"
                            " type=MultiPolygon table=\"plateforme\".\"evenement_surface\" (geom)".format(**os.environ),
                            "evenements", "cortege")
    os.environ["PGUSER"] = "postgres"
    assert events.isValid(), events.error().message()
    message, loaded = events.loadNamedStyle(str(desktop.SOURCE / "styles" / "evenement_surface.qml"))
    assert loaded, message
    project.addMapLayer(events)
    assert project.write(path)
    server = fastcgi.Server(path)


def tearDownModule():
    server.close()


def wms(request, person="vm_calanque", **parameters):
    query = {"SERVICE": "WMS", "VERSION": "1.3.0", "REQUEST": request, "LAYERS": "tension", "STYLES": "", "CRS": "EPSG:2154",
             "BBOX": f"{BOX.xMinimum()},{BOX.yMinimum()},{BOX.xMaximum()},{BOX.yMaximum()}", "WIDTH": SIZE, "HEIGHT": SIZE,
             "FORMAT": "image/png", "TRANSPARENT": "TRUE", **parameters}
    return server.ask("&".join(f"{name}={quote(str(value))}" for name, value in query.items()), person)


def pixels(image):
    image = image.convertToFormat(QImage.Format_ARGB32)
    return numpy.frombuffer(image.bits().asstring(image.sizeInBytes()), numpy.uint8).reshape(image.height(), image.width(), 4)


def picture(person="vm_calanque", **parameters):
    answer = wms("GetMap", person, **parameters)
    assert answer.kind == "image/png", answer.text
    return pixels(QImage.fromData(answer.body))


def own_picture(person):
    """What the person's own desktop shows of the same window."""
    settings, live = QgsMapSettings(), desktop.layer(person)
    settings.setLayers([live])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    settings.setExtent(BOX)
    settings.setOutputSize(QSize(SIZE, SIZE))
    settings.setBackgroundColor(QColor(0, 0, 0, 0))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return pixels(job.renderedImage())


class Server(unittest.TestCase):
    def test_every_form_of_an_interval_is_the_same_window(self):
        whole = picture()
        self.assertGreater(numpy.count_nonzero(whole), 1000)
        for time in (NOON_TO_EIGHT, "2026-01-10T12:00:00/2026-01-10T20:00:00", "2026-01-10T12:00:00+01:00/2026-01-10T20:00:00+01:00",
                     "2026-01-10T11:00:00.000Z/2026-01-10T19:00:00.000Z", NOON_TO_EIGHT + "/PT1H"):
            with self.subTest(time=time):
                self.assertTrue((picture(TIME=time) == whole).all())

    def test_an_instant_is_a_moment_and_a_date_its_day(self):
        moment = picture(TIME="2026-01-10T15:00:00Z")
        self.assertTrue((picture(TIME="2026-01-10T16:00:00") == moment).all())
        self.assertFalse((picture(TIME="2026-01-10T03:00:00Z") == moment).all())
        self.assertTrue((picture(TIME="2026-01-10") == picture(TIME="2026-01-09T23:00:00Z/2026-01-10T23:00:00Z")).all())

    def test_events_follow_the_same_window(self):
        """The layers of the vector provider, in maps and in what GetFeatureInfo finds."""
        evening = "2026-01-10T17:00:00"
        forms = (f"{evening}Z/2026-01-10T20:00:00Z", "2026-01-10T18:00:00/2026-01-10T21:00:00",
                 "2026-01-10T17:00:00.000Z/2026-01-10T20:00:00.000Z")
        maps = [picture(LAYERS="evenements", TIME=time) for time in forms]
        self.assertGreater(numpy.count_nonzero(maps[0]), 100)
        for other in maps[1:]:
            self.assertTrue((other == maps[0]).all())
        self.assertFalse((picture(LAYERS="evenements", TIME="2026-01-06T03:00:00Z/2026-01-06T04:00:00Z") == maps[0]).all())

        def found(**time):
            answer = wms("GetFeatureInfo", LAYERS="evenements", QUERY_LAYERS="evenements", I=80, J=80, INFO_FORMAT="application/json",
                         FEATURE_COUNT=10000, FI_POLYGON_TOLERANCE=200, **time)
            return {feature["id"].removeprefix("evenements.") for feature in json.loads(answer.text)["features"]}
        seen = "SELECT cle FROM plateforme.evenement_surface WHERE geom && ST_MakeEnvelope(%s, %s, %s, %s, 2154) AND "
        box = (BOX.xMinimum(), BOX.yMinimum(), BOX.xMaximum(), BOX.yMaximum())
        during = {key for key, in sql(seen + "debut <= '2026-01-10T20:00:00Z' AND fin >= '2026-01-10T17:00:00Z'", box,
                                      user="vm_calanque")}
        self.assertGreater(len(found()), len(during))
        self.assertTrue(found(TIME=forms[0]))
        self.assertLessEqual(found(TIME=forms[0]), during)
        self.assertEqual(found(TIME=forms[0]), found(TIME=forms[1]))

    def test_nonsense_in_time_is_no_error_of_the_server(self):
        for time in ("hier", "2026-01-10T11:00:00Z,2026-01-10T12:00:00Z", "/", "//", "2026-13-45", "'; DROP TABLE plateforme.fait; --"):
            self.assertIn(wms("GetMap", TIME=time).status, (200, 400), time)

    def test_people_who_alternate_on_one_process_each_see_their_own(self):
        own = {person: own_picture(person) for person in PEOPLE}
        for one, other in itertools.combinations(PEOPLE, 2):
            self.assertFalse((own[one] == own[other]).all() and (one, other) != ("vm_calanque", "pp_mistral"), (one, other))
        order = [random.choice(PEOPLE) for _ in range(60)]
        for person in order:
            self.assertTrue((picture(person) == own[person]).all(), (person, order))

    def test_who_may_not_see_gets_no_picture(self):
        for person in ("vm_dpo", "vm_belsunce", "inconnu", "", None):
            answer = wms("GetMap", person)
            self.assertNotEqual(answer.kind, "image/png", person)

    def test_a_client_cannot_name_itself(self):
        answer = server.ask("SERVICE=WMS&REQUEST=GetMap&CORTEGE_USER=vm_calanque", None, HTTP_CORTEGE_USER="vm_calanque")
        self.assertNotEqual(answer.kind, "image/png")

    def test_a_changed_habilitation_holds_at_the_next_request(self):
        self.assertGreater(numpy.count_nonzero(picture("sp_garlaban")), 0)
        number = sql("SELECT h.id FROM habilitation.habilitation h JOIN habilitation.personne p ON p.id = h.personne"
                     " WHERE p.login = 'sp_garlaban'")[0][0]
        for _ in range(12):  # a session that ends under the server does not end the server
            picture("sp_garlaban")
            sql("SET SESSION AUTHORIZATION vm_dga; SELECT habilitation.suspendre(%s, 'essai')", (number,))
            try:
                self.assertNotEqual(wms("GetMap", "sp_garlaban").kind, "image/png")
            finally:
                sql("SET SESSION AUTHORIZATION vm_dga; SELECT habilitation.reprendre(%s, 'essai')", (number,))
        self.assertTrue((picture("sp_garlaban") == own_picture("sp_garlaban")).all())

    def test_another_perimeter_is_another_picture(self):
        """A habilitation never changes: the new one holds at the next request, whatever is remembered of the old one's rows."""
        before = picture("sp_estaque")
        number = sql("SELECT h.id FROM habilitation.habilitation h JOIN habilitation.personne p ON p.id = h.personne"
                     " WHERE p.login = 'sp_estaque'")[0][0]
        sql("SET SESSION AUTHORIZATION vm_dga; SELECT habilitation.revoquer(%s, 'essai')", (number,))
        self.assertNotEqual(wms("GetMap", "sp_estaque").kind, "image/png")
        new = sql("SET SESSION AUTHORIZATION pp_validation; SELECT habilitation.demander('sp_estaque', 'service_police', 'Essai', now(),"
                  " now() + interval '1 day', ARRAY(SELECT id FROM voirie.unite WHERE code IN ('13201', '13202')))")[0][0]
        sql("SET SESSION AUTHORIZATION pp_validation; SELECT habilitation.valider(%s)", (new,))
        sql("SET SESSION AUTHORIZATION vm_dga; SELECT habilitation.accorder(%s)", (new,))
        after = picture("sp_estaque")
        self.assertTrue((after == own_picture("sp_estaque")).all())
        self.assertFalse((after == before).all())

    def test_get_feature_info_says_value_window_and_what_is_behind(self):
        place = dict(QUERY_LAYERS="tension", I=80, J=80)
        answer = wms("GetFeatureInfo", INFO_FORMAT="application/json", TIME=NOON_TO_EIGHT, **place)
        said = json.loads(answer.text)["features"][0]["properties"]
        self.assertEqual((said["debut"], said["fin"]), ("2026-01-10T12:00:00+01:00", "2026-01-10T20:00:00+01:00"))
        self.assertGreater(float(said["tension"]), 0)
        self.assertRegex(said["evenements"], r"^\w+:\d+ : \d+ %")
        self.assertEqual((said["partiel"], said["statut"], said["unite"]), ("non", "exploratoire", "personnes pondérées/ha"))
        moment = json.loads(wms("GetFeatureInfo", INFO_FORMAT="application/json", TIME="2026-01-10T15:00:00Z", **place).text)
        self.assertEqual(moment["features"][0]["properties"]["fin"], "2026-01-10T16:00:00+01:00")
        edge = json.loads(wms("GetFeatureInfo", "sp_garlaban", INFO_FORMAT="application/json", QUERY_LAYERS="tension", I=2, J=2).text)
        self.assertIn("unités", edge["features"][0]["properties"]["partiel"])
        for kind in ("text/html", "text/plain", "application/vnd.ogc.gml"):
            self.assertIn("deambulatoire", wms("GetFeatureInfo", INFO_FORMAT=kind, **place).text, kind)

    def test_capabilities_offer_the_hours(self):
        answer = server.ask("SERVICE=WMS&REQUEST=GetCapabilities&VERSION=1.3.0", "vm_calanque")
        dimension = ElementTree.fromstring(answer.text).find(".//{*}Layer[{*}Name='tension']/{*}Dimension")
        self.assertEqual(dimension.attrib["name"].upper(), "TIME")
        self.assertIn("2026-01-10T11:00:00Z", dimension.text)

    def test_the_legend_names_the_levels(self):
        answer = wms("GetLegendGraphic", LAYER="tension", FORMAT="application/json")
        self.assertIn("Très forte (dès 120/ha)", answer.text)


if __name__ == "__main__":
    unittest.main()
