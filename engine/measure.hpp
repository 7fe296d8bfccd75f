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

} // namespace cortege::engine
