"""What WMS and WFS serve, operation by operation: versions, formats, coordinate systems, times, and live layers at their hour."""
import json
import unittest
import xml.etree.ElementTree as xml

import numpy
from osgeo import osr
from qgis.PyQt.QtGui import QImage

from support import Platform, demo_city

OLD_PORT = (888000, 6242000, 899000, 6250000)
LOGIN = "sp_garlaban"
platform = None


def setUpModule():
    global platform
    platform = Platform().__enter__()
    unittest.addModuleCleanup(platform.__exit__)
    demo_city(platform)
    platform.publish()
    platform.start(processes=2)


def local(element):
    return element.tag.rpartition("}")[2]


def every(root, name):
    return [element for element in root.iter() if local(element) == name]


def drawn(answer):
    """Where something is drawn."""
    return pixels(answer)[:, :, 3] > 0


def pixels(answer):
    image = QImage.fromData(answer.body).convertToFormat(QImage.Format_RGBA8888)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    return numpy.frombuffer(bits, numpy.uint8).reshape(image.height(), image.width(), 4).copy()


def transformed(box, system):
    """The corners in traditional order (x, y), of a rectangle of Lambert-93."""
    here, there = osr.SpatialReference(), osr.SpatialReference()
    here.ImportFromEPSG(2154)
    there.ImportFromEPSG(system)
    for reference in (here, there):
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    xmin, ymin, xmax, ymax = osr.CoordinateTransformation(here, there).TransformBounds(*box, 21)
    return xmin, ymin, xmax, ymax


class Served(unittest.TestCase):
    def ok(self, answer, type_):
        self.assertEqual(answer.status, 200, answer.text[:400])
        self.assertTrue(answer.type.startswith(type_), answer.type)
        return answer

    def get(self, **query):
        return platform.ask("/wms", LOGIN, **{"SERVICE": "WMS", "VERSION": "1.3.0", **query})

    def draw(self, layers="evenements", time="2026-01-10", box=OLD_PORT, system="EPSG:2154", size=(330, 240), version="1.3.0", TRANSPARENT="TRUE", **more):
        return self.ok(self.get(VERSION=version, REQUEST="GetMap", LAYERS=layers, STYLES="", BBOX=",".join(map(str, box)),
                                WIDTH=size[0], HEIGHT=size[1], FORMAT="image/png", TIME=time,
                                **{"CRS" if version == "1.3.0" else "SRS": system}, TRANSPARENT=TRANSPARENT, **more), "image/png")

    def first_event(self, kind="evenement_point"):
        """A place and a moment at which the person's own SQL has an event of this shape."""
        shape = {"evenement_point": "%POINT", "evenement_ligne": "%LINESTRING", "evenement_surface": "%POLYGON"}[kind]
        with platform.person(LOGIN) as person, person.cursor() as cursor:
            cursor.execute("SELECT cle, ST_X(p), ST_Y(p), to_char(milieu AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD\"T\"HH24:MI:SS') FROM ("
                           "SELECT cle, ST_PointOnSurface(ST_GeometryN(geom, 1)) p, debut + (coalesce(fin, debut) - debut) / 2 milieu "
                           "FROM plateforme.evenement WHERE GeometryType(geom) LIKE %s AND debut >= '2026-01-05' AND fin < '2026-01-19' "
                           "ORDER BY cle LIMIT 1) e", (shape,))
            return cursor.fetchone()


class Capabilities(Served):
    def test_say_in_french_what_there_is_and_who_may(self):
        for version in ("1.1.1", "1.3.0"):
            root = xml.fromstring(self.ok(self.get(VERSION=version, REQUEST="GetCapabilities"), "text/xml").body)
            self.assertEqual(root.get("version"), version)
            for name in ("AccessConstraints", "Fees", "Abstract", "ContactOrganization"):
                self.assertTrue(every(root, name)[0].text.strip(), name)
            layers = {layer.find("./{*}Name").text: layer for layer in every(root, "Layer") if layer.find("./{*}Name") is not None}
            for name in ("evenement_point", "evenement_ligne", "zone_tension", "situation_conflits"):
                layer = layers[name]
                self.assertTrue(layer.find("./{*}Attribution/{*}Title").text, name)
                self.assertIn("ISO19115", layer.find("./{*}MetadataURL").get("type"))
                self.assertTrue(layer.find("./{*}Abstract").text, name)
            for style in every(root, "Style"):
                title = style.find("./{*}Title").text
                self.assertNotRegex(title, r"(?i)\b(levels?|model|default style|of the)\b", "English in the capabilities")
            systems = {element.text for element in every(root, "CRS") + every(root, "SRS")}
            self.assertLessEqual({"EPSG:2154", "EPSG:3857", "EPSG:4326"}, systems)
            operations = {local(child) for request in every(root, "Request") for child in request}
            self.assertEqual({name for name in operations if name.startswith("Get")},
                             {"GetCapabilities", "GetMap", "GetFeatureInfo", "GetLegendGraphic"})

    def test_name_metadata_that_can_be_read(self):
        root = xml.fromstring(self.get(REQUEST="GetCapabilities").body)
        places = {resource.get("{http://www.w3.org/1999/xlink}href") for metadata in every(root, "MetadataURL") for resource in metadata
                  if local(resource) == "OnlineResource"}
        self.assertGreater(len(places), 5)
        for place in places:
            path = place.partition(f":{platform.port}")[2]
            sheet = xml.fromstring(self.ok(platform.ask(path, LOGIN), "text/xml").body)
            self.assertTrue(local(sheet).startswith("MD_Metadata"), place)
            self.assertTrue(every(sheet, "MD_LegalConstraints"), place)


class Maps(Served):
    def test_times_in_every_form_name_the_same_moment(self):
        """A march of Saturday: local time, universal time and offsets agree; intervals hold their ends."""
        with platform.person(LOGIN) as person, person.cursor() as cursor:
            cursor.execute("SELECT to_char(d AT TIME ZONE 'Europe/Paris', f), to_char(d AT TIME ZONE 'UTC', f || '\"Z\"'), "
                           "to_char(d AT TIME ZONE 'Europe/Paris', f || '\"+01:00\"') FROM (SELECT debut + interval '10 min' d, "
                           "'YYYY-MM-DD\"T\"HH24:MI:SS' f FROM plateforme.evenement WHERE GeometryType(geom) LIKE '%%LINESTRING' "
                           "AND debut >= '2026-01-05' ORDER BY cle LIMIT 1) e")
            wall, universal, offset = cursor.fetchone()
        pictures = [self.draw("evenement_ligne", time) for time in (wall, universal, offset, wall[:-3], f"{wall}/{wall}")]
        self.assertTrue(drawn(pictures[0]).any())
        for picture in pictures[1:]:
            self.assertTrue((drawn(picture) == drawn(pictures[0])).all())
        whole_day = self.draw("evenement_ligne", wall[:10])
        self.assertTrue((drawn(whole_day) | drawn(pictures[0]) == drawn(whole_day)).all())
        self.assertFalse(drawn(self.draw("evenement_ligne", "2026-03-01")).any())

    def test_versions_and_systems_draw_the_same_place(self):
        """1.1.1 and 1.3.0 to the pixel; another system puts it at the same place of the picture, but for labels."""
        place = (890500, 6245500, 894000, 6248300)
        centre = {}
        for system in (2154, 3857, 4326):
            xmin, ymin, xmax, ymax = transformed(place, system)
            size = (400, round(400 * (ymax - ymin) / (xmax - xmin)))  # square pixels: 1.1.1 knows no others
            name = f"EPSG:{system}"
            old = drawn(self.draw("evenement_surface", box=(xmin, ymin, xmax, ymax), system=name, version="1.1.1", size=size))
            box = (ymin, xmin, ymax, xmax) if system == 4326 else (xmin, ymin, xmax, ymax)  # latitude first, says 1.3.0
            new = drawn(self.draw("evenement_surface", box=box, system=name, size=size))
            self.assertLessEqual((old != new).mean(), 0 if system == 2154 else .01, system)  # sides are whole pixels
            self.assertTrue(new.any(), system)
            rows, columns = new.nonzero()
            centre[system] = columns.mean() / size[0], rows.mean() / size[1]
        for system in (3857, 4326):
            for here, there in zip(centre[system], centre[2154]):
                self.assertAlmostEqual(here, there, delta=.08, msg=str(centre))

    def test_images_come_in_the_format_asked(self):
        for format_, start in (("image/png", b"\x89PNG"), ("image/jpeg", b"\xff\xd8"), ("image/webp", b"RIFF"),
                               ("image/png; mode=8bit", b"\x89PNG")):
            answer = self.get(REQUEST="GetMap", LAYERS="evenements", STYLES="", CRS="EPSG:2154", BBOX=",".join(map(str, OLD_PORT)),
                              WIDTH=64, HEIGHT=64, FORMAT=format_, TIME="2026-01-10")
            self.assertEqual(answer.status, 200, answer.text[:300])
            self.assertTrue(answer.body.startswith(start), format_)

    def test_legends(self):
        picture = self.ok(self.get(REQUEST="GetLegendGraphic", LAYER="evenement_point", FORMAT="image/png"), "image/png")
        self.assertGreater(len(numpy.unique(pixels(picture).reshape(-1, 4), axis=0)), 3)
        described = json.loads(self.ok(self.get(REQUEST="GetLegendGraphic", LAYER="evenement_ligne", FORMAT="application/json"),
                                       "application/json").body)
        self.assertTrue(described["nodes"])


class Information(Served):
    def info(self, layer, format_, version="1.3.0", system="EPSG:2154"):
        key, x, y, moment = self.first_event(layer)
        half = 250
        box = (x - half, y - half, x + half, y + half)
        if system == "EPSG:4326":
            xmin, ymin, xmax, ymax = transformed(box, 4326)
            box = (ymin, xmin, ymax, xmax) if version == "1.3.0" else (xmin, ymin, xmax, ymax)
        modern = version == "1.3.0"
        return key, self.get(VERSION=version, REQUEST="GetFeatureInfo", LAYERS=layer, QUERY_LAYERS=layer, STYLES="",
                             BBOX=",".join(map(str, box)), WIDTH=101, HEIGHT=101, INFO_FORMAT=format_, FEATURE_COUNT=50, TIME=moment,
                             FI_POINT_TOLERANCE=8, FI_LINE_TOLERANCE=8, **{"CRS" if modern else "SRS": system},
                             **{"I" if modern else "X": 50, "J" if modern else "Y": 50})

    def test_each_format_names_the_event(self):
        for layer in ("evenement_point", "evenement_surface"):
            for format_ in ("text/html", "application/json", "application/vnd.ogc.gml", "text/xml", "text/plain"):
                for version in ("1.1.1", "1.3.0"):
                    key, answer = self.info(layer, format_, version)
                    self.ok(answer, format_.partition("/vnd")[0] if "gml" in format_ else format_)
                    self.assertIn(key, answer.text, (layer, format_, version))

    def test_gml_is_well_formed_and_json_has_attributes(self):
        key, answer = self.info("evenement_point", "application/vnd.ogc.gml")
        xml.fromstring(answer.body)
        key, answer = self.info("evenement_point", "application/json")
        keys = [feature["properties"].get("Clé") for feature in json.loads(answer.body)["features"]]
        self.assertIn(key, keys)

    def test_in_another_system(self):
        for version in ("1.1.1", "1.3.0"):
            key, answer = self.info("evenement_surface", "application/json", version, "EPSG:4326")
            self.ok(answer, "application/json")
            self.assertIn(key, answer.text, version)

    def test_at_another_time_there_is_nothing(self):
        _, x, y, _ = self.first_event()
        answer = self.ok(self.get(REQUEST="GetFeatureInfo", LAYERS="evenement_point", QUERY_LAYERS="evenement_point", STYLES="",
                                  CRS="EPSG:2154", BBOX=f"{x - 250},{y - 250},{x + 250},{y + 250}", WIDTH=101, HEIGHT=101, I=50, J=50,
                                  INFO_FORMAT="application/json", FEATURE_COUNT=50, TIME="2026-03-01"), "application/json")
        self.assertEqual(json.loads(answer.body)["features"], [])


class Live(Served):
    """Marches, heads, clashes and zones as functions of time."""

    def test_marches_move(self):
        with platform.person(LOGIN) as person, person.cursor() as cursor:
            cursor.execute("SELECT to_char((debut + interval '10 min') AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD\"T\"HH24:MI:SS'), "
                           "ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom) FROM plateforme.evenement "
                           "WHERE genre = 'deambulatoire' ORDER BY debut LIMIT 1")
            moment, *box = cursor.fetchone()
        walking = drawn(self.draw("situation_defiles", moment, box))
        self.assertTrue(walking.any(), moment)
        self.assertTrue(drawn(self.draw("situation_tetes", moment, box)).any())
        later = f"{moment[:14]}{int(moment[14:16]) + 10:02}:00"
        self.assertTrue((walking != drawn(self.draw("situation_defiles", later, box))).any())
        self.assertFalse(drawn(self.draw("situation_defiles", f"{moment[:10]}T04:00:00", box)).any())

    def test_clashes_show_when_they_last(self):
        with platform.person("pp_mistral") as agent, agent.cursor() as cursor:
            cursor.execute("BEGIN")
            for shift in (0, 60):
                cursor.execute("INSERT INTO cortege.manifestation_statique (statut, objet, debut, fin, emprise) VALUES ('transmis', %s, "
                               "'2026-01-13 14:00+01', '2026-01-13 16:00+01', ST_Multi(ST_MakeEnvelope(%s, 6246000, %s, 6246100, 2154))) RETURNING id",
                               (f"Rassemblement {shift}", 893000 + shift, 893100 + shift))
                cursor.execute("INSERT INTO cortege.adresse (evenement_type, evenement_id, ordre, role, libelle) "
                               "VALUES ('statique', %s, 1, 'lieu', 'Cours Belsunce, 1er')", cursor.fetchone())
            cursor.execute("COMMIT")
        box = (892500, 6245600, 893700, 6246500)
        self.assertTrue(drawn(self.draw("situation_conflits", "2026-01-13T15:00:00", box)).any())
        for moment in ("2026-01-13T11:00:00", "2026-01-14T15:00:00"):
            self.assertFalse(drawn(self.draw("situation_conflits", moment, box)).any(), moment)

    def test_tension_changes_with_the_hour(self):
        root = xml.fromstring(self.get(REQUEST="GetCapabilities").body)
        names = [name.text for name in every(root, "Name") if name.text and name.text.startswith("tension")]
        self.assertTrue(names)
        afternoon, night = (self.draw(names[-1], f"2026-01-10T{hour}:00:00/2026-01-10T{hour}:59:00") for hour in ("15", "04"))
        self.assertTrue(drawn(afternoon).any())
        self.assertNotEqual(afternoon.body, night.body)


if __name__ == "__main__":
    unittest.main()
