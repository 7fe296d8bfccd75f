"""QGIS is closed in the middle of an entry: it asks, unless the draft is kept for the next start."""
from qgis.PyQt.QtWidgets import QMessageBox
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.utils import iface

from drive import answer, answered, find, in_days, main, shot, start, wait, widget


def still_open():
    """QGIS that closes drops its project."""
    return bool(QgsProject.instance().mapLayers())


def close():
    QgsProject.instance().setDirty(False)
    iface.actionExit().trigger()


def refuse(question):
    assert "n’est pas enregistré" in question.text(), question.text()
    shot("question", question)
    question.button(QMessageBox.No).click()


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    QgsProject.instance().addMapLayer(QgsVectorLayer("Point?crs=EPSG:2154", "essai", "memory"))
    start("statique", "Rassemblement du soir", in_days(3), "2h")
    find("CortegeDock").hide()
    answer(None, refuse)
    close()
    answered()
    assert still_open() and widget("cortegeSubject").text() == "Rassemblement du soir"

    QgsApplication.authManager().setMasterPassword("secret-de-poste", True)
    close()
    assert not still_open()


main(test)
