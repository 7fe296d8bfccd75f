#pragma once

#include "engine/geometry.hpp"

#include <cstdint>

namespace cortege::engine {

/// Square cells on the absolute lattice of a resolution: column c covers [c·r, (c+1)·r) metres east, row
/// likewise north. Because cells are absolute, any two grids of one resolution agree cell by cell where they
/// overlap.
struct Grid {
  double resolution = 0;         ///< metres, > 0
  std::int64_t first_column = 0; ///< absolute index of the western column
  std::int64_t first_row = 0;    ///< absolute index of the southern row
  std::int64_t width = 0;
  std::int64_t height = 0;

  bool operator==(const Grid &) const = default;

  [[nodiscard]] Box extent() const;
  [[nodiscard]] std::int64_t cells() const { return width * height; }
  /// Centre of the cell in column `column` and row `row` counted from the top, as rasters are stored.
  [[nodiscard]] Point centre(std::int64_t column, std::int64_t row) const;
};

/// The smallest grid that covers `box` grown by `margin` metres, outward to multiples of `resolution`.
/// Throws Error when resolution is not positive and finite, the box is empty or not finite, or a side would
/// exceed 1 000 000 cells.
Grid covering(const Box &box, double margin, double resolution);

} // namespace cortege::engine
