"""Requests that mean harm or no sense: each is refused in words, none shows what is inside, and the others are served."""
import base64
import contextlib
import os
import random
import signal
import socket
import ssl
import subprocess
import threading
import time
import unittest
import urllib.parse
import xml.etree.ElementTree as xml

from support import Platform, demo_city

OLD_PORT = "888000,6242000,899000,6250000"
SATURDAY = "2026-01-10T12:00:00/2026-01-10T20:00:00"
LOGIN = "vm_calanque"
TRIES = int(os.environ.get("CORTEGE_HOSTILE_REQUESTS", "600"))
SEED = int(os.environ.get("CORTEGE_HOSTILE_SEED", "20260110"))

MAP = {"SERVICE": "WMS", "VERSION": "1.3.0", "REQUEST": "GetMap", "LAYERS": "evenements", "STYLES": "", "CRS": "EPSG:2154",
       "BBOX": OLD_PORT, "WIDTH": "64", "HEIGHT": "64", "FORMAT": "image/png", "TRANSPARENT": "TRUE", "TIME": SATURDAY}
INFO = {**MAP, "REQUEST": "GetFeatureInfo", "QUERY_LAYERS": "evenement_point", "I": "32", "J": "32",
        "INFO_FORMAT": "application/json", "FEATURE_COUNT": "10"}
LEGEND = {"SERVICE": "WMS", "VERSION": "1.3.0", "REQUEST": "GetLegendGraphic", "LAYER": "evenement_point", "FORMAT": "image/png"}
FEATURES = {"SERVICE": "WFS", "VERSION": "1.1.0", "REQUEST": "GetFeature", "TYPENAME": "evenement_point", "MAXFEATURES": "5",
            "BBOX": OLD_PORT, "SRSNAME": "EPSG:2154", "OUTPUTFORMAT": "GML3"}
ASKED = [("/wms", MAP), ("/wms", INFO), ("/wms", LEGEND), ("/wfs", FEATURES), ("/wms", {"SERVICE": "WMS", "REQUEST": "GetCapabilities"}),
         ("/wfs", {"SERVICE": "WFS", "REQUEST": "DescribeFeatureType", "TYPENAME": "evenement_point"})]
# Known to QGIS Server, other servers or attackers; not served here.
STRANGE_NAMES = ["MAP", "FILTER", "SLD", "SLD_BODY", "SELECTION", "SEARCHURL", "HIGHLIGHT_GEOM", "FILE_NAME", "OPACITIES", "CORTEGE_USER",
                 "EXP_FILTER", "FILTER_GEOM", "TEMPLATE", "WITH_MAPTIP", "LAYER:x", "map0:LAYERS", "RULE", "__proto__", "CALLBACK", "é"]
VALUES = ["", " ", "0", "-1", "1e309", "NaN", "99999999999999999999", "100000", "' OR '1'='1", "1); DROP TABLE plateforme.fait; --",
          "\"évènement\" = 'x'", "$$;SELECT pg_sleep(9)$$", "../../../../etc/passwd", "file:///etc/passwd", "http://127.0.0.1:1/x.sld",
          "<script>alert(1)</script>", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "%s%s%n", "{0}", "a" * 5000,
          ",".join(["evenement_point"] * 1000), ",,,,", "\u202e\u0000".replace("\u0000", ""), "😀", "ﬁ", "evenement_point;zone_tension",
          "0,0,0,0", "899000,6250000,888000,6242000", "1,2,3", "a,b,c,d", "-1e308,-1e308,1e308,1e308", "NaN,NaN,NaN,NaN",
          "2026-13-45", "2026-01-10/2026-01-11/PT1H", "2026-01-10,2026-01-11,2026-01-12", "2026-01-11/2026-01-10", "0000-00-00T00:00:00Z",
          "9999-12-31T23:59:59+99:99", "current/current", "EPSG:0", "EPSG:99999", "CRS:84", "+proj=lcc +nadgrids=http://x", "image/svg+xml",
          "application/dxf", "text/html; charset=UTF-7", "GetPrint", "GetProjectSettings", "GetContext", "Transaction", "2.0.0", "9.9.9"]
RAW = ["%00", "%", "%zz", "%ff%fe", "%0d%0aX-Cortege-User:%20vm_frioul", "%c0%af", "a%26LAYERS=b", "%u0041"]
# What must never be told: how it is made, where it lies, what the database says.
TELLTALES = ["postgres", "pgrouting", "libpq", "select ", "relation ", "permission denied", "syntax error", "psql", "traceback", "std::",
             "/tmp/", "/usr/", "/home/", "/work/", ".qgs", ".sock", "exception:", "0x7f", "root:x:", "stack", "assert", "nginx"]

platform = None


def setUpModule():
    global platform
    platform = Platform().__enter__()
    unittest.addModuleCleanup(platform.__exit__)
    demo_city(platform)
    platform.publish()
    platform.start(processes=2)


def ask_raw(path, text):
    return platform.ask(f"{path}?{text}", LOGIN)


class Hostile(unittest.TestCase):
    def judged(self, answer, what):
        """In words and without a word too many; True if something was served."""
        self.assertIn(answer.status, (200, 400, 403, 404, 405, 413, 414), what)
        if answer.status == 200 and answer.type.startswith("image/"):
            return True
        said = answer.text.lower()
        if answer.status != 200 or "capabilities" not in said:  # capabilities name their layers' places
            for telltale in TELLTALES:
                self.assertFalse(telltale in said and telltale not in str(what).lower() and answer.status < 404,
                                 f"{telltale!r} told by {what}: {answer.text[:600]}")
        if answer.status == 400:
            root = xml.fromstring(answer.body)
            self.assertIn("Exception", root.tag, what)
            self.assertTrue("".join(root.itertext()).strip(), what)
        return answer.status == 200

    def refused(self, words, path="/wms", base=None, **changed):
        answer = platform.ask(path, LOGIN, **{**(MAP if base is None else base), **changed})
        self.assertEqual(answer.status, 400, (changed, answer.text[:300]))
        self.judged(answer, changed)
        self.assertIn(words, answer.text)

    def served(self):
        answer = platform.ask("/wms", LOGIN, **MAP)
        self.assertEqual((answer.status, answer.type), (200, "image/png"), answer.text[:300])
        return answer.body

    def test_what_makes_no_sense_is_refused_with_the_reason(self):
        self.refused("minimum", BBOX="899000,6250000,888000,6242000")
        self.refused("quatre nombres", BBOX="NaN,NaN,NaN,NaN")
        for side in ("WIDTH", "HEIGHT"):
            self.refused("4096", **{side: "100000"})
            self.refused("4096", **{side: "-1"})
        for time_ in ("2026-01-10,2026-01-11", "demain", "2026-01-11/2026-01-10", "2026-02-30", "P1D/P2D"):
            self.refused("TIME", TIME=time_)
        self.refused("couches", LAYERS=",".join(f"couche_{i}" for i in range(1000)))
        self.refused("EPSG:2154", CRS="EPSG:99999")
        self.refused("Opérations servies", REQUEST="GetStyles")

    def test_what_reaches_into_files_servers_or_the_project_is_not_served(self):
        for name in ("MAP", "FILTER", "SLD", "SLD_BODY", "SELECTION", "FILTER_GEOM"):
            self.refused("n'est pas servi", **{name: "evenement_point:\"id\" = 1 OR pg_sleep(9) IS NULL"})

    def test_a_server_named_by_the_request_is_never_called(self):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            listener.settimeout(1)
            address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
            for name in [*STRANGE_NAMES, *MAP, "URL", "REMOTE"]:
                self.judged(platform.ask("/wms", LOGIN, **{**MAP, name: address}), (name, address))
            with self.assertRaises(TimeoutError):
                listener.accept()

    def test_a_thousand_times_the_same_layer_is_one_layer(self):
        answer = platform.ask("/wms", LOGIN, **{**MAP, "LAYERS": ",".join(["evenements"] * 1000)})
        self.judged(answer, "1000 layers")
        self.assertIn(answer.status, (200, 400, 414))

    def test_every_parameter_takes_every_nonsense(self):
        chance = random.Random(SEED)
        served = 0
        for number in range(TRIES):
            path, base = chance.choice(ASKED)
            query = dict(base)
            for _ in range(chance.choice((1, 1, 1, 2, 3))):
                name = chance.choice([*query, *query, *STRANGE_NAMES]) if query else "X"
                change = chance.randrange(4)
                if change == 0:
                    query.pop(name, None)
                else:
                    query[chance.choice((name, name.lower()))] = chance.choice(VALUES)
            text = urllib.parse.urlencode(query)
            if chance.random() < .2:
                text += f"&{chance.choice([*query, *STRANGE_NAMES][:12])}={chance.choice(RAW)}".replace("é", "%e9")
            served += self.judged(ask_raw(path, text), (number, path, text[:600]))
        self.assertGreater(served, TRIES / 10, "the fuzzer must also reach QGIS Server")
        self.served()

    def test_raw_bytes(self):
        for raw in RAW:
            for name in ("LAYERS", "TIME", "REQUEST", "X"):
                self.judged(ask_raw("/wms", urllib.parse.urlencode(MAP) + f"&{name}={raw}"), (name, raw))
        for name in ("LAYERS", "BBOX"):  # given twice
            answer = ask_raw("/wms", urllib.parse.urlencode(MAP) + f"&{name}=zone_tension")
            self.assertEqual(answer.status, 400, name)
            self.judged(answer, name)

    def test_requests_too_long_are_cut(self):
        for length, statuses in ((20_000, (400, 414)), (200_000, (400, 414))):
            try:
                self.assertIn(ask_raw("/wms", "SERVICE=WMS&REQUEST=GetMap&X=" + "x" * length).status, statuses)
            except (ConnectionError, ssl.SSLError):
                pass  # nginx answers and closes while we still send: the answer may be lost with the connection
        self.served()

    def test_paths_that_climb(self):
        for path in ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/metadata/../portail.json", "/metadata../portail.json",
                     "/metadata/..%2fportail.json", "/projet/cortege.qgs", "/portail.json", "/.git/config", "/wms/../_cartes/"):
            answer = platform.ask(path, LOGIN)
            self.assertIn(answer.status, (400, 403, 404), path)
            for telltale in ("root:x:", "password", "qgis"):
                self.assertNotIn(telltale, answer.text.lower(), path)

    def test_slow_clients_keep_nobody_waiting(self):
        with contextlib.ExitStack() as slow:
            for _ in range(50):
                plain = slow.enter_context(socket.create_connection(("localhost", platform.port)))
                secured = slow.enter_context(platform.tls().wrap_socket(plain, server_hostname="localhost"))
                secured.send(b"GET /wms?SERVICE=WMS HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
            started = time.time()
            self.served()
            self.assertLess(time.time() - started, 10)
            secured.settimeout(30)  # and they are let go
            said = b""
            with contextlib.suppress(OSError):
                said = secured.recv(4096)
            self.assertTrue(said == b"" or b" 408 " in said or b" 400 " in said, said)

    def test_a_client_that_reads_slowly_holds_no_process(self):
        readers = []
        for _ in range(8):  # more than there are processes
            plain = socket.create_connection(("localhost", platform.port))
            reader = platform.tls().wrap_socket(plain, server_hostname="localhost")
            query = urllib.parse.urlencode({**MAP, "WIDTH": 2000, "HEIGHT": 2000})
            reader.send(f"GET /wms?{query} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic {self.basic()}\r\n\r\n".encode())
            readers.append(reader)  # and never reads
        self.served()
        for reader in readers:
            reader.close()

    @staticmethod
    def basic():
        return base64.b64encode(f"{LOGIN}:{platform.passwords[LOGIN]}".encode()).decode()


class Stalled(unittest.TestCase):
    """A database that does not answer, then one that is gone."""

    def everything_of_postgres(self):
        postmaster = int((platform.database / "data/postmaster.pid").read_text().split()[0])
        children = subprocess.run(["pgrep", "-P", str(postmaster)], capture_output=True, text=True, check=False).stdout.split()
        return [postmaster, *map(int, children)]

    def test_is_said_in_a_bounded_time_and_forgotten_afterwards(self):
        before = platform.ask("/wms", LOGIN, **MAP)
        self.assertEqual(before.status, 200, before.text[:300])
        frozen = self.everything_of_postgres()
        for process in frozen:
            os.kill(process, signal.SIGSTOP)
        try:
            answers = []
            askers = [threading.Thread(target=lambda: answers.append(platform.ask("/wms", LOGIN, **MAP))) for _ in range(4)]
            started = time.time()
            for asker in askers:
                asker.start()
            page = platform.ask("/")  # what needs no database is served
            self.assertEqual(page.status, 200)
            for asker in askers:
                asker.join()
            self.assertLess(time.time() - started, 40)
            for answer in answers:
                self.assertEqual(answer.status, 503, answer.text[:300])
                self.assertIn("réessayer", answer.text)
                self.assertNotIn("timeout", answer.text)
        finally:
            for process in frozen:
                os.kill(process, signal.SIGCONT)
        for _ in range(60):
            after = platform.ask("/wms", LOGIN, **MAP)
            if after.status == 200:
                break
            time.sleep(.5)
        self.assertEqual((after.status, after.body), (200, before.body))


if __name__ == "__main__":
    unittest.main()
