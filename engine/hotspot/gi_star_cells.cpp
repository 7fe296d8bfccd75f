#include "engine/error.hpp"
#include "engine/hotspot/gi_star.hpp"
#include "engine/hotspot/score.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace cortege::engine {

namespace {

void check(std::span<const double> values, std::int64_t width, std::int64_t height, double resolution,
           double distance) {
  if (width < 0 || height < 0 || values.size() != static_cast<std::size_t>(width * height))
    throw Error(fmt::format("There are {} values for {} × {} cells: give one value to each cell.",
                            values.size(), width, height));
  if (!(resolution > 0 && std::isfinite(resolution)))
    throw Error(fmt::format("The resolution must be a positive number of metres, not {}.", resolution));
  if (!(distance > 0 && std::isfinite(distance)))
    throw Error(
        fmt::format("The neighbourhood's distance must be a positive number of metres, not {}.", distance));
  if (std::any_of(values.begin(), values.end(), [](double value) { return std::isinf(value); }))
    throw Error("A cell's value is infinite: correct it, or leave the cell out as NaN.");
}

/// How far a disc of cells reaches to either side in each of its rows, from its middle row on.
std::vector<std::int64_t> half_widths(double radius) {
  constexpr double rounding = 1e-9; // centres exactly on the circle are neighbours
  std::vector<std::int64_t> result;
  const auto rows = static_cast<std::int64_t>(radius + rounding);
  for (std::int64_t row = 0; row <= rows; ++row) {
    const auto dy = static_cast<double>(row);
    result.push_back(
        static_cast<std::int64_t>(std::sqrt(std::max(0.0, radius * radius - dy * dy)) + rounding));
  }
  return result;
}

/// Sums over discs, from running sums of rows held in a ring of as many rows as the disc has. Running sums
/// are prolonged flat on either side, so that no row of a disc has to be cut at the raster's edge.
class DiscSums {
public:
  DiscSums(std::int64_t width, std::int64_t height, const std::vector<std::int64_t> &half)
      : width_(width), height_(height), half_(half), reach_(static_cast<std::int64_t>(half.size()) - 1),
        margin_(std::min(reach_, width)), padded_(width + 2 * margin_ + 1),
        ring_(static_cast<std::size_t>((2 * reach_ + 1) * padded_)), sums_(static_cast<std::size_t>(width)) {}

  /// Rows are given in order, each before a sum needs it; `value(column)` of the row.
  template <typename Value>
  void add_row(std::int64_t row, const Value &value) {
    double *running = row_of(row);
    double sum = 0;
    std::fill(running, running + margin_ + 1, 0.0);
    for (std::int64_t column = 0; column < width_; ++column) {
      sum += value(column);
      running[margin_ + 1 + column] = sum;
    }
    std::fill(running + margin_ + 1 + width_, running + padded_, sum);
  }

  /// Of the discs about the cells of a row.
  const std::vector<double> &sums(std::int64_t row) {
    std::fill(sums_.begin(), sums_.end(), 0.0);
    double *const sums = sums_.data();
    for (std::int64_t dy = -reach_; dy <= reach_; ++dy) {
      if (row + dy < 0 || row + dy >= height_)
        continue;
      const std::int64_t half = std::min(half_[static_cast<std::size_t>(std::abs(dy))], margin_);
      const double *const end = row_of(row + dy) + margin_ + half + 1;
      const double *const begin = row_of(row + dy) + margin_ - half;
      for (std::int64_t column = 0; column < width_; ++column)
        sums[column] += end[column] - begin[column];
    }
    return sums_;
  }

  [[nodiscard]] std::int64_t reach() const { return reach_; }

private:
  double *row_of(std::int64_t row) { return ring_.data() + row % (2 * reach_ + 1) * padded_; }

  std::int64_t width_;
  std::int64_t height_;
  const std::vector<std::int64_t> &half_;
  std::int64_t reach_;
  std::int64_t margin_; ///< further than the raster is wide there is nothing more to add
  std::int64_t padded_;
  std::vector<double> ring_;
  std::vector<double> sums_;
};

} // namespace

std::vector<double> gi_star(std::span<const double> values, std::int64_t width, std::int64_t height,
                            double resolution, double distance, const Progress &progress) {
  check(values, width, height, resolution, distance);
  const Moments all(values);
  const double far = std::hypot(width, height);
  const std::vector<std::int64_t> half = half_widths(std::min(distance / resolution, far));
  DiscSums deviations(width, height, half);
  DiscSums neighbours(width, height, half);
  const bool whole = all.count == static_cast<double>(values.size());
  std::vector<double> scores(values.size());
  std::vector<double> factors(static_cast<std::size_t>(width));
  const auto at = [&](std::int64_t row) { return values.data() + row * width; };
  std::int64_t ready = 0;
  for (std::int64_t row = 0; row < height; ++row) {
    for (; ready < height && ready <= row + deviations.reach(); ++ready) {
      const double *const cells = at(ready);
      if (whole)
        deviations.add_row(ready, [&](std::int64_t column) { return all.from_mean(cells[column]); });
      else
        deviations.add_row(ready, [&](std::int64_t column) {
          return std::isnan(cells[column]) ? 0 : all.from_mean(cells[column]);
        });
      neighbours.add_row(ready, [&](std::int64_t column) { return std::isnan(cells[column]) ? 0.0 : 1.0; });
    }
    // Away from the edges, rows of a raster without holes all count the same neighbours.
    const bool same = whole && row > deviations.reach() && row + deviations.reach() < height;
    if (!same) {
      const std::vector<double> &counts = neighbours.sums(row);
      std::transform(counts.begin(), counts.end(), factors.begin(),
                     [&all](double count) { return score_factor(all, count); });
    }
    const std::vector<double> &sums = deviations.sums(row);
    double *const scored = scores.data() + row * width;
    for (std::int64_t column = 0; column < width; ++column)
      scored[column] = sums[static_cast<std::size_t>(column)] * factors[static_cast<std::size_t>(column)];
    if (!whole)
      std::transform(at(row), at(row) + width, scored, scored,
                     [](double value, double score) { return std::isnan(value) ? value : score; });
    report(progress, static_cast<double>(row + 1) / static_cast<double>(height));
  }
  return scores;
}

} // namespace cortege::engine
