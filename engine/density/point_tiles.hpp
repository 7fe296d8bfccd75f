#pragma once

#include "engine/density/features.hpp"
#include "engine/grid.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cortege::engine {

/// Points sorted for row-wise work: by tile of columns, then by row of cells, then by position, equal
/// positions merged. Tiles and cells are absolute, and positions keep their full precision because each is
/// relative to its own cell: so the order of summation, and the sums, depend on the points alone and not on
/// the grid asked.
class PointTiles {
public:
  struct Tile {
    std::int64_t centre = 0; ///< absolute column that `x` is counted from
    std::size_t first = 0;
    std::size_t last = 0; ///< one past
    double west = 0;      ///< smallest and largest x
    double east = 0;
  };

  /// Keeps the points of positive mass within `reach` cells of the grid; `columns` is the width of a tile.
  PointTiles(const Features::Points &points, const Grid &grid, double reach, std::int64_t columns);

  [[nodiscard]] const std::vector<Tile> &tiles() const { return tiles_; }

  // Columns of the points, in cells: the centre of the tile's column `centre` is x = 0, the centre of the
  // grid's southern row is y = row + offset = 0, with |offset| ≤ 1/2 so that row differences stay exact.
  std::vector<double> x, row, offset, mass;

private:
  std::vector<Tile> tiles_;
};

} // namespace cortege::engine
