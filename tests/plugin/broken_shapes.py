"""Shapes that lead nowhere, as a database may hold them: opened, told, mended and saved; those of others are read as they are."""
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.utils import iface

from drive import agenda_rows, find, load_layers, main, open_row, save_form, shot, sql, wait, widget


def row_of(subject):
    model = find("cortegeAgenda").model()
    return next(row for row in range(model.rowCount()) if model.index(row, 2).data() == subject)


def told():
    return find("cortegeMarchSummary").text()


def leave():
    QTest.mouseClick(widget("cortegeLeave"), Qt.LeftButton)
    wait(lambda: find("cortegeAgenda"), "the agenda")


def mended(subject, picture):
    """The way is found again from the addresses; it is saved only when the person says so."""
    open_row(row_of(subject))
    wait(lambda: "n’a pas de longueur" in told() and "418" in told(), f"the way of {subject}, not {told()}")
    assert "enregistrez" in told(), told()
    shot(picture)
    save_form()
    wait(lambda: find("cortegeAgenda"), "the agenda")
    points = sql(f"SELECT ST_NPoints(trace) FROM cortege.manifestation_deambulatoire WHERE objet = '{subject}'".replace("d'u", "d''u"))
    assert int(points) > 5, points
    open_row(row_of(subject))
    wait(lambda: "418" in told(), "the saved way")
    assert "n’a pas de longueur" not in told(), told()
    leave()


def without_addresses():
    """Nothing to find it from: what to do is said, and a click on the map does it."""
    open_row(row_of("Marche sans adresse"))
    wait(lambda: "n’a pas de longueur" in told() and "Saisissez le départ" in told(), f"what to do, not {told()}")
    shot("sans-adresse")
    leave()


def of_others():
    open_row(row_of("Marche d'un autre service"))
    wait(lambda: "ne peut pas être montré" in told(), f"that it is read as it is, not {told()}")
    assert not find("cortegeSave"), "nothing to save"
    shot("autre-service")
    leave()


def grounds():
    open_row(row_of("Emprise vide"))
    wait(lambda: "emprise" in find("cortegeFootprintSummary").text(), "how to draw it")
    assert "l’emprise" in widget("cortegeTodo").text(), widget("cortegeTodo").text()
    leave()
    open_row(row_of("Emprise croisée"))
    subject = widget("cortegeSubject")
    subject.setText("Emprise croisée, revue")
    assert "se recoupe" in find("cortegeFootprintSummary").text(), find("cortegeFootprintSummary").text()
    shot("emprise-croisee")
    save_form()
    wait(lambda: find("cortegeWarning"), "the database's refusal")
    assert "sans croisement" in find("cortegeWarning").text(), find("cortegeWarning").text()
    QTest.mouseClick(widget("cortegeEraseFootprint"), Qt.LeftButton)
    save_form()
    wait(lambda: find("cortegeAgenda"), "the agenda")
    assert sql("SELECT objet FROM cortege.manifestation_statique WHERE emprise IS NULL") == "Emprise croisée, revue"


def test():
    wait(lambda: agenda_rows() == 6, "the events")
    load_layers()
    iface.mapCanvas().waitWhileRendering()
    mended("Marche d'un point", "un-point")
    mended("Marche sans point", "aucun-point")
    without_addresses()
    of_others()
    grounds()


main(test)
