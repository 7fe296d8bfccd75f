#pragma once

#include "engine/column.hpp"
#include "engine/density/point_order.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cortege::engine {

/// Points of positive mass in the order of a PointOrder, as columns, those of equal position merged. The
/// order of summation, and so the sums, depend on positions and masses alone.
class PointTiles {
public:
  struct Tile {
    std::int64_t centre = 0; ///< absolute column that `x` is counted from
    std::size_t first = 0;
    std::size_t last = 0; ///< one past
    double west = 0;      ///< smallest and largest x
    double east = 0;
  };

  /// `mass`: one for each of the points that were ordered. Throws Cancelled. Keeps its memory from one call
  /// to the next.
  void assign(const PointOrder &order, std::span<const double> mass, const Progress &progress);

  [[nodiscard]] const std::vector<Tile> &tiles() const { return tiles_; }

  // Columns of the points, in cells: the centre of the tile's column `centre` is x = 0, the centre of the
  // grid's southern row is y = row + offset = 0, with |offset| ≤ 1/2 so that row differences stay exact.
  Column<double> x, row, offset, mass;

private:
  void put(const PointOrder &order, const PointOrder::Place &place, double place_mass);

  std::vector<Tile> tiles_;
  std::int32_t tile_ = 0;          ///< of the last place put
  std::vector<double> coincident_; ///< masses of one position
};

} // namespace cortege::engine
