#include "engine/density/valid_area.hpp"

#include "engine/error.hpp"

#include <geos_c.h>

#include <functional>
#include <memory>

namespace cortege::engine {

namespace {

// One context per call: GEOS contexts may not be shared by threads.
class Geos {
public:
  using Geometry = std::unique_ptr<GEOSGeometry, std::function<void(GEOSGeometry *)>>;

  Geos() : context_(GEOS_init_r()) {}
  ~Geos() { GEOS_finish_r(context_); }
  Geos(const Geos &) = delete;
  Geos &operator=(const Geos &) = delete;

  [[nodiscard]] GEOSContextHandle_t context() const { return context_; }
  Geometry own(GEOSGeometry *geometry) const {
    if (!geometry)
      throw Error("The polygon is not valid and cannot be made valid.");
    return {geometry, [this](GEOSGeometry *g) { GEOSGeom_destroy_r(context_, g); }};
  }

private:
  GEOSContextHandle_t context_;
};

Line closed(Line ring) {
  if (ring.front() != ring.back())
    ring.push_back(ring.front());
  return ring;
}

GEOSGeometry *ring_of(const Geos &geos, const Line &ring) {
  auto *sequence = GEOSCoordSeq_create_r(geos.context(), static_cast<unsigned>(ring.size()), 2);
  for (unsigned i = 0; i < ring.size(); ++i)
    GEOSCoordSeq_setXY_r(geos.context(), sequence, i, ring[i].x, ring[i].y);
  return GEOSGeom_createLinearRing_r(geos.context(), sequence);
}

GEOSGeometry *polygon_of(const Geos &geos, const Polygon &polygon) {
  std::vector<GEOSGeometry *> holes;
  for (std::size_t r = 1; r < polygon.size(); ++r)
    if (polygon[r].size() > 3)
      holes.push_back(ring_of(geos, polygon[r]));
  return GEOSGeom_createPolygon_r(geos.context(), ring_of(geos, polygon.front()), holes.data(),
                                  static_cast<unsigned>(holes.size()));
}

Line line_of(const Geos &geos, const GEOSGeometry *ring) {
  const auto *sequence = GEOSGeom_getCoordSeq_r(geos.context(), ring);
  unsigned size = 0;
  GEOSCoordSeq_getSize_r(geos.context(), sequence, &size);
  Line line(size);
  for (unsigned i = 0; i < size; ++i)
    GEOSCoordSeq_getXY_r(geos.context(), sequence, i, &line[i].x, &line[i].y);
  return line;
}

void collect(const Geos &geos, const GEOSGeometry *geometry, std::vector<Polygon> &polygons) {
  const int type = GEOSGeomTypeId_r(geos.context(), geometry);
  if (type == GEOS_POLYGON) {
    if (GEOSisEmpty_r(geos.context(), geometry))
      return;
    Polygon polygon{line_of(geos, GEOSGetExteriorRing_r(geos.context(), geometry))};
    for (int r = 0; r < GEOSGetNumInteriorRings_r(geos.context(), geometry); ++r)
      polygon.push_back(line_of(geos, GEOSGetInteriorRingN_r(geos.context(), geometry, r)));
    polygons.push_back(std::move(polygon));
  } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
    for (int i = 0; i < GEOSGetNumGeometries_r(geos.context(), geometry); ++i)
      collect(geos, GEOSGetGeometryN_r(geos.context(), geometry, i), polygons);
  }
}

// By structure: parts that overlap are united, where the linework method would cut the overlap out.
Geos::Geometry made_valid(const Geos &geos, const GEOSGeometry *geometry) {
  auto *how = GEOSMakeValidParams_create_r(geos.context());
  GEOSMakeValidParams_setMethod_r(geos.context(), how, GEOS_MAKE_VALID_STRUCTURE);
  GEOSGeometry *valid = GEOSMakeValidWithParams_r(geos.context(), geometry, how);
  GEOSMakeValidParams_destroy_r(geos.context(), how);
  return geos.own(valid);
}

} // namespace

std::vector<Polygon> valid_area(std::span<const Polygon> polygons) {
  std::vector<Polygon> rings;
  for (const Polygon &polygon : polygons) {
    Polygon closed_polygon;
    for (const Line &ring : polygon)
      closed_polygon.push_back(closed(ring));
    if (closed_polygon.front().size() > 3)
      rings.push_back(std::move(closed_polygon));
  }
  if (rings.empty())
    throw Error("The polygon has no area.");
  const Geos geos;
  std::vector<GEOSGeometry *> parts;
  parts.reserve(rings.size());
  for (const Polygon &polygon : rings)
    parts.push_back(polygon_of(geos, polygon));
  const auto whole = geos.own(GEOSGeom_createCollection_r(geos.context(), GEOS_MULTIPOLYGON, parts.data(),
                                                          static_cast<unsigned>(parts.size())));
  if (GEOSisValid_r(geos.context(), whole.get()) == 1)
    return rings;
  const auto valid = made_valid(geos, whole.get());
  std::vector<Polygon> result;
  collect(geos, valid.get(), result);
  if (result.empty())
    throw Error("The polygon has no area.");
  return result;
}

} // namespace cortege::engine
