#pragma once

#include <vector>

namespace cortege::engine {

/// Coordinates are metres in one projected CRS, the caller's (EPSG:2154 by default).
struct Point {
  double x = 0;
  double y = 0;
  bool operator==(const Point &) const = default;
};

/// Two vertices or more.
using Line = std::vector<Point>;

/// Closed rings: the exterior first, then its holes.
using Polygon = std::vector<Line>;

struct Box {
  double xmin = 0;
  double ymin = 0;
  double xmax = 0;
  double ymax = 0;
  bool operator==(const Box &) const = default;
};

} // namespace cortege::engine
