"""QGIS crashes in the middle of an entry: nothing readable is left on the disk."""
import glob
import os

from qgis.PyQt.QtTest import QTest
from qgis.core import QgsApplication

from drive import choose_address, find, in_days, main, shot, start, wait, widget


def test():
    QgsApplication.authManager().setMasterPassword("secret-de-poste", True)
    wait(lambda: find("cortegeAgenda"), "the agenda")
    start("deambulatoire", "Marche des oubliés", in_days(3), "2h")
    choose_address(0, "place d'armes", "Place d'Armes")
    QTest.keyClicks(widget("cortegePersonsExpected"), "1200")
    wait(lambda: QgsApplication.authManager().existsAuthSetting("cortege/drafts"), "the draft")
    QTest.qWait(1500)  # what was typed last
    shot("avant-le-plantage")
    for file in glob.glob(os.path.join(QgsApplication.qgisSettingsDirPath(), "**"), recursive=True):
        if os.path.isfile(file):
            with open(file, "rb") as content:
                assert "oubliés".encode() not in content.read(), file


main(test)
