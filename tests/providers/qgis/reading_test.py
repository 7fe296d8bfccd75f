"""What is read, by how much work, and what is left behind; every type written back as it was read."""
import json
import threading
import time
import unittest

from qgis.core import (QgsAggregateCalculator, QgsDataSourceUri, QgsFeature, QgsFeatureRequest, QgsFeedback, QgsGeometry,
                       QgsSimplifyMethod, QgsVectorLayer, QgsVectorLayerFeatureSource)

import conformance_test
import support
from support import layer, rows, sql

TABLE = conformance_test.TABLE + """
CREATE TABLE essai.lente (id int PRIMARY KEY, geom geometry(Point, 2154));
INSERT INTO essai.lente SELECT i, 'SRID=2154;POINT(1 1)' FROM generate_series(1, 1000) i;
CREATE TABLE essai.dense (id int PRIMARY KEY, geom geometry(Polygon, 2154));
INSERT INTO essai.dense SELECT 1, ST_Segmentize(ST_MakeEnvelope(0, 0, 1000, 1000, 2154), 1);
CREATE EXTENSION IF NOT EXISTS hstore;
CREATE DOMAIN essai.positif AS int CHECK (VALUE > 0);
ALTER TABLE essai.tout ADD entiers int4range, ADD jours daterange, ADD sacs hstore, ADD domaine essai.positif;
UPDATE essai.tout SET entiers = int4range(id, id + 5), jours = daterange(jour, jour + 3), sacs = hstore('clé "1"', 'val, ' || id), domaine = id;
"""
LONG = 'é' * 31 + 'x'  # 63 bytes, the most that PostgreSQL keeps of a name


def setUpModule():
    support.start_qgis()
    sql(TABLE)


def last_query(part):
    return sql("SELECT query FROM pg_stat_activity WHERE query LIKE %s AND pid <> pg_backend_pid() ORDER BY query_start DESC LIMIT 1", ['%' + part + '%'])


class Reading(unittest.TestCase):
    def stopped_after(self, subset):
        """Seconds between the person's change of mind and the end of the read."""
        slow = layer('lente', subset=subset)
        feedback, ended = QgsFeedback(), []
        request = QgsFeatureRequest()
        request.setFeedback(feedback)

        def read():
            list(slow.dataProvider().getFeatures(request))
            ended.append(time.monotonic())
        thread = threading.Thread(target=read)
        thread.start()
        time.sleep(.4)
        asked = time.monotonic()
        feedback.cancel()
        thread.join()
        return ended[0] - asked

    def test_a_read_stops_within_a_tenth_of_a_second(self):
        for subset in ('pg_sleep(20) IS NOT NULL', 'pg_sleep(0.05) IS NOT NULL'):
            self.assertLess(min(self.stopped_after(subset) for _ in range(3)), .1, subset)  # the least: others use the machine
        end = time.time() + 2
        while sql("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%%pg_sleep(%%' AND pid <> pg_backend_pid()")[0][0]:
            self.assertLess(time.time(), end, 'the server still works for nobody')

    def test_nothing_is_left_in_a_transaction(self):
        everything = layer('tout')
        for request in (QgsFeatureRequest(), QgsFeatureRequest().setFilterExpression('"id" > 3')):
            features = everything.getFeatures(request)
            next(features)
            features.close()
        next(everything.getFeatures())
        self.assertEqual(sql("SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%%'"), [(0,)])

    def test_nearest_first_walks_the_index(self):
        points = layer('tout')
        request = QgsFeatureRequest().setLimit(5).addOrderBy("distance($geometry, geom_from_wkt('POINT(895000 6245000)'))")
        got = [f.id() for f in points.getFeatures(request)]
        query = last_query('<->')[0][0]
        here = QgsGeometry.fromWkt('POINT(895000 6245000)')
        expected = sorted((f for f in rows(points) if f.hasGeometry()), key=lambda f: f.geometry().distance(here))[:5]
        self.assertEqual(got, [f.id() for f in expected])
        plan = '\n'.join(line for line, in sql('SET enable_seqscan = off; EXPLAIN ' + query.replace('COPY (', '').replace('$1', "ST_AsBinary('POINT(895000 6245000)'::geometry)")))
        self.assertIn('Order By: (geom <->', plan)

    def test_the_map_reads_no_more_vertices_than_it_shows(self):
        dense = layer('dense')
        method = QgsSimplifyMethod()
        method.setMethodType(QgsSimplifyMethod.OptimizeForRendering)
        method.setTolerance(50)
        method.setForceLocalOptimization(False)

        def count(request):
            shape = next(dense.getFeatures(request)).geometry()
            return shape.constGet().nCoordinates()
        self.assertEqual(count(QgsFeatureRequest()), 4001)
        self.assertLess(count(QgsFeatureRequest().setSimplifyMethod(method)), 100)
        method.setForceLocalOptimization(True)
        self.assertEqual(count(QgsFeatureRequest().setSimplifyMethod(method)), 4001)

    def test_aggregates_are_computed_by_the_database(self):
        everything = layer('tout')
        for aggregate, word in ((QgsAggregateCalculator.Mean, 'avg('), (QgsAggregateCalculator.StDevSample, 'stddev_samp(')):
            value, good = everything.aggregate(aggregate, 'reel')
            self.assertTrue(good)
            self.assertIn(word, last_query(word)[0][0])
            self.assertAlmostEqual(value, sql('SELECT {}reel) FROM essai.tout'.format(word))[0][0], 6)

    def test_feature_sources_are_read_from_threads(self):
        everything = layer('tout')
        wrong = []

        def read(source):
            for _ in range(20):
                found = [f['texte'] for f in source.getFeatures(QgsFeatureRequest().setFilterExpression('"id" <= 100'))]
                if len(found) != 100:
                    wrong.append(len(found))
        threads = [threading.Thread(target=read, args=[QgsVectorLayerFeatureSource(everything)]) for _ in range(8)]
        [thread.start() for thread in threads], [thread.join() for thread in threads]
        self.assertEqual(wrong, [])

    def test_ranges_can_be_filtered(self):
        everything = layer('tout')
        text = next(everything.getFeatures(QgsFeatureRequest(7)))['entiers']
        self.assertEqual(text, '[7,12)')
        found = everything.getFeatures(QgsFeatureRequest().setFilterExpression("\"entiers\" = '[7,12)'"))
        self.assertEqual([f.id() for f in found], [7])
        self.assertTrue(everything.setSubsetString('entiers @> 8'))
        self.assertEqual(sorted(f.id() for f in everything.getFeatures()), [4, 5, 6, 7, 8])


class Writing(unittest.TestCase):
    def test_every_type_is_written_as_it_was_read(self):
        everything = layer('tout')
        provider = everything.dataProvider()
        names = [f.name() for f in everything.fields() if f.name() != 'id']
        text_of = lambda row: sql('SELECT {} FROM essai.tout WHERE id = {}'.format(', '.join('"{}"::text'.format(n) for n in names), row))[0]  # noqa: E731
        for source, target in ((8, 3), (35, 4), (385, 5)):  # 35 and 385 have NULLs
            row = next(everything.getFeatures(QgsFeatureRequest(source)))
            values = {everything.fields().indexOf(n): row[n] for n in names}
            self.assertTrue(provider.changeAttributeValues({target: values}), provider.errors())
            for name, was, now in zip(names, text_of(source), text_of(target)):
                self.assertEqual(json.loads(now) if name == 'doc' and now else now, json.loads(was) if name == 'doc' and was else was, name)
        added = QgsFeature(everything.fields())
        added.setAttributes(next(everything.getFeatures(QgsFeatureRequest(8))).attributes())
        added['id'] = 5000
        self.assertTrue(provider.addFeatures([added])[0], provider.errors())
        for name, was, now in zip(names, text_of(8), text_of(5000)):
            self.assertEqual(json.loads(now) if name == 'doc' else now, json.loads(was) if name == 'doc' else was, name)
        self.assertTrue(provider.deleteFeatures([5000]))

    def test_null_and_empty_geometries(self):
        shapes = layer('tout')
        provider = shapes.dataProvider()
        for wkt, held in (('POINT EMPTY', 'POINT EMPTY'), ('POINT(3 4)', 'POINT(3 4)'), (None, None)):
            self.assertTrue(provider.changeGeometryValues({2: QgsGeometry.fromWkt(wkt) if wkt else QgsGeometry()}), provider.errors())
            self.assertEqual(sql('SELECT ST_AsText(geom) FROM essai.tout WHERE id = 2')[0][0], held)

    def test_what_does_not_fit_is_refused_with_its_reason(self):
        everything = layer('tout')
        provider = everything.dataProvider()
        field = provider.fields().indexOf
        for name, value in (('jour', 'demain'), ('petit', 99999), ('humeur', 'joyeuse'), ('domaine', -1), ('docb', '{'), ('periode', '[x'), ('court', 'x' * 41)):
            self.assertFalse(provider.changeAttributeValues({1: {field(name): value}}), name)
            self.assertTrue(provider.errors(), name)
            provider.clearErrors()


class Names(unittest.TestCase):
    def test_sixty_three_bytes(self):
        self.assertEqual(len(LONG.encode()), 63)
        sql('DROP TABLE IF EXISTS essai."{0}"; CREATE TABLE essai."{0}" (id int PRIMARY KEY, "{1}" text, "{2}" geometry(Point, 2154)); '
            'INSERT INTO essai."{0}" VALUES (1, \'un\', \'SRID=2154;POINT(1 1)\')'.format(LONG, LONG, LONG[:-1] + 'g'))
        source = QgsDataSourceUri(support.conninfo())
        source.setDataSource('essai', LONG, LONG[:-1] + 'g', '', 'id')
        named = QgsVectorLayer(source.uri(False), 'x', 'cortege')
        self.assertTrue(named.isValid(), named.error().message())
        self.assertTrue(named.dataProvider().changeAttributeValues({1: {1: 'deux'}}))
        self.assertEqual([(f[1], f.geometry().asWkt()) for f in named.getFeatures(QgsFeatureRequest().setFilterExpression('"{}" = \'deux\''.format(LONG)))],
                         [('deux', 'Point (1 1)')])

    def test_a_schema_named_as_an_attack(self):
        name = 'x"; DROP SCHEMA essai CASCADE; --'
        quoted = name.replace('"', '""')
        sql('DROP SCHEMA IF EXISTS "{0}" CASCADE; CREATE SCHEMA "{0}"; CREATE TABLE "{0}"."{0}" ("{0}" int PRIMARY KEY, "$1" text, "%s" text); '
            'INSERT INTO "{0}"."{0}" VALUES (1, \'un\', \'deux\')'.format(quoted))
        source = QgsDataSourceUri(support.conninfo())
        source.setDataSource(name, name, '', '', name)
        named = QgsVectorLayer(source.uri(False), 'x', 'cortege')
        self.assertTrue(named.isValid(), named.error().message())
        self.assertEqual([f.attributes() for f in named.getFeatures(QgsFeatureRequest().addOrderBy('"$1"').setLimit(3))], [[1, 'un', 'deux']])
        self.assertTrue(named.dataProvider().changeAttributeValues({1: {1: name, 2: None}}), named.dataProvider().errors())
        self.assertEqual(sql('SELECT count(*) FROM essai.tout')[0][0], 400)
        sql('DROP SCHEMA "{}" CASCADE'.format(quoted))


if __name__ == '__main__':
    unittest.main()
