#pragma once

#include "engine/grid.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace cortege::engine {

/// Which share of each cell a polygon covers, over the smallest window of the grid that holds it.
struct Coverage {
  std::int64_t first_column = 0; ///< of the grid, from its west
  std::int64_t first_row = 0;    ///< of the grid, from its top
  std::int64_t width = 0;        ///< 0 when the polygon is beyond the grid
  std::int64_t height = 0;
  std::vector<double> shares; ///< row by row from the top, in [0, 1]

  [[nodiscard]] double at(std::int64_t column, std::int64_t row) const {
    return shares[static_cast<std::size_t>(row * width + column)];
  }
};

/// Exact, by signed areas accumulated along edges (as font rasterizers do: Levien's font-rs), with a rounding
/// error below 1e-11 of a cell: shares smaller than that are 0. The polygon must be valid; rings may turn
/// either way.
Coverage coverage(const Grid &grid, const Polygon &polygon);

struct Edge {
  Point from;
  Point to;
};

/// The same of an outline in no order: the edges of closed rings, exteriors counter-clockwise and holes
/// clockwise.
Coverage coverage_of_outline(const Grid &grid, std::span<const Edge> outline);

} // namespace cortege::engine
