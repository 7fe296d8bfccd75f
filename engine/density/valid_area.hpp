#pragma once

#include "engine/geometry.hpp"

#include <span>
#include <vector>

namespace cortege::engine {

/// The polygons as one valid area: disjoint interiors, closed rings, holes inside their exterior. Valid input
/// comes back as it is. Throws Error when they cannot be made valid
/// or no area is left.
std::vector<Polygon> valid_area(std::span<const Polygon> polygons);

} // namespace cortege::engine
