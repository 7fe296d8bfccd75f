"""Ours against the stock provider as oracle: the same tables, requests and filters give the same features in the same
order. The differences are those listed in DIFFERENCES, each tested as what it is."""
import random
import unittest

from qgis.core import (NULL, Qgis, QgsCoordinateReferenceSystem, QgsFeatureRequest, QgsGeometry, QgsProject,
                       QgsRectangle, QgsWkbTypes)

import support
from support import layer, rows, sql

DIFFERENCES = """
 1. Range columns exist (the stock provider hides them).
 2. Instants carry the zone of the person's machine; the instant is the same.
 3. Feature ids: ours is the key if it is one integer, bigint too; the stock provider numbers bigint keys as it meets them.
 4. float4 values are given as they are stored, not as their shortest decimal text.
 5. A geometry column other than the layer's is text (EWKT); the stock provider makes it a geometry value.
"""

TABLE = """
DROP SCHEMA IF EXISTS essai CASCADE; CREATE SCHEMA essai;
CREATE TYPE essai.humeur AS ENUM ('calme', 'tendue', 'très tendue');
CREATE TABLE essai.tout (id int PRIMARY KEY, petit smallint, grand bigint, reel double precision, exact numeric(12,3),
  libre numeric, simple real, texte text, court varchar(40), fixe char(6), vrai boolean, jour date, heure time,
  instant timestamp, moment timestamptz, ident uuid, doc json, docb jsonb, brut bytea, mots text[], nombres int[],
  humeur essai.humeur, duree interval, adresse inet, periode tstzrange, geom geometry(Point, 2154));
SELECT setseed(0.42);
INSERT INTO essai.tout SELECT i, CASE WHEN i % 7 <> 0 THEN (random() * 60000 - 30000)::int END,
  (random() * 1e12)::bigint - 500000000000, random() * 1e6 - 5e5, (random() * 1e6)::numeric(12,3),
  CASE WHEN i % 5 <> 0 THEN (random() * 1e9)::numeric END, (i % 64) / 4.0,
  CASE WHEN i % 11 <> 0 THEN 'É' || chr(97 + i % 26) || ' "l''été" \\ % _ ' || (i % 50) END, left(md5(i::text), 12),
  left(md5(i::text), 1 + i % 6), i % 3 = 0, date '2020-01-01' + i, time '00:00:01.25' + i * interval '13 s',
  timestamp '2021-03-01 12:00' + i * interval '1 h 1 s', timestamptz '2022-06-01 10:00+02' + i * interval '17 min',
  md5(i::text)::uuid, json_build_object('a', i, 'b', json_build_array(1, 'x')), jsonb_build_object('k', i % 9),
  decode(md5(i::text), 'hex'), ARRAY['un', 'deux, "trois"', i::text], ARRAY[i, NULL, -i],
  (ARRAY['calme', 'tendue', 'très tendue'])[1 + i % 3]::essai.humeur, i * interval '1 min', ('10.0.0.' || i % 250)::inet,
  tstzrange(timestamptz '2022-06-01', timestamptz '2022-06-01' + i * interval '1 h', '[]'),
  CASE WHEN i % 13 <> 0 THEN ST_SetSRID(ST_MakePoint(890000 + random() * 10000, 6240000 + random() * 10000), 2154) END
FROM generate_series(1, 400) i;
CREATE INDEX ON essai.tout USING gist (geom);
CREATE TABLE essai.formes (id bigint PRIMARY KEY, nom text, geom geometry(Geometry, 2154));
INSERT INTO essai.formes VALUES
  (1, 'point', 'SRID=2154;POINT(1 2)'), (2, 'multi', 'SRID=2154;MULTIPOINT((1 2),(3 4))'),
  (3, 'ligne', 'SRID=2154;LINESTRING(0 0,10 10)'), (4, 'surface', 'SRID=2154;POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,3 2,3 3,2 2))'),
  (5, 'collection', 'SRID=2154;GEOMETRYCOLLECTION(POINT(1 1),LINESTRING(0 0,1 1))'), (6, 'nulle', NULL),
  (7, 'vide', 'SRID=2154;LINESTRING EMPTY'), (8, 'courbe', 'SRID=2154;CIRCULARSTRING(0 0,1 1,2 0)');
CREATE TABLE essai.hauteur (id int PRIMARY KEY, geom geometry(MultiPolygonZM, 2154));
INSERT INTO essai.hauteur VALUES (1, 'SRID=2154;MULTIPOLYGONZM(((0 0 1 2,10 0 3 4,10 10 5 6,0 0 1 2)),((20 20 1 1,30 20 1 1,30 30 1 1,20 20 1 1)))');
CREATE TABLE essai.lignez (id int PRIMARY KEY, geom geometry(LineStringZ, 2154));
INSERT INTO essai.lignez VALUES (1, 'SRID=2154;LINESTRINGZ(0 0 7,1 1 8)'), (2, NULL);
"""

NOT_COMPARED = {'periode', 'moment', 'simple', 'geom'}


def setUpModule():
    support.start_qgis()
    sql(TABLE)


def plain(value):
    return None if value == NULL else value


def shape(feature):
    geometry = feature.geometry()
    return None if geometry.isNull() else bytes(geometry.asWkb())


class Conformance(unittest.TestCase):
    def setUp(self):
        self.ours, self.stock = layer('tout'), layer('tout', provider='postgres')
        self.assertTrue(self.ours.isValid(), self.ours.error().message())
        self.assertTrue(self.stock.isValid())

    def assert_same(self, request, table=None, ordered=True, **source):
        ours, stock = (layer(table, provider=p, **source) for p in ('cortege', 'postgres')) if table else (self.ours, self.stock)
        mine, theirs = rows(ours, QgsFeatureRequest(request)), rows(stock, QgsFeatureRequest(request))
        if not ordered:
            mine.sort(key=lambda f: f['id']), theirs.sort(key=lambda f: f['id'])
        self.assertEqual([f['id'] for f in mine], [f['id'] for f in theirs])
        names = [f.name() for f in stock.fields() if f.name() not in NOT_COMPARED]
        for a, b in zip(mine, theirs):
            self.assertEqual(shape(a), shape(b))
            for name in names:
                self.assertEqual(plain(a[name]), plain(b[name]), name)
        return len(mine)

    def test_everything(self):
        self.assertEqual(self.assert_same(QgsFeatureRequest()), 400)

    def test_fields_have_the_stock_types(self):
        for field in self.stock.fields():
            own = self.ours.fields().field(field.name())
            self.assertEqual(own.type(), field.type(), field.name())
            self.assertEqual(own.typeName(), field.typeName(), field.name())
            self.assertEqual(own.length(), field.length(), field.name())
        self.assertEqual(self.ours.wkbType(), self.stock.wkbType())
        self.assertEqual(self.ours.crs(), self.stock.crs())
        self.assertEqual(self.ours.primaryKeyAttributes(), self.stock.primaryKeyAttributes())

    def test_instants_are_the_same_instants(self):
        for a, b in zip(rows(self.ours), rows(self.stock)):
            self.assertEqual(a['moment'].toMSecsSinceEpoch(), b['moment'].toMSecsSinceEpoch())
            self.assertEqual(a['instant'], b['instant'])

    def test_ranges_are_there_and_readable(self):
        self.assertEqual(self.stock.fields().indexOf('periode'), -1)
        row = next(self.ours.getFeatures(QgsFeatureRequest(1)))
        self.assertTrue(row['periode'].startswith('["2022-06-01 00:00:00+'), row['periode'])

    def test_ids_rectangles_limits(self):
        self.assertEqual(self.assert_same(QgsFeatureRequest(17)), 1)
        self.assertEqual(self.assert_same(QgsFeatureRequest().setFilterFids([3, 250, 9, 100000]), ordered=False), 3)
        box = QgsRectangle(891000, 6241000, 895000, 6247000)
        self.assertGreater(self.assert_same(QgsFeatureRequest(box), ordered=False), 50)
        self.assertGreater(self.assert_same(QgsFeatureRequest(box).setFlags(Qgis.FeatureRequestFlag.ExactIntersect), ordered=False), 50)
        self.assertEqual(self.assert_same(QgsFeatureRequest().setLimit(10)), 10)
        self.assertEqual(self.assert_same(QgsFeatureRequest().setLimit(0)), 0)

    def test_rectangle_in_another_crs(self):
        request = QgsFeatureRequest(QgsRectangle(5.3, 43.2, 5.45, 43.3)).setDestinationCrs(
            QgsCoordinateReferenceSystem('EPSG:4326'), QgsProject.instance().transformContext())
        self.assertGreater(self.assert_same(request, ordered=False), 50)

    def test_subset_of_attributes_and_no_geometry(self):
        request = QgsFeatureRequest().setFlags(Qgis.FeatureRequestFlag.NoGeometry).setSubsetOfAttributes([7])
        for mine, theirs in zip(rows(self.ours, request), rows(self.stock, request)):
            self.assertEqual(plain(mine['texte']), plain(theirs['texte']))
            self.assertFalse(mine.hasGeometry())
            self.assertNotIsInstance(mine['grand'], int)

    def test_order(self):
        for column in ('reel', 'jour', 'petit'):
            for ascending in (True, False):
                request = QgsFeatureRequest().addOrderBy(column, ascending).addOrderBy('id')
                self.assert_same(request)
        self.assert_same(QgsFeatureRequest().addOrderBy('id', False).setLimit(7))

    def test_subset_string(self):
        for subset in ('"id" % 3 = 0', "texte LIKE '%été%'", 'geom IS NULL'):
            self.assertTrue(self.ours.setSubsetString(subset), subset)
            self.assertTrue(self.stock.setSubsetString(subset))
            self.assert_same(QgsFeatureRequest())
            self.assertEqual(self.ours.featureCount(), self.stock.featureCount())
            self.assertEqual(self.ours.extent(), self.stock.extent())
        self.assertTrue(self.ours.setSubsetString('id < 5 -- un commentaire'))
        self.assertEqual(len(rows(self.ours)), 4)
        for bad in ('"id" =', 'inconnu = 1', '1=1); DROP TABLE essai.tout; --'):
            self.assertFalse(self.ours.setSubsetString(bad), bad)
        self.assertEqual(sql('SELECT count(*) FROM essai.tout')[0][0], 400)

    def test_extent_minima_maxima_unique(self):
        self.assertEqual(self.ours.extent(), self.stock.extent())
        self.assertEqual(self.ours.featureCount(), 400)
        for name in ('petit', 'grand', 'reel', 'exact', 'texte', 'jour', 'instant', 'heure'):
            index_ours, index_stock = self.ours.fields().indexOf(name), self.stock.fields().indexOf(name)
            self.assertEqual(self.ours.minimumValue(index_ours), self.stock.minimumValue(index_stock), name)
            self.assertEqual(self.ours.maximumValue(index_ours), self.stock.maximumValue(index_stock), name)
        for name in ('humeur', 'vrai', 'petit'):
            mine = self.ours.uniqueValues(self.ours.fields().indexOf(name))
            theirs = self.stock.uniqueValues(self.stock.fields().indexOf(name))
            self.assertEqual({plain(v) for v in mine}, {plain(v) for v in theirs}, name)

    def test_other_geometries(self):
        self.assert_same(QgsFeatureRequest(), table='hauteur')
        self.assert_same(QgsFeatureRequest(), table='lignez')
        for kind in ('Point', 'LineString', 'Polygon'):
            self.assert_same(QgsFeatureRequest(), table='formes', extra='srid=2154 type=' + kind)
        self.assertEqual(layer('hauteur').wkbType(), QgsWkbTypes.MultiPolygonZM)

    def test_tables_without_geometry_and_queries(self):
        self.assert_same(QgsFeatureRequest(), table='hauteur', geometry=None)
        self.assert_same(QgsFeatureRequest(), table='SELECT id, texte, geom FROM essai.tout WHERE id < 50', extra='srid=2154 type=Point')

    def test_distance_within(self):
        request = QgsFeatureRequest().setDistanceWithin(QgsGeometry.fromWkt('POINT(895000 6245000)'), 1500)
        self.assertGreater(self.assert_same(request, ordered=False), 5)


class Expressions(unittest.TestCase):
    """Whatever is pushed down, the rows are those that QGIS itself chooses: asked of ours with the filter in the request,
    and of all rows with the filter evaluated here."""

    FILTERS = [
        '"id" = 5', '"id" <> 5', '"id" > 390 AND "petit" IS NOT NULL', '"petit" IS NULL', 'NOT "petit" > 0', '"id" IN (1, 2, 3, 900)',
        '"id" NOT IN (1, 2, 3)', '"texte" LIKE \'É%\'', '"texte" ILIKE \'éA%\'', '"texte" LIKE \'%\\\\%\'', '"texte" NOT LIKE \'%1\'',
        '"texte" = \'Éb "l\'\'été" \\\\ % _ 1\'', '"court" > \'8\'', '"court" BETWEEN \'2\' AND \'4\'', '"reel" / "petit" > 3',
        '"id" % 7 = 3', '"id" // 7 = 3', '"reel" + "id" * 2 < 0', '- "petit" > 100', '"exact" = 0.1 + 0.2', '"exact" >= 500000.5',
        '"jour" > to_date(\'2020-06-01\')', '"jour" = to_date(\'2020-06-01\')', '"moment" >= to_datetime(\'2022-06-03T00:00:00\')',
        '"instant" < to_datetime(\'2021-03-05 01:00:07\')', '"instant" = to_datetime(\'2021-03-01 13:00:01\')', 'year("jour") = 2020 AND month("jour") = 12',
        'day("moment") = 3', '"vrai"', 'NOT "vrai"', '"vrai" AND "id" < 30 OR "id" > 395', '"humeur" = \'tendue\'', '"humeur" IN (\'calme\')',
        'coalesce("petit", 0) = 0', 'lower("texte") LIKE \'éa%\'', 'upper("court") = \'C4CA4238A0B9\'', 'abs("petit") < 2000',
        'intersects($geometry, geom_from_wkt(\'POLYGON((891000 6241000,896000 6241000,896000 6246000,891000 6246000,891000 6241000))\'))',
        'NOT intersects($geometry, geom_from_wkt(\'POLYGON((891000 6241000,896000 6241000,896000 6246000,891000 6246000,891000 6241000))\'))',
        'intersects(@geometry, geom_from_wkt(\'POLYGON((891000 6241000,896000 6241000,896000 6246000,891000 6246000,891000 6241000))\'))',
        'distance($geometry, geom_from_wkt(\'POINT(895000 6245000)\')) < 2000', 'regexp_match("texte", \'1[0-9]$\') AND "id" > 100',
        '"texte" || \'x\' LIKE \'%9x\'', 'length("court") = 12', '"grand" > 0 AND "grand" < 99999999999', '"id" = \'7\'', '"texte" > 5',
        '"doc" IS NULL', '"mots" IS NULL', '"ident" = \'c4ca4238-a0b9-2382-0dcc-509a6f75849b\'', '"libre" IS NULL AND "id" <= 20', '"id" = 2.5', '"reel" = 5',
        'CASE WHEN "id" > 10 THEN 1 ELSE 0 END = 0', '"fixe" = \'c\'', '"brut" IS NOT NULL', '"periode" IS NOT NULL', '1 = 1', 'FALSE', '"id" IN (1, NULL)',
    ]

    def test_pushing_never_changes_a_result(self):
        ours = layer('tout')
        everything = rows(ours)
        from qgis.core import QgsExpression, QgsExpressionContext
        for text in self.FILTERS:
            expression, context = QgsExpression(text), QgsExpressionContext()
            context.setFields(ours.fields())
            expression.prepare(context)
            expected = []
            for row in everything:
                context.setFeature(row)
                value = expression.evaluate(context)
                if value != NULL and value:
                    expected.append(row.id())
            got = [row.id() for row in ours.dataProvider().getFeatures(QgsFeatureRequest().setFilterExpression(text))]
            self.assertEqual(sorted(got), sorted(expected), text)

    def test_what_is_compiled(self):
        ours = layer('tout')
        for text, pushed in (('"id" = 5', True), ('"texte" LIKE \'É%\'', True), ('"jour" > to_date(\'2020-06-01\')', True),
                             ('"vrai" AND "id" < 30', True), ('distance(@geometry, geom_from_wkt(\'POINT(895000 6245000)\')) < 2000', True), ('regexp_match("texte", \'a\')', False)):
            sql("SELECT pg_stat_reset()")
            list(ours.getFeatures(QgsFeatureRequest().setFilterExpression(text).setLimit(3)))
            query = sql("SELECT query FROM pg_stat_activity WHERE application_name LIKE 'tout|%' AND state = 'idle' ORDER BY query_start DESC LIMIT 1")
            self.assertEqual('WHERE' in query[0][0], pushed, query)

    def test_random_conjunctions(self):
        ours, stock = layer('tout'), layer('tout', provider='postgres')
        generator = random.Random(7)
        for _ in range(40):
            text = ' {} '.format(generator.choice(['AND', 'OR'])).join('({})'.format(f) for f in generator.sample(self.FILTERS[:20], 3))
            request = QgsFeatureRequest().setFilterExpression(text).setFlags(Qgis.FeatureRequestFlag.NoGeometry)
            self.assertEqual([f.id() for f in ours.getFeatures(request)], [f.id() for f in stock.getFeatures(request)], text)

    def test_aggregates(self):
        from qgis.core import QgsAggregateCalculator
        ours, stock = layer('tout'), layer('tout', provider='postgres')
        for what in (QgsAggregateCalculator.Count, QgsAggregateCalculator.Sum, QgsAggregateCalculator.Mean, QgsAggregateCalculator.Min,
                     QgsAggregateCalculator.Max, QgsAggregateCalculator.StDev, QgsAggregateCalculator.CountDistinct):
            for name in ('petit', 'reel', 'exact'):
                mine, fine = ours.aggregate(what, name)[:2]
                theirs, _ = stock.aggregate(what, name)[:2]
                self.assertAlmostEqual(mine, theirs, delta=1e-6 * max(1, abs(theirs)), msg='{} {}'.format(what, name))


if __name__ == '__main__':
    unittest.main()
