#pragma once

#include "engine/grid.hpp"

#include <cstddef>
#include <functional>

namespace cortege::engine {

/// Calls `take(cell, metres)` for each piece of a straight line that lies in one cell of the grid, in order;
/// cells are numbered row by row from the top. What lies beyond the grid is left out (Liang and Barsky 1984).
/// A line that runs on the border of two cells belongs to the northern or eastern one.
void for_each_cell_along(const Grid &grid, const Point &from, const Point &to,
                         const std::function<void(std::size_t cell, double metres)> &take);

} // namespace cortege::engine
