#include "engine/density/placed_edges.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cortege::engine {

namespace {

// How far west of the row's origin the capsule around an edge goes: where its outline's west-facing side, or
// the cap at the end of it, meets the row. Negative infinity when it does not.
double westward(double x0, double y0, double x1, double y1, double reach) {
  const double dx = x1 - x0;
  const double dy = y1 - y0;
  const double length = std::hypot(dx, dy);
  double t = dx > 0 ? 0 : 1;
  if (dy != 0 && length > 0) {
    const double north = dy > 0 ? dx / length : -dx / length; // of the normal that points west
    t = std::clamp((-north * reach - y0) / dy, 0.0, 1.0);
  }
  const double y = y0 + t * dy;
  const double square = reach * reach - y * y;
  return square > 0 ? std::sqrt(square) - (x0 + t * dx) : -std::numeric_limits<double>::infinity();
}

} // namespace

CellPosition position_of(double coordinate, double resolution) {
  const double index = std::floor(coordinate / resolution);
  return {static_cast<std::int64_t>(index), std::fma(-index, resolution, coordinate) / resolution - 0.5};
}

CellRange CellRange::within(std::int64_t first, std::int64_t last) const {
  return {std::max(from, first), std::min(to, last)};
}

CellRange reached(double x0, double y0, double x1, double y1, double reach) {
  const double west = westward(x0, y0, x1, y1, reach);
  const double east = westward(-x0, y0, -x1, y1, reach);
  if (!std::isfinite(west) || !std::isfinite(east))
    return {};
  return {static_cast<std::int64_t>(std::floor(-west)), static_cast<std::int64_t>(std::ceil(east)) + 1};
}

} // namespace cortege::engine
