#include "engine/density/stamped_points.hpp"

#include "engine/density/row_kernels.hpp"

#include <algorithm>

namespace cortege::engine {

namespace {

constexpr std::size_t points_in_a_beat = 64;

} // namespace

// Narrow tiles keep the digits of positions when the bandwidth is a fraction of a cell.
std::int64_t StampedPoints::tile_width(double h) {
  return h < 16 ? 16 : 512;
}

StampedPoints::StampedPoints(const PointTiles &points, const DensityParameters &parameters)
    : grid_(parameters.grid), kernel_(parameters.kernel),
      h_(parameters.bandwidth / parameters.grid.resolution), reach_(reach(kernel_, h_)),
      scale_(peak(kernel_, parameters.bandwidth)), points_(points) {}

void StampedPoints::add(const RowBlock &block, const Pulse &pulse) const {
  const RowKernels::Stamp stamp = row_kernels().stamp[static_cast<std::size_t>(kernel_)];
  for (const PointTiles::Tile &tile : points_.tiles())
    for (std::int64_t r = 0; r < block.rows; ++r) {
      const auto row = static_cast<double>(grid_.height - 1 - (block.first_row + r));
      const auto begin = points_.row.begin() + static_cast<std::ptrdiff_t>(tile.first);
      const auto end = points_.row.begin() + static_cast<std::ptrdiff_t>(tile.last);
      const auto first =
          static_cast<std::size_t>(std::lower_bound(begin, end, row - reach_ - 0.5) - points_.row.begin());
      const auto last =
          static_cast<std::size_t>(std::upper_bound(begin, end, row + reach_ + 0.5) - points_.row.begin());
      const std::int64_t offset = grid_.first_column - tile.centre;
      for (std::size_t i = first; i < last; i += points_in_a_beat) {
        pulse.beat();
        stamp({points_.x.data() + i, points_.row.data() + i, points_.offset.data() + i,
               points_.mass.data() + i, std::min(points_in_a_beat, last - i)},
              row, h_, scale_,
              {0, 0, 0, offset, offset + grid_.width, block.values.data() + r * grid_.width - offset});
      }
    }
}

} // namespace cortege::engine
