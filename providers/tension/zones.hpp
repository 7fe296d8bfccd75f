#pragma once

#include "engine/tension/tension.hpp"
#include "engine/zone/zone.hpp"

#include <span>
#include <string>
#include <vector>

namespace cortege::tension {

/// A zone of one window with what is behind it.
struct ZoneRecord {
  std::size_t slice = 0; ///< of a series: the caller's, which window it is of
  engine::Zone zone;
  double persons = 0;            ///< weighted, inside the zone
  std::vector<std::string> keys; ///< of events that bring a hundredth of them or more, largest share first
};

/// The zones of a raster of the model over a window, at the model's levels. Throws as engine::zones.
std::vector<ZoneRecord> zones_of(const engine::TensionModel &model,
                                 std::span<const engine::TensionEvent> events, const engine::Window &window,
                                 const engine::TensionRaster &raster, const engine::Progress &progress);

} // namespace cortege::tension
