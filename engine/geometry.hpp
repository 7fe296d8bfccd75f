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

/// A feature's geometry: points, lines or polygons, the other two empty.
struct Shape {
  std::vector<Point> points;
  std::vector<Line> lines;
  std::vector<Polygon> polygons;

  [[nodiscard]] bool empty() const { return points.empty() && lines.empty() && polygons.empty(); }
  bool operator==(const Shape &) const = default;
};

/// A rectangle with its borders: xmin <= xmax, ymin <= ymax.
struct Box {
  double xmin = 0;
  double ymin = 0;
  double xmax = 0;
  double ymax = 0;
  bool operator==(const Box &) const = default;
};

} // namespace cortege::engine
