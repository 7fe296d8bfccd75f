#!/usr/bin/python3
"""The guides a person prints or opens by F1: as short as promised, with pictures that exist, and naming what is on screen.

    guides.py FOLDER [PDF-FOLDER]    the second, if given, receives the guides as they print"""
import os
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from PyQt5.QtCore import QSizeF, QUrl  # noqa: E402
from PyQt5.QtGui import QFont, QImage, QPageSize, QPdfWriter, QTextDocument  # noqa: E402
from PyQt5.QtWidgets import QApplication  # noqa: E402

PAGES = {"agent": 2, "analyste": 4}
# A4 with margins of 1.5 cm, ten points, pictures 8 cm wide.
DOTS_PER_MM = 96 / 25.4
TEXT, PICTURE = QSizeF(180 * DOTS_PER_MM, 267 * DOTS_PER_MM), round(80 * DOTS_PER_MM)
# In bold, beside what the interface says: keys, and QGIS's own words.
KEYS = {"F1", "Ctrl+Entrée", "Échap", "D", "S", "O", "V"}
QGIS = {"Identifier"}


def printed(path, faults):
    document = QTextDocument()
    document.setBaseUrl(QUrl.fromLocalFile(str(path)))
    font = QFont("Open Sans", 10)
    font.setStyleHint(QFont.SansSerif)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    text = path.read_text()
    document.setMarkdown(text)
    for name in re.findall(r"\]\(([^)]+\.png)\)", text):
        picture = QImage(str(path.parent / name))
        if picture.isNull():
            faults.append(f"{path.name}: {name} is no picture")
        url = document.baseUrl().resolved(QUrl(name))
        document.addResource(QTextDocument.ImageResource, url, picture.scaledToWidth(PICTURE, 1))
    document.markContentsDirty(0, document.characterCount())
    document.setPageSize(TEXT)
    return document


def interface(root):
    """What the interface says in French, without the marks of its keys; parts of a sentence count."""
    translation = ElementTree.parse(root / "plugin/i18n/cortege_fr.ts")
    said = "\n".join("".join(one.itertext()) for one in translation.iter("translation"))
    return said.replace("&", "")


def plain(text):
    return re.sub("[\u00a0\u202f]", " ", text).replace("’", "'")


def write(document, path):
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.A4))
    document.print_(writer)


def check(root, pdf):
    faults = []
    said = plain(interface(root))
    for name, most in PAGES.items():
        path = root / "docs/guide" / f"{name}.md"
        document = printed(path, faults)
        if document.pageCount() > most:
            faults.append(f"{path.name}: {document.pageCount()} pages, {most} at most")
        for label in re.findall(r"\*\*(.+?)\*\*", path.read_text()):
            # « Adresses. » at the head of a paragraph is a title.
            if label not in KEYS | QGIS and not label.endswith(".") and plain(label) not in said:
                faults.append(f"{path.name}: nothing is called “{label}” on screen")
        if pdf:
            write(document, pathlib.Path(pdf) / f"{name}.pdf")
    return faults


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    found = check(pathlib.Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)
    print("\n".join(found))
    sys.exit(1 if found else 0)
