"""Where keys go, compared with where the eye goes: the way of the Tab key, what shows it, and the letters that Alt takes."""
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QAbstractButton, QGroupBox, QLabel, QMenuBar, QScrollArea

from typist import Typist, place

hand = Typist()


def at():
    return place().objectName() if place() else None


def letters(texts):
    """The letters that Alt gives to these texts."""
    return [text.replace("&&", "")[text.replace("&&", "").index("&") + 1].lower() for text in texts if "&" in text.replace("&&", "")]


def told_twice(texts):
    found = letters(texts)
    return {letter for letter in found if found.count(letter) > 1}


def alt_texts(window):
    """What answers to Alt in a window, its menus' titles too."""
    return [w.text() for w in window.findChildren(QLabel) + window.findChildren(QAbstractButton) if w.isVisible()] \
        + [w.title() for w in window.findChildren(QGroupBox) if w.isVisible()] \
        + [a.text() for bar in window.findChildren(QMenuBar) if bar.isVisible() for a in bar.actions() if a.isVisible()]


def go(name, modifiers=Qt.NoModifier):
    passed = []
    while at() != name:
        passed.append(at())
        assert len(passed) < 40, f"Tab does not reach {name}: {passed}"
        hand.press(Qt.Key_Tab, modifiers)


def walk(form, last):
    """Tab to the last of a form's or a page's fields: each stop, seen to be where the keys go."""
    stops, scroll = [], form.findChild(QScrollArea)
    while at() != last:
        stop = place()
        inside = bool(scroll) and scroll.widget().isAncestorOf(stop)
        corner = (scroll.widget() if inside else form).mapFromGlobal(stop.mapToGlobal(QPoint(0, stop.height() // 2)))
        stops.append((stop.objectName(), inside, corner.y(), corner.x()))
        if isinstance(stop, QLabel):
            hand.press(Qt.Key_Tab)  # to its link, which shows it
        with_focus = stop.grab().toImage()
        hand.press(Qt.Key_Tab)
        assert place() is not stop and len(stops) < 40, f"Tab stays in {stop.objectName()}"
        assert stop.grab().toImage() != with_focus, f"nothing shows that keys go to {stop.objectName()} {stop}, after {[name for name, *_ in stops]}"
    return stops


def as_read(stops):
    """Down the form; in one line, from left to right."""
    for (one, inside, y, x), (other, beside, below, right) in zip(stops, stops[1:]):
        if inside == beside:
            assert below > y + 4 or abs(below - y) <= 4 and right > x, f"{other} comes after {one}, which the eye reads later"
