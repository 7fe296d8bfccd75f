"""People who come with a certificate: whose it is, who signed it, whether it is still good, and whether they still may."""
import signal
import socket
import ssl
import time
import unittest

from authority import Authority
from support import Platform, demo_city, run

SATURDAY = "2026-01-10T12:00:00/2026-01-10T20:00:00"
QUERY = {"SERVICE": "WMS", "VERSION": "1.3.0", "REQUEST": "GetMap", "LAYERS": "evenements", "STYLES": "", "CRS": "EPSG:2154",
         "BBOX": "888000,6242000,899000,6250000", "WIDTH": 128, "HEIGHT": 128, "FORMAT": "image/png", "TIME": SATURDAY}
platform, authority, stranger = None, None, None


def setUpModule():
    global platform, authority, stranger
    platform = Platform().__enter__()
    unittest.addModuleCleanup(platform.__exit__)
    demo_city(platform)
    authority, stranger = Authority(platform.folder / "people"), Authority(platform.folder / "others")
    platform.publish("--people-authority", authority.folder / "ca.crt", "--people-revocations", authority.list())
    platform.start(processes=2)


class Certificates(unittest.TestCase):
    def test_a_certificate_is_its_person(self):
        certificate = authority.issue("/CN=sp_garlaban")
        about = platform.ask("/moi", certificate=certificate)
        self.assertEqual(about.status, 200, about.text)
        self.assertIn('"login":"sp_garlaban"', about.text)
        self.assertIn('"fuseau":"Europe/Paris"', about.text)
        with_password = platform.ask("/wms", "sp_garlaban", **QUERY)
        with_certificate = platform.ask("/wms", certificate=certificate, **QUERY)
        self.assertEqual((with_certificate.status, with_certificate.body), (200, with_password.body))
        rows = platform.sql("SELECT par FROM audit.requete WHERE operation = 'GetMap' ORDER BY id DESC LIMIT 1")
        self.assertEqual(rows, [("sp_garlaban",)])

    def test_the_certificate_wins_over_a_password_of_somebody_else(self):
        about = platform.ask("/moi", "vm_calanque", certificate=authority.issue("/CN=sp_garlaban"))
        self.assertIn('"login":"sp_garlaban"', about.text)

    def test_those_of_nobody_are_refused(self):
        for subject in ("/CN=vm_inconnu", "/CN=postgres", "/CN=cortege", "/CN=Jean Mistral", "/CN=sp_garlaban; DROP TABLE x",
                        "/O=CN=vm_calanque/CN=zz_personne", "/CN=VM_CALANQUE", "/O=x,CN=vm_calanque/CN=autre nom",
                        "/O=x/CN=vm_calanque,CN=vm_corniche"):
            answer = platform.ask("/moi", certificate=authority.issue(subject))
            self.assertIn(answer.status, (401, 403), subject)
            self.assertNotIn("login", answer.text)

    def test_without_the_right_to_see_there_is_no_map(self):
        answer = platform.ask("/wms", certificate=authority.issue("/CN=vm_dpo"), **QUERY)
        self.assertEqual(answer.status, 403, answer.text[:200])

    def refused(self, certificate):
        answer = platform.ask("/moi", certificate=certificate)
        self.assertEqual((answer.status, "certificat" in answer.text), (401, True), answer.text)

    def test_expired_and_not_yet_good(self):
        self.refused(authority.issue("/CN=sp_garlaban", (-10, -1)))
        self.refused(authority.issue("/CN=sp_garlaban", (1, 9)))

    def test_another_authority_and_oneself(self):
        self.refused(stranger.issue("/CN=sp_garlaban"))
        self.refused((stranger.folder / "ca.crt", stranger.folder / "ca.key"))

    def test_a_stolen_card_is_revoked(self):
        stolen, good = authority.issue("/CN=sp_estaque", (-1, 11)), authority.issue("/CN=sp_estaque", (-1, 12))
        self.assertEqual(platform.ask("/moi", certificate=stolen).status, 200)
        authority.revoke(stolen[0])
        platform.server.send_signal(signal.SIGHUP)
        for _ in range(50):
            if platform.ask("/moi", certificate=stolen).status != 200:
                break
            time.sleep(.2)
        self.refused(stolen)
        self.assertEqual(platform.ask("/moi", certificate=good).status, 200)

    def test_a_person_suspended_keeps_nothing_by_their_card(self):
        card = authority.issue("/CN=vm_corniche")
        self.assertEqual(platform.ask("/moi", certificate=card).status, 200)
        platform.decide("suspendre", "vm_corniche")
        self.assertEqual(platform.ask("/moi", certificate=card).status, 403)

    def test_a_server_s_certificate_past_its_date_is_not_published(self):
        certificate, key = stranger.issue("/CN=localhost", (-10, -1))
        with self.assertRaisesRegex(AssertionError, "has expired"):
            run("publish", "--dir", platform.folder / "web2", "--database-dir", platform.database, "--certificate", certificate,
                "--key", key)

    def test_the_server_s_own_certificate_is_checked_by_clients(self):
        with self.assertRaises(ssl.SSLCertVerificationError):
            ssl.create_default_context(cafile=stranger.folder / "ca.crt").wrap_socket(
                socket.create_connection(("localhost", platform.port)), server_hostname="localhost")


if __name__ == "__main__":
    unittest.main()
