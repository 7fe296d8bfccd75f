#pragma once

#include "engine/column.hpp"
#include "engine/density/features.hpp"
#include "engine/grid.hpp"
#include "engine/progress.hpp"

#include <cstdint>
#include <vector>

namespace cortege::engine {

/// Points sorted for row-wise work: by tile of columns, then by row of cells, then by position. Tiles and
/// cells are absolute, and positions keep their full precision because each is relative to its own cell: so
/// the order depends on the points alone and not on the grid asked. Masses play no part in it: slices of time
/// share it.
class PointOrder {
public:
  struct Place {
    double x = 0;      ///< in cells from the centre of the tile's column `centre`
    double offset = 0; ///< y within the row, in cells: |offset| ≤ 1/2
    std::int32_t tile = 0;
    std::int32_t row = 0;  ///< from the grid's southern row
    std::size_t point = 0; ///< its number among the points given

    [[nodiscard]] bool coincides(const Place &other) const {
      return x == other.x && offset == other.offset && row == other.row && tile == other.tile;
    }
  };

  /// Keeps the points within `reach` cells of the grid; `columns` is the width of a tile. Throws Cancelled.
  PointOrder(const Features::Points &points, const Grid &grid, double reach, std::int64_t columns,
             const Progress &progress);

  [[nodiscard]] const Column<Place> &places() const { return places_; }
  /// The absolute column that x is counted from.
  [[nodiscard]] std::int64_t centre(const Place &place) const {
    return (first_tile_ + place.tile) * columns_ + columns_ / 2;
  }

private:
  std::int64_t columns_;
  std::int64_t first_tile_; ///< absolute number of the tile 0
  Column<Place> places_;
};

} // namespace cortege::engine
