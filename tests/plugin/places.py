"""Places: namesakes told apart, a spot of the map given its address, crossings, the map's extent as a filter of the agenda,
the search in QGIS's locator bar and as a geocoder."""
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLineEdit, QTreeView
from qgis.core import (QgsApplication, QgsFeature, QgsPointXY, QgsProcessingContext, QgsProcessingFeedback, QgsProject, QgsVectorLayer)
from qgis.utils import iface

from drive import (agenda_rows, choose_address, click_map, find, in_days, load_layers, main, save, shot, sql, start, type_in, wait,
                   widget)


def popup():
    return next((w for w in QApplication.topLevelWidgets() if w.inherits("QListView") and w.isVisible() and w.model().rowCount()), None)


def suggestions(row, text):
    edit = widget(f"cortegeAddress{row}")
    edit.setFocus()
    edit.clear()
    type_in(edit, text)
    shown = wait(popup, f"suggestions for {text}")
    return edit, [shown.model().index(i, 0).data() for i in range(shown.model().rowCount())]


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    load_layers()
    QTest.qWait(500)
    x, y = map(float, sql("SELECT ST_X(centre), ST_Y(centre) FROM voirie.voie WHERE nom = 'Place d''Armes' LIMIT 1").split("|"))
    iface.mapCanvas().setCenter(QgsPointXY(x, y))

    # An address that exists three times: each with its distance, the nearest first; the one chosen is the one placed.
    start("statique", "Rassemblement", in_days(4), "1h")
    edit, labels = suggestions(0, "avenue des trois communes")
    namesakes = [label for label in labels if label.startswith("Avenue des Trois Communes")]
    assert len(namesakes) == 3 and all(" · à " in label and label.endswith(" d’ici") for label in namesakes), labels
    shot("homonymes")
    QTest.keyClick(popup(), Qt.Key_Down)
    QTest.keyClick(popup(), Qt.Key_Down)
    QTest.keyClick(popup(), Qt.Key_Down)
    QTest.keyClick(popup(), Qt.Key_Return)
    assert edit.text() == "Avenue des Trois Communes", edit.text()
    QTest.mouseClick(widget("cortegeSave"), Qt.LeftButton)
    wait(lambda: agenda_rows() == 1, "the gathering")
    far = float(sql("SELECT max(ST_Distance(centre, (SELECT geom FROM cortege.adresse))) FROM voirie.voie WHERE nom = 'Avenue des Trois Communes'"))
    near = float(sql("SELECT min(ST_Distance(centre, (SELECT geom FROM cortege.adresse))) FROM voirie.voie WHERE nom = 'Avenue des Trois Communes'"))
    assert near < 1 < far, (near, far)

    # A spot of the map, by the target of the row: its nearest address, at the very spot.
    start("visite_officielle", "Visite du port", in_days(5), "1h")
    QTest.mouseClick(widget("cortegeAddress0").parent().findChild(object, "cortegePick0"), Qt.LeftButton)
    iface.mapCanvas().setCenter(QgsPointXY(x, y))
    iface.mapCanvas().zoomScale(4000)
    QTest.qWait(300)
    click_map(QgsPointXY(x + 5, y + 5))
    wait(lambda: find("cortegeAddress0").text().startswith("Place d'Armes"), "the address of the spot")
    choose = widget("cortegeAddAddress")
    QTest.mouseClick(choose, Qt.LeftButton)
    choose_address(1, "av du port / bd albert 1er", "Avenue du Port / Boulevard Albert")
    shot("point-sur-la-carte")
    save(2)
    away = float(sql(f"SELECT ST_Distance(geom, ST_SetSRID(ST_Point({x + 5}, {y + 5}), 2154)) FROM cortege.adresse WHERE libelle LIKE 'Place d''Armes%'"))
    assert away < 5, away

    # Only what the map shows.
    box = widget("cortegeAgendaInMap")
    iface.mapCanvas().setCenter(QgsPointXY(x, y))
    iface.mapCanvas().zoomScale(4000)
    QTest.mouseClick(box, Qt.LeftButton)
    assert box.isChecked()
    wait(lambda: agenda_rows() == 1, "the event of the map alone")
    assert find("cortegeAgenda").model().index(0, 2).data() == "Visite du port"
    shot("agenda-dans-la-carte")
    iface.mapCanvas().setCenter(QgsPointXY(x - 20000, y))
    iface.mapCanvas().refresh()
    wait(lambda: agenda_rows() == 0, "no event elsewhere")
    box.setChecked(False)
    assert agenda_rows() == 2

    # QGIS's own search bar, with the filter's prefix: a result brings the map there.
    bar = iface.mainWindow().findChild(object, "LocatorWidget") or next(
        w for w in iface.mainWindow().findChildren(object) if w.metaObject().className() == "QgsLocatorWidget")
    line = bar.findChild(QLineEdit)
    line.setFocus()
    line.setText("adr bd de suisse")
    tree = wait(lambda: next((w for w in iface.mainWindow().findChildren(QTreeView) + QApplication.allWidgets()
                              if w.metaObject().className() == "QgsLocatorResultsView" and w.model() and w.model().rowCount()), None),
                "the locator's results")
    texts = lambda: [tree.model().index(i, 0).data() for i in range(tree.model().rowCount())]
    wait(lambda: any("Boulevard de Suisse" in (text or "") for text in texts()), "the street in the bar")
    shot("barre-de-recherche")
    row = next(i for i, text in enumerate(texts()) if "Boulevard de Suisse" in (text or ""))
    assert texts()[1:] == ["Boulevard de Suisse"], f"the street that was meant, alone under the title: {texts()}"
    tree.setCurrentIndex(tree.model().index(row, 0))
    QTest.keyClick(line, Qt.Key_Return)
    sx, sy = map(float, sql("SELECT ST_X(centre), ST_Y(centre) FROM voirie.voie WHERE nom = 'Boulevard de Suisse' LIMIT 1").split("|"))
    wait(lambda: iface.mapCanvas().extent().contains(QgsPointXY(sx, sy)) and iface.mapCanvas().extent().width() < 3000, "the map at the street")

    # The same as a geocoder: a table of addresses through Processing; what is not found keeps its row.
    table = QgsVectorLayer("None?field=adresse:string", "adresses", "memory")
    for text in ("place d'armes", "bd de suisse / bd princesse charlote", "zzyzx qwkkj", ""):
        row = QgsFeature(table.fields())
        row.setAttributes([text])
        table.dataProvider().addFeature(row)
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    geocoding = QgsApplication.processingRegistry().createAlgorithmById("cortege:geocodage")
    assert "Lambert-93" in geocoding.shortHelpString() and "géocod" in geocoding.displayName().lower(), geocoding.displayName()
    results, ok = geocoding.run({"INPUT": table, "FIELD": "adresse", "OUTPUT": "memory:"}, context, feedback)
    assert ok, feedback.textLog()
    found = list(context.takeResultLayer(results["OUTPUT"]).getFeatures())
    assert len(found) == 4 and [f.hasGeometry() for f in found] == [True, True, False, False], [f.attributes() for f in found]
    assert found[0].geometry().asPoint().distance(QgsPointXY(x, y)) < 200 and found[0]["genre"] in ("voie", "lieu")
    assert found[1]["exactitude"] == "croisement"


main(test)
