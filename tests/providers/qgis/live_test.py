"""A colleague's save is on the open map within a second, without a poll; edits in progress stay; a lost connection comes
back by itself."""
import time
import unittest

from qgis.core import QgsApplication, QgsFeatureRequest

import support
from support import layer, rows, sql

TABLE = """
DROP SCHEMA IF EXISTS essai CASCADE; CREATE SCHEMA essai;
CREATE TABLE essai.vive (id int PRIMARY KEY, texte text, geom geometry(Point, 2154));
INSERT INTO essai.vive VALUES (1, 'un', 'SRID=2154;POINT(1 1)');
CREATE TABLE essai.autre (id int PRIMARY KEY);
CREATE VIEW essai.vue AS SELECT id, texte, geom FROM essai.vive;
CREATE FUNCTION essai.dire() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM pg_notify('cortege', TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME); RETURN NULL; END $$;
CREATE TRIGGER dire AFTER INSERT OR UPDATE OR DELETE ON essai.vive FOR EACH STATEMENT EXECUTE FUNCTION essai.dire();
CREATE TRIGGER dire AFTER INSERT OR UPDATE OR DELETE ON essai.autre FOR EACH STATEMENT EXECUTE FUNCTION essai.dire();
"""


def turn(seconds, until=lambda: False):
    end = time.time() + seconds
    while time.time() < end and not until():
        QgsApplication.processEvents()
        time.sleep(0.01)
    return until()


def listening():
    return sql("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND application_name = 'QGIS cortege'")[0][0] > 0


class Live(unittest.TestCase):
    def setUp(self):
        sql(TABLE)

    def watch(self, table):
        watched, repaints = layer(table), []
        watched.repaintRequested.connect(lambda: repaints.append(time.time()))
        turn(0.3)  # the link starts in the event loop
        self.assertTrue(turn(5, listening))
        return watched, repaints

    def test_a_colleagues_save_shows_within_a_second(self):
        for table in ('vive', 'vue'):
            watched, repaints = self.watch(table)
            sql("UPDATE essai.vive SET texte = 'deux'")
            self.assertTrue(turn(1, lambda: bool(repaints)), table)
            self.assertEqual(rows(watched)[0]['texte'], 'deux')

    def test_other_tables_do_not_repaint(self):
        _, repaints = self.watch('vive')
        sql('INSERT INTO essai.autre VALUES (1)')
        self.assertFalse(turn(0.5, lambda: bool(repaints)))

    def test_edits_in_progress_stay(self):
        watched, repaints = self.watch('vive')
        watched.startEditing()
        next(watched.getFeatures(QgsFeatureRequest(1)))
        watched.changeAttributeValue(1, 1, 'en cours')
        repaints.clear()
        sql("UPDATE essai.vive SET texte = 'deux'")
        self.assertTrue(turn(1, lambda: bool(repaints)))
        self.assertEqual(next(watched.getFeatures())['texte'], 'en cours')

    def test_a_lost_connection_comes_back_with_a_message(self):
        watched, repaints = self.watch('vive')
        said = []
        QgsApplication.messageLog().messageReceived.connect(
            lambda text, tag='', level=None: tag == 'Cortège' and said.append(text))
        sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'")
        self.assertTrue(turn(6, lambda: len(said) >= 2), said)
        repaints.clear()
        sql("UPDATE essai.vive SET texte = 'trois'")
        self.assertTrue(turn(1, lambda: bool(repaints)))


if __name__ == '__main__':
    support.start_qgis()
    unittest.main()
