#!/usr/bin/env python3
"""`cortege tension` on the demo city, entered by its own people in a private database."""
import csv
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path

from osgeo import gdal, ogr

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from command_line import CORTEGE, SOURCE, CommandLineTest  # noqa: E402

gdal.UseExceptions()
ogr.UseExceptions()
CITY = SOURCE / "tests" / "data" / "demo"
MODEL = SOURCE / "metadata" / "tension" / "espace_public.toml"
SATURDAY = ("--from", "2026-01-10T12:00", "--to", "2026-01-10T20:00")
FILES = ["tension.png", "tension.tif", "territoire.csv", "zones.gpkg"]


def psql(*words, user="postgres"):
    subprocess.run(["psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-U", user, *words], cwd=CITY, check=True,
                   stdout=subprocess.DEVNULL)


def setUpModule():
    def load(*words):
        subprocess.run([CORTEGE, "import", *map(str, words)], check=True, stdout=subprocess.DEVNULL)

    for layer in ("arrondissements", "quartiers"):
        load("areas", CITY / f"{layer}.geojson")
    for source, file in (("signalement", "signalements.csv"), ("affluence", "affluence.csv"),
                         ("chantier", "chantiers.geojson")):
        load("facts", CITY / f"{source}.toml", CITY / file)
    psql("-f", "personnes.sql")
    for agent in ("pp_mistral", "pp_tramontane", "pp_sirocco", "pp_levant"):
        psql("-v", "lundi=2026-01-05", "-f", "evenements.sql", user=agent)


class Tension(CommandLineTest):
    def tension(self, *words, who="vm_calanque", out="out"):
        """With the product's model on cells of 50 m, which a test has time for."""
        coarse = self.model("valeur = 25, unite", "valeur = 50, unite")
        return self.done("tension", "-d", f"user={who}", "--out", self.folder / out, "--model", coarse, *words)

    def tension_refused(self, *words, who="vm_calanque", **expected):
        message = self.refused("tension", "-d", f"user={who}", "--out", self.folder / "out", *words, **expected)
        left = self.folder / "out"
        self.assertEqual(sorted(left.iterdir()) if left.exists() else [], [], "something was left behind")
        return message

    def bytes_of(self, out):
        return {path.name: path.read_bytes() for path in sorted((self.folder / out).iterdir())}

    def model(self, old, new):
        text = MODEL.read_text(encoding="utf-8")
        self.assertIn(old, text)
        return self.file("essai.toml", text.replace(old, new, 1))

    def test_everything_is_made_and_says_where_it_comes_from(self):
        report = self.tension(*SATURDAY)
        self.assertEqual(sorted(self.bytes_of("out")), FILES)
        self.assertEqual((report["windows"], report["perimeter"]), (1, "tout le territoire"))
        raster = gdal.Open(str(self.folder / "out" / "tension.tif"))
        names = [raster.GetRasterBand(i + 1).GetDescription() for i in range(raster.RasterCount)]
        self.assertEqual(names, ["affluence", "chantier", "deambulatoire", "operation_programmee", "signalement",
                                 "statique", "visite_officielle", "somme"])
        said = raster.GetMetadata()
        self.assertEqual((said["MODELE"], said["MODELE_EMPREINTE"]), ("espace_public", report["digest"]))
        self.assertEqual((said["FENETRE_DEBUT"], said["FENETRE_FIN"]),
                         ("2026-01-10T12:00:00+01:00", "2026-01-10T20:00:00+01:00"))
        self.assertEqual(raster.GetMetadata("IMAGE_STRUCTURE")["LAYOUT"], "COG")

    def test_bands_hold_what_acts_in_the_window(self):
        self.tension(*SATURDAY)
        raster = gdal.Open(str(self.folder / "out" / "tension.tif"))
        bands = {raster.GetRasterBand(i + 1).GetDescription(): raster.GetRasterBand(i + 1).ReadAsArray().astype("float64")
                 for i in range(raster.RasterCount)}
        hectares = raster.GetGeoTransform()[1] ** 2 / 10000
        persons = {name: band.sum() * hectares for name, band in bands.items()}
        # Climate march 4500 + 4 cars × 4; white march 700; both wholly inside the window.
        self.assertAlmostEqual(persons["deambulatoire"], 4516 + 700, delta=5)
        # Gathering 900 and motorcyclists 300 + 250 × 4; the visit is 1/2 inside: 150 × 1/2.
        self.assertAlmostEqual(persons["statique"], 900 + 300 + 1000, delta=3)
        self.assertAlmostEqual(persons["visite_officielle"], 75, delta=0.5)
        self.assertEqual(persons["operation_programmee"], 0)
        total = sum(band for name, band in bands.items() if name != "somme")
        self.assertLess(abs(total - bands["somme"]).max(), 1e-4)

    def test_zones_say_their_level_their_window_and_what_is_behind(self):
        self.tension(*SATURDAY)
        file = ogr.Open(str(self.folder / "out" / "zones.gpkg"))
        zones = [zone.items() | {"area": zone.geometry().GetArea()} for zone in file.GetLayerByName("zones")]
        self.assertGreater(len(zones), 3)
        for zone in zones:
            self.assertAlmostEqual(zone["area"] / 10000, zone["aire_ha"], places=6)
            self.assertGreaterEqual(zone["maximum"], zone["seuil_bas"])
            self.assertEqual(zone["debut"], "2026/01/10 11:00:00+00")
        highest = max(zones, key=lambda zone: zone["maximum"])
        self.assertTrue(highest["evenements"].startswith("statique:"), highest["evenements"])

    def test_nothing_but_the_input_view_counts(self):
        self.tension(*SATURDAY, out="before")
        for table, column, others in (("manifestation_deambulatoire", "statut_organisateur", "version"),
                                      ("manifestation_statique", "statut_organisateur", "version"),
                                      ("operation_programmee", "theme", "version")):
            self.sql("SET session_replication_role = replica;"  # no trigger: services never change otherwise
                     f"UPDATE cortege.{table} e SET objet = o.objet, description = o.description,"
                     f" service = o.service, {column} = o.{column} FROM (SELECT lead(id, 1, (SELECT min(id) FROM"
                     f" cortege.{table})) OVER (ORDER BY id) AS autre, objet, description, service, {column}"
                     f" FROM cortege.{table}) o WHERE o.autre = e.id")
        self.sql("SET session_replication_role = replica;"
                 "UPDATE cortege.visite_officielle SET objet = 'Autre', service = 'Autre';"
                 "UPDATE plateforme.fait SET objet = reverse(objet)")
        self.tension(*SATURDAY, out="after")
        self.assertEqual(self.bytes_of("before"), self.bytes_of("after"))
        self.sql("UPDATE cortege.manifestation_statique SET personnes_attendues = personnes_attendues + 1")
        self.addCleanup(self.sql, "UPDATE cortege.manifestation_statique SET personnes_attendues = personnes_attendues - 1")
        self.tension(*SATURDAY, out="counts")
        self.assertNotEqual(self.bytes_of("before")["tension.tif"], self.bytes_of("counts")["tension.tif"])

    def test_a_perimeter_sees_less_and_says_so(self):
        whole = self.tension(*SATURDAY, out="whole")
        part = self.tension(*SATURDAY, who="sp_estaque", out="part")
        self.assertLess(part["features"], whole["features"])
        self.assertIn("13e arrondissement", part["perimeter"])
        said = gdal.Open(str(self.folder / "part" / "tension.tif")).GetMetadata()
        self.assertEqual(said["PERIMETRE"], part["perimeter"])

    def test_a_refusal_never_looks_like_a_calm_city(self):
        self.tension_refused(*SATURDAY, who="vm_dpo", says="vm_dpo is not habilitated to read the platform")

    def test_a_calm_window_is_a_calm_map(self):
        report = self.tension("--from", "2030-01-01", "--to", "2030-01-02")
        self.assertEqual(report["zones"], 0, "events without an end are long over by then")
        raster = gdal.Open(str(self.folder / "out" / "tension.tif"))
        self.assertEqual(raster.GetRasterBand(raster.RasterCount).ReadAsArray().max(), 0)

    def test_a_series_has_one_raster_a_window_and_all_zones_together(self):
        report = self.tension("--from", "2026-01-10T14:00", "--to", "2026-01-10T17:30", "--step", "1h")
        self.assertEqual(report["windows"], 4)
        made = sorted(self.bytes_of("out"))
        self.assertEqual([name for name in made if name.endswith(".tif")],
                         [f"tension_20260110T{hour}00.tif" for hour in (14, 15, 16, 17)])
        with open(self.folder / "out" / "territoire.csv", encoding="utf-8") as table:
            rows = list(csv.DictReader(table))
        self.assertEqual([sum(row["division"] == division for row in rows) for division in ("quartier", "arrondissement")],
                         [4 * 104, 4 * 16])
        self.assertEqual(rows[-1]["fin"], "2026-01-10T17:30:00+01:00", "the last window ends with the period")

    def test_kept_zones_are_on_the_platform_for_whom_the_perimeter_may_be_shown(self):
        def seen(who):
            return int(self.value("SELECT count(*) FROM plateforme.zone_tension", f"user={who}"))

        made = self.tension(*SATURDAY, "--keep")
        self.assertGreater(made["zones"], 3)
        self.assertEqual((seen("vm_calanque"), seen("sp_estaque")), (made["zones"], 0))
        self.tension(*SATURDAY, "--keep")
        self.assertEqual(seen("vm_calanque"), made["zones"], "the same model and period replace what was kept")
        stored = self.sql("SELECT sum(aire), bool_and(ST_IsValid(geom)), min(z.debut), min(array_length(evenements, 1)) > 0,"
                          " bool_or(c.transmis) FROM plateforme.zone_tension z JOIN plateforme.calcul c ON c.id = calcul",
                          "user=vm_calanque options='-c timezone=UTC'")[0]
        file = ogr.Open(str(self.folder / "out" / "zones.gpkg"))
        area = sum(zone["aire_ha"] for zone in file.GetLayerByName("zones"))
        self.assertAlmostEqual(float(stored[0]) / 10000, area, places=6)
        self.assertEqual(stored[1:], ["t", "2026-01-10 11:00:00+00", "t", "t"])
        self.refused("tension", "-d", "user=sp_estaque", "--out", self.folder / "out", *SATURDAY, "--keep",
                     says="keeping zones on the platform is for the city's analysts")

    def test_a_day_of_the_clock_change_has_its_hours(self):
        report = self.tension("--from", "2026-03-29", "--to", "2026-03-30", "--step", "1 hour", "--areas", "rien",
                              "--extent", "890000", "6245000", "891000", "6246000")
        self.assertEqual(report["windows"], 23)

    def test_usage_is_checked(self):
        self.refused("tension", "--to", "2026-01-10", code=2, says="--from is required")
        self.tension_refused(*SATURDAY, "--extent", "5", "0", "1", "1", code=2, says="--extent takes XMIN YMIN XMAX YMAX")
        self.tension_refused("--from", "hier", "--to", "2026-01-10T12:00", says="--from, --to or --step makes no sense")
        self.tension_refused("--from", "2026-01-10", "--to", "2026-01-09", says="--to 2026-01-09 must come after --from")
        self.tension_refused(*SATURDAY, "--step", "0s", says="--step")
        self.tension_refused(*SATURDAY, "--step", "-1h", says="--step be positive")
        self.tension_refused("--from", "2000-01-01", "--to", "2030-01-01", "--step", "1min", says="10000 windows")
        self.tension_refused(*SATURDAY, "--extent", "0", "0", "250000000", "250000000", says="cells")

    def test_models_are_read_strictly(self):
        self.tension_refused(*SATURDAY, "--model", "inconnu", says="there is no model inconnu: give a file, or one of")
        for old, new, says in (
            ("noyau =", "noyaux =", "the key noyaux is unknown"),
            ('valeur = 25, unite = "m",', "valeur = 25,", "the key unite is missing"),
            ('{ valeur = 25, unite = "m"', '{ valeur = 25, unite = "km"', "the unit must be m"),
            ("{ valeur = 25,", "{ valeur = -25,", "valeur must be a number of at least"),
            ("{ valeur = 25,", "{ valeur = nan,", "valeur must be a number of at least"),
            ('"quartic"', '"cubic"', "cubic"),
            ("valeur = 12, unite = \"personnes pondérées/ha\"", "valeur = 2, unite = \"personnes pondérées/ha\"",
             "seuil must be above the level before"),
            ("[raster]", "[raster", "is not a tension model"),
        ):
            with self.subTest(new):
                message = self.tension_refused(*SATURDAY, "--model", self.model(old, new), says=says)
                self.assertIn("essai.toml", message)
        self.tension_refused(*SATURDAY, "--model", self.model("raison = \"Une place", "motif = \"Une place"), says="motif")

    def test_a_folder_that_cannot_be_is_refused(self):
        self.file("out", "a file in the way")
        self.refused("tension", "-d", "user=vm_calanque", "--out", self.folder / "out", *SATURDAY, says="cannot write into")

    def test_an_interruption_leaves_nothing(self):
        run = subprocess.Popen([CORTEGE, "tension", "-d", "user=vm_calanque", "--from", "2026-01-05", "--to", "2026-01-19",
                                "--step", "10min", "--out", self.folder / "out"], stderr=subprocess.PIPE, text=True)
        while not list((self.folder / "out").glob(".tension-*/*.tif") if (self.folder / "out").exists() else []):
            time.sleep(0.05)
        run.send_signal(signal.SIGINT)
        self.assertEqual(run.communicate()[1], "cortege: interrupted: nothing was written.\n")
        self.assertEqual(run.returncode, 1)
        self.assertEqual(list((self.folder / "out").iterdir()), [])


if __name__ == "__main__":
    unittest.main()
