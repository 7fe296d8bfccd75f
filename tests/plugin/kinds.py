"""The three other kinds from nothing to saved; grounds from a square, a street and a circle; personal data refused without losing a word."""
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.core import QgsPointXY

from drive import choose_address, click_map, find, in_days, load_layers, main, save, save_form, shot, sql, start, wait, widget


def area():
    """Square metres told of the ground, 0 without one."""
    text = find("cortegeFootprintSummary").text()
    return int("".join(c for c in text.split(" m²")[0] if c.isdigit())) if " m²</b>" in text else 0


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    load_layers()

    start("statique", "Rassemblement des retraités", in_days(5), "2h")
    choose_address(0, "place d'armes", "Place d'Armes")
    QTest.keyClicks(widget("cortegePersonsExpected"), "1000")
    QTest.mouseClick(widget("cortegeCircle"), Qt.LeftButton)
    assert "foule clairsemée" in widget("cortegeFootprintSummary").text(), widget("cortegeFootprintSummary").text()
    circle = area()
    QTest.mouseClick(widget("cortegeSquare"), Qt.LeftButton)
    wait(lambda: area() not in (0, circle), "the square")
    shot("saisie-statique")
    square = area()
    QTest.mouseClick(widget("cortegeSection"), Qt.LeftButton)
    x, y = map(float, sql("SELECT ST_X(centre), ST_Y(centre) FROM voirie.voie WHERE nom = 'Rue Grimaldi' AND ST_X(centre) < 1060000 ORDER BY ST_Y(centre) LIMIT 1").split("|"))
    from qgis.utils import iface
    iface.mapCanvas().setCenter(QgsPointXY(x, y))
    iface.mapCanvas().refresh()
    QTest.qWait(300)
    click_map(QgsPointXY(x, y))
    click_map(QgsPointXY(x + 60, y + 60))
    wait(lambda: area() not in (0, circle, square), "the street section")
    shot("saisie-section-de-rue")
    save(1)

    start("operation_programmee", "Contrôle des transports", in_days(5), "3 h")
    choose_address(0, "rue grimaldi", "Rue Grimaldi")
    QTest.mouseClick(widget("cortegeAddAddress"), Qt.LeftButton)
    choose_address(1, "bd de suisse / bd princesse charlotte", "Boulevard de Suisse / Boulevard Princesse Charlotte")
    widget("cortegeTheme").setCurrentText("PSQ Transports")
    shot("saisie-operation")
    save(2)

    # A name and a telephone are shown while typing, refused at the end, and nothing typed is lost.
    start("visite_officielle", "Visite du ministre", in_days(5))
    choose_address(0, "place du palais", "Place")
    widget("cortegeDescription").setPlainText("Accueil par M. Jean Dupont, tél. 06 12 34 56 78")
    privacy = wait(lambda: find("cortegePrivacy"), "the reason for personal data")
    assert "06 12 34 56 78" in privacy.text() and "la fonction, pas le nom" in privacy.text(), privacy.text()
    shot("saisie-donnees-personnelles")
    save_form()
    warning = wait(lambda: find("cortegeWarning"), "the refusal")
    assert "Non enregistré" in warning.text(), warning.text()
    assert "Jean Dupont" in widget("cortegeDescription").toPlainText()
    # Pasted from a word processor: control characters go.
    widget("cortegeDescription").setPlainText("Accueil par\x0ble préfet\x02")
    save(3)
    assert sql("SELECT description FROM cortege.visite_officielle") == "Accueil par le préfet"
    find("cortegeAgenda").selectRow(0)
    shot("agenda-trois")


main(test)
