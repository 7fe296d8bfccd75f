#!/usr/bin/env python3
"""Areas, streets, addresses and places; run in a private database."""
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from command_line import SOURCE, CommandLineTest  # noqa: E402

DEMO = SOURCE / "tests" / "data" / "demo"

# Two streets that cross at node 3, a stairway, a one-way motorway, a private way, a way cut at the border.
OSM = """<?xml version='1.0' encoding='UTF-8'?>
<osm version="0.6">
  <node id="1" lat="43.2900" lon="5.3700"/> <node id="2" lat="43.2905" lon="5.3710"/>
  <node id="3" lat="43.2910" lon="5.3720"/> <node id="4" lat="43.2920" lon="5.3730"/>
  <node id="5" lat="43.2900" lon="5.3730"/> <node id="6" lat="43.2930" lon="5.3710"/>
  <way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/>
    <tag k="highway" v="residential"/><tag k="name" v="Rue Longue"/><tag k="width" v="7,5 m"/></way>
  <way id="11"><nd ref="6"/><nd ref="3"/><nd ref="5"/>
    <tag k="highway" v="pedestrian"/><tag k="name" v="Cours Étroit"/><tag k="oneway" v="-1"/></way>
  <way id="12"><nd ref="4"/><nd ref="6"/><tag k="highway" v="steps"/></way>
  <way id="13"><nd ref="5"/><nd ref="1"/><tag k="highway" v="motorway"/></way>
  <way id="14"><nd ref="4"/><nd ref="5"/><tag k="highway" v="service"/><tag k="access" v="private"/></way>
  <way id="15"><nd ref="4"/><nd ref="99"/><tag k="highway" v="residential"/></way>
  <way id="16"><nd ref="1"/><nd ref="4"/><tag k="highway" v="proposed"/></way>
</osm>
"""


class ImportBase(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.sql("DELETE FROM voirie.adresse; DELETE FROM voirie.lieu; DELETE FROM voirie.noeud; DELETE FROM voirie.voie;"
                 " DELETE FROM voirie.unite")

    def test_streets_become_a_routable_network(self):
        report = self.done("import", "streets", self.file("ville.osm", OSM))
        self.assertEqual((report["accepted"], report["nodes"], report["edges"], report["skipped"]), (4, 5, 6, 1))
        self.assertEqual(self.sql("SELECT osm_id, source, target, coalesce(nom, '-'), classe, sens, coalesce(largeur, 0),"
                                  " escalier, autoroute FROM voirie.troncon ORDER BY 1, 2, 3"),
                         [["10", "1", "3", "Rue Longue", "residential", "0", "7.5", "f", "f"],
                          ["10", "3", "4", "Rue Longue", "residential", "0", "7.5", "f", "f"],
                          ["11", "3", "5", "Cours Étroit", "pedestrian", "-1", "0", "f", "f"],
                          ["11", "6", "3", "Cours Étroit", "pedestrian", "-1", "0", "f", "f"],
                          ["12", "4", "6", "-", "steps", "0", "0", "t", "f"],
                          ["13", "5", "1", "-", "motorway", "1", "0", "f", "t"]])
        self.assertEqual(self.sql("SELECT count(*) FROM voirie.troncon t JOIN voirie.noeud n ON n.id = t.source"
                                  " WHERE NOT ST_Equals(ST_StartPoint(t.geom), n.geom)"), [["0"]])
        self.assertEqual(self.sql("SELECT node FROM pgr_dijkstra('SELECT id, source, target, longueur AS cost FROM"
                                  " voirie.troncon WHERE NOT autoroute', 1, 5, false) ORDER BY seq"), [["1"], ["3"], ["5"]])
        self.assertEqual(self.value("SELECT string_agg(nom, ', ' ORDER BY nom) FROM voirie.voie"), "Cours Étroit, Rue Longue")
        self.done("import", "streets", self.file("ville.osm", OSM))
        self.assertEqual(self.value("SELECT count(*) FROM voirie.troncon"), "6")

    def test_what_is_no_extract_leaves_the_network_as_it_was(self):
        self.done("import", "streets", self.file("ville.osm", OSM))
        for name, content, says in [("vide.osm.pbf", b"", "no OpenStreetMap extract"), ("faux.osm.pbf", b"\x89PNG" * 99, ""),
                                    ("coupe.osm", OSM[:700], "no OpenStreetMap extract"),
                                    ("sans.osm", OSM.replace("highway", "natural"), "holds no street")]:
            with self.subTest(name=name):
                self.refused("import", "streets", self.file(name, content), says=says)
        self.refused("import", "streets", "absent.osm.pbf", says="no such file")
        self.assertEqual(self.value("SELECT count(*) FROM voirie.troncon"), "6")

    def test_addresses_of_the_national_base_replace_themselves(self):
        head = "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;x;y;lon;lat;certification_commune"
        rows = ["13201_1_00001;;1;;La Canebière;13001;13201;Marseille;893000;6246900;5.3752;43.2958;1",
                "13201_1_00001_bis;;1;bis;La Canebière;13001;13201;Marseille;893000;6246900;5.3753;43.2958;1",
                "13201_1_99999;;99999;;Le Panier;13002;13202;Marseille;;;5.3690;43.2990;0",
                "13201_1_00002;;deux;;La Canebière;13001;13201;Marseille;;;5.3752;43.2958;1",
                "13201_1_00003;;3;;;13001;13201;Marseille;;;5.3752;43.2958;1"]
        file = self.file("ban.csv", "\n".join([head, *rows]))
        report = self.done("import", "addresses", file)
        self.assertEqual((report["accepted"], report["known"], report["reasons"]),
                         (2, 0, {"lieu-dit sans numéro": 1, "nom de voie absent": 1, "numéro impossible": 1}))
        self.assertEqual(self.done("import", "addresses", file)["known"], 2)
        self.assertEqual(self.sql("SELECT numero, rep, code_insee, lon, v.nom FROM voirie.adresse a JOIN voirie.voie v"
                                  " ON v.id = voie_id ORDER BY a.id"),
                         [["1", "", "13201", "5.3752", "La Canebière"], ["1", "bis", "13201", "5.3753", "La Canebière"]])

    def test_places_are_sensitive_unless_said_and_replace_their_source(self):
        file = self.file("ecoles.csv", "Nom du site;Categorie;Adresse 1;Code Postal;sensible;Longitude;Latitude\n"
                                       "École A;Écoles;1 rue X;13001;;5,38;43,29\nÉcole B;;;;non;5,39;43,29\n;;;;;5,39;43,29\n")
        for _ in range(2):
            report = self.done("import", "places", file)
            self.assertEqual((report["features"], report["rejected"], report["source"]), (3, 1, "ecoles"))
        self.assertEqual(self.sql("SELECT nom, categorie, sensible FROM voirie.lieu ORDER BY nom"),
                         [["École A", "Écoles", "t"], ["École B", "ecoles", "f"]])
        self.assertEqual(self.value("SELECT count(*) FROM voirie.repere WHERE genre = 'lieu'"), "2")

    def test_the_demo_city(self):
        for kind, name, count in [("areas", "arrondissements.geojson", 16), ("addresses", "adresses.csv", None),
                                  ("places", "lieux.csv", None)]:
            report = self.done("import", kind, DEMO / name)
            self.assertEqual(report["rejected"], 0, name)
            self.assertEqual(report["accepted"], count or report["features"], name)

    def test_areas_of_a_layer_of_one_s_own(self):
        square = '{"type":"Polygon","coordinates":[[[5.3,43.2],[5.4,43.2],[5.4,43.3],[5.3,43.3],[5.3,43.2]]]}'
        file = self.file("secteurs.geojson", '{"type":"FeatureCollection","features":['
                         f'{{"type":"Feature","properties":{{"NUM":"1","LIB":"Nord"}},"geometry":{square}}},'
                         '{"type":"Feature","properties":{"NUM":"2","LIB":"Sud"},"geometry":{"type":"Point","coordinates":[5,43]}}]}')
        self.refused("import", "areas", file, says="say what it holds")
        report = self.done("import", "areas", file, "--kind", "secteur", "--code", "NUM", "--name", "LIB")
        self.assertEqual((report["accepted"], report["reasons"]), (1, {"géométrie qui n'est pas une surface": 1}))
        self.refused("import", "areas", file, "--kind", "secteur", "--code", "ABSENT", says="it has: NUM, LIB")
        self.refused("import", "areas", file, "--code", "NUM", code=2)

    def test_the_real_sets(self):
        report = self.done("import", "areas", self.data("admin/marseille_admin.gpkg"))
        self.assertEqual(report["layers"], {"arrondissements": 16, "iris": 393, "quartiers_111": 111})
        report = self.done("import", "streets", self.data("streets/monaco.osm.pbf"))
        self.assertGreater(report["edges"], 5000)
        report = self.done("import", "streets", self.data("streets/marseille_osm_street_names_5k.csv"))
        self.assertEqual(report["accepted"], 5190)
        report = self.done("import", "addresses", self.data("addresses/marseille_sites_addresses_merged.csv"))
        self.assertEqual((report["accepted"], report["known"], report["rejected"]), (902, 116, 357))
        places = {path.name: self.done("import", "places", path)
                  for path in sorted(Path(self.data("addresses/marseille_opendata_2018")).glob("*.csv"))}
        self.assertEqual(sum(report["accepted"] for report in places.values()), 1375)
        self.assertEqual(sum(report["rejected"] for report in places.values()), 0)


if __name__ == "__main__":
    unittest.main()
