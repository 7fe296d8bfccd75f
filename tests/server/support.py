"""A published platform of its own for each test program: embedded database, publication, the servers, gone afterwards."""
import base64
import contextlib
import json
import os
import pathlib
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import threading
import time
import http.client
import urllib.parse

import psycopg2

CORTEGE = os.environ["CORTEGE"]
ROOT = pathlib.Path(__file__).resolve().parents[2]


def run(*words, **options):
    ran = subprocess.run([CORTEGE, *map(str, words)], capture_output=True, text=True, check=False, **options)
    if ran.returncode != 0:
        raise AssertionError(f"cortege {' '.join(map(str, words))}: {ran.stderr}")
    return ran.stdout


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def await_port(port, log):
    """A program that was just started takes connections; `log` is where it says why not."""
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(.1)
    raise AssertionError(f"nothing listens on {port}: {log.read_text(encoding='utf-8')[-500:] if log.exists() else ''}")


class Answer:
    """What came back: status, headers (lower case), body."""

    def __init__(self, response):
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.body = response.read()

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")

    @property
    def type(self):
        return self.headers.get("content-type", "")


class Platform:
    """`with Platform() as platform:` starts a database, and a server once publish() is called."""

    def __init__(self):
        # Root's server runs as another account, and sockets' paths must be short.
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="cts-", dir="/tmp"))
        self.folder.chmod(0o755)
        self.database, self.web = self.folder / "db", self.folder / "web"
        self.server, self.port = None, None
        self.passwords = {}
        self.local = threading.local()

    def __enter__(self):
        try:
            run("db", "start", "--dir", self.database)
        except BaseException:
            self.__exit__()
            raise
        status = json.loads(run("db", "status", "--dir", self.database, "--json"))
        self.uri = status["uri"]
        return self

    def __exit__(self, *_):
        self.stop()
        subprocess.run([CORTEGE, "db", "stop", "--dir", self.database], capture_output=True, check=False)
        if not os.environ.get("KEEP"):
            shutil.rmtree(self.folder, ignore_errors=True)

    # The database

    def owner(self):
        connection = psycopg2.connect(self.uri)
        connection.autocommit = True
        return connection

    def sql(self, statement, values=None):
        with contextlib.closing(self.owner()) as connection, connection.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall() if cursor.description else None

    def psql(self, file, *words):
        subprocess.run(["psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-o", os.devnull, *words, "-f", str(file), self.uri], check=True,
                       cwd=pathlib.Path(file).parent, env={**os.environ, "PGOPTIONS": "-c client_min_messages=warning"})

    def person(self, login):
        """A session of the person: over TLS, with their password."""
        connection = psycopg2.connect(service=login, password=self.passwords[login])
        connection.autocommit = True
        return connection

    def give_passwords(self, logins):
        run("db", "password", "--dir", self.database, *logins)
        os.environ["PGSERVICEFILE"] = str(self.database / "pg_service.conf")
        for line in (self.database / "pgpass").read_text().splitlines():
            _, _, _, login, password = line.split(":")
            self.passwords[login] = password

    def decide(self, act, login):
        """The DGA suspends the person's habilitation, or takes it up again: suspendre, reprendre."""
        number = self.sql("SELECT h.id FROM habilitation.habilitation h JOIN habilitation.personne p ON p.id = h.personne "
                          "WHERE p.login = %s", (login,))[0][0]
        with self.person("vm_dga") as dga, dga.cursor() as cursor:
            cursor.execute(f"SELECT habilitation.{act}(%s, 'essai')", (number,))

    def wait_for_viewers(self, count):
        """The watch has written who may be served into pg_ident.conf."""
        for _ in range(200):
            if (self.database / "data/pg_ident.conf").read_text().count("cortege_viewers ") >= count:
                return
            time.sleep(.1)
        raise AssertionError("the watch did not let the viewers in")

    # The server

    def publish(self, *words):
        self.port = free_port()
        run("publish", "--dir", self.web, "--database-dir", self.database, "--url", f"https://localhost:{self.port}", *words)

    def start(self, processes=4):
        self.server = subprocess.Popen([CORTEGE, "serve", "--dir", self.web, "--processes", str(processes), "--json"],
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.server.stdout.readline()
        if not line.startswith("{"):
            raise AssertionError(f"serve: {self.server.communicate()[1]}")
        return json.loads(line)

    def stop(self):
        if self.server and self.server.poll() is None:
            self.server.send_signal(signal.SIGTERM)
            self.server.wait(20)

    def children(self, name):
        """Processes of the server whose command holds this name."""
        listed = subprocess.run(["ps", "-o", "pid=,args=", "--ppid", str(self.server.pid)], capture_output=True, text=True,
                                check=True).stdout
        return [int(line.split()[0]) for line in listed.splitlines() if name in line]

    # Requests

    def tls(self, certificate=None):
        context = ssl.create_default_context(cafile=self.web / "tls/ca.crt")
        if certificate:
            context.load_cert_chain(*certificate)
        return context

    def ask(self, path, login=None, password=None, method="GET", headers=None, certificate=None, body=None, **query):
        """One request, on this thread's own connection; tried again once when the server had closed it."""
        if query:
            path += "?" + urllib.parse.urlencode(query, safe=":/,")
        headers = dict(headers or {})
        if login:
            pair = f"{login}:{self.passwords[login] if password is None else password}"
            headers["Authorization"] = "Basic " + base64.b64encode(pair.encode()).decode()
        if certificate:
            return self.ask_on(http.client.HTTPSConnection("localhost", self.port, context=self.tls(certificate), timeout=90),
                               method, path, body, headers)
        for again in (True, False):
            if getattr(self.local, "port", None) != self.port:
                self.local.connection = http.client.HTTPSConnection("localhost", self.port, context=self.tls(), timeout=90)
                self.local.port = self.port
            try:
                return self.ask_on(self.local.connection, method, path, body, headers)
            except (http.client.HTTPException, ConnectionError, ssl.SSLError):
                self.local.connection.close()
                self.local.port = None
                if not again:
                    raise

    @staticmethod
    def ask_on(connection, method, path, body, headers):
        connection.request(method, path, body, headers)
        return Answer(connection.getresponse())

    def map(self, login, layers, box, size=(256, 256), crs="EPSG:2154", **more):
        return self.ask("/wms", login, SERVICE="WMS", VERSION="1.3.0", REQUEST="GetMap", LAYERS=layers, STYLES="", CRS=crs,
                        BBOX=",".join(map(str, box)), WIDTH=size[0], HEIGHT=size[1], FORMAT="image/png", TRANSPARENT="TRUE", **more)


def demo_city(platform):
    """The invented city, its people and a fortnight of events (from 5 January 2026)."""
    city = ROOT / "tests/data/demo"
    for layer in ("arrondissements", "quartiers"):
        run("import", "areas", city / f"{layer}.geojson", "--dir", platform.database)
    for source, file in (("signalement", "signalements.csv"), ("affluence", "affluence.csv"), ("chantier", "chantiers.geojson")):
        run("import", "facts", city / f"{source}.toml", city / file, "--dir", platform.database, "--rejects", platform.folder / "r.csv")
    platform.psql(city / "personnes.sql")
    agents = ("pp_mistral", "pp_tramontane", "pp_sirocco", "pp_levant")
    platform.give_passwords([*agents, "vm_calanque", "vm_frioul", "vm_corniche", "sp_garlaban", "sp_estaque", "vm_dpo", "vm_dga"])
    for agent in agents:
        subprocess.run(["psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-v", "lundi=2026-01-05", "-o", os.devnull, "-f",
                        city / "evenements.sql", f"service={agent}"], check=True, cwd=city,
                       env={**os.environ, "PGPASSWORD": platform.passwords[agent]})
    platform.wait_for_viewers(9)
