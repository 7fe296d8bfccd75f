#pragma once

#include "engine/geometry.hpp"

namespace cortege::engine {

/// Metres.
double length(const Line &line);

/// m² inside a closed ring: positive when it turns counter-clockwise. Summed from its first vertex, so that
/// far coordinates cost no digits.
double signed_area(const Line &ring);

/// The bounding box; empty lines give bounds from +infinity to -infinity, which no box intersects.
Box bounds(const Line &line);

/// Whether two boxes are more than `margin` metres apart along an axis.
bool apart(const Box &a, const Box &b, double margin);

/// The value at a share of the way between two: 0 gives `from`.
inline double along(double from, double to, double share) {
  return from + share * (to - from);
}

} // namespace cortege::engine
