"""People who come with the account of their organisation: OpenID Connect by a real provider and the template's relying party.

Skipped where glewlwyd or mod_auth_openidc are missing: scripts/setup --openid."""
import json
import sys
import unittest
import urllib.parse

import openid_provider as openid
from support import Platform, demo_city, free_port

SATURDAY = "2026-01-10T12:00:00/2026-01-10T20:00:00"
QUERY = {"SERVICE": "WMS", "VERSION": "1.3.0", "REQUEST": "GetMap", "LAYERS": "evenements", "STYLES": "", "CRS": "EPSG:2154",
         "BBOX": "888000,6242000,899000,6250000", "WIDTH": 128, "HEIGHT": 128, "FORMAT": "image/png", "TIME": SATURDAY}
platform = provider = party = host = party_port = None


def start_party():
    global party
    party = openid.RelyingParty(platform.folder / "openid", party_port, host, provider)


def setUpModule():
    global platform, provider, host, party_port
    if not openid.installed():
        print("skipped: glewlwyd or mod_auth_openidc is missing (scripts/setup --openid)")
        sys.exit(77)
    platform = Platform().__enter__()
    unittest.addModuleCleanup(platform.__exit__)
    demo_city(platform)
    party_port = free_port()
    platform.publish("--openid", f"127.0.0.1:{party_port}")
    host = f"localhost:{platform.port}"
    platform.start(processes=2)
    folder = platform.folder / "openid"
    folder.mkdir()
    provider = openid.Provider(folder, free_port(), f"https://{host}/openid/retour",
                               ["sp_garlaban", "vm_corniche", "vm_dpo", "zz_inconnu", "postgres"])
    unittest.addModuleCleanup(provider.stop)
    start_party()
    unittest.addModuleCleanup(lambda: party.stop())


class Openid(unittest.TestCase):
    def browser(self, login=None):
        """A browser whose person the provider knows, back on the page."""
        browser = openid.Browser(platform.tls())
        if login:
            self.assertTrue(provider.enter(browser, login))
            provider.allow(browser)
            status, place, _ = provider.go_on(browser, self.get(browser, "/openid/entrer")[1])
            self.assertEqual((status, place), (200, f"https://{host}/"))
        return browser

    @staticmethod
    def get(browser, path, headers=None, **query):
        return browser.ask(f"https://{host}{path}" + ("?" + urllib.parse.urlencode(query) if query else ""), headers=headers)

    def test_nobody_without_a_session(self):
        browser = self.browser()
        for path, query in (("/moi", {}), ("/wms", QUERY), ("/metadata/zone_tension.xml", {})):
            self.assertEqual(self.get(browser, path, **query)[0], 401, path)
        self.assertEqual(json.loads(self.get(browser, "/acces.json")[2]), {"openid": True})

    def test_the_door_leads_to_the_provider(self):
        status, place, _ = self.get(self.browser(), "/openid/entrer")
        self.assertEqual(status, 200)
        self.assertTrue(place.startswith(provider.url), place)

    def test_a_session_is_its_person(self):
        browser = self.browser("sp_garlaban")
        status, _, about = self.get(browser, "/moi")
        self.assertEqual((status, json.loads(about)["login"]), (200, "sp_garlaban"), about)
        self.assertEqual(self.get(browser, "/metadata/zone_tension.xml")[0], 200)
        self.assertEqual(self.get(browser, "/metadata/portail.xml")[0], 404)
        status, _, drawn = self.get(browser, "/wms", **QUERY)
        self.assertEqual((status, drawn), (200, platform.ask("/wms", "sp_garlaban", **QUERY).text))
        rows = platform.sql("SELECT par FROM audit.requete WHERE operation = 'GetMap' ORDER BY id DESC LIMIT 2")
        self.assertEqual(rows, [("sp_garlaban",)] * 2)
        # The cookie is for this server's own pages, over TLS, unread by scripts.
        cookie = next(cookie for cookie in browser.cookies if cookie.name == "cortege_openid")
        self.assertTrue(cookie.secure)
        self.assertTrue(cookie.has_nonstandard_attr("HttpOnly"))
        self.assertIn("SameSite", cookie._rest)

    def test_leaving_ends_it(self):
        browser = self.browser("sp_garlaban")
        before = [(cookie.name, cookie.value) for cookie in browser.cookies if cookie.name.startswith("cortege_openid")]
        self.get(browser, "/openid/retour", logout=f"https://{host}/")
        self.assertEqual(self.get(browser, "/moi")[0], 401)
        stolen = "; ".join(f"{name}={value}" for name, value in before)
        self.assertEqual(platform.ask("/moi", headers={"Cookie": stolen}).status, 401)

    def test_what_a_client_writes_is_nobody(self):
        for headers in ({"X-Cortege-Login": "sp_garlaban"}, {"X-Cortege-User": "sp_garlaban"}, {"Remote-User": "sp_garlaban"},
                        {"OIDC_CLAIM_login": "sp_garlaban"}, {"Cookie": "cortege_openid=sp_garlaban"},
                        {"Cookie": "cortege_openid=" + "0" * 36}, {"X-Forwarded-User": "sp_garlaban"}):
            self.assertEqual(platform.ask("/moi", headers=headers).status, 401, headers)
            self.assertEqual(platform.ask("/wms", headers=headers, **QUERY).status, 401, headers)
        for path in ("/_openid", "/openid/", "/openid/../_openid", "/openid/%2e%2e/_openid", "/openid/autre"):
            self.assertIn(platform.ask(path, headers={"X-Cortege-Login": "sp_garlaban"}).status, (403, 404), path)

    def test_known_to_the_provider_is_not_habilitated(self):
        for login in ("zz_inconnu", "postgres", "vm_dpo"):
            browser = self.browser(login)
            self.assertEqual(self.get(browser, "/wms", **QUERY)[0], 403, login)
        self.assertEqual(self.get(self.browser("zz_inconnu"), "/moi")[0], 403)

    def test_a_person_suspended_keeps_nothing_by_their_session(self):
        browser = self.browser("vm_corniche")
        self.assertEqual(self.get(browser, "/moi")[0], 200)
        platform.decide("suspendre", "vm_corniche")
        self.assertEqual(self.get(browser, "/moi")[0], 403)

    def test_passwords_are_good_while_the_party_is_away(self):
        browser = self.browser("sp_garlaban")
        party.stop()
        try:
            self.assertEqual(self.get(browser, "/moi")[0], 401)
            self.assertEqual(platform.ask("/wms", "sp_garlaban", **QUERY).status, 200)
        finally:
            start_party()


if __name__ == "__main__":
    unittest.main()
