"""scripts/bench provider: our provider against the stock one, in one run, on the same tables through the same URI.
Run under tests/support/with-database. Wall-clock medians; ratios are stock / ours, as the targets say."""
import json
import os
import statistics
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'providers', 'qgis'))
import support  # noqa: E402
from qgis.core import Qgis, QgsFeature, QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsRectangle, QgsVectorLayer  # noqa: E402

ROWS = int(os.environ.get('CORTEGE_BENCH_ROWS', '1000000'))
MANY = int(os.environ.get('CORTEGE_BENCH_MANY', str(10 * ROWS)))
RUNS = int(os.environ.get('CORTEGE_BENCH_RUNS', '3'))
TARGETS = {'full read': 8, 'geometry only': 6, 'rectangle': 4, 'one attribute': 5, 'compiled expression': 3,
           'one feature by id': 1.5, 'open 10M rows': 2, '10 000 changes': 4, '10 000 new rows': 4}
TABLES = """
DROP SCHEMA IF EXISTS essai CASCADE; CREATE SCHEMA essai;
CREATE UNLOGGED TABLE essai.points (id int PRIMARY KEY, a int, b bigint, c double precision, d numeric(10,2), e text, f text, g date,
  h timestamptz, i boolean, geom geometry(Point, 2154));
INSERT INTO essai.points SELECT n, n % 1000, n * 1000000::bigint, random() * 1e6, (random() * 1e6)::numeric(10,2), 'objet ' || n % 5000, md5(n::text),
  date '2020-01-01' + n % 2000, timestamptz '2022-01-01' + n * interval '1 min', n % 2 = 0,
  ST_SetSRID(ST_MakePoint(810000 + random() * 130000, 6230000 + random() * 90000), 2154) FROM generate_series(1, {rows}) n;
CREATE INDEX ON essai.points USING gist (geom);
CREATE INDEX ON essai.points (a);
CREATE UNLOGGED TABLE essai.beaucoup (id int PRIMARY KEY, geom geometry(Point, 2154));
INSERT INTO essai.beaucoup SELECT n, ST_SetSRID(ST_MakePoint(810000 + n % 130000, 6230000 + n % 90000), 2154) FROM generate_series(1, {many}) n;
CREATE INDEX ON essai.beaucoup USING gist (geom);
CREATE TABLE essai.change (id int PRIMARY KEY, texte text, geom geometry(Point, 2154));
INSERT INTO essai.change SELECT n, 'texte ' || n, ST_SetSRID(ST_MakePoint(n, n), 2154) FROM generate_series(1, 10000) n;
ANALYZE essai.points; ANALYZE essai.beaucoup; ANALYZE essai.change;
"""


def read(layer, request):
    feature, iterator, count = QgsFeature(), layer.dataProvider().getFeatures(request), 0
    while iterator.nextFeature(feature):
        count += 1
    return count


def requests(layer):
    fields = layer.fields()
    no_geometry = Qgis.FeatureRequestFlag.NoGeometry
    return {
        'full read': QgsFeatureRequest(),
        'geometry only': QgsFeatureRequest().setSubsetOfAttributes([]),
        'rectangle': QgsFeatureRequest(QgsRectangle(850000, 6250000, 890000, 6280000)),
        'one attribute': QgsFeatureRequest().setFlags(no_geometry).setSubsetOfAttributes([fields.indexOf('e')]),
        'compiled expression': QgsFeatureRequest().setFilterExpression('"a" < 200 AND "e" LIKE \'objet 1%\''),
    }


def timed(work):
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def by_id(layer):
    for i in range(1, 1001):
        feature = QgsFeature()
        layer.dataProvider().getFeatures(QgsFeatureRequest(i * (ROWS // 1001))).nextFeature(feature)


def change(layer):
    provider = layer.dataProvider()
    index = layer.fields().indexOf('texte')
    ids = [f.id() for f in layer.getFeatures()]
    return timed(lambda: provider.changeAttributeValues({i: {index: 'autre {}'.format(i)} for i in ids}))[0]


def add(layer):
    support.sql('DELETE FROM essai.change WHERE id > 10000')
    features = []
    for i in range(10000):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([20000 + i, 'nouveau'])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(i, i)))
        features.append(feature)
    seconds, (good, _) = timed(lambda: layer.dataProvider().addFeatures(features))
    assert good
    return seconds


def main():
    support.start_qgis()
    support.sql(TABLES.format(rows=ROWS, many=MANY))
    providers = ('postgres', 'cortege')
    seconds = {name: {p: [] for p in providers} for name in TARGETS}
    counts = {}
    for _ in range(RUNS):
        for provider in providers:
            points = support.layer('points', provider=provider)
            for name, request in requests(points).items():
                spent, count = timed(lambda: read(points, request))
                assert counts.setdefault(name, count) == count, (name, provider, count, counts[name])
                seconds[name][provider].append(spent)
            by_id(points)
            seconds['one feature by id'][provider].append(timed(lambda: by_id(points))[0])
            source = support.uri('beaucoup')
            seconds['open 10M rows'][provider].append(timed(lambda: [QgsVectorLayer(source, 'x', provider) for _ in range(10)])[0] / 10)
            changing = support.layer('change', provider=provider)
            seconds['10 000 changes'][provider].append(change(changing))
            seconds['10 000 new rows'][provider].append(add(changing))
    report = {}
    print('{:22} {:>10} {:>10} {:>7} {:>7}'.format('', 'postgres', 'cortege', 'ratio', 'target'))
    for name, target in TARGETS.items():
        stock, ours = (statistics.median(seconds[name][p]) for p in providers)
        report[name] = {'postgres': stock, 'cortege': ours, 'ratio': stock / ours, 'target': target}
        print('{:22} {:9.3f}s {:9.3f}s {:7.1f} {:7.1f}{}'.format(name, stock, ours, stock / ours, target, '' if stock / ours >= target else '  below'))
    if '--json' in sys.argv:
        print(json.dumps(report))


main()
os._exit(0)
