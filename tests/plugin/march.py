"""The whole march: connect, load the layers, enter a march by keyboard, lead its way on the map, save, find it again."""
from qgis.PyQt.QtCore import QDateTime, Qt
from qgis.PyQt.QtTest import QTest
from qgis.core import QgsProject
from qgis.utils import iface

from drive import action, choose_address, find, main, save_form, shot, type_in, wait, widget


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    assert "agent1" in widget("cortegeWho").text()
    shot("agenda-vide")

    action("cortegeActionLayers").trigger()
    QTest.qWait(500)
    names = [layer.name() for layer in QgsProject.instance().mapLayers().values()]
    assert "Manifestations déambulatoires" in names and "Voies" in names, names
    iface.mapCanvas().zoomToFullExtent()

    action("cortegeActionNew_deambulatoire").trigger()
    subject = widget("cortegeSubject")
    assert not widget("cortegeSave").isEnabled()
    type_in(subject, "Marche pour le climat")
    choose_address(0, "place d'armes", "Place d'Armes")
    choose_address(1, "bd princesse charlotte", "Boulevard Princesse Charlotte")
    widget("cortegeBegin").setDateTime(QDateTime.currentDateTime().addDays(3))
    QTest.keyClicks(widget("cortegePersonsExpected"), "2500")
    summary = wait(lambda: find("cortegeMarchSummary") if "km" in find("cortegeMarchSummary").text() else None, "a route")
    assert "colonne" in summary.text(), summary.text()
    assert find("cortegeStreets").topLevelItemCount() > 2
    shot("saisie-deambulatoire")
    assert widget("cortegeSave").isEnabled()
    save_form()
    agenda = wait(lambda: find("cortegeAgenda") if find("cortegeAgenda") and find("cortegeAgenda").model().rowCount() == 1 else None,
                  "the saved march in the agenda")
    assert agenda.model().index(0, 1).data() == "Marche pour le climat"
    iface.mapCanvas().refreshAllLayers()
    shot("agenda")


main(test)
