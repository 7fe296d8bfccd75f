#include "engine/density/gaussian_rows.hpp"

#include "engine/density/row_kernels.hpp"

#include <algorithm>
#include <cmath>

namespace cortege::engine {

namespace {

constexpr std::size_t terms = RowKernels::gaussian_terms;
constexpr std::size_t points_in_a_beat = 256;
constexpr std::size_t points_between_reports = 1 << 14;

} // namespace

std::int64_t GaussianRows::tile_width(double sigma) {
  return std::max<std::int64_t>(1, static_cast<std::int64_t>(sigma / 2));
}

GaussianRows::GaussianRows(const PointTiles &points, const DensityParameters &parameters,
                           const Progress &progress)
    : grid_(parameters.grid), sigma_(parameters.bandwidth / parameters.grid.resolution),
      scale_(peak(Kernel::gaussian, parameters.bandwidth)), span_(static_cast<std::int64_t>(8.5 * sigma_)),
      points_(points), weight_(static_cast<std::size_t>(2 * span_ + 16)) {
  terms_.reserve(points_.x.size() * terms);
  for (std::size_t i = 0; i < points_.x.size(); ++i) {
    if (i % points_between_reports == 0) {
      report(progress, 0);
      terms_.resize(std::min(points_.x.size(), i + points_between_reports) * terms);
    }
    const double b = points_.x[i] / sigma_;
    double term = points_.mass[i] * std::exp(-b * b / 2);
    for (std::size_t k = 0; k < terms; ++k) {
      terms_[i * terms + k] = term;
      term *= b / static_cast<double>(k + 1);
    }
  }
  for (std::int64_t c = -span_; c <= span_; ++c) {
    const double a = static_cast<double>(c) / sigma_;
    weight_[static_cast<std::size_t>(c + span_)] = std::exp(-a * a / 2);
  }
}

void GaussianRows::add(const RowBlock &block, Workspace &workspace, const Pulse &pulse) const {
  for (const PointTiles::Tile &tile : points_.tiles())
    if (tile.centre + span_ >= grid_.first_column && tile.centre - span_ < grid_.first_column + grid_.width)
      add_tile(tile, block, workspace, pulse);
}

void GaussianRows::add_tile(const PointTiles::Tile &tile, const RowBlock &block, Workspace &workspace,
                            const Pulse &pulse) const {
  const std::int64_t north = grid_.height - 1 - block.first_row;
  const std::int64_t south = north - block.rows + 1;
  const auto begin = points_.row.begin() + static_cast<std::ptrdiff_t>(tile.first);
  const auto end = points_.row.begin() + static_cast<std::ptrdiff_t>(tile.last);
  const auto first = static_cast<std::size_t>(
      std::lower_bound(begin, end, static_cast<double>(south) - 9 * sigma_ - 1) - points_.row.begin());
  const auto last = static_cast<std::size_t>(
      std::upper_bound(begin, end, static_cast<double>(north) + 9 * sigma_ + 1) - points_.row.begin());
  if (first == last)
    return;
  const RowKernels &kernels = row_kernels();
  workspace.moments_.assign(static_cast<std::size_t>(block.rows) * terms, 0);
  for (std::size_t i = first; i < last; i += points_in_a_beat) {
    pulse.beat();
    kernels.add_moments({points_.x.data() + i, points_.row.data() + i, points_.offset.data() + i,
                         points_.mass.data() + i, std::min(points_in_a_beat, last - i)},
                        terms_.data() + i * terms, static_cast<double>(south),
                        static_cast<std::size_t>(block.rows), sigma_, workspace.moments_.data());
  }
  const std::int64_t offset = grid_.first_column - tile.centre;
  for (std::int64_t r = 0; r < block.rows; ++r) {
    pulse.beat();
    double *const moments = workspace.moments_.data() + static_cast<std::size_t>(block.rows - 1 - r) * terms;
    kernels.sum_moments(
        {-span_, 0, span_ + 1, offset, offset + grid_.width, block.values.data() + r * grid_.width - offset},
        sigma_, scale_, weight_.data() + span_, moments);
  }
}

} // namespace cortege::engine
