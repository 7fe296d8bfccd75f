"""The map servers that scripts/bench wms compares: QGIS Server and MapServer behind one nginx, two processes each, on loopback."""
import os
import pathlib
import socket
import subprocess
import time

QGIS = "/usr/lib/cgi-bin/qgis_mapserv.fcgi"
MAPSERVER = "/usr/lib/cgi-bin/mapserv"
PROCESSES = 2


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Pool:
    """PROCESSES of a FastCGI program on one socket. What nginx tells it beside the query is `parameters`."""

    def __init__(self, name, program, folder, environment, parameters):
        self.name, self.parameters = name, parameters
        self.socket = folder / f"{name}.sock"
        listening = socket.socket(socket.AF_UNIX)
        listening.bind(str(self.socket))
        os.chmod(self.socket, 0o666)
        listening.listen(128)
        with open(folder / f"{name}.log", "wb") as log:
            self.processes = [subprocess.Popen([program], stdin=listening, stdout=log, stderr=log,
                                               env={**os.environ, **environment}) for _ in range(PROCESSES)]
        listening.close()

    def location(self):
        told = "".join(f'    fastcgi_param {key} "{value}";\n' for key, value in self.parameters.items())
        return (f"  location /{self.name} {{\n    fastcgi_pass unix:{self.socket};\n    fastcgi_param QUERY_STRING $args;\n"
                f"    fastcgi_param REQUEST_METHOD GET;\n    fastcgi_param SERVER_NAME localhost;\n{told}  }}\n")

    def cpu_seconds(self):
        total = 0.0
        for process in self.processes:
            fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
            total += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        return total

    def resident_megabytes(self):
        pages = [int(pathlib.Path(f"/proc/{process.pid}/statm").read_text(encoding="ascii").split()[1])
                 for process in self.processes]
        return [count * os.sysconf("SC_PAGE_SIZE") / 1e6 for count in pages]

    def stop(self):
        for process in self.processes:
            process.kill()
            process.wait()


def qgis(name, folder, project, prefix, person):
    return Pool(name, QGIS, folder, {
        "QGIS_PREFIX_PATH": prefix, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "TZ": "Europe/Paris",
        "QGIS_SERVER_LOG_LEVEL": "2", "QGIS_SERVER_PARALLEL_RENDERING": "1", "QGIS_SERVER_MAX_THREADS": "2",
        "MALLOC_MMAP_THRESHOLD_": "33554432", "MALLOC_TRIM_THRESHOLD_": "134217728", "MALLOC_ARENA_MAX": "2",  # as `cortege serve`
    }, {"QGIS_PROJECT_FILE": project, "CORTEGE_USER": person})


# The same symbol at the same places: 2 mm circles are 7.56 pixels at QGIS's 96 dpi.
MAP_FILE = """MAP
  NAME "points"
  SIZE 800 600
  EXTENT {frame}
  PROJECTION "init=epsg:2154" END
  IMAGETYPE png
  WEB METADATA "wms_enable_request" "*" "wms_srs" "EPSG:2154" "wms_title" "Banc" END END
  SYMBOL NAME "disc" TYPE ELLIPSE FILLED TRUE POINTS 1 1 END END
  LAYER
    NAME "points"
    TYPE POINT
    STATUS ON
    CONNECTIONTYPE POSTGIS
    CONNECTION "{connection}"
    DATA "geom FROM plateforme.fait USING UNIQUE id USING SRID=2154"
    PROCESSING "CLOSE_CONNECTION=DEFER"
    PROJECTION "init=epsg:2154" END
    METADATA "wms_title" "points" END
    CLASS STYLE SYMBOL "disc" SIZE 7.56 COLOR "#d1495b" OUTLINECOLOR "#2b2924" OUTLINEWIDTH 0.76 END END
  END
END
"""


def mapserver(name, folder, frame, person):
    """MapServer on the same table and policies. Its 8.x reads a configuration that names the map files it may open."""
    connection = f"dbname={os.environ['PGDATABASE']} host={os.environ['PGHOST']} port={os.environ['PGPORT']} user={person}"
    file, configuration = folder / f"{name}.map", folder / f"{name}.conf"
    file.write_text(MAP_FILE.format(frame=" ".join(map(str, frame)), connection=connection), encoding="ascii")
    configuration.write_text('CONFIG\n  ENV\n    "MS_MAP_PATTERN" "."\n  END\nEND\n', encoding="ascii")
    return Pool(name, MAPSERVER, folder, {"MAPSERVER_CONFIG_FILE": str(configuration), "MS_MAPFILE": str(file)},
                {"MS_MAPFILE": str(file)})


class Web:
    """nginx before the pools; `port` is its own."""

    def __init__(self, folder, pools):
        self.port = free_port()
        (folder / "nginx.conf").write_text(
            f"daemon off;\nuser {'root' if os.geteuid() == 0 else 'nobody'};\npid {folder}/nginx.pid;\nerror_log {folder}/nginx.log;\n"
            "worker_processes 1;\nevents {}\nhttp {\n access_log off;\n fastcgi_buffers 64 64k;\n fastcgi_buffer_size 64k;\n"
            f" fastcgi_read_timeout 300s;\n client_body_temp_path {folder}/body;\n fastcgi_temp_path {folder}/fastcgi;\n"
            f" proxy_temp_path {folder}/proxy;\n uwsgi_temp_path {folder}/uwsgi;\n scgi_temp_path {folder}/scgi;\n"
            f" server {{\n  listen 127.0.0.1:{self.port};\n{''.join(pool.location() for pool in pools)} }}\n}}\n", encoding="ascii")
        self.process = subprocess.Popen(["nginx", "-e", f"{folder}/nginx.log", "-c", f"{folder}/nginx.conf"])
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise SystemExit("nginx does not start: " + (folder / "nginx.log").read_text(encoding="utf-8"))

    def stop(self):
        self.process.terminate()
        self.process.wait()
