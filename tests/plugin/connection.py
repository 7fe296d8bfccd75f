"""The first use: the connection page tells each thing that can go wrong and what to do, stays alive meanwhile, and keeps
the password in QGIS's authentication system; then one click loads the ordered project."""
import glob
import os
import subprocess

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtNetwork import QSslCertificate
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QLabel, QLineEdit, QPushButton
from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsProject
from qgis.utils import iface

import gaps
from drive import MASTER, action, agenda_rows, answer, answered, cut, find, load_layers, main, shot, sql, type_in, wait, widget

TLS, PASSWORD, PORT = os.environ["CORTEGE_TLS"], os.environ["CORTEGE_PASSWORD"], os.environ["PGPORT"]
FIELDS = {"service": "cortegeConnection0", "host": "cortegeConnection1", "port": "cortegeConnection2",
          "database": "cortegeConnection3", "login": "cortegeConnection4", "password": "cortegeConnectionPassword"}


def fill(page, **values):
    for name, value in values.items():
        field = page.findChild(QLineEdit, FIELDS[name])
        QTest.mouseClick(field, Qt.LeftButton)
        QTest.keyClick(field, Qt.Key_A, Qt.ControlModifier)
        QTest.keyClick(field, Qt.Key_Delete)
        type_in(field, value)


def attempt(page, picture, words, seconds=20, **values):
    fill(page, **values)
    button, outcome = page.findChild(QPushButton, "cortegeConnectionTest"), page.findChild(QLabel, "cortegeConnectionOutcome")
    QTest.mouseClick(button, Qt.LeftButton)
    wait(button.isEnabled, f"the outcome of {picture}", seconds)
    assert words in outcome.text(), (picture, outcome.text())
    shot("page-" + picture, page)
    assert outcome.height() >= outcome.heightForWidth(outcome.width()), f"{picture} is cut"
    assert not cut(page), cut(page)


def wrong_addresses(page, silent, web):
    attempt(page, "rien", "Donnez un service")
    attempt(page, "serveur-inconnu", "nom de serveur est inconnu", host="cortege.invalid", login="agent1", password=PASSWORD)
    attempt(page, "mauvais-port", "n’est pas un serveur Cortège", host="localhost", port=web)
    attempt(page, "serveur-arrete", "Rien ne répond", port="1")
    attempt(page, "serveur-muet", "ne répond pas", port=silent)
    attempt(page, "service-inconnu", "service n’est pas défini", service="nulle-part")
    fill(page, service="")
    # Given up in the middle of a trial, the page closes at once: seen by the gaps.


def trust_authority():
    """As QGIS's own page of authorities does, when the administrator's file is imported."""
    manager = QgsApplication.authManager()
    assert manager.storeCertAuthority(QSslCertificate.fromPath(TLS + "/ca.crt")[0])
    manager.rebuildCaCertsCache()
    manager.rebuildTrustedCaCertsCache()


def wrong_people(page):
    attempt(page, "autorite-inconnue", "ne reconnaît pas le certificat du serveur", port=PORT)
    trust_authority()
    attempt(page, "autre-nom", "porte un autre nom", host="127.0.0.1")
    attempt(page, "mauvais-mot-de-passe", "est faux, ou le mot de passe a expiré", host="localhost", password="pas-le-bon")
    attempt(page, "mot-de-passe-expire", "est faux, ou le mot de passe a expiré", login="agent3", password=PASSWORD)
    attempt(page, "mauvaise-base", "n’existe pas", login="agent1", database="autre")
    attempt(page, "certificat-demande", "n’accepte pas votre certificat", login="autorite1", database="cortege")
    attempt(page, "compte-suspendu", "compte est fermé", login="agent2")
    attempt(page, "habilitation-finie", "sans habilitation", login="police1")
    sql("UPDATE convention.convention SET notifiee_le = notifiee_le - interval '5 years'")
    attempt(page, "convention-finie", "convention n’est pas en vigueur", login="agent1")
    sql("UPDATE convention.convention SET notifiee_le = notifiee_le + interval '5 years'")
    fill(page, password="")
    attempt(page, "sans-mot-de-passe", "Saisissez le mot de passe", login="agent1")
    attempt(page, "tout-va-bien", "Tout va bien", password=PASSWORD)


def give_master(again, picture):
    """QGIS's own dialog, answered as soon as it is there; `again`: typed twice, the first time."""
    def typed(page):
        for name in ["leMasterPass"] + (["leMasterPassVerify"] if again else []):
            field = page.findChild(QLineEdit, name)
            if field.isVisible():
                type_in(field, MASTER)
        shot(picture, page)
        QTest.mouseClick(page.findChild(QPushButton, "mOkButton") or page.findChild(QDialogButtonBox).button(QDialogButtonBox.Ok), Qt.LeftButton)
    answer("QgsCredentialDialog", typed)


def press_connect(page):
    QTest.mouseClick(page.findChild(QDialogButtonBox).button(QDialogButtonBox.Ok), Qt.LeftButton)


def on_page(work):
    """What is done on the connection page, opened as a person opens it."""
    opener = find("cortegeConnect")
    answer("cortegeConnection", work)
    if opener:
        QTest.mouseClick(opener, Qt.LeftButton)
    else:
        action("cortegeActionConnect").trigger()
    answered()


def first_use(others):
    def work(page):
        shot("page-neuve", page)
        wrong_addresses(page, *others)
        wrong_people(page)
        # Without the master password nothing is kept: told, and the page stays.
        answer("QgsCredentialDialog", lambda asked: asked.reject())
        press_connect(page)
        answered()
        assert page.isVisible() and "mot de passe principal" in page.findChild(QLabel, "cortegeConnectionOutcome").text()
        shot("page-sans-mot-de-passe-principal", page)
        give_master(True, "mot-de-passe-principal")
        press_connect(page)
        answered()
        wait(lambda: not page.isVisible(), "the page to close")
    on_page(work)
    who = wait(lambda: find("cortegeWho"), "the session")
    assert who.text().startswith("agent1 "), who.text()
    wait(lambda: agenda_rows() == 0, "an agenda without events")


def kept_by_qgis():
    """The password is in no file that one can read."""
    configs = QgsApplication.authManager().availableAuthMethodConfigs()
    assert [c.name() for c in configs.values()] == ["Cortège agent1 (localhost)"], [c.name() for c in configs.values()]
    for file in glob.glob(os.path.join(QgsApplication.qgisSettingsDirPath(), "**"), recursive=True):
        if os.path.isfile(file):
            with open(file, "rb") as content:
                assert PASSWORD.encode() not in content.read(), file
    for layer in QgsProject.instance().mapLayers().values():
        assert PASSWORD not in layer.source() and "authcfg=" in layer.source(), layer.source()


def certificate(name, picture, words):
    config = QgsAuthMethodConfig()
    config.setName("Certificat " + name)
    config.setMethod("PKI-Paths")
    config.setConfigMap({"certpath": f"{TLS}/{name}.crt", "keypath": f"{TLS}/{name}.key", "keypass": ""})
    assert QgsApplication.authManager().storeAuthenticationConfig(config)[0]

    def work(page):
        choice = page.findChild(QComboBox, "cmbConfigSelect")
        choice.setCurrentIndex(choice.findData(config.id()))
        attempt(page, picture, words, login="autorite1")
        (press_connect if words == "Tout va bien" else lambda shown: shown.reject())(page)
    on_page(work)


def closed_during_a_trial(silent):
    """Given up while it is being tried: the page closes at once."""
    def work(page):
        fill(page, port=silent)
        QTest.mouseClick(page.findChild(QPushButton, "cortegeConnectionTest"), Qt.LeftButton)
        QTest.qWait(300)
        page.reject()
    on_page(work)


def test():
    sql("ALTER ROLE agent3 VALID UNTIL '2020-01-01'")
    for login in ("agent1", "agent2", "agent3", "police1", "autorite1"):
        sql(f"ALTER ROLE {login} PASSWORD '{PASSWORD}'")
    sql("SELECT habilitation.suspendre(h.id, 'essai') FROM habilitation.habilitation h JOIN habilitation.personne p ON p.id = h.personne "
        "WHERE p.login = 'agent2'", "valid1")
    sql("SET session_replication_role = replica; UPDATE habilitation.habilitation h SET fin = now() - interval '1 hour', debut = now() - interval '1 day' "
        "FROM habilitation.personne p WHERE p.id = h.personne AND p.login = 'police1'")
    gaps.watch()
    impostors = subprocess.Popen(["/usr/bin/python3", os.path.join(os.environ["PYTHONPATH"].split(":")[0], "impostors.py")],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    others = impostors.stdout.readline().split()
    try:
        first_use(others)
        names = load_layers()
        assert names[:1] == ["Conflits"] and names[-3:] == ["Lieux", "Voies", "Unités du territoire"] and len(names) > 15, names
        kept_by_qgis()
        shot("projet")
        for _ in range(3):
            iface.mapCanvas().zoomByFactor(0.8)
            iface.mapCanvas().waitWhileRendering()
        # QGIS writes the authorities it trusts into a new file at each expansion; layers share connections all the same.
        mine = int(sql("SELECT count(*) FROM pg_stat_activity WHERE usename = 'agent1'"))
        assert mine <= 24, f"{mine} connections for one person: " + sql("SELECT application_name, count(*) FROM pg_stat_activity WHERE usename = 'agent1' GROUP BY 1")
        closed_during_a_trial(others[0])
        certificate("voisin", "certificat-d-ailleurs", "n’accepte pas votre certificat")
        certificate("autorite1", "certificat", "Tout va bien")
        wait(lambda: find("cortegeWho") and find("cortegeWho").text().startswith("autorite1 "), "the certificate's session")
    finally:
        impostors.terminate()
    with open(os.path.join(os.environ["CORTEGE_SHOTS"], "ecarts.txt"), "w") as file:
        file.write(gaps.check() + "\n")


main(test)
