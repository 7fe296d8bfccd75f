"""The ISO 19115 record of a published layer, in the XML of ISO 19139 (gmd), from what metadata/couches.toml says of it."""
import datetime
import xml.etree.ElementTree as xml

GMD, GCO = "http://www.isotc211.org/2005/gmd", "http://www.isotc211.org/2005/gco"
CODES = "http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#"
for prefix, namespace in (("gmd", GMD), ("gco", GCO)):
    xml.register_namespace(prefix, namespace)


def add(parent, path, text=None, kind="CharacterString"):
    """Elements of gmd one in the other; a text goes into the last one as gco:<kind>."""
    for name in path.split("/"):
        parent = xml.SubElement(parent, f"{{{GMD}}}{name}")
    if text is not None:
        xml.SubElement(parent, f"{{{GCO}}}{kind}").text = text
    return parent


def code(parent, name, codelist, value):
    element = xml.SubElement(add(parent, name), f"{{{GMD}}}{codelist}", codeList=CODES + codelist, codeListValue=value)
    element.text = value


def party(parent, name, organisation, role):
    responsible = add(parent, f"{name}/CI_ResponsibleParty")
    add(responsible, "organisationName", organisation)
    code(responsible, "role", "CI_RoleCode", role)


def identification(record, entry, about, today):
    data = add(record, "identificationInfo/MD_DataIdentification")
    citation = add(data, "citation/CI_Citation")
    add(citation, "title", entry["titre"])
    date = add(citation, "date/CI_Date")
    add(date, "date", today, "Date")
    code(date, "dateType", "CI_DateTypeCode", "publication")
    add(data, "abstract", entry["resume"])
    party(data, "pointOfContact", about["organisation"], "pointOfContact")
    code(add(data, "resourceMaintenance/MD_MaintenanceInformation"), "maintenanceAndUpdateFrequency",
         "MD_MaintenanceFrequencyCode", entry["mise_a_jour"])
    keywords = add(data, "descriptiveKeywords/MD_Keywords")
    for word in entry["mots_cles"]:
        add(keywords, "keyword", word)
    constraints = add(data, "resourceConstraints/MD_LegalConstraints")
    code(constraints, "accessConstraints", "MD_RestrictionCode", "restricted")
    code(constraints, "useConstraints", "MD_RestrictionCode", "otherRestrictions")
    add(constraints, "otherConstraints", about["contraintes"])
    add(constraints, "otherConstraints", f"Source : {entry['attribution']}")
    code(data, "spatialRepresentationType", "MD_SpatialRepresentationTypeCode", "grid" if "modele" in entry else "vector")
    add(data, "language", "fre")
    add(data, "topicCategory/MD_TopicCategoryCode").text = "society"


def write(path, entry, about, description):
    today = datetime.date.today().isoformat()
    record = xml.Element(f"{{{GMD}}}MD_Metadata")
    add(record, "fileIdentifier", f"cortege-{entry['nom']}")
    add(record, "language", "fre")
    code(record, "characterSet", "MD_CharacterSetCode", "utf8")
    code(record, "hierarchyLevel", "MD_ScopeCode", "dataset")
    party(record, "contact", about["organisation"], "pointOfContact")
    add(record, "dateStamp", today, "Date")
    add(record, "metadataStandardName", "ISO 19115:2003/19139")
    add(record, "referenceSystemInfo/MD_ReferenceSystem/referenceSystemIdentifier/RS_Identifier/code", "EPSG:2154")
    identification(record, entry, about, today)
    online = add(record, "distributionInfo/MD_Distribution/transferOptions/MD_DigitalTransferOptions/onLine/CI_OnlineResource")
    add(online, "linkage/URL").text = f"{description['url']}/wms"
    add(online, "protocol", "OGC:WMS")
    add(online, "name", entry["nom"])
    xml.indent(record)
    xml.ElementTree(record).write(path, encoding="utf-8", xml_declaration=True)
