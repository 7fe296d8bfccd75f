#pragma once

#include "engine/geometry.hpp"

#include <geos_c.h>

#include <memory>
#include <string>
#include <vector>

namespace cortege::engine::test {

/// GEOS as the independent judge of geometries.
class Geos {
public:
  using Geometry = std::unique_ptr<GEOSGeometry, void (*)(GEOSGeometry *)>;

  Geos() : context_(GEOS_init_r(), GEOS_finish_r) {}

  [[nodiscard]] Geometry polygon(const Polygon &polygon) const {
    std::vector<GEOSGeometry *> holes;
    for (std::size_t i = 1; i < polygon.size(); ++i)
      holes.push_back(ring(polygon[i]));
    return own(GEOSGeom_createPolygon_r(handle(), ring(polygon.front()), holes.data(),
                                        static_cast<unsigned>(holes.size())));
  }
  [[nodiscard]] Geometry line(const Line &line) const {
    return own(GEOSGeom_createLineString_r(handle(), sequence(line)));
  }
  /// Empty when valid.
  [[nodiscard]] std::string why_invalid(const Polygon &any) const {
    const Geometry geometry = polygon(any);
    if (GEOSisValid_r(handle(), geometry.get()) == 1)
      return {};
    const std::unique_ptr<char, void (*)(void *)> reason(GEOSisValidReason_r(handle(), geometry.get()), free);
    return reason.get();
  }
  [[nodiscard]] double area(const Polygon &any) const { return area(polygon(any)); }
  [[nodiscard]] double intersection_area(const Polygon &a, const Polygon &b) const {
    return area(own(GEOSIntersection_r(handle(), polygon(a).get(), polygon(b).get())));
  }
  /// Of anything that has a `polygon`.
  template <typename Zones>
  [[nodiscard]] double union_area(const Zones &zones) const {
    std::vector<GEOSGeometry *> parts;
    for (const auto &zone : zones)
      parts.push_back(polygon(zone.polygon).release());
    const Geometry all = own(GEOSGeom_createCollection_r(handle(), GEOS_GEOMETRYCOLLECTION, parts.data(),
                                                         static_cast<unsigned>(parts.size())));
    return area(own(GEOSUnaryUnion_r(handle(), all.get())));
  }
  [[nodiscard]] double distance(const Geometry &a, const Geometry &b) const {
    double metres = 0;
    GEOSDistance_r(handle(), a.get(), b.get(), &metres);
    return metres;
  }

private:
  [[nodiscard]] GEOSContextHandle_t handle() const { return context_.get(); }
  // Geometries outlive no context here: contexts are never destroyed before what they made, and GEOS's
  // deleter needs none of its state.
  [[nodiscard]] static Geometry own(GEOSGeometry *geometry) {
    return {geometry, [](GEOSGeometry *mine) {
              const std::unique_ptr<GEOSContextHandle_HS, void (*)(GEOSContextHandle_t)> any(GEOS_init_r(),
                                                                                             GEOS_finish_r);
              GEOSGeom_destroy_r(any.get(), mine);
            }};
  }
  [[nodiscard]] double area(const Geometry &geometry) const {
    double square_metres = 0;
    GEOSArea_r(handle(), geometry.get(), &square_metres);
    return square_metres;
  }
  [[nodiscard]] GEOSCoordSequence *sequence(const Line &line) const {
    GEOSCoordSequence *points = GEOSCoordSeq_create_r(handle(), static_cast<unsigned>(line.size()), 2);
    for (unsigned i = 0; i < line.size(); ++i)
      GEOSCoordSeq_setXY_r(handle(), points, i, line[i].x, line[i].y);
    return points;
  }
  [[nodiscard]] GEOSGeometry *ring(const Line &line) const {
    return GEOSGeom_createLinearRing_r(handle(), sequence(line));
  }

  std::unique_ptr<GEOSContextHandle_HS, void (*)(GEOSContextHandle_t)> context_;
};

} // namespace cortege::engine::test
