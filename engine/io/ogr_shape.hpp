#pragma once

#include "engine/geometry.hpp"

#include <ogr_geometry.h>

#include <memory>

namespace cortege::engine {

/// Points, lines or polygons, single or multiple; heights are dropped and curves become lines. Empty for an
/// empty geometry. Throws Error for anything else, mixed collections included.
Shape to_shape(const OGRGeometry &geometry);

std::unique_ptr<OGRPoint> to_ogr(const Point &point);
std::unique_ptr<OGRLineString> to_ogr(const Line &line);
std::unique_ptr<OGRPolygon> to_ogr(const Polygon &polygon);

} // namespace cortege::engine
