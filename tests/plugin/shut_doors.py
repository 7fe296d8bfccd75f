"""Doors that stay shut, each said in words: no server, a port where nobody answers, a service nobody defined, a password that is
wrong, then one that has expired. What was typed in the connection page stays; the new password opens."""
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QLineEdit
from qgis.core import QgsApplication, QgsAuthMethodConfig
from qgis.gui import QgsAuthConfigSelect

from drive import action, agenda_rows, answer, answered, find, main, shot, sql, wait, widget

FIELDS = ("service", "host", "port", "database", "login")


def password(text):
    """An authentication configuration of QGIS that holds it."""
    config = QgsAuthMethodConfig("Basic")
    config.setName("Cortège")
    config.setConfig("username", "agent1")
    config.setConfig("password", text)
    assert QgsApplication.authManager().storeAuthenticationConfig(config)[0]
    return config.id()


def ask(**typed):
    def fill(page):
        for name, value in typed.items():
            if name == "authcfg":
                select = next(w for w in page.findChildren(object) if w.metaObject().className() == "QgsAuthConfigSelect")
                sip.cast(select, QgsAuthConfigSelect).setConfigId(value)
            else:
                page.findChild(QLineEdit, f"cortegeConnection{FIELDS.index(name)}").setText(value)
        page.accept()
    answer("cortegeConnection", fill)
    action("cortegeActionConnect").trigger()
    answered()


def shut(words, **typed):
    ask(**typed)
    notice = wait(lambda: find("cortegeNotice") and words in find("cortegeNotice").text() and find("cortegeNotice"), f"« {words} »", 30)
    assert not find("cortegeWho") and not find("cortegeAgenda") and find("cortegeConnect"), "an empty agenda would look calm"
    assert not action("cortegeActionNew_deambulatoire").isVisible() and not action("cortegeActionLayers").isVisible()
    return notice


def guard(rule):
    """Who comes by the socket, but the administrator, comes as the rule says."""
    with open(sql("SHOW hba_file"), "w") as file:
        file.write(f"local all postgres trust\nlocal all all {rule}\n")
    sql("SELECT pg_reload_conf()")


def test():
    wait(lambda: agenda_rows() == 0, "the agenda")
    page = {"host": sql("SHOW unix_socket_directories"), "port": sql("SHOW port"), "service": ""}
    shut("Aucun serveur ne tourne sur cet ordinateur", host="/tmp/personne")
    shot("aucun-serveur")
    shut("Rien ne répond à cette adresse", host="127.0.0.1", port="1")
    shut("n’est pas défini sur cet ordinateur", service="inconnu")

    guard("scram-sha-256")
    sql("ALTER ROLE agent1 PASSWORD 'un-mot-de-passe' VALID UNTIL 'yesterday'")
    QgsApplication.authManager().setMasterPassword("secret-de-poste", True)
    shut("Le serveur demande un mot de passe", **page)
    shut("mot de passe est faux, ou le mot de passe a expiré", authcfg=password("autre"))
    good = password("un-mot-de-passe")
    shut("mot de passe est faux, ou le mot de passe a expiré", authcfg=good)
    shot("mot-de-passe-expire")
    sql("ALTER ROLE agent1 VALID UNTIL 'tomorrow'")
    ask(authcfg=good)
    wait(lambda: agenda_rows() == 0 and widget("cortegeWho").text().startswith("agent1"), "the agenda behind the good password")
    assert not find("cortegeNotice") and action("cortegeActionNew_deambulatoire").isVisible()


main(test)
