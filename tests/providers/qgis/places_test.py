"""Where QGIS meets the provider: connections, browser, source dialog, URIs, layer metadata, credentials, French."""
import glob
import os
import re
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml

from qgis.core import (NULL, Qgis, QgsAbstractDatabaseProviderConnection, QgsApplication, QgsAuthMethodConfig, QgsDataSourceUri,
                       QgsProject, QgsProviderConnectionException, QgsProviderRegistry, QgsSettings,
                       QgsVectorLayer, QgsWkbTypes)
from qgis.gui import QgsGui
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtTest import QSignalSpy
from qgis.PyQt.QtWidgets import QComboBox, QLineEdit, QTreeWidget

import support
from support import layer, rows, sql

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', '..')
TABLE = """
DROP SCHEMA IF EXISTS essai CASCADE; DROP SCHEMA IF EXISTS cache CASCADE; CREATE SCHEMA essai; CREATE SCHEMA cache;
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'agnes') THEN CREATE ROLE agnes LOGIN; END IF; END $$;
CREATE TABLE essai.rue (id bigint PRIMARY KEY, nom text NOT NULL DEFAULT 'sans', largeur numeric(5,2), pavee boolean, geom geometry(LineString, 2154));
INSERT INTO essai.rue SELECT i, 'rue ' || i, i / 10.0, i % 2 = 0, 'SRID=2154;LINESTRING(0 0,1 1)' FROM generate_series(1, 1234) i;
COMMENT ON TABLE essai.rue IS 'Les rues de la ville'; COMMENT ON COLUMN essai.rue.nom IS 'Nom usuel';
CREATE TABLE essai.sans (a int, b text, PRIMARY KEY (a, b)); COMMENT ON TABLE essai.sans IS 'Sans géométrie';
CREATE TABLE essai."bi, ""zarre" ("c, 1" int, "d""2" text, geom geometry(Point, 4326), PRIMARY KEY ("c, 1", "d""2"));
INSERT INTO essai."bi, ""zarre" VALUES (1, 'x', 'SRID=4326;POINT(5 43)');
CREATE VIEW essai.vue AS SELECT id, nom, geom FROM essai.rue;
CREATE TABLE essai.deux (id int PRIMARY KEY, debut geometry(Point, 2154), fin geometry(Point, 2154));
CREATE TABLE essai.interdite (id int PRIMARY KEY); CREATE TABLE cache.tue (id int PRIMARY KEY);
CREATE TABLE essai.gardee (id int PRIMARY KEY); ALTER TABLE essai.gardee ENABLE ROW LEVEL SECURITY;
INSERT INTO essai.gardee SELECT generate_series(1, 50); ANALYZE essai.rue, essai.gardee;
GRANT USAGE ON SCHEMA essai TO agnes; GRANT SELECT ON essai.rue, essai.sans, essai."bi, ""zarre", essai.vue, essai.deux, essai.gardee TO agnes;
"""


def setUpModule():
    support.start_qgis(gui=True)
    sql(TABLE)
    metadata().createConnection(support.conninfo('agnes'), {}).store('Démonstration')


def tearDownModule():
    metadata().deleteConnection('Démonstration')


def metadata():
    return QgsProviderRegistry.instance().providerMetadata('cortege')


def connection():
    return metadata().createConnection('Démonstration')


class Connections(unittest.TestCase):
    def test_are_kept_by_name_without_their_password(self):
        with_password = metadata().createConnection(support.conninfo('agnes') + " password='secret-42' sslrootcert='/un/fichier.pem'", {})
        with_password.store('Autre')
        self.assertIn('Autre', metadata().connections(False))
        kept = metadata().createConnection('Autre').uri()
        self.assertNotIn('secret-42', kept)
        self.assertIn('/un/fichier.pem', kept)
        with open(QgsSettings().fileName(), encoding='utf-8') as settings:
            self.assertNotIn('secret-42', settings.read())
        metadata().deleteConnection('Autre')
        self.assertNotIn('Autre', metadata().connections(False))

    def test_list_what_the_login_may_see_and_nothing_else(self):
        self.assertIn('essai', connection().schemas())
        self.assertNotIn('cache', connection().schemas())
        tables = {t.tableName(): t for t in connection().tables('essai')}
        self.assertEqual(set(tables), {'rue', 'sans', 'bi, "zarre', 'vue', 'deux', 'gardee'})
        street = tables['rue']
        self.assertEqual((street.comment(), street.primaryKeyColumns(), street.geometryColumn()), ('Les rues de la ville', ['id'], 'geom'))
        self.assertEqual(street.geometryColumnTypes()[0].wkbType, QgsWkbTypes.LineString)
        self.assertEqual(street.geometryColumnTypes()[0].crs.authid(), 'EPSG:2154')
        self.assertEqual(tables['sans'].primaryKeyColumns(), ['a', 'b'])
        flags = QgsAbstractDatabaseProviderConnection
        self.assertTrue(tables['sans'].flags() & flags.Aspatial and tables['vue'].flags() & flags.View)
        self.assertEqual(sorted(t.geometryColumn() for t in connection().tables('essai') if t.tableName() == 'deux'), ['debut', 'fin'])
        self.assertEqual([t.tableName() for t in connection().tables('essai', flags.View)], ['vue'])
        self.assertTrue(connection().tableExists('essai', 'rue'))
        self.assertFalse(connection().tableExists('essai', 'interdite'))

    def test_estimates_say_nothing_of_hidden_rows(self):
        info = {t.tableName(): t.info()['estimate'] for t in connection().tables('essai')}
        self.assertEqual((info['rue'], info['gardee']), (1234, -1))

    def test_every_listed_table_opens(self):
        for table in connection().tables('essai'):
            opened = QgsVectorLayer(connection().tableUri('essai', table.tableName()), table.tableName(), 'cortege')
            self.assertTrue(opened.isValid(), opened.error().message())
            self.assertEqual([opened.fields()[i].name() for i in opened.primaryKeyAttributes()],
                             table.primaryKeyColumns() or ([] if table.tableName() != 'vue' else ['id']))
        with self.assertRaises(QgsProviderConnectionException):
            connection().tableUri('essai', 'interdite')

    def test_fields(self):
        fields = connection().fields('essai', 'rue')
        self.assertEqual([f.name() for f in fields][:4], ['id', 'nom', 'largeur', 'pavee'])
        self.assertEqual(fields.field('nom').alias(), 'Nom usuel')

    def test_sql_runs_with_the_logins_own_rights(self):
        answer = connection().execSql("SELECT id, nom, largeur, pavee, NULL::int AS rien FROM essai.rue WHERE id = 2")
        self.assertEqual(answer.columns(), ['id', 'nom', 'largeur', 'pavee', 'rien'])
        row = answer.rows()[0]
        self.assertEqual(row[:4], [2, 'rue 2', 0.2, True])
        self.assertIn(row[4], (None, NULL))
        for refused in ('SELECT * FROM essai.interdite', 'UPDATE essai.rue SET nom = 1', 'SELECT 1; SELECT 2', 'n\'importe quoi'):
            with self.assertRaises(QgsProviderConnectionException):
                connection().executeSql(refused)
        self.assertEqual(connection().executeSql('SELECT session_user'), [['agnes']])

    def test_layers_of_sql_and_back(self):
        options = QgsAbstractDatabaseProviderConnection.SqlVectorLayerOptions()
        options.sql, options.primaryKeyColumns, options.geometryColumn = 'SELECT id, nom, geom FROM essai.rue WHERE id < 10;', ['id'], 'geom'
        options.filter, options.disableSelectAtId = '"id" > 5', True
        made = connection().createSqlVectorLayer(options)
        self.assertTrue(made.isValid(), made.error().message())
        self.assertEqual([f.id() for f in made.getFeatures()], [6, 7, 8, 9])
        again = connection().sqlOptions(made.source())
        self.assertEqual((again.sql, again.primaryKeyColumns, again.geometryColumn, again.filter, again.disableSelectAtId),
                         ('SELECT id, nom, geom FROM essai.rue WHERE id < 10', ['id'], 'geom', '"id" > 5', True))
        self.assertEqual(connection().sqlOptions(connection().tableUri('essai', 'rue')).sql, 'SELECT * FROM "essai"."rue"')

    def test_a_wrong_connection_says_why(self):
        wrong = metadata().createConnection(support.conninfo('personne').replace(os.environ['PGDATABASE'], 'nulle'), {})
        with self.assertRaisesRegex(QgsProviderConnectionException, 'personne|nulle'):
            wrong.schemas()

    def test_styles_are_listed_and_deleted(self):
        made = layer('rue', user='postgres')
        self.assertEqual(made.saveStyleToDatabase('un', 'premier', False, ''), '')
        _, ids, names, _, _ = made.listStylesInDatabase()
        self.assertTrue(metadata().styleExists(made.source(), 'un')[0])
        self.assertTrue(made.deleteStyleFromDatabase(ids[names.index('un')])[0])
        self.assertNotIn('un', made.listStylesInDatabase()[2])
        self.assertNotEqual(layer('rue', user='agnes').saveStyleToDatabase('deux', '', False, ''), '')


class Browser(unittest.TestCase):
    kept = []  # Python takes the children it is handed, and would delete them under their parents

    def item(self, *path):
        item = [p for p in QgsApplication.dataItemProviderRegistry().providers() if p.dataProviderKey() == 'cortege'][0].createDataItem('', None)
        self.kept.append(item)
        for name in path:
            item.populate(True)
            children = item.children()
            item = [child for child in children if child.name() == name][0]
            self.kept.append(children)
        return item

    def test_shows_layers_with_type_comment_and_estimate(self):
        street = self.item('Démonstration', 'essai', 'rue')
        self.assertEqual(street.type(), Qgis.BrowserItemType.Layer)
        self.assertEqual(street.comments(), 'Les rues de la ville')
        self.assertIn('234', street.toolTip()), self.assertIn('LineString', street.toolTip())
        self.assertEqual(street.providerKey(), 'cortege')
        self.assertNotIn('50', self.item('Démonstration', 'essai', 'gardee').toolTip())

    def test_what_is_dragged_opens(self):
        dragged = self.item('Démonstration', 'essai', 'rue').mimeUris()[0]
        opened = QgsVectorLayer(dragged.uri, dragged.name, dragged.providerKey)
        self.assertEqual((dragged.providerKey, opened.isValid(), opened.featureCount()), ('cortege', True, 1234))

    def test_a_connection_that_fails_says_so_in_the_tree(self):
        metadata().createConnection(support.conninfo('personne'), {}).store('Cassée')
        try:
            broken = self.item('Cassée')
            broken.populate(True)
            said = broken.children()
            self.kept.append(said)
            self.assertEqual(said[0].type(), Qgis.BrowserItemType.Error)
            self.assertIn('personne', said[0].name())
        finally:
            metadata().deleteConnection('Cassée')


class Dialogs(unittest.TestCase):
    def test_the_source_page_lists_filters_and_adds(self):
        page = QgsGui.sourceSelectProviderRegistry().createSelectionWidget('cortege', None, Qt.Widget, QgsProviderRegistry.WidgetMode.Standalone)
        box = page.findChild(QComboBox)
        box.setCurrentText('Démonstration')
        tree = page.findChild(QTreeWidget, 'cortegeTables')
        schema = [tree.topLevelItem(i) for i in range(tree.topLevelItemCount()) if tree.topLevelItem(i).text(0) == 'essai'][0]
        listed = {schema.child(i).text(0): schema.child(i) for i in range(schema.childCount())}
        self.assertEqual(listed['rue'].text(3), 'Les rues de la ville')
        page.findChild(QLineEdit).setText('rues')
        self.assertEqual([name for name, row in listed.items() if not row.isHidden()], ['rue'])
        added = QSignalSpy(page.addLayer)
        page.addButtonClicked()
        self.assertEqual(len(added), 0)
        listed['rue'].setSelected(True)
        page.addButtonClicked()
        self.assertEqual(len(added), 1)
        self.assertTrue(QgsVectorLayer(listed['rue'].data(0, Qt.UserRole), 'x', 'cortege').isValid())


class Sources(unittest.TestCase):
    def test_uris_keep_everything_they_name(self):
        text = ("service='maison' authcfg=abc1234 sslmode=verify-full sslrootcert='/un dossier/ca.pem' sslcert='/c.pem' sslkey='/k.pem' key='id' "
                'estimatedmetadata=true srid=2154 type=MultiPoint checkPrimaryKeyUnicity=\'0\' table="essai"."l\'été" (geom) sql="id" > 1')
        parts = metadata().decodeUri(text)
        for key, expected in dict(service='maison', authcfg='abc1234', sslrootcert='/un dossier/ca.pem', sslcert='/c.pem', sslkey='/k.pem', key='id',
                                  estimatedmetadata=True, srid='2154', schema='essai', table="l'été", geometrycolumn='geom', sql='"id" > 1').items():
            self.assertEqual(parts[key], expected, key)
        self.assertEqual(parts['sslmode'], QgsDataSourceUri.SslVerifyFull)
        self.assertEqual(metadata().decodeUri(metadata().encodeUri(parts)), parts)

    def test_a_project_keeps_its_layers(self):
        project = QgsProject()
        made = layer('rue', user='agnes', subset='"id" < 7')
        project.addMapLayer(made)
        source = made.source()
        with tempfile.TemporaryDirectory() as place:
            path = os.path.join(place, 'projet.qgs')
            self.assertTrue(project.write(path))
            again = QgsProject()
            self.assertTrue(again.read(path))
            opened = list(again.mapLayers().values())[0]
            self.assertEqual((opened.source(), opened.providerType(), len(rows(opened))), (source, 'cortege', 6))

    def test_a_service(self):
        with tempfile.NamedTemporaryFile('w', suffix='.conf') as file:
            file.write('[maison]\nhost={PGHOST}\nport={PGPORT}\ndbname={PGDATABASE}\nuser=agnes\n'.format(**os.environ))
            file.flush()
            os.environ['PGSERVICEFILE'] = file.name
            opened = QgsVectorLayer("service='maison' key='id' table=\"essai\".\"rue\" (geom)", 'x', 'cortege')
            self.assertTrue(opened.isValid(), opened.error().message())
            self.assertEqual(opened.featureCount(), 1234)

    def test_the_authentication_system(self):
        manager = QgsApplication.authManager()
        self.assertTrue(manager.setMasterPassword('maître', True))
        config = QgsAuthMethodConfig('Basic')
        config.setName('agnès'), config.setConfig('username', 'agnes'), config.setConfig('password', 'sans objet')
        self.assertTrue(manager.storeAuthenticationConfig(config)[0])
        place = "dbname='{PGDATABASE}' host='{PGHOST}' port={PGPORT} authcfg={} ".format(config.id(), **os.environ)
        source = place + 'key=\'qui\' table="(SELECT session_user::text AS qui)"'
        opened = QgsVectorLayer(source, 'x', 'cortege')
        self.assertTrue(opened.isValid(), opened.error().message())
        self.assertEqual(next(opened.getFeatures())['qui'], 'agnes')
        self.assertNotIn('sans objet', opened.source())

    def test_layer_metadata(self):
        told = layer('rue', user='agnes').metadata()
        self.assertEqual((told.abstract(), told.crs().authid()), ('Les rues de la ville', 'EPSG:2154'))
        self.assertIn('rue', told.title())


class French(unittest.TestCase):
    def test_every_sentence_has_its_french(self):
        written, literals = set(), set()
        for path in glob.glob(os.path.join(ROOT, 'providers', 'qgis', '**', '*.cpp'), recursive=True):
            with open(path, encoding='utf-8') as file:
                source = file.read()
            literal = r'((?:"(?:[^"\\\n]|\\.)*"\s*)+)'
            for found, pattern in ((written, r'\b(?:sentence|tr|tell)\(\s*' + literal), (literals, literal)):
                for call in re.findall(pattern, source):
                    found.add(''.join(re.findall(r'"((?:[^"\\]|\\.)*)"', call)).replace('\\"', '"').replace('\\n', '\n'))
        self.assertGreater(len(written), 60)
        tree = xml.parse(os.path.join(ROOT, 'providers', 'qgis', 'i18n', 'provider_fr.ts'))
        french = {m.findtext('source'): m.findtext('translation') for m in tree.iter('message')}
        self.assertEqual(sorted(s for s in written if not french.get(s)), [])
        self.assertEqual(sorted(s for s in french if s not in literals), [], 'no longer said')

    def test_it_is_shown(self):
        self.assertEqual(QCoreApplication.translate('Cortege', 'New Connection…'), 'Nouvelle connexion…')
        refused = layer('interdite', geometry=None, user='agnes')
        self.assertIn("n'existe pas, ou vous ne pouvez pas la lire", refused.dataProvider().error().summary())


if __name__ == '__main__':
    done = unittest.main(exit=False)
    sys.stderr.flush()
    os._exit(not done.result.wasSuccessful())
