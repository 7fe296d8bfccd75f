#pragma once

#include "engine/grid.hpp"

#include <cstdint>

namespace cortege::engine {

/// An absolute coordinate as its cell and the distance from that cell's centre, in cells (|offset| ≤ 1/2 but
/// for rounding). The fused product keeps all the digits that the coordinate has, however far from the
/// origin.
struct CellPosition {
  std::int64_t cell = 0;
  double offset = 0;
};
CellPosition position_of(double coordinate, double resolution);

/// Cells [from, to) of one row.
struct CellRange {
  std::int64_t from = 0;
  std::int64_t to = 0;
  [[nodiscard]] bool empty() const { return from >= to; }
  [[nodiscard]] CellRange within(std::int64_t first, std::int64_t last) const;
};

/// The cells of the row y = 0 whose centres are within `reach` of the edge from (x0, y0) to (x1, y1), all in
/// cells; at most one more at either end.
CellRange reached(double x0, double y0, double x1, double y1, double reach);

} // namespace cortege::engine
