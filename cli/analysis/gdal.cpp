#include "cli/analysis/gdal.hpp"

#include "engine/error.hpp"

#include <fmt/format.h>

namespace cortege::analysis {

namespace {

engine::Line to_line(const OGRSimpleCurve &curve) {
  engine::Line line;
  for (int i = 0; i < curve.getNumPoints(); ++i)
    line.push_back({curve.getX(i), curve.getY(i)});
  return line;
}

void add(engine::Shape &shape, const OGRGeometry &geometry) {
  switch (wkbFlatten(geometry.getGeometryType())) {
  case wkbPoint:
    if (!geometry.IsEmpty())
      shape.points.push_back({geometry.toPoint()->getX(), geometry.toPoint()->getY()});
    break;
  case wkbLineString:
    if (!geometry.IsEmpty())
      shape.lines.push_back(to_line(*geometry.toLineString()));
    break;
  case wkbPolygon: {
    engine::Polygon polygon;
    for (const OGRLinearRing *ring : *geometry.toPolygon())
      polygon.push_back(to_line(*ring));
    if (!polygon.empty())
      shape.polygons.push_back(std::move(polygon));
    break;
  }
  case wkbMultiPoint:
  case wkbMultiLineString:
  case wkbMultiPolygon:
  case wkbGeometryCollection:
    for (const OGRGeometry *part : *geometry.toGeometryCollection())
      add(shape, *part);
    break;
  default:
    break;
  }
}

template <typename Curve>
void copy(const engine::Line &line, Curve &curve) {
  curve.setNumPoints(static_cast<int>(line.size()));
  for (std::size_t i = 0; i < line.size(); ++i)
    curve.setPoint(static_cast<int>(i), line[i].x, line[i].y);
}

} // namespace

QuietGdal::QuietGdal() {
  GDALAllRegister();
  CPLPushErrorHandler(CPLQuietErrorHandler);
  CPLErrorReset();
}

QuietGdal::~QuietGdal() {
  CPLPopErrorHandler();
}

void refuse(const std::string &verb, const std::string &file) {
  const std::string reason = CPLGetLastErrorMsg();
  throw engine::Error(fmt::format("Cannot {} {}: {}", verb, file,
                                  reason.empty() ? "check its name, its format and your rights." : reason));
}

OGRSpatialReference reference(const std::string &crs) {
  OGRSpatialReference result;
  if (result.SetFromUserInput(crs.c_str()) != OGRERR_NONE)
    throw engine::Error(fmt::format("{} is not a known CRS: use for example EPSG:2154.", crs));
  result.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  return result;
}

engine::Shape to_shape(const OGRGeometry &geometry) {
  const std::unique_ptr<OGRGeometry> straight(geometry.getLinearGeometry());
  engine::Shape shape;
  if (straight)
    add(shape, *straight);
  return shape;
}

std::unique_ptr<OGRGeometry> to_ogr(const engine::Point &point) {
  return std::make_unique<OGRPoint>(point.x, point.y);
}

std::unique_ptr<OGRGeometry> to_ogr(const engine::Line &line) {
  auto result = std::make_unique<OGRLineString>();
  copy(line, *result);
  return result;
}

std::unique_ptr<OGRGeometry> to_ogr(const engine::Polygon &polygon) {
  auto result = std::make_unique<OGRPolygon>();
  for (const engine::Line &line : polygon) {
    auto ring = std::make_unique<OGRLinearRing>();
    copy(line, *ring);
    result->addRingDirectly(ring.release());
  }
  return result;
}

} // namespace cortege::analysis
