#include "providers/qgis/catalogue_geometry.hpp"

#include "providers/qgis/text.hpp"

#include <qgsdatasourceuri.h>
#include <qgswkbtypes.h>

namespace cortege::qgis {
namespace {

// PostGIS numbers the last three types otherwise than WKB.
Qgis::WkbType flat_type(int postgis) {
  switch (postgis) {
  case 0:
    return Qgis::WkbType::Unknown;
  case 13:
    return Qgis::WkbType::GeometryCollection; // polyhedral surfaces are read as their polygons
  case 14:
    return Qgis::WkbType::Triangle;
  case 15:
    return Qgis::WkbType::MultiPolygon;
  default:
    return static_cast<Qgis::WkbType>(postgis);
  }
}

struct Sample {
  Qgis::WkbType type = Qgis::WkbType::Unknown;
  int srid = 0;
};

Sample first_rows(const Relation &relation, pg::Connection &connection) {
  const auto rows = connection.exec(
      "SELECT upper(GeometryType(g)) AS type, ST_SRID(g) AS srid, ST_Zmflag(g) AS flag, "
      "count(*) FROM (SELECT "
      + relation.geometry.as_geometry() + " AS g FROM " + relation.from + " WHERE " + relation.geometry.sql()
      + " IS NOT NULL LIMIT 100) s GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1");
  if (rows.empty())
    return {};
  Qgis::WkbType type = QgsWkbTypes::parseType(from_utf8(rows.get<std::string_view>(0, "type")));
  for (int row = 1; row < rows.rows(); ++row) {
    const auto other = QgsWkbTypes::parseType(from_utf8(rows.get<std::string_view>(row, "type")));
    if (QgsWkbTypes::multiType(other) == QgsWkbTypes::multiType(type))
      type = QgsWkbTypes::multiType(type);
  }
  const int flag = rows.get<int>(0, "flag");
  type = QgsWkbTypes::zmType(type, (flag & 2) != 0, (flag & 1) != 0);
  return {type, rows.get<int>(0, "srid")};
}

const char *family_names(Qgis::GeometryType family) {
  switch (family) {
  case Qgis::GeometryType::Point:
    return "'POINT', 'MULTIPOINT'";
  case Qgis::GeometryType::Line:
    return "'LINESTRING', 'MULTILINESTRING', 'CIRCULARSTRING', 'COMPOUNDCURVE', 'MULTICURVE'";
  case Qgis::GeometryType::Polygon:
    return "'POLYGON', 'MULTIPOLYGON', 'CURVEPOLYGON', 'MULTISURFACE', 'POLYHEDRALSURFACE', 'TIN', "
           "'TRIANGLE'";
  default:
    return nullptr;
  }
}

} // namespace

GeometryColumn geometry_column(const QString &name, const std::string &type, int modifier) {
  GeometryColumn column;
  if (type != "geometry" && type != "geography")
    throw pg::Error(
        sentence("The column %1 holds no geometry. Correct the layer's source.").arg(name).toStdString());
  column.name = name;
  column.geography = type == "geography";
  if (column.geography)
    column.srid = 4326;
  column.type = Qgis::WkbType::Unknown;
  if (modifier >= 0) {
    column.srid = ((modifier & 0x0fffff00) - (modifier & 0x10000000)) / 256;
    const bool z = (modifier & 2) != 0, m = (modifier & 1) != 0;
    column.type = QgsWkbTypes::zmType(flat_type((modifier & 0xfc) >> 2), z, m);
  }
  return column;
}

void settle_platform_view(const QString &schema, const QString &name, GeometryColumn &column) {
  if (schema != QLatin1String("plateforme") || column.type != Qgis::WkbType::Unknown || column.srid != 0)
    return;
  const Qgis::WkbType type = name == QLatin1String("evenement_point")     ? Qgis::WkbType::MultiPoint
                             : name == QLatin1String("evenement_ligne")   ? Qgis::WkbType::MultiLineString
                             : name == QLatin1String("evenement_surface") ? Qgis::WkbType::MultiPolygon
                                                                          : Qgis::WkbType::Unknown;
  if (type == Qgis::WkbType::Unknown)
    return;
  column.type = type;
  column.srid = 2154;
}

void settle_geometry(Relation &relation, pg::Connection &connection, const QgsDataSourceUri &uri) {
  GeometryColumn &geometry = relation.geometry;
  if (!relation.has_geometry())
    return;
  const bool open_type =
      geometry.type == Qgis::WkbType::Unknown || geometry.type == Qgis::WkbType::GeometryCollection;
  const bool open_srid = geometry.srid == 0;
  if (open_type && uri.wkbType() != Qgis::WkbType::Unknown && uri.wkbType() != Qgis::WkbType::NoGeometry)
    geometry.type = uri.wkbType();
  if (open_srid && uri.srid().toInt() > 0)
    geometry.srid = uri.srid().toInt();
  if (geometry.type == Qgis::WkbType::Unknown || geometry.srid == 0) {
    const Sample sample = first_rows(relation, connection);
    if (geometry.type == Qgis::WkbType::Unknown)
      geometry.type = sample.type;
    if (geometry.srid == 0)
      geometry.srid = sample.srid;
  }
  geometry.mixed_types = open_type && geometry.type != Qgis::WkbType::Unknown;
  geometry.mixed_srids = open_srid && geometry.srid != 0;
}

std::string geometry_filter(const Relation &relation) {
  const GeometryColumn &geometry = relation.geometry;
  if (!geometry.mixed_srids && !geometry.mixed_types)
    return {};
  const std::string column = geometry.as_geometry();
  std::string filter;
  if (geometry.mixed_srids)
    filter = "ST_SRID(" + column + ") = " + std::to_string(geometry.srid);
  const char *names = geometry.mixed_types ? family_names(QgsWkbTypes::geometryType(geometry.type)) : nullptr;
  if (names != nullptr)
    filter += (filter.empty() ? "" : " AND ") + ("upper(GeometryType(" + column + ")) IN (") + names + ")";
  return filter;
}

} // namespace cortege::qgis
