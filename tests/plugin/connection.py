"""The connection page on a TLS server: a password and a certificate through QGIS's authentication system; the test button puts
each failure in words; no secret is left in settings or projects."""
import os

from qgis.PyQt.QtCore import QSettings, Qt
from qgis.PyQt.QtNetwork import QSslCertificate
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsProject

from drive import action, answer, answered, find, load_layers, main, shot, sql, wait, widget

PASSWORD = "Sel-de-Guerande-42"
SERVICE, HOST, PORT, DATABASE, LOGIN = (f"cortegeConnection{i}" for i in range(5))
here = {HOST: "localhost", PORT: os.environ["PGPORT"], DATABASE: "cortege"}


def configuration(method, name, **values):
    made = QgsAuthMethodConfig(method)
    made.setName(name)
    for key, value in values.items():
        made.setConfig(key, value)
    assert QgsApplication.authManager().storeAuthenticationConfig(made)
    return made.id()


def fill(page, fields, authcfg):
    for name in (SERVICE, HOST, PORT, DATABASE, LOGIN):
        page.findChild(QLineEdit, name).setText(fields.get(name, ""))
    choice = page.findChild(QComboBox, "cmbConfigSelect")
    choice.setCurrentIndex(max(0, choice.findData(authcfg)))


def tried(page, words, fields, authcfg="", picture=None):
    """The test button's answer to these settings has these words."""
    fill(page, fields, authcfg)
    button = page.findChild(QPushButton, "cortegeConnectionTest")
    QTest.mouseClick(button, Qt.LeftButton)
    wait(button.isEnabled, f"the answer to {fields}", 30)
    told = page.findChild(QLabel, "cortegeConnectionOutcome").text()
    assert words in told, (fields, told)
    if picture:
        shot(picture, page)


def test():
    wait(lambda: find("cortegeWho"), "the first session")
    auth = QgsApplication.authManager()
    auth.setMasterPassword("secret-de-poste", True)
    # With a configuration of its own, QGIS trusts its own authorities.
    authority = QSslCertificate.fromPath(f"{os.environ['CORTEGE_PKI']}/autorite.crt")[0]
    assert auth.storeCertAuthority(authority) and auth.initSslCaches()
    right = configuration("Basic", "Cortège", username="agent1", password=PASSWORD)
    wrong = configuration("Basic", "Faute de frappe", username="agent1", password="sel-de-guerande")
    pki = os.environ["CORTEGE_PKI"]
    certificate = configuration("PKI-Paths", "Carte d'agent", certpath=f"{pki}/agent3.crt", keypath=f"{pki}/agent3.key", keypass="",
                                addcas="false", addrootca="false")

    def failures(page):
        assert not page.findChild(QLineEdit, HOST).text() == "", "the settings are remembered"
        tried(page, "Donnez un service", {PORT: "5432"})
        tried(page, "nom de serveur est inconnu", {**here, HOST: "nulle-part.invalid", LOGIN: "agent1"})
        tried(page, "Rien ne répond", {**here, PORT: "1", LOGIN: "agent1"})
        tried(page, "pas défini sur cet ordinateur", {SERVICE: "inconnu", LOGIN: "agent1"})
        assert not page.findChild(QLineEdit, HOST).isEnabled(), "a service says its own host"
        tried(page, "demande un mot de passe", {**here, LOGIN: "agent1"})
        tried(page, "mot de passe est faux", here, wrong, "mot-de-passe-faux")
        sql("ALTER ROLE agent1 VALID UNTIL '2020-01-01'")
        tried(page, "a expiré", here, right)
        sql("ALTER ROLE agent1 VALID UNTIL 'infinity'")
        tried(page, "refuse cet identifiant", {**here, LOGIN: "police1"})
        tried(page, "n’existe pas", {**here, DATABASE: "corteje"}, right)
        os.environ["PGSSLROOTCERT"] = f"{pki}/autre.crt"
        tried(page, "certificat du serveur n’est pas reconnu", {**here, LOGIN: "agent2"})
        os.environ["PGSSLROOTCERT"] = f"{pki}/autorite.crt"
        sql("ALTER ROLE agent1 NOLOGIN")
        tried(page, "compte est fermé", here, right)
        sql("ALTER ROLE agent1 LOGIN")
        sql("SELECT habilitation.suspendre(h.id, 'essai') FROM habilitation.habilitation h JOIN habilitation.personne p "
            "ON p.id = h.personne WHERE p.login = 'agent2'", "valid1")
        tried(page, "compte est fermé", {**here, LOGIN: "agent2"})
        tried(page, "agent3 (agent de la Préfecture). Tout va bien", {**here, LOGIN: "agent3"}, certificate)
        tried(page, "agent1 (agent de la Préfecture). Tout va bien", here, right, "tout-va-bien")
        page.accept()
    answer("cortegeConnection", failures)
    action("cortegeActionConnect").trigger()
    answered()
    wait(lambda: find("cortegeWho") and "agent1" in find("cortegeWho").text(), "the session with a password")
    names = load_layers()
    assert "Manifestations déambulatoires" in names and "Voies" in names, names
    valid = [layer for layer in QgsProject.instance().mapLayers().values() if layer.isValid()]
    assert len(valid) == len(names)

    # What is kept is the name of the configuration.
    QSettings().sync()
    path = os.path.join(os.environ["XDG_RUNTIME_DIR"], "carte.qgs")
    assert QgsProject.instance().write(path)
    for file in (path, os.path.join(QgsApplication.qgisSettingsDirPath(), "QGIS", "QGIS3.ini")):
        with open(file, encoding="utf-8") as content:
            text = content.read()
        assert right in text and PASSWORD not in text, file

    # With the certificate: another person, without a word typed.
    answer("cortegeConnection", lambda page: (fill(page, {**here, LOGIN: "agent3"}, certificate), page.accept()))
    action("cortegeActionConnect").trigger()
    answered()
    wait(lambda: find("cortegeWho") and "agent3" in find("cortegeWho").text(), "the session with a certificate")
    shot("certificat")


main(test)
