#include "engine/density/point_rows.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace cortege::engine {

namespace {

std::size_t lanes_per_column(Kernel kernel) {
  return kernel == Kernel::quartic ? 8 : 4;
}

} // namespace

// Wide tiles waste no evaluation on their margins, narrow ones keep the lanes in the nearest cache and the
// digits in the polynomial. The width depends on the bandwidth alone, so that all grids agree.
std::int64_t PointRows::tile_width(double h) {
  return static_cast<std::int64_t>(std::bit_ceil(static_cast<std::uint64_t>(std::clamp(h, 4.0, 1e6))));
}

PointRows::PointRows(const PointTiles &points, const DensityParameters &parameters)
    : grid_(parameters.grid), kernel_(parameters.kernel),
      h_(parameters.bandwidth / parameters.grid.resolution), scale_(peak(kernel_, parameters.bandwidth)),
      columns_(tile_width(h_)), span_(columns_ / 2 + static_cast<std::int64_t>(std::ceil(h_)) + 4),
      points_(points) {}

PointRows::Workspace::Workspace(const PointRows &rows)
    : lanes_(lanes_per_column(rows.kernel_) * static_cast<std::size_t>(2 * rows.span_ + 16)),
      origin_(lanes_.data() + lanes_per_column(rows.kernel_) * static_cast<std::size_t>(rows.span_)) {}

void PointRows::add(const RowBlock &block, Workspace &workspace, const Pulse &pulse) const {
  for (const PointTiles::Tile &tile : points_.tiles()) {
    if (tile.centre + span_ < grid_.first_column || tile.centre - span_ > grid_.first_column + grid_.width)
      continue;
    for (std::int64_t r = 0; r < block.rows; ++r) {
      pulse.beat();
      add_row(tile, grid_.height - 1 - (block.first_row + r), block.values.data() + r * grid_.width,
              workspace);
    }
  }
}

void PointRows::add_row(const PointTiles::Tile &tile, std::int64_t number, double *values,
                        Workspace &workspace) const {
  const auto row = static_cast<double>(number);
  const auto begin = points_.row.begin() + static_cast<std::ptrdiff_t>(tile.first);
  const auto end = points_.row.begin() + static_cast<std::ptrdiff_t>(tile.last);
  const auto first = std::lower_bound(begin, end, row - h_ - 0.5) - points_.row.begin();
  const auto last = std::upper_bound(begin, end, row + h_ + 0.5) - points_.row.begin();
  if (first == last)
    return;
  const RowKernels::Points points{points_.x.data() + first, points_.row.data() + first,
                                  points_.offset.data() + first, points_.mass.data() + first,
                                  static_cast<std::size_t>(last - first)};
  const std::int64_t offset = grid_.first_column - tile.centre;
  const auto from = static_cast<std::int64_t>(std::floor(tile.west - h_)) - 1;
  const auto to = static_cast<std::int64_t>(std::ceil(tile.east + h_)) + 2;
  const RowKernels::Columns columns{
      from, std::clamp<std::int64_t>(0, from, to), to, offset, offset + grid_.width, values - offset};
  const RowKernels &kernels = row_kernels();
  double *const lanes = workspace.origin_;
  if (kernel_ == Kernel::quartic) {
    kernels.scatter_quartic(points, row, h_, workspace.batch_, lanes);
    kernels.sum_quartic(columns, h_, scale_, lanes);
    return;
  }
  kernels.scatter_quadratic(points, row, h_, workspace.batch_, lanes);
  (kernel_ == Kernel::uniform ? kernels.sum_uniform : kernels.sum_epanechnikov)(columns, h_, scale_, lanes);
}

} // namespace cortege::engine
