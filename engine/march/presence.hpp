#pragma once

#include "engine/grid.hpp"
#include "engine/march/march.hpp"
#include "engine/progress.hpp"

#include <vector>

namespace cortege::engine {

/// Where the people of a march are, as rasters whose sum × cell area is their number.
///
/// Who walks fills the street's width evenly along the occupied stretch; who waits stands evenly in a disc
/// about the departure, as large as all of them need at the march's density; who has arrived is gone. Each
/// cell counts the exact share of it that they cover. Values are row by row from the top.

/// All ground a march ever covers: its street and the place of departure.
Box march_extent(const March &march);

/// persons/m² at an instant: sums to waiting + walking. Ground beyond the grid is left out. Throws Cancelled.
std::vector<double> presence(const March &march, const Grid &grid, Instant at, const Progress &progress = {});

/// person-hours/m² over a window: sums to the person-hours of who waits and who walks in it. Throws Error
/// when the window ends before it starts; Cancelled.
std::vector<double> exposure(const March &march, const Grid &grid, const Window &window,
                             const Progress &progress = {});

} // namespace cortege::engine
