"""What nobody would do on purpose, and everybody meets."""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

from qgis.core import NULL, QgsFeature, QgsFeatureRequest, QgsGeometry, QgsProviderRegistry, QgsRectangle, QgsVectorDataProvider

import support
from support import layer, rows, sql

NAME = 'Ŕues "d\'été" ; DROP -- é'
TABLE = """
DROP SCHEMA IF EXISTS essai CASCADE; CREATE SCHEMA essai;
CREATE TABLE essai.sans_cle (texte text, geom geometry(Point, 2154));
INSERT INTO essai.sans_cle SELECT 'l' || i, 'SRID=2154;POINT(1 1)' FROM generate_series(1, 50) i;
CREATE VIEW essai.vue AS SELECT * FROM essai.sans_cle;
CREATE TABLE essai.nombres (id int PRIMARY KEY, reel double precision, exact numeric, jour date, moment timestamptz, instant timestamp);
INSERT INTO essai.nombres VALUES (-5, 'NaN', 'NaN', 'infinity', '-infinity', 'infinity'), (1, 'Infinity', 123456789012345678901234567890, '0044-03-15 BC', '0044-03-15 12:00+00 BC', '0001-01-01'),
  (2, '-Infinity', -0.000001, '2024-02-29', '2024-10-27 02:30:00+02', '2024-02-29 23:59:59.999999'), (3, 1e308, 0, NULL, NULL, NULL);
CREATE TABLE essai."{name}" (id int PRIMARY KEY, "{column}" text, geom geometry(Point, 2154));
INSERT INTO essai."{name}" VALUES (1, 'un', 'SRID=2154;POINT(1 1)');
CREATE TABLE essai.vide (id int PRIMARY KEY, geom geometry(Polygon, 2154));
CREATE TABLE essai.change (id int PRIMARY KEY, a text, b text);
INSERT INTO essai.change VALUES (1, 'a', 'b');
CREATE TABLE essai.gros (id int PRIMARY KEY, texte text);
CREATE TABLE essai.texte (cle text PRIMARY KEY, valeur int);
INSERT INTO essai.texte VALUES ('l''une', 1), ('"deux"', 2), ('', 3);
CREATE TABLE essai.melange (id int PRIMARY KEY, geom geometry);
INSERT INTO essai.melange VALUES (1, 'SRID=2154;POINT(1 1)'), (2, 'SRID=4326;POINT(5 43)'), (3, 'SRID=2154;LINESTRING(0 0,1 1)');
""".format(name=NAME.replace('"', '""'), column=('é"' * 31).replace('"', '""')[:90])


def setUpModule():
    support.start_qgis()
    sql(TABLE.replace(('é"' * 31).replace('"', '""')[:90], 'colonne é ""x""'))


def restarted():
    """What a restart of the server does to everybody."""
    sql('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()')


class BadInput(unittest.TestCase):
    def test_a_table_without_a_key_is_read_and_not_edited(self):
        for table in ('sans_cle', 'vue'):
            keyless = layer(table, key=None)
            self.assertTrue(keyless.isValid(), keyless.error().message())
            first, again = ([(f.id(), f['texte']) for f in rows(keyless)] for _ in range(2))
            self.assertEqual(first, again)
            self.assertEqual(len(set(i for i, _ in first)), 50)
            row = first[17]
            self.assertEqual(next(keyless.getFeatures(QgsFeatureRequest(row[0])))['texte'], row[1])
            can = keyless.dataProvider().capabilities()
            self.assertFalse(can & (QgsVectorDataProvider.ChangeAttributeValues | QgsVectorDataProvider.DeleteFeatures))

    def test_numbers_and_instants_at_the_edges(self):
        odd = {f['id']: f for f in rows(layer('nombres', geometry=None))}
        self.assertNotEqual(odd[-5]['reel'], odd[-5]['reel'])
        self.assertNotEqual(odd[-5]['exact'], odd[-5]['exact'])
        self.assertEqual(odd[1]['reel'], float('inf'))
        self.assertEqual(odd[2]['reel'], float('-inf'))
        self.assertEqual(odd[1]['exact'], 1.2345678901234568e29)
        self.assertEqual(odd[2]['exact'], -1e-6)
        self.assertEqual(odd[3]['reel'], 1e308)
        self.assertEqual(odd[1]['jour'].year(), -44)
        self.assertEqual(odd[-5]['jour'].year(), 294276)
        self.assertEqual(odd[2]['instant'].time().msec(), 999)
        self.assertEqual(odd[3]['jour'], NULL)

    def test_edges_are_written_back_unchanged(self):
        odd = layer('nombres', geometry=None)
        before = sql('SELECT * FROM essai.nombres WHERE id < 2 ORDER BY id', None) if False else sql('SELECT id, reel::text, jour::text, moment::text, instant::text FROM essai.nombres ORDER BY id')
        provider = odd.dataProvider()
        changes = {}
        for f in rows(odd):
            changes[f.id()] = {i: f.attribute(i) for i in (1, 3, 4) if f.attribute(i) != NULL}
        self.assertTrue(provider.changeAttributeValues(changes), provider.errors())
        after = sql('SELECT id, reel::text, jour::text, moment::text, instant::text FROM essai.nombres ORDER BY id')
        self.assertEqual(before, after)

    def test_negative_keys(self):
        odd = layer('nombres', geometry=None)
        row = [f for f in rows(odd) if f['id'] == -5][0]
        self.assertGreater(row.id(), 0)
        self.assertEqual(next(odd.getFeatures(QgsFeatureRequest(row.id())))['id'], -5)

    def test_names_with_everything_in_them(self):
        from qgis.core import QgsDataSourceUri
        source = QgsDataSourceUri(support.conninfo())
        source.setDataSource('essai', NAME, 'geom', '', 'id')
        from qgis.core import QgsVectorLayer
        strange = QgsVectorLayer(source.uri(False), 'x', 'cortege')
        self.assertTrue(strange.isValid(), strange.error().message())
        self.assertEqual(len(rows(strange)), 1)
        self.assertEqual(len(list(strange.getFeatures(QgsFeatureRequest().setFilterExpression('"colonne é ""x""" = \'un\'')))), 1)
        self.assertTrue(strange.dataProvider().changeAttributeValues({1: {1: "'); DROP TABLE essai.vide; --"}}))
        self.assertEqual(next(strange.getFeatures())[1], "'); DROP TABLE essai.vide; --")
        self.assertEqual(strange.uniqueValues(1), {"'); DROP TABLE essai.vide; --"})

    def test_nothing_at_all(self):
        empty = layer('vide')
        self.assertEqual((len(rows(empty)), empty.featureCount(), empty.extent().isNull() or empty.extent().isEmpty()), (0, 0, True))
        self.assertEqual(rows(empty, QgsFeatureRequest(QgsRectangle(0, 0, 1, 1))), [])
        self.assertTrue(empty.dataProvider().empty() if hasattr(empty.dataProvider(), 'empty') else True)

    def test_a_column_dropped_while_open(self):
        changing = layer('change', geometry=None)
        self.assertEqual(len(rows(changing)), 1)
        sql('ALTER TABLE essai.change DROP COLUMN b')
        self.assertEqual(rows(changing), [])
        self.assertFalse(changing.dataProvider().changeAttributeValues({1: {2: 'x'}}))
        self.assertEqual(len(rows(layer('change', geometry=None))), 1)

    def test_a_large_text(self):
        sql("INSERT INTO essai.gros SELECT 1, repeat('0123456789', 10000000)")
        self.assertEqual(len(next(layer('gros', geometry=None).getFeatures())['texte']), 100000000)

    def test_text_keys(self):
        texts = layer('texte', geometry=None, key='cle')
        by_key = {f['cle']: f for f in rows(texts)}
        self.assertEqual(set(by_key), {"l'une", '"deux"', ''})
        for key, row in by_key.items():
            self.assertEqual(next(texts.getFeatures(QgsFeatureRequest(row.id())))['cle'], key)
            self.assertTrue(texts.dataProvider().changeAttributeValues({row.id(): {1: row['valeur'] + 10}}), texts.dataProvider().errors())
        self.assertEqual(sorted(f['valeur'] for f in rows(texts)), [11, 12, 13])

    def test_mixed_srids(self):
        points = layer('melange', extra='srid=2154 type=Point')
        self.assertEqual([f['id'] for f in rows(points)], [1])
        self.assertEqual([f['id'] for f in rows(layer('melange', extra='srid=4326 type=Point'))], [2])

    def test_no_such_things(self):
        for source in (dict(table='absente'), dict(table='vide', geometry='rien'), dict(table='vide', schema='nulle'), dict(table='vue', key='absente')):
            missing = layer(**source)
            self.assertFalse(missing.isValid())
            self.assertNotEqual(missing.dataProvider().error().summary(), '')

    def test_a_server_restarted(self):
        calm = layer('melange', extra='srid=2154 type=Point')
        self.assertEqual(len(rows(calm)), 1)
        restarted()
        self.assertEqual(len(rows(calm)), 1)
        restarted()
        self.assertTrue(calm.dataProvider().changeAttributeValues({1: {0: 11}}), 'a save after a restart')
        self.assertEqual([f['id'] for f in rows(calm)], [11])
        restarted()
        again = layer('melange', extra='srid=2154 type=Point')
        self.assertTrue(again.isValid(), again.error().message())
        self.assertEqual(sql('UPDATE essai.melange SET id = 1 WHERE id = 11 RETURNING id'), [(1,)])

    def test_a_wrong_password_is_asked_for_once(self):
        sql("DROP ROLE IF EXISTS secret; CREATE ROLE secret LOGIN PASSWORD 'juste'")
        hba = sql('SHOW hba_file')[0][0]
        with open(hba) as file:
            kept = file.read()
        with open(hba, 'w') as file:
            file.write('local all secret scram-sha-256\n' + kept)
        sql('SELECT pg_reload_conf()')
        try:
            support.NoCredentials.asked = 0
            for _ in range(5):
                self.assertFalse(layer('vide', user="secret' password='faux").isValid())
            self.assertEqual(support.NoCredentials.asked, 1)
        finally:
            with open(hba, 'w') as file:
                file.write(kept)
            sql('SELECT pg_reload_conf()')

    def test_a_certificate_that_is_not_trusted_is_refused(self):
        """A server of its own with a certificate that signs itself, for `sslmode=verify-full`."""
        with tempfile.TemporaryDirectory() as place:
            os.chmod(place, 0o755)
            key, own, other = (os.path.join(place, name) for name in ('key', 'own.crt', 'other.crt'))
            for file, private in ((own, key), (other, os.path.join(place, 'other.key'))):
                subprocess.run(['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
                                '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', private, '-out', file],
                               check=True, stderr=subprocess.DEVNULL)
            if os.getuid() == 0:
                shutil.chown(key, 'postgres', 'postgres')
            os.chmod(key, 0o600)
            clean = {k: v for k, v in os.environ.items() if not k.startswith('PG')}
            done = subprocess.run(['pg_virtualenv', sys.executable, __file__, 'certificates', key, own, other], env=clean, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, text=True)
            self.assertIn('trusted True, named True, other False certificate', done.stdout)

    def test_uris_survive(self):
        metadata = QgsProviderRegistry.instance().providerMetadata('cortege')
        text = support.uri('vide', extra='srid=2154 type=Polygon', subset='"id" > 1')
        parts = metadata.decodeUri(text)
        self.assertEqual((parts['schema'], parts['table'], parts['geometrycolumn'], parts['key'], parts['sql']), ('essai', 'vide', 'geom', 'id', '"id" > 1'))
        self.assertEqual(metadata.decodeUri(metadata.encodeUri(parts)), parts)


def certificates(key, own, other):
    """Run inside the server of the test of that name."""
    from qgis.core import QgsVectorLayer
    os.environ.setdefault('PGDATABASE', 'postgres')
    cursor = support.connect().cursor()
    for setting, chosen in (('ssl_cert_file', own), ('ssl_key_file', key), ('ssl', 'on')):
        cursor.execute('ALTER SYSTEM SET {} = %s'.format(setting), [chosen])
    sql('SELECT pg_reload_conf(), pg_sleep(1)')
    support.start_qgis()
    source = ("dbname='postgres' host='localhost' port={} user='{}' password='{}' sslmode=verify-full key='oid' "
              'table="pg_catalog"."pg_class"').format(os.environ['PGPORT'], os.environ['PGUSER'], os.environ.get('PGPASSWORD', ''))
    opened = []
    for root in (other, own):  # the refused one first: an open connection would be used again
        os.environ['PGSSLROOTCERT'] = root
        opened.append(QgsVectorLayer(source, 'x', 'cortege'))
    refused, trusted = opened
    os.environ['PGSSLROOTCERT'] = other
    named = QgsVectorLayer(source.replace(' key=', " sslrootcert='{}' key=".format(own)), 'x', 'cortege')
    print('trusted {}, named {}, other {} {}'.format(trusted.isValid(), named.isValid(), refused.isValid(),
                                           'certificate' if 'certificate' in refused.dataProvider().error().summary() else
                                           refused.dataProvider().error().summary()), trusted.dataProvider().error().summary())
    sys.stdout.flush()
    os._exit(0)


if __name__ == '__main__':
    if sys.argv[1:2] == ['certificates']:
        certificates(*sys.argv[2:])
    unittest.main()
