#include "providers/qgis/select_geometry.hpp"

#include <qgswkbtypes.h>

namespace cortege::qgis {
namespace {

std::string number(double value) {
  pg::Parameters exact;
  exact.add(value);
  return exact.values()[0];
}

std::string envelope(const QgsRectangle &box, int srid, Bindings &values) {
  std::string corners;
  for (const double corner : {box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()})
    corners += values.untyped(number(corner)) + "::float8, ";
  return "ST_MakeEnvelope(" + corners + std::to_string(srid) + ")";
}

} // namespace

std::string spatial_condition(const Relation &relation, const QgsFeatureRequest &request, Bindings &values) {
  if (!relation.has_geometry() || request.spatialFilterType() == Qgis::SpatialFilterType::NoFilter)
    return {};
  const std::string geometry = relation.geometry.as_geometry();
  const int srid = relation.geometry.srid;
  const QgsRectangle box = request.filterRect();
  std::string condition;
  const auto add = [&](const std::string &part) { condition += (condition.empty() ? "" : " AND ") + part; };
  if (!box.isNull() && box.isFinite()) {
    const std::string frame = envelope(box, srid, values);
    add(geometry + " && " + frame);
    if ((request.flags() & Qgis::FeatureRequestFlag::ExactIntersect)
        && request.spatialFilterType() == Qgis::SpatialFilterType::BoundingBox)
      add("ST_Intersects(ST_CurveToLine(" + geometry + "), " + frame + ")");
  }
  if (request.spatialFilterType() == Qgis::SpatialFilterType::DistanceWithin)
    add("ST_DWithin(" + geometry + ", ST_GeomFromWKB(" + values.bytes(request.referenceGeometry().asWkb())
        + "::bytea, " + std::to_string(srid) + "), " + values.untyped(number(request.distanceWithin()))
        + "::float8)");
  return condition;
}

// Vertices closer than the map can show are left out where they are stored. Never for points, nor for Z or M.
std::string geometry_to_read(const Relation &relation, const QgsFeatureRequest &request) {
  std::string geometry = relation.geometry.as_geometry();
  const QgsSimplifyMethod &method = request.simplifyMethod();
  const Qgis::WkbType type = relation.geometry.type;
  const auto family = QgsWkbTypes::geometryType(type);
  const bool possible = family == Qgis::GeometryType::Line || family == Qgis::GeometryType::Polygon;
  if (method.methodType() != QgsSimplifyMethod::OptimizeForRendering || method.forceLocalOptimization()
      || !possible || QgsWkbTypes::hasZ(type) || QgsWkbTypes::hasM(type) || QgsWkbTypes::isCurvedType(type)
      || !(method.tolerance() > 0))
    return geometry;
  return "ST_RemoveRepeatedPoints(" + geometry + ", " + number(method.tolerance()) + ")";
}

} // namespace cortege::qgis
