"""What the server says of itself, written once: the same for everybody, whoever asked first.

QGIS Server would compute it from the rows of the first person who asks (the times of a layer are read from its features) and
keep it for the others. So it is asked here, of a project whose layers have no time, and the time that is served is put in.
"""
import datetime
import os
import subprocess
import xml.etree.ElementTree as xml

PROGRAM = "/usr/lib/cgi-bin/qgis_mapserv.fcgi"
XLINK, XSI = "http://www.w3.org/1999/xlink", "http://www.w3.org/2001/XMLSchema-instance"
WMS, SLD = "http://www.opengis.net/wms", "http://www.opengis.net/sld"
NAMESPACES = {"": WMS, "xlink": XLINK, "xsi": XSI, "sld": SLD, "qgs": "http://www.qgis.org/wms",
              "gml": "http://www.opengis.net/gml", "ogc": "http://www.opengis.net/ogc", "ows": "http://www.opengis.net/ows"}
SERVED = {"GetCapabilities", "GetMap", "GetFeatureInfo", "DescribeFeatureType", "GetFeature"}
IMAGES = ["image/png", "image/jpeg", "image/png; mode=8bit", "image/png; mode=16bit", "image/webp"]
ANSWERS = ["text/html", "application/json", "application/geo+json", "text/plain", "text/xml", "application/vnd.ogc.gml",
           "application/vnd.ogc.gml/3.1.1"]


def asked(project, service, version, url):
    """QGIS Server's own answer, run once as a CGI program."""
    environment = {
        **os.environ, "QGIS_PROJECT_FILE": str(project), "REQUEST_METHOD": "GET", "SERVER_NAME": "localhost", "HTTPS": "on",
        "SERVER_PORT": "443", "SCRIPT_NAME": f"/{service}", "QGIS_SERVER_LOG_LEVEL": "3",
        "QUERY_STRING": f"SERVICE={service.upper()}&VERSION={version}&REQUEST=GetCapabilities",
        f"HTTP_X_QGIS_{service.upper()}_SERVICE_URL": f"{url}/{service}",
    }
    ran = subprocess.run([PROGRAM], env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    start = ran.stdout.find(b"<")
    if b"_Capabilities" not in ran.stdout[start:start + 400] and b"WMT_MS" not in ran.stdout[start:start + 400]:
        raise SystemExit(f"QGIS Server gives no capabilities: {ran.stdout[-500:].decode(errors='replace')}")
    return xml.fromstring(ran.stdout[start:])


def local(element):
    return element.tag.rpartition("}")[2]


def named(parent, name):
    return [child for child in parent if local(child) == name]


def keep_served(root):
    """Operations and formats that the gate lets through, and no others."""
    for request in [element for element in root.iter() if local(element) == "Request"]:
        for operation in list(request):
            if local(operation) not in SERVED | {"GetLegendGraphic"}:
                request.remove(operation)
            elif local(operation) in ("GetMap", "GetFeatureInfo"):
                formats = named(operation, "Format")
                wanted = IMAGES if local(operation) == "GetMap" else ANSWERS
                for old in formats:
                    operation.remove(old)
                for place, text in enumerate(wanted):
                    new = xml.Element(formats[0].tag)
                    new.text = text
                    operation.insert(place, new)
    for style in [element for element in root.iter() if local(element) == "Style"]:
        for title in named(style, "Title"):
            title.text = "Style publié"
    for capability in [element for element in root.iter() if local(element) == "Capability"]:
        for extra in named(capability, "UserDefinedSymbolization") + named(capability, "ComposerTemplates"):
            capability.remove(extra)


def period():
    """Years that clients may offer; beyond them TIME is served all the same."""
    year = datetime.date.today().year
    return f"{year - 5}-01-01T00:00:00Z/{year + 5}-01-01T00:00:00Z/PT15M"


def put_time(root, layers, version):
    """Layers that have a time say so; without TIME, the day in progress is shown."""
    for layer in [element for element in root.iter() if local(element) == "Layer"]:
        if not any(name.text in layers for name in named(layer, "Name")):
            continue
        space = layer.tag.rpartition("}")[0] + "}" if "}" in layer.tag else ""
        dimension = xml.Element(f"{space}Dimension", name="time", units="ISO8601")
        extent = dimension
        if version == "1.1.1":
            extent = xml.Element(f"{space}Extent", name="time")
        extent.set("default", "current")
        extent.text = period()
        order = ("Attribution", "AuthorityURL", "Identifier", "MetadataURL", "DataURL", "FeatureListURL", "Style",
                 "MinScaleDenominator", "MaxScaleDenominator", "ScaleHint", "Layer")  # what the standard puts after it
        place = next((i for i, child in enumerate(layer) if local(child) in order), len(layer))
        layer.insert(place, dimension)
        if extent is not dimension:
            layer.insert(place + 1, extent)


def write(folder, project, url, timed):
    folder.mkdir(exist_ok=True)
    for prefix, namespace in NAMESPACES.items():
        xml.register_namespace(prefix, namespace)
    for service, versions in (("wms", ("1.1.1", "1.3.0")), ("wfs", ("1.0.0", "1.1.0"))):
        for version in versions:
            root = asked(project, service, version, url)
            keep_served(root)
            if service == "wms":
                put_time(root, timed, version)
            # WFS has another default namespace than WMS.
            space = root.tag.rpartition("}")[0].lstrip("{")
            if space:
                xml.register_namespace("", space)
            xml.ElementTree(root).write(folder / f"{service}-{version}.xml", encoding="utf-8", xml_declaration=True)
