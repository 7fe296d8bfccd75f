"""One QGIS Server process, asked over FastCGI as a web server asks it: parameters of our choice, answers whole."""
import os
import re
import socket
import struct
import subprocess
import tempfile
from pathlib import Path

BEGIN, END, PARAMS, STDIN, STDOUT, STDERR = 1, 3, 4, 5, 6, 7
RESPONDER = 1
SERVER = "/usr/lib/cgi-bin/qgis_mapserv.fcgi"


def record(kind, content=b""):
    return struct.pack("!BBHHBx", 1, kind, 1, len(content), 0) + content


def pair(name, value):
    name, value = name.encode(), value.encode()
    sizes = b"".join(bytes([len(part)]) if len(part) < 128 else struct.pack("!I", len(part) | 1 << 31) for part in (name, value))
    return sizes + name + value


class Answer:
    def __init__(self, output):
        head, self.body = re.split(rb"\r?\n\r?\n", output, maxsplit=1)
        self.headers = dict(line.split(": ", 1) for line in head.decode("latin-1").splitlines() if ": " in line)
        self.status = int(self.headers.get("Status", "200").split()[0])
        self.kind = self.headers.get("Content-Type", "")

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")


class Server:
    """Serves one project; `environment` is added to the process's own."""

    def __init__(self, project, **environment):
        self.folder = tempfile.TemporaryDirectory(prefix="fcgi")
        self.path = str(Path(self.folder.name) / "socket")
        self.log = Path(self.folder.name) / "log"
        listening = socket.socket(socket.AF_UNIX)
        listening.bind(self.path)
        listening.listen(64)
        with listening, open(self.log, "wb") as log:  # FastCGI: the listening socket is the standard input
            self.process = subprocess.Popen(
                [SERVER], stdin=listening, stdout=log, stderr=log,
                env={**os.environ, "QGIS_PROJECT_FILE": str(project), "QGIS_SERVER_LOG_STDERR": "1",
                     "QGIS_SERVER_LOG_LEVEL": "1", "QGIS_OPTIONS_PATH": self.folder.name,
                     "QGIS_SERVER_PARALLEL_RENDERING": "1", **environment})

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.process.kill()
        self.process.wait()
        self.folder.cleanup()

    def ask(self, query, person=None, **parameters):
        """The answer to a query string; `person` is whom the web server authenticated."""
        values = {"REQUEST_METHOD": "GET", "QUERY_STRING": query, "SERVER_NAME": "localhost", "SERVER_PORT": "80",
                  "SCRIPT_NAME": "/ows", "SERVER_PROTOCOL": "HTTP/1.1", **parameters}
        if person is not None:
            values["CORTEGE_USER"] = person
        sent = (record(BEGIN, struct.pack("!HB5x", RESPONDER, 0))
                + record(PARAMS, b"".join(pair(*one) for one in values.items())) + record(PARAMS) + record(STDIN))
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(self.path)
            connection.sendall(sent)
            return Answer(self.read(connection.makefile("rb")))

    @staticmethod
    def read(stream):
        output = b""
        while head := stream.read(8):
            _, kind, _, size, padding = struct.unpack("!BBHHBx", head)
            content = stream.read(size + padding)[:size]
            if kind == STDOUT:
                output += content
            elif kind == END:
                return output
        raise ConnectionError("the server ended in the middle of an answer")
