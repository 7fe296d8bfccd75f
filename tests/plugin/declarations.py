"""Ten declarations as organisers write them, each entered by keyboard alone; the keystroke-level-model time of each. Reading
the letter is not counted."""
import os

from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtTest import QTest

from drive import agenda_rows, find, main, sql, wait, widget
from typist import Typist, place

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


KEYS = {"deambulatoire": Qt.Key_D, "statique": Qt.Key_S, "operation_programmee": Qt.Key_O, "visite_officielle": Qt.Key_V}


def enter(letter, kind, subject, addresses, day, hour, duration, persons, organiser):
    hand = Typist()
    hand.think()
    hand.press(KEYS[kind], Qt.AltModifier | Qt.ShiftModifier)
    wait(lambda: place() and place().objectName() == "cortegeSubject", "the cursor in the subject")
    hand.type(subject)
    for row, (typed, expected) in enumerate(addresses):
        hand.tab_to(f"cortegeAddress{row}")
        hand.type(typed)
        hand.press(Qt.Key_Return)  # the first proposal, whenever it comes
        edit = widget(f"cortegeAddress{row}")
        hand.wait(lambda: edit.text() != typed, f"the address of {typed}")
        assert expected in edit.text(), (letter, edit.text())
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
