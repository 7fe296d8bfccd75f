#!/usr/bin/env python3
"""Facts from every kind of file a service sends, good and bad rows; run in a private database."""
import csv
import gzip
import os
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from command_line import CORTEGE, CommandLineTest  # noqa: E402

MAPPING = """
[source]
code = "essai"
nom = "Essai"
finalite = "Essayer"
base_legale = "Aucune"
conservation = "1 year"
attribution = "Inventé"
[reading]
x = "lon"
y = "lat"
[start]
text = "{quand}"
formats = ["%d/%m/%Y %H:%M", "%Y-%m-%dT%H:%M:%S%z", "%d/%m/%Y", "%m/%Y"]
[end]
text = "{jusqua}"
formats = ["%d/%m/%Y %H:%M", "%d/%m/%Y"]
[category]
text = "{genre}"
codes = {"1" = "accident"}
[subject]
text = "{genre} : {texte}"
[weight]
text = "{poids}"
"""
HEAD = "quand,jusqua,genre,texte,poids,lon,lat"
PLACE = "ST_Transform(ST_SetSRID(ST_MakePoint(5.38, 43.29), 4326), 2154)"
GOOD = "12/03/2024 10:00,,1,Choc,1,5.38,43.29"


class ImportFacts(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.sql("DELETE FROM plateforme.fait; DELETE FROM plateforme.acces; DELETE FROM plateforme.source")
        self.mapping = self.file("essai.toml", MAPPING)

    def table(self, *rows, head=HEAD, name="faits.csv"):
        return self.file(name, "\n".join([head, *rows]) + "\n")

    def load(self, file):
        return self.done("import", "facts", self.mapping, file)

    def rejects(self, name="faits.csv"):
        with open(self.folder / f"{name}.rejets.csv", newline="", encoding="utf-8") as stream:
            return list(csv.DictReader(stream))

    def counts(self, report):
        return report["accepted"], report["known"], report["rejected"]

    def test_a_row_becomes_a_fact(self):
        report = self.load(self.table("12/03/2024 10:00,12/03/2024 11:30,1,Choc,2.5,5.38,43.29"))
        self.assertEqual(self.counts(report), (1, 0, 0))
        self.assertFalse((self.folder / "faits.csv.rejets.csv").exists())
        self.assertEqual(self.sql("SET timezone='UTC'; SELECT debut, fin, source, categorie, objet, poids, precision_date,"
                                  f" ST_Distance(geom, {PLACE}) < 0.01 FROM plateforme.fait"),
                         [["2024-03-12 09:00:00+00", "2024-03-12 10:30:00+00", "essai", "accident", "1 : Choc", "2.5",
                           "instant", "t"]])

    def test_paris_time_through_the_change_of_hour_and_written_offsets(self):
        self.load(self.table("30/03/2024 12:00,,1,a,1,5.38,43.29", "31/03/2024 12:00,,1,b,1,5.38,43.29",
                             "2024-03-31T12:00:00+09:00,,1,c,1,5.38,43.29"))
        self.assertEqual(self.sql("SET timezone='UTC'; SELECT debut FROM plateforme.fait ORDER BY objet"),
                         [["2024-03-30 11:00:00+00"], ["2024-03-31 10:00:00+00"], ["2024-03-31 03:00:00+00"]])

    def test_a_date_is_kept_at_the_source_s_precision(self):
        self.load(self.table("12/03/2024,,1,a,1,5.38,43.29", "03/2024,,1,b,1,5.38,43.29"))
        self.assertEqual(self.sql("SET timezone='Europe/Paris'; SELECT debut, fin, precision_date FROM plateforme.fait"
                                  " ORDER BY objet"),
                         [["2024-03-12 00:00:00+01", "2024-03-12 23:59:59+01", "jour"],
                          ["2024-03-01 00:00:00+01", "2024-03-31 23:59:59+02", "mois"]])

    def test_bad_rows_go_to_the_rejects_file_and_the_rest_is_loaded(self):
        report = self.load(self.table(
            GOOD, "31/02/2024 10:00,,1,jour,1,5.38,43.29", ",,1,sans date,1,5.38,43.29",
            "01/01/1970 00:00,,1,zéro,1,5.38,43.29", "12/03/2024 10:00,,1,nan,1,nan,43.29",
            "12/03/2024 10:00,,1,vide,1,,", "12/03/2024 10:00,,1,pôle,1,5.38,143.29",
            "12/03/2024 10:00,,1,Paris,1,2.35,48.85", "12/03/2024 10:00,,1,poids,-1,5.38,43.29",
            "12/03/2024 10:00,11/03/2024 10:00,1,fin,1,5.38,43.29",
            "31/02/2024 09:00,,1,appeler le 06 12 34 56 78 ou jean.dupont@exemple.fr,1,5.38,43.29"))
        self.assertEqual(self.counts(report), (1, 0, 10))
        rows = self.rejects()
        self.assertEqual([(row["ligne"], row["motif"].split(" : ")[0]) for row in sorted(rows, key=lambda r: int(r["ligne"]))],
                         [("3", "date impossible"), ("4", "date absente"),
                          ("5", "date invraisemblable, antérieure au 1990-01-01"), ("6", "coordonnée illisible"),
                          ("7", "coordonnées absentes"), ("8", "coordonnées impossibles"), ("9", "hors du territoire"),
                          ("10", "poids impossible"), ("11", "fin antérieure au début"), ("12", "date impossible")])
        text = (self.folder / "faits.csv.rejets.csv").read_text()
        self.assertIn("Paris", text)
        for secret in ("06 12 34 56 78", "jean.dupont"):
            self.assertNotIn(secret, text)

    def test_delimiters_encodings_and_decimal_commas(self):
        expected = [["Échauffourée : été", "t"]]
        for number, (delimiter, encoding, end) in enumerate(
                [(",", "utf-8", "\n"), (";", "utf-8-sig", "\r\n"), ("\t", "cp1252", "\r\n"), (";", "latin-1", "\n")]):
            with self.subTest(delimiter=delimiter, encoding=encoding):
                self.sql("DELETE FROM plateforme.fait")
                lon, lat = ('"5,38"', '"43,29"') if delimiter == "," else ("5,38", "43,29")
                row = ["12/03/2024 10:00", "", "Échauffourée", "été", "1", lon, lat]
                text = end.join(delimiter.join(fields) for fields in (HEAD.split(","), row)) + end
                self.load(self.file(f"faits{number}.csv", text.encode(encoding)))
                self.assertEqual(self.sql(f"SELECT objet, ST_Distance(geom, {PLACE}) < 0.01 FROM plateforme.fait"),
                                 expected)

    def test_gzip_and_geojson_and_another_crs(self):
        path = self.folder / "faits.csv.gz"
        path.write_bytes(gzip.compress((HEAD + "\n" + GOOD + "\n").encode()))
        self.load(str(path))
        feature = ('{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}},'
                   '"features":[{"type":"Feature","properties":{"quand":"13/03/2024 10:00","jusqua":null,"genre":"1",'
                   '"texte":"x","poids":1},"geometry":{"type":"Polygon","coordinates":[[[598899,5355000],[598999,5355000],'
                   '[598999,5355100],[598899,5355000]]]}},{"type":"Feature","properties":{"quand":"13/03/2024 10:00",'
                   '"jusqua":null,"genre":"1","texte":"y","poids":1},"geometry":null}]}')
        report = self.load(self.file("faits.geojson", feature))
        self.assertEqual(self.counts(report), (1, 0, 1))
        self.assertEqual(self.rejects("faits.geojson")[0]["motif"], "géométrie absente")
        self.assertEqual(self.sql("SELECT GeometryType(geom), ST_Area(geom) BETWEEN 2500 AND 2800 FROM plateforme.fait"
                                  " ORDER BY debut"), [["POINT", "f"], ["POLYGON", "t"]])

    def test_importing_again_adds_nothing_and_equal_rows_of_one_file_stay_apart(self):
        file = self.table(GOOD, GOOD, "13/03/2024 10:00,,1,Autre,1,5.38,43.29")
        self.assertEqual(self.counts(self.load(file)), (3, 0, 0))
        self.assertEqual(self.counts(self.load(file)), (0, 3, 0))
        self.assertEqual(self.value("SELECT count(*) FROM plateforme.fait"), "3")

    def test_what_is_no_source_is_refused_and_nothing_is_loaded(self):
        png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 8
        for words, says in [
                ((self.mapping, "absent.csv"), "cannot read absent.csv"),
                ((self.mapping, self.file("vide.csv", "")), "is empty"),
                ((self.mapping, self.file("image.csv", png)), "is no text table"),
                ((self.mapping, self.file("image.tif", b"II*\0" + bytes(64))), "no vector source"),
                ((self.mapping, self.file("coupe.geojson", '{"type":"FeatureCollection","features":[{"type"')), ""),
                ((self.mapping, self.file("sans.csv", "a,b\n1,2\n")), "it has: a, b"),
                ((self.mapping, self.folder), "no vector source"),
                ((self.file("faux.toml", "x = ["), self.table(GOOD)), "is not a mapping")]:
            with self.subTest(words=words):
                self.refused("import", "facts", *words, says=says)
        self.refused("import", "facts", "inconnue", self.table(GOOD), code=2, says="there is no source inconnue")
        self.refused("import", "facts", self.mapping, code=2, says="FILE is required")
        self.assertEqual(self.value("SELECT count(*) FROM plateforme.source"), "0")
        self.assertEqual(list(self.folder.glob("*rejets*")), [])

    def test_a_truncated_archive_loads_nothing(self):
        rows = "\n".join([HEAD] + [GOOD.replace("10:00", f"{i // 60 % 24:02}:{i % 60:02}") for i in range(5000)])
        whole = gzip.compress(rows.encode())
        path = self.file("coupe.csv.gz", whole[:len(whole) // 2])
        self.refused("import", "facts", self.mapping, path)
        self.assertEqual(self.value("SELECT count(*) FROM plateforme.fait"), "0")

    def test_a_full_disk_for_the_rejects_loads_nothing(self):
        (self.folder / "plein.csv.part").symlink_to("/dev/full")
        self.refused("import", "facts", self.mapping, self.table(GOOD, "x,,1,a,1,5.38,43.29"), "--rejects", "plein.csv",
                     says="cannot write the rejects file")
        self.assertEqual(self.value("SELECT count(*) FROM plateforme.fait"), "0")

    def test_ctrl_c_leaves_nothing_behind(self):
        rows = [f"{1 + i % 28:02}/03/2024 10:00,,1,{i},1,5.{38000 + i % 900},43.29" for i in range(60000)]
        rows.append("x,,1,mauvaise,1,5.38,43.29")
        process = subprocess.Popen([CORTEGE, "import", "facts", self.mapping, self.table(*rows)], cwd=self.folder,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        while self.value("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'cortege cli'"
                         " AND state <> 'idle' AND query LIKE 'COPY%'") == "0" and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
        self.assertEqual((process.returncode, out, err), (1, "", "cortege: interrupted: nothing was written.\n"))
        self.assertEqual(self.value("SELECT count(*) FROM plateforme.fait"), "0")
        self.assertEqual(list(self.folder.glob("*rejets*")), [])

    def test_someone_who_may_not_import_is_told_so(self):
        self.sql("DROP ROLE IF EXISTS passant; CREATE ROLE passant LOGIN; GRANT cortege_personnes TO passant")
        self.refused("import", "facts", self.mapping, self.table(GOOD), env={"PGUSER": "passant"}, says="may not import")

    def test_the_real_accidents_and_protests(self):
        for code, path, expected in [
                ("accidents_velo", "events/fr_baac/baac_2017_2021_velo_edp_marseille.csv", (233, 0, 0)),
                ("accidents_2018", "events/fr_baac/baac_2018_marseille_accidents.csv", (2086, 0, 0)),
                ("accidents_2018", "events/fr_baac/baac_2018_france_accidents.csv.gz", (1540, 2086, 52334)),
                *(("mouvements_sociaux", f"events/fr_mouvements_sociaux/{sector}.geojson", counts)
                  for sector, counts in [("autres", (1, 0, 20)), ("culture", (1, 0, 11)), ("education", (21, 0, 729)),
                                         ("esr", (14, 0, 203)), ("multi", (2, 0, 69)), ("transport", (4, 0, 10))])]:
            with self.subTest(path=path):
                self.assertEqual(self.counts(self.done("import", "facts", code, self.data(path))), expected)
                if path.endswith("marseille_accidents.csv"):
                    self.assertEqual(self.sql("SELECT precision_date, count(*) FROM plateforme.fait"
                                              " WHERE source = 'accidents_2018' GROUP BY 1 ORDER BY 1"),
                                     [["instant", "48"], ["mois", "2038"]])

    def test_a_file_of_which_nothing_can_be_taken_fails_and_says_why(self):
        self.refused("import", "facts", self.mapping, self.table("x,,1,a,1,5.38,43.29"),
                     says="none of the 1 rows could be taken: faits.csv.rejets.csv says why")
        self.assertEqual([row["motif"] for row in self.rejects()], ["date absente"])
        for sector in ("indus_energie", "justice", "sante", "securite"):
            self.refused("import", "facts", "mouvements_sociaux",
                         self.data(f"events/fr_mouvements_sociaux/{sector}.geojson"), says="could be taken")
        self.refused("import", "facts", "mouvements_sociaux", self.data("events/paris_manifs_2023_facts.csv"),
                     says="has no coordinates")

    def test_each_fact_knows_the_units_it_touches(self):
        self.sql("DELETE FROM voirie.unite")
        self.done("import", "areas", self.data("admin/marseille_admin.gpkg"))
        self.done("import", "facts", "accidents_2018", self.data("events/fr_baac/baac_2018_marseille_accidents.csv"))
        self.sql("INSERT INTO plateforme.fait (debut, source, geom) SELECT '2018-01-15', source,"
                 " ST_Buffer(geom, 900) FROM plateforme.fait LIMIT 1")
        self.assertEqual(self.sql("SELECT a.unites = voirie.unites_de(f.geom) AND a.source = f.source, count(*)"
                                  " FROM plateforme.fait f JOIN plateforme.acces a ON a.id = f.acces GROUP BY 1"),
                         [["t", "2087"]])


if __name__ == "__main__":
    os.environ.setdefault("PGCONNECT_TIMEOUT", "5")
    unittest.main()
