#pragma once

#include "engine/march/march.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace cortege::engine {

/// Metres within which a street is on the way of a route, unless said.
constexpr double street_tolerance = 10;

/// One time that a march takes a street or cuts it.
struct StreetOccupation {
  std::size_t street = 0; ///< index into the streets given
  bool followed = false;  ///< the march walks along it; false: it only crosses or passes its mouth
  double from_chainage = 0;
  double to_chainage = 0;
  Instant from; ///< the head comes
  Instant to;   ///< the tail is gone: the street is free again
};

/// Streets within `tolerance` metres of the route, in the order in which the head meets them; a street met
/// again by a loop comes again. The route follows, at each place, the nearest street within tolerance that
/// runs within 30° of its own direction; all others in reach are crossed. Throws Error when the tolerance is
/// not positive and finite.
std::vector<StreetOccupation> occupied_streets(const March &march, std::span<const Line> streets,
                                               double tolerance = street_tolerance);

/// The width in metres of the street that each segment of a route follows, where it is known, for
/// MarchParameters: the narrowest of those followed for 20 m or half of the segment. `widths` holds one for
/// each street. Throws Error for a route that is none and as above.
std::vector<std::optional<double>> street_widths(const Line &route, std::span<const Line> streets,
                                                 std::span<const std::optional<double>> widths,
                                                 double tolerance = street_tolerance);

} // namespace cortege::engine
