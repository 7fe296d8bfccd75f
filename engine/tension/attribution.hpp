#pragma once

#include "engine/grid.hpp"
#include "engine/tension/event.hpp"
#include "engine/tension/model.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace cortege::engine {

/// What one event brings to a place.
struct Contribution {
  std::size_t event = 0; ///< index into the events
  double share = 0;      ///< of the place's total, in ]0, 1]
};

/// The events behind the tension of a polygon, largest share first, then by key. `total` is the weighted
/// persons inside the polygon (mean × area, area in hectares). Events that bring less than `minimum_share`
/// of it are left out. The polygon must be valid. Throws Error for a geometry or a mass the density refuses.
std::vector<Contribution> contributions(const TensionModel &model, std::span<const TensionEvent> events,
                                        const Window &window, const Grid &grid, const Polygon &polygon,
                                        double total, double minimum_share);

} // namespace cortege::engine
