"""The provider on the deployed database: reads say what they read in the form the audit takes, and time filters and
rectangles use the indexes under row policies."""
import os
import time
import unittest

from qgis.core import QgsApplication, QgsFeatureRequest, QgsProviderRegistry, QgsRectangle, QgsWkbTypes

import support
from support import layer, sql

ROOT = os.path.join(os.path.dirname(__file__), '..', '..', '..')
FACTS = """
INSERT INTO plateforme.source (code, nom, finalite, base_legale, conservation) VALUES ('essai', 'Essai', 'Essai', 'Essai', '9 years');
SELECT plateforme.creer_partitions('2026-01-01', '2026-03-31');
INSERT INTO plateforme.fait (debut, fin, source, objet, geom) SELECT timestamptz '2026-01-01' + i * interval '1 hour',
  CASE WHEN i % 2 = 0 THEN timestamptz '2026-01-01' + i * interval '1 hour' + interval '30 min' END, 'essai', 'Fait ' || i,
  ST_SetSRID(ST_Point(892100 + i % 1800, 6246100 + i % 1700), 2154) FROM generate_series(1, 1900) i;
ANALYZE plateforme.fait;
ALTER ROLE analyste1 SET enable_seqscan = off;
"""
FILTER = ('"debut" <= make_datetime(2026,1,11,12,0,0) AND coalesce("fin", CASE WHEN "genre" = \'fait\' THEN "debut" '
          'ELSE "debut" + to_interval(\'3 hours\') END) >= make_datetime(2026,1,10,12,0,0)')
FACT_FILTER = ('"debut" <= make_datetime(2026,1,11,12,0,0) AND coalesce("fin", "debut") >= make_datetime(2026,1,10,12,0,0)')


def setUpModule():
    support.start_qgis()
    with open(os.path.join(ROOT, 'tests', 'support', 'personnes.sql'), encoding='utf-8') as people:
        sql(people.read())
    sql(FACTS)


def names():
    return {name for name, in sql("SELECT application_name FROM pg_stat_activity WHERE usename = 'analyste1'")}


def scans(ending):
    return sql("SELECT coalesce(sum(idx_scan), 0) FROM pg_stat_user_indexes WHERE relname LIKE 'fait%%' AND indexrelname LIKE %s", ['%' + ending])[0][0]


class Platform(unittest.TestCase):
    def open(self, table, **source):
        made = layer(table, schema='plateforme', user='analyste1', **source)
        self.assertTrue(made.isValid(), made.error().message())
        return made

    def assert_uses(self, index, made, request, expected):
        before = scans(index)
        self.assertEqual(len(list(made.getFeatures(request))), expected)
        end = time.time() + 10
        while scans(index) == before and time.time() < end:  # the server counts them within a second or so
            time.sleep(0.3)
        self.assertGreater(scans(index), before, index)

    def test_time_filters_use_the_range(self):
        expected = sql("SELECT count(*) FROM plateforme.fait WHERE debut <= '2026-01-11 12:00' AND coalesce(fin, debut) >= '2026-01-10 12:00'")[0][0]
        self.assertGreater(expected, 20)
        self.assert_uses('periode_idx', self.open('fait', key='id,debut', extra='srid=2154 type=Point'),
                         QgsFeatureRequest().setFilterExpression(FACT_FILTER), expected)
        for view in ('evenement', 'evenement_point'):
            self.assert_uses('periode_idx', self.open(view, key='cle', extra='srid=2154 type=Point'),
                             QgsFeatureRequest().setFilterExpression(FILTER), expected)

    def test_rectangles_use_the_spatial_index(self):
        request = QgsFeatureRequest(QgsRectangle(892100.5, 6246000, 892110.5, 6247000))
        for table, key, kind in (('fait', 'id,debut', 'Point'), ('evenement', 'cle', 'Point'), ('evenement_point', 'cle', 'MultiPoint')):
            made = self.open(table, key=key, extra='srid=2154 type=' + kind)
            self.assert_uses('geom_idx', made, request, 20)

    def test_rectangles_on_the_maps_views_are_planned_by_the_index(self):
        """As a plain person, by the planner's own choice: no partition of facts is read whole."""
        sql("INSERT INTO plateforme.fait (debut, source, objet, geom) SELECT timestamptz '2026-02-01' + i * interval '1 minute', 'essai', 'Autre ' || i,"
            " ST_SetSRID(ST_Point(894100 + i % 1800, 6246100 + i % 1700), 2154) FROM generate_series(1, 20000) i")
        sql('ANALYZE plateforme.fait')
        for view in ('evenement_point', 'evenement_ligne', 'evenement_surface'):
            plan = '\n'.join(line for line, in sql(
                "SET enable_seqscan = on; EXPLAIN SELECT * FROM plateforme.{} WHERE geom && ST_MakeEnvelope(894100, 6246100, 894110, 6246200, 2154)".format(view),
                user='analyste1'))
            self.assertNotIn('Seq Scan on fait_2026_02', plan)
            self.assertIn('fait_2026_02_geom_idx', plan)

    def test_a_read_says_layer_rectangle_and_window(self):
        request = QgsFeatureRequest(QgsRectangle(892100.5, 6246000, 892110.5, 6247000)).setFilterExpression(FILTER)
        list(self.open('evenement_point', key='cle').getFeatures(request))
        said = [name for name in names() if '|8921' in name]
        self.assertEqual(len(said), 1, names())
        self.assertLessEqual(len(said[0]), 63)
        couche, emprise, fenetre = sql('SELECT * FROM audit.decoder_application(%s)', said)[0]
        self.assertTrue('evenement_point'.startswith(couche))
        self.assertEqual(emprise, '(892111,6247000),(892100,6246000)')
        self.assertEqual(fenetre, '2601101100/2601111100')

    def test_the_maps_views_say_their_kind_without_being_told(self):
        for view, kind in (('evenement_point', QgsWkbTypes.MultiPoint), ('evenement_ligne', QgsWkbTypes.MultiLineString), ('evenement_surface', QgsWkbTypes.MultiPolygon)):
            made = self.open(view, key='cle')
            self.assertEqual((made.wkbType(), made.crs().authid()), (kind, 'EPSG:2154'))
        listed = QgsProviderRegistry.instance().providerMetadata('cortege').createConnection(support.conninfo('analyste1'), {}).tables('plateforme')
        self.assertEqual([t.geometryColumnTypes()[0].wkbType for t in listed if t.tableName() == 'evenement_ligne'], [QgsWkbTypes.MultiLineString])

    def refused(self, user, table='evenement_point', kind='MultiPoint'):
        made = layer(table, schema='plateforme', user=user, key='cle', extra='srid=2154 type=' + kind)
        self.assertFalse(made.isValid())
        return made.dataProvider().error().summary()

    def test_without_a_habilitation_the_layer_is_invalid_and_says_why(self):
        """Policies alone would answer no row: a calm city."""
        self.assertIn('platform', self.refused('agent2'))
        self.assertIn('may not read it', self.refused('dpo1'))

    def test_a_habilitation_that_ends_while_the_layer_is_open(self):
        sql("""SET SESSION AUTHORIZATION dga1;
            SELECT habilitation.inscrire('bref1', 'Bref', 'Zoé', 'Ville de Marseille', 'Observatoire');
            SELECT habilitation.demander('bref1', 'analyste_ville', 'Analyse', now(), now() + interval '6 seconds');
            SELECT habilitation.accorder(max(h.id)) FROM habilitation.habilitation h""")
        made = layer('evenement_point', schema='plateforme', user='bref1', key='cle', extra='srid=2154 type=MultiPoint')
        self.assertTrue(made.isValid(), made.error().message())
        self.assertGreater(len(list(made.getFeatures())), 1000)
        said = []
        QgsApplication.messageLog().messageReceived.connect(lambda text, tag='', level=None: tag == 'Cortège' and said.append(text))
        time.sleep(7)
        features = made.getFeatures()
        self.assertEqual(list(features), [])
        self.assertFalse(features.isValid())
        self.assertIn('no active habilitation', ' '.join(said))
        self.assertIn('no active habilitation', self.refused('bref1'))

    def test_a_read_of_everything_says_its_layer(self):
        list(self.open('evenement_ligne', key='cle').getFeatures())
        self.assertIn('evenement_ligne||', names())


if __name__ == '__main__':
    unittest.main()
