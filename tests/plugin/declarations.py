"""Ten declarations as organisers write them, each entered by keyboard alone; the keystroke-level-model time of each.

Card, Moran and Newell (1980): a keystroke 0.28 s (an average typist), a mental preparation 1.35 s before each field, the
system's own answers as measured. Reading the letter is not counted."""
import os
import time

from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from drive import action, agenda_rows, find, main, sql, wait, widget

KEY, MENTAL = 0.28, 1.35

# The letter; then what an agent types of it: kind, subject, addresses and what they must become, day, hour, duration,
# persons declared, organiser.
LETTERS = [
    ("Nous défilerons samedi de la place d'arme au bd princesse charlote, 2h, on attend 2500 pers.",
     "deambulatoire", "Marche pour le climat", [("place d'arme", "Place d'Armes"), ("bd princesse charlote", "Boulevard Princesse Charlotte")], 5, "1400", "2h", "2500", "Association"),
    ("rassemblement devant le palais, place du palai, 1h30, env. 300 personnes, syndicat",
     "statique", "Rassemblement des agents", [("place du palai", "Place du Palais")], 6, "1030", "1h30", "300", "Syndicat"),
    ("Depart rue grimaldy, arrivee av. de l'ostende, mardi 18h, 800 manifestants",
     "deambulatoire", "Retraites", [("rue grimaldy", "Rue Grimaldi"), ("av ostende", "Avenue d'Ostende")], 7, "1800", "2h", "800", "Syndicat"),
    ("commémoration au monument, croisement bd de suisse / princesse charlotte, 45 min, 120 personnes",
     "statique", "Commémoration", [("bd de suisse / bd princesse charlotte", "Boulevard de Suisse / Boulevard Princesse Charlotte")], 8, "1100", "45 min", "120", "Association"),
    ("Procession de Sainte-Dévote, de la place ste devote vers la place du palais, 27/1, 600 fidèles",
     "deambulatoire", "Procession", [("place ste devote", "Sainte-Dévote"), ("place du palais", "Place du Palais")], 9, "1900", "1h30", "600", "Autres"),
    ("contrôle routier av du port", "operation_programmee", "Contrôle routier", [("avenue du port", "Avenue du Port")], 10, "0900", "3h", None, None),
    ("Visite du préfet au quai antoine", "visite_officielle", "Visite du préfet", [("quai antoine", "Quai Antoine")], 11, "1500", "1h", None, None),
    ("meeting du parti, place du casino, 1 500 sympathisants, 3 heures",
     "statique", "Réunion publique", [("pl du casino", "Place du Casino")], 12, "1700", "3h", "1500", "Parti politique"),
    ("Défilé de la rue de la turbie au bd rainier 3, 450 personnes", "deambulatoire", "Défilé",
     [("rue de la turbie", "Rue de la Turbie"), ("bd rainier iii", "Rainier III")], 13, "1600", "1h", "450", "Autres"),
    ("vide-grenier rue Emile de Loth, toute la journée, 900 visiteurs", "statique", "Vide-grenier",
     [("emile de loth", "Émile de Loth")], 14, "0800", "9h", "900", "Association")]


class Typist:
    """Types where the cursor is, counts keys, thinks before each field."""

    def __init__(self):
        self.keys, self.thoughts, self.answers = 0, 0, 0.0

    def think(self):
        self.thoughts += 1

    def type(self, text):
        for letter in text:
            target = QApplication.focusWidget()
            if ord(letter) < 128:
                QTest.keyClicks(target, letter)
            else:
                target.insert(letter)
            self.keys += 1

    def press(self, key, modifier=Qt.NoModifier):
        QTest.keyClick(QApplication.focusWidget(), key, modifier)
        self.keys += 1

    def tab_to(self, name):
        for _ in range(12):
            if QApplication.focusWidget().objectName() == name:
                self.think()
                return
            self.press(Qt.Key_Tab)
        raise AssertionError(f"Tab does not reach {name}: {QApplication.focusWidget().objectName()}")

    def wait(self, until, what):
        began = time.monotonic()
        wait(until, what)
        self.answers += time.monotonic() - began

    def seconds(self):
        return self.keys * KEY + self.thoughts * MENTAL + self.answers


def popup():
    return next((w for w in QApplication.topLevelWidgets() if w.inherits("QListView") and w.isVisible() and w.model().rowCount()), None)


def enter(letter, kind, subject, addresses, day, hour, duration, persons, organiser):
    hand = Typist()
    hand.think()
    action(f"cortegeActionNew_{kind}").trigger()
    QApplication.setActiveWindow(find("cortegeForm").window())
    widget("cortegeSubject").setFocus()
    hand.keys += 2  # its key in the menu
    hand.type(subject)
    for row, (typed, expected) in enumerate(addresses):
        hand.tab_to(f"cortegeAddress{row}")
        hand.type(typed)
        hand.wait(popup, f"suggestions for {typed}")
        hand.press(Qt.Key_Return)
        assert expected in widget(f"cortegeAddress{row}").text(), (letter, widget(f"cortegeAddress{row}").text())
    hand.tab_to("cortegeBegin")
    hand.type(QDate.currentDate().addDays(day).toString("ddMMyyyy") + hour)
    hand.tab_to("cortegeDuration")
    hand.type(duration)
    if persons:
        hand.tab_to("cortegePersonsDeclared")
        hand.type(persons)
    if organiser:
        hand.tab_to("cortegeOrganiser")
        hand.type("Au" if organiser == "Autres" else organiser[0])
        assert widget("cortegeOrganiser").currentText() == organiser, widget("cortegeOrganiser").currentText()
    begin = widget("cortegeBegin").dateTime()
    assert begin.toString("ddMMyyyyHHmm") == QDate.currentDate().addDays(day).toString("ddMMyyyy") + hour, begin
    rows = agenda_rows()
    QTest.qWait(100)
    hand.think()
    hand.press(Qt.Key_Return, Qt.ControlModifier)
    hand.wait(lambda: agenda_rows() == rows + 1 if rows >= 0 else not find("cortegeForm"), "the saved event")
    return hand


def test():
    wait(lambda: find("cortegeAgenda"), "the agenda")
    lines = ["declaration | keys | clicks | fields | answers (s) | KLM (s)"]
    for letter in LETTERS:
        hand = enter(*letter)
        wait(lambda: find("cortegeAgenda"), "the agenda")
        lines.append(f"{letter[2]} | {hand.keys} | 0 | {hand.thoughts} | {hand.answers:.1f} | {hand.seconds():.0f}")
        assert hand.seconds() <= 60, lines[-1]
    wait(lambda: agenda_rows() == len(LETTERS), "all ten")
    assert sql("SELECT sum(personnes_declarees) FROM (SELECT personnes_declarees FROM cortege.manifestation_deambulatoire "
               "UNION ALL SELECT personnes_declarees FROM cortege.manifestation_statique) p") == "7170"
    with open(os.path.join(os.environ["CORTEGE_SHOTS"], "temps.txt"), "w") as file:
        file.write("\n".join(lines) + "\n")


main(test)
