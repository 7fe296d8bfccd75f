"""Who is let in, who is refused, and how that is said: a refusal never looks like a calm city, and nothing tells more than it
should."""
import json
import os
import subprocess
import time
import unittest
import xml.etree.ElementTree as xml

from support import Platform, await_port, demo_city, free_port

OLD_PORT = (888000, 6242000, 899000, 6250000)
SATURDAY = "2026-01-10T12:00:00/2026-01-10T20:00:00"
platform = None


def setUpModule():
    global platform
    platform = Platform().__enter__()
    unittest.addModuleCleanup(platform.__exit__)
    demo_city(platform)
    platform.publish()
    platform.start(processes=2)


def events(login, **more):
    return platform.map(login, "evenements", OLD_PORT, TIME=SATURDAY, **more)


class Access(unittest.TestCase):
    def refused(self, answer, status, words):
        self.assertEqual(answer.status, status, answer.text)
        self.assertIn("xml", answer.type)
        root = xml.fromstring(answer.body)
        self.assertTrue(root.tag.endswith("ServiceExceptionReport"), root.tag)
        self.assertIn(words, answer.text)
        self.assertIn("no-store", answer.headers["cache-control"])

    def served(self, answer):
        self.assertEqual((answer.status, answer.type), (200, "image/png"), answer.text[:500])

    def test_nobody_is_asked_who_they_are(self):
        for answer in (platform.ask("/wms", SERVICE="WMS", REQUEST="GetCapabilities"),
                       platform.ask("/wms?SERVICE=WMS&REQUEST=GetMap")):
            self.refused(answer, 401, "Identifiant ou mot de passe")
            self.assertIn("Basic", answer.headers["www-authenticate"])

    def test_wrong_passwords_and_invented_people_look_the_same_and_are_slowed(self):
        # From an address of its own, so that the other tests are not slowed.
        started = time.time()
        wrong = platform.ask("/moi", "vm_frioul", password="faux")
        known = time.time() - started
        unknown = platform.ask("/moi", "vm_personne", password="faux")
        self.assertEqual((wrong.status, unknown.status, wrong.body), (401, 401, unknown.body))
        self.assertGreater(known, .45)
        statuses = [platform.ask("/moi", "vm_frioul", password=f"faux{i}").status for i in range(6)]
        self.assertEqual(statuses[:4] + statuses[-1:], [401] * 4 + [429])
        waiting = platform.ask("/moi", "vm_frioul")  # the right one waits too
        self.assertEqual(waiting.status, 429)
        time.sleep(int(waiting.headers["retry-after"]) + .5)
        self.assertEqual(platform.ask("/moi", "vm_frioul").status, 200)

    def test_authorization_headers_that_make_no_sense(self):
        for header in ("", "Basic", "Basic ====", "Basic " + "A" * 4000, "Bearer abc", "Basic OjpA", "basic dm1fY2FsYW5xdWU=",
                       "Basic cG9zdGdyZXM6cG9zdGdyZXM=", "Basic ZG4gOyBEUk9QOng="):
            self.assertEqual(platform.ask("/moi", headers={"Authorization": header}).status, 401, header)

    def test_each_profile_gets_what_it_may(self):
        for login in ("vm_calanque", "vm_corniche", "sp_garlaban", "sp_estaque", "pp_mistral"):
            self.served(events(login))
            about = platform.ask("/moi", login)
            self.assertEqual(about.status, 200)
            self.assertIn(f'"login":"{login}"', about.text)
        for login in ("vm_dpo", "vm_dga"):  # habilitated, but not to see the platform
            self.refused(events(login), 403, "habilitation")
        self.assertEqual(platform.ask("/wfs", "vm_corniche", SERVICE="WFS", REQUEST="GetCapabilities").status, 403)
        self.assertEqual(platform.ask("/wfs", "vm_calanque", SERVICE="WFS", REQUEST="GetCapabilities").status, 200)

    def test_nothing_a_client_sends_names_somebody_else(self):
        mine = platform.map("sp_estaque", "evenements", OLD_PORT, TIME=SATURDAY)
        theirs = platform.map("vm_calanque", "evenements", OLD_PORT, TIME=SATURDAY)
        self.assertNotEqual(mine.body, theirs.body)
        for headers in ({"CORTEGE_USER": "vm_calanque"}, {"Cortege-User": "vm_calanque"}, {"X-Cortege-User": "vm_calanque"},
                        {"CORTEGE_ESTABLISHED": "vm_calanque"}, {"X-Remote-User": "vm_calanque"}, {"X-Accel-Redirect": "/x"},
                        {"X-Qgis-Service-Url": "https://autre.exemple.fr"}, {"Forwarded": "host=autre.exemple.fr"}):
            answer = platform.map("sp_estaque", "evenements", OLD_PORT, TIME=SATURDAY) if not headers else platform.ask(
                "/wms", "sp_estaque", headers=headers, SERVICE="WMS", VERSION="1.3.0", REQUEST="GetMap", LAYERS="evenements",
                STYLES="", CRS="EPSG:2154", BBOX=",".join(map(str, OLD_PORT)), WIDTH=256, HEIGHT=256, FORMAT="image/png",
                TRANSPARENT="TRUE", TIME=SATURDAY)
            self.assertEqual(answer.body, mine.body, headers)
        for more in ({"CORTEGE_USER": "vm_calanque"}, {"USER": "vm_calanque"}):
            self.assertEqual(platform.map("sp_estaque", "evenements", OLD_PORT, TIME=SATURDAY, **more).body, mine.body)
        for path in ("/_cartes/wms?SERVICE=WMS&REQUEST=GetCapabilities", "/_capacites/wms-1.3.0.xml", "/_moi"):
            self.assertEqual(platform.ask(path, "vm_calanque").status, 404, path)

    def test_capabilities_and_legends_are_the_same_for_all(self):
        for query in ({"REQUEST": "GetCapabilities"}, {"REQUEST": "GetCapabilities", "VERSION": "1.1.1"},
                      {"REQUEST": "GetLegendGraphic", "LAYER": "evenement_point,evenement_ligne,zone_tension", "FORMAT": "image/png"}):
            answers = {platform.ask("/wms", login, SERVICE="WMS", **query).body
                       for login in ("vm_calanque", "sp_estaque", "sp_garlaban", "vm_corniche") for _ in range(3)}
            self.assertEqual(len(answers), 1, query)

    def test_a_person_suspended_is_refused_at_the_next_request(self):
        self.served(events("vm_corniche"))
        for act, status in (("suspendre", 403), ("reprendre", 200)):
            platform.decide(act, "vm_corniche")
            if status == 200:
                platform.wait_for_viewers(9)
                time.sleep(1)  # the watch lets them in again; a refusal needs no waiting
            answer = events("vm_corniche")
            self.assertEqual(answer.status, status, answer.text[:300])

    def test_requests_are_on_record_with_person_and_purpose(self):
        self.served(events("sp_garlaban"))
        rows = platform.sql("SELECT par, finalite, service, operation, couches, fenetre, refus FROM audit.requete "
                            "WHERE par = 'sp_garlaban' ORDER BY id DESC LIMIT 1")
        self.assertEqual(rows, [("sp_garlaban", "Préparation des services du centre-ville", "wms", "GetMap",
                                 ["evenement_surface", "evenement_ligne", "evenement_point", "situation_defiles",
                                  "situation_tetes", "situation_conflits"], SATURDAY, None)])
        with platform.person("vm_calanque") as person, person.cursor() as cursor, self.assertRaises(Exception):
            cursor.execute("SELECT * FROM audit.requete")

    def test_objects_are_for_reading_and_their_copy_is_on_the_register(self):
        query = {"SERVICE": "WFS", "VERSION": "1.1.0", "REQUEST": "GetFeature", "TYPENAME": "evenement_point", "MAXFEATURES": 3,
                 "OUTPUTFORMAT": "application/json"}
        for login, status in (("vm_corniche", 403), ("sp_garlaban", 403), ("vm_calanque", 200), ("vm_calanque", 200)):
            self.assertEqual(platform.ask("/wfs", login, **query).status, status, login)
        # Noticed once a day for a person and a layer, and theirs to explain; who was refused has copied nothing.
        self.assertEqual(platform.sql("SELECT par, couche, finalite, constat, empreinte FROM convention.export WHERE couche LIKE '%WFS%'"),
                         [("vm_calanque", "objets (WFS) : evenement_point", platform.sql(
                             "SELECT finalite FROM audit.requete WHERE par = 'vm_calanque' LIMIT 1")[0][0], True, None)])
        for operation in ("Transaction", "LockFeature", "GetFeatureWithLock"):
            answer = platform.ask("/wfs", "vm_calanque", SERVICE="WFS", VERSION="1.1.0", REQUEST=operation)
            self.assertEqual(answer.status, 400, operation)

    def test_only_tls_and_only_get(self):
        for method in ("POST", "PUT", "DELETE", "OPTIONS"):
            self.assertEqual(platform.ask("/wms?SERVICE=WMS&REQUEST=GetCapabilities", "vm_calanque", method=method, body=b"x").status,
                             405, method)
        plain = subprocess.run(["curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", f"http://localhost:{platform.port}/wms"],
                               capture_output=True, text=True, check=False).stdout
        self.assertEqual(plain, "400")
        for version in ("1.0", "1.1"):
            old = subprocess.run(["curl", "-sk", "--tls-max", version, f"https://localhost:{platform.port}/"], check=False)
            self.assertNotEqual(old.returncode, 0)

    def test_a_site_s_own_nginx_serves_the_same(self):
        account = json.loads((platform.web / "publication.json").read_text())["web"]["account"]
        port, folder = free_port(), platform.folder / "site"
        folder.mkdir()
        site = (platform.web / "nginx/site.conf").read_text().replace("listen 443", f"listen {port}").replace(
            "[::]:443", f"[::1]:{port}").replace("/var/log/nginx", str(folder))
        (folder / "site.conf").write_text(site)
        (folder / "nginx.conf").write_text(
            f"daemon off;\n{f'user {account};' if os.geteuid() == 0 else ''}\npid {folder}/pid;\nerror_log {folder}/log;\nevents {{}}\n"
            f"http {{\n include /etc/nginx/mime.types;\n include {folder}/site.conf;\n}}\n")
        nginx = subprocess.Popen(["/usr/sbin/nginx", "-c", folder / "nginx.conf", "-e", folder / "log"])
        own = platform.port
        try:
            await_port(port, folder / "log")
            through_serve = events("sp_garlaban")
            platform.port = port
            answer = events("sp_garlaban")
            self.served(answer)
            self.assertEqual(answer.body, through_serve.body)
            self.refused(events(None), 401, "AuthenticationRequired")
            self.assertIn("Consulter les cartes", platform.ask("/").text)
        finally:
            platform.port = own
            nginx.terminate()
            nginx.wait()


if __name__ == "__main__":
    unittest.main()
