"""Nothing of one person reaches another. Fifty people, each with marked rows and a policy that shows them only theirs;
requests at random from eight threads, as QGIS Server renders in parallel: the source is made on the request's thread,
where CORTEGE_USER names the person, and read on others while the next request is already being served."""
import concurrent.futures
import os
import random
import subprocess
import sys
import time
import unittest

from qgis.core import QgsFeatureRequest, QgsRectangle, QgsVectorLayerFeatureSource

import support
from support import layer, sql

PEOPLE, ROWS = 50, 20
SECONDS = float(os.environ.get('CORTEGE_PEOPLE_SECONDS', '4'))
TABLE = """
DROP SCHEMA IF EXISTS essai CASCADE; CREATE SCHEMA essai;
DO $$ BEGIN FOR i IN 0..49 LOOP IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'personne_' || i) THEN
  EXECUTE format('CREATE ROLE personne_%s LOGIN', i); END IF; END LOOP; END $$;
CREATE TABLE essai.marque (id int PRIMARY KEY, proprietaire text, geom geometry(Point, 2154));
INSERT INTO essai.marque SELECT p * 20 + r, 'personne_' || p, ST_SetSRID(ST_MakePoint(r, p), 2154) FROM generate_series(0, 49) p, generate_series(0, 19) r;
ALTER TABLE essai.marque ENABLE ROW LEVEL SECURITY;
CREATE POLICY siennes ON essai.marque USING (proprietaire = session_user);
GRANT USAGE ON SCHEMA essai TO PUBLIC; GRANT SELECT ON essai.marque TO PUBLIC;
"""


def serve(bound):
    """Requests for some seconds; how many rows of others came, how many replies were incomplete, how many not empty."""
    os.environ['CORTEGE_USER'] = 'personne_0'
    marked = layer('marque', server=bound)
    assert marked.isValid(), marked.error().message()
    chance = random.Random(5)
    leaks = incomplete = full = replies = 0

    def read(source, person, request, expected):
        return person, expected, [f for f in source.getFeatures(request)]

    def check(future):
        nonlocal leaks, incomplete, full, replies
        person, expected, rows = future.result()
        owners = {f['proprietaire'] for f in rows}
        replies += 1
        full += bool(rows)
        leaks += bool(owners - {'personne_{}'.format(person)})
        incomplete += len(rows) != expected

    end, pending = time.time() + SECONDS, []
    with concurrent.futures.ThreadPoolExecutor(8) as threads:
        while time.time() < end:
            person = chance.randrange(PEOPLE)
            os.environ['CORTEGE_USER'] = 'personne_{}'.format(person)
            columns = chance.randrange(1, ROWS + 1)
            asked = chance.randrange(3)
            request = (QgsFeatureRequest(), QgsFeatureRequest(QgsRectangle(-.5, -1, columns - .5, 60)),
                       QgsFeatureRequest().setFilterExpression('"proprietaire" LIKE \'personne_%\''))[asked]
            expected = columns if asked == 1 else ROWS
            pending.append(threads.submit(read, QgsVectorLayerFeatureSource(marked), person, request, expected))
            if marked.dataProvider().featureCount() != -1:
                leaks += 1
            if len(pending) > 40:
                check(pending.pop(0))
        for future in pending:
            check(future)
    return leaks, incomplete, full, replies


class People(unittest.TestCase):
    def test_each_sees_their_own_and_all_of_it(self):
        leaks, incomplete, full, replies = serve(bound=True)
        self.assertEqual((leaks, incomplete), (0, 0))
        self.assertGreaterEqual(full * 2, replies)
        self.assertGreater(replies, 100)

    def test_the_check_sees_a_leak(self):
        """With the binding switched off (one login for all, as a desktop), the same check must fail."""
        answer = subprocess.run([sys.executable, __file__, 'unbound'], stdout=subprocess.PIPE, text=True, check=True)
        self.assertGreater(int(answer.stdout.split()[-4]), 0)

    def test_nobody_is_refused(self):
        os.environ['CORTEGE_USER'] = ''
        nobody = layer('marque', server=True)
        self.assertFalse(nobody.isValid())
        os.environ['CORTEGE_USER'] = 'inconnu'
        self.assertFalse(layer('marque', server=True).isValid())
        os.environ['CORTEGE_USER'] = 'personne_3'

    def test_extents_and_counts_say_nothing(self):
        os.environ['CORTEGE_USER'] = 'personne_1'
        marked = layer('marque', server=True)
        provider = marked.dataProvider()
        self.assertEqual(provider.featureCount(), -1)
        self.assertGreater(provider.extent().width(), 1e5)

    def test_filters_of_requests_are_compiled_or_refused(self):
        os.environ['CORTEGE_USER'] = 'personne_1'
        marked = layer('marque', server=True)
        self.assertTrue(marked.dataProvider().setSubsetString('"id" > 25'))
        self.assertEqual(len(list(marked.getFeatures())), 14)
        for text in ('id > 25; DROP TABLE essai.marque', "pg_sleep(5) IS NULL", "set_config('role', 'postgres', true) <> ''", '1 = (SELECT 1)'):
            self.assertFalse(marked.dataProvider().setSubsetString(text), text)


if __name__ == '__main__':
    if sys.argv[1:] == ['unbound']:
        support.start_qgis('external')
        print(*serve(bound=False), flush=True)
        os._exit(0)
    support.start_qgis('server')
    sql(TABLE)
    unittest.main()
