#!/usr/bin/python3
"""Takes the guides' pictures anew from those that the plugin's tests made: pictures.py ROOT"""
import pathlib
import sys

from PyQt5.QtCore import QRect, Qt
from PyQt5.QtGui import QImage

WIDEST = 1000
# A guide's picture: of which test, and which part of the window, in its pixels; all of it without one.
PICTURES = {
    "agenda": ("fields/agenda-conflit", QRect(1040, 140, 502, 330)),
    "marche": ("march/saisie-deambulatoire", QRect(442, 140, 1100, 640)),
    "conflit": ("conflict/conflit", None),
    "tension": ("tension/image1", QRect(145, 140, 1397, 830)),
    "traitements": ("processing/traitements", QRect(0, 140, 1155, 830)),
}

root = pathlib.Path(sys.argv[1])
for name, (source, part) in PICTURES.items():
    shot = QImage(str(root / "build/screenshots" / f"{source}.png"))
    picture = shot.copy(part) if part else shot
    if picture.width() > WIDEST:
        picture = picture.scaledToWidth(WIDEST, Qt.SmoothTransformation)
    if not picture.convertToFormat(QImage.Format_RGB888).save(str(root / "docs/guide/images" / f"{name}.png"), quality=0):
        sys.exit(f"{source} could not be taken: run its test first")
