#include "engine/io/ogr_shape.hpp"

#include "engine/error.hpp"
#include "engine/wkb.hpp"

#include <span>
#include <vector>

namespace cortege::engine {

namespace {

Shape shape_of_flat(const OGRGeometry &geometry) {
  std::vector<std::byte> wkb(geometry.WkbSize());
  geometry.exportToWkb(wkbNDR, reinterpret_cast<unsigned char *>(wkb.data()), wkbVariantIso);
  return shape_from_wkb(wkb);
}

template <typename Curve>
void copy(const Line &line, Curve &curve) {
  curve.setNumPoints(static_cast<int>(line.size()));
  for (std::size_t i = 0; i < line.size(); ++i)
    curve.setPoint(static_cast<int>(i), line[i].x, line[i].y);
}

} // namespace

Shape to_shape(const OGRGeometry &geometry) {
  if (geometry.IsEmpty() != 0)
    return {};
  if (wkbFlatten(geometry.getGeometryType()) == wkbPoint)
    return {{{geometry.toPoint()->getX(), geometry.toPoint()->getY()}}, {}, {}};
  if (geometry.hasCurveGeometry() == 0 && geometry.Is3D() == 0 && geometry.IsMeasured() == 0)
    return shape_of_flat(geometry);
  const std::unique_ptr<OGRGeometry> flat(geometry.getLinearGeometry());
  if (!flat)
    throw Error("Its curves cannot be made lines.");
  flat->flattenTo2D();
  return shape_of_flat(*flat);
}

std::unique_ptr<OGRPoint> to_ogr(const Point &point) {
  return std::make_unique<OGRPoint>(point.x, point.y);
}

std::unique_ptr<OGRLineString> to_ogr(const Line &line) {
  auto result = std::make_unique<OGRLineString>();
  copy(line, *result);
  return result;
}

std::unique_ptr<OGRPolygon> to_ogr(const Polygon &polygon) {
  auto result = std::make_unique<OGRPolygon>();
  for (const Line &line : polygon) {
    auto ring = std::make_unique<OGRLinearRing>();
    copy(line, *ring);
    result->addRingDirectly(ring.release());
  }
  return result;
}

} // namespace cortege::engine
