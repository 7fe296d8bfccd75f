"""What the provider's tests share: QGIS without a window, the private database, layers of ours and of the stock provider."""
import os
import tempfile

import psycopg2
from qgis.core import (QgsApplication, QgsCredentials, QgsFeatureRequest, QgsProviderRegistry, QgsVectorLayer)
from qgis.PyQt.QtCore import QCoreApplication


class NoCredentials(QgsCredentials):
    """Answers no prompt, and counts them."""
    asked = 0

    def __init__(self):
        super().__init__()
        self.setInstance(self)

    def request(self, realm, username, password, message=''):
        NoCredentials.asked += 1
        return False, username, password

    def requestMasterPassword(self, password, stored=False):
        return False, password


_app = None


def start_qgis(platform='external', gui=False):
    """platform 'server' makes the provider serve the person named by CORTEGE_USER. gui: with widgets, in French, in a profile of
    its own."""
    global _app, _credentials, _profile
    if _app is None:
        _profile = tempfile.TemporaryDirectory()  # nothing of the person who runs the tests, nothing left to them
        os.environ['QGIS_CUSTOM_CONFIG_PATH'] = os.environ['QGIS_AUTH_DB_DIR_PATH'] = _profile.name
        QCoreApplication.setOrganizationName('QGIS'), QCoreApplication.setApplicationName('QGIS3')
        if gui:
            settings = os.path.join(_profile.name, 'profiles', 'default', 'QGIS', 'QGIS3.ini')
            os.makedirs(os.path.dirname(settings))
            with open(settings, 'w', encoding='utf-8') as file:
                file.write('[locale]\noverrideFlag=true\nuserLocale=fr\n')
        _app = QgsApplication([], gui, _profile.name, platform)
        _app.initQgis()
        _credentials = NoCredentials()
        assert 'cortege' in QgsProviderRegistry.instance().providerList(), 'the provider is not in the staging prefix'
    return _app


def conninfo(user=None):
    return "dbname='{}' host='{}' port={} user='{}' sslmode=disable".format(
        os.environ['PGDATABASE'], os.environ['PGHOST'], os.environ['PGPORT'], user or os.environ['PGUSER'])


def connect(user=None):
    connection = psycopg2.connect(host=os.environ['PGHOST'], port=os.environ['PGPORT'],
                                  dbname=os.environ['PGDATABASE'], user=user or os.environ['PGUSER'])
    connection.autocommit = True
    return connection


def sql(statement, values=None, user=None):
    with connect(user) as connection, connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else None


def uri(table, geometry='geom', key='id', schema='essai', user=None, subset='', extra='', server=False):
    place = "({})".format(table) if table.lstrip().lower().startswith('select') else '"{}"."{}"'.format(schema, table)
    if table.lstrip().lower().startswith('select'):
        place = '"({})"'.format(table.replace('"', '\\"'))
    who = conninfo(user) if not server else "dbname='{}' host='{}' port={} sslmode=disable".format(
        os.environ['PGDATABASE'], os.environ['PGHOST'], os.environ['PGPORT'])
    return "{}{} {} table={}{}{}".format(
        who, " key='{}'".format(key) if key else '', extra, place, ' ({})'.format(geometry) if geometry else '',
        ' sql=' + subset if subset else '')


def layer(table, provider='cortege', **source):
    return QgsVectorLayer(uri(table, **source), table, provider)


def rows(source, request=None):
    return list(source.getFeatures(request or QgsFeatureRequest()))
