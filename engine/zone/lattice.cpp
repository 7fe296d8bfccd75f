#include "engine/zone/lattice.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cortege::engine {

namespace {

constexpr double crossing_gap = 1e-7;

} // namespace

ContourLattice::ContourLattice(const Grid &grid, std::span<const float> values,
                               std::span<const double> thresholds)
    : grid_(grid), thresholds_(thresholds.begin(), thresholds.end()), width_(grid.width + 2),
      height_(grid.height + 2),
      values_(static_cast<std::size_t>(width_ * height_), std::numeric_limits<float>::quiet_NaN()),
      reached_(values_.size(), 0) {
  auto value = values.begin();
  for (std::int64_t row = 1; row + 1 < height_; ++row)
    for (std::int64_t column = 1; column + 1 < width_; ++column, ++value) {
      if (!std::isfinite(*value))
        continue;
      const auto node = static_cast<std::size_t>(row * width_ + column);
      const auto above =
          std::upper_bound(thresholds_.begin(), thresholds_.end(), static_cast<double>(*value));
      values_[node] = *value;
      reached_[node] = static_cast<std::uint32_t>(above - thresholds_.begin());
    }
}

double ContourLattice::crossing(std::int64_t edge, std::size_t threshold) const {
  const std::int64_t from = edge / 2;
  const std::int64_t to = edge % 2 == 0 ? from + 1 : from + width_;
  const bool climbs = reached(to) > reached(from);
  const double low = value(climbs ? from : to);
  const double high = value(climbs ? to : from);
  const double share =
      std::isnan(low) ? 0.5 : std::clamp((thresholds_[threshold] - low) / (high - low), 0.0, 1.0);
  const double gaps = static_cast<double>(thresholds_.size() + 1) * crossing_gap;
  const double apart = share * (1 - gaps) + static_cast<double>(threshold + 1) * crossing_gap;
  return climbs ? apart : 1 - apart;
}

Point ContourLattice::position(std::int64_t edge, std::size_t threshold) const {
  const std::int64_t node = edge / 2;
  const std::int64_t down = node / width_;
  const double column = static_cast<double>(grid_.first_column + node % width_) - 0.5;
  const double row = static_cast<double>(grid_.first_row + grid_.height - down) + 0.5;
  const double along = crossing(edge, threshold);
  const double east = edge % 2 == 0 ? column + along : column;
  const double north = edge % 2 == 0 ? row : row - along;
  return {east * grid_.resolution, north * grid_.resolution};
}

bool ContourLattice::saddle_joined(const std::array<std::int64_t, 4> &corners, std::size_t threshold) const {
  const double a = value(corners[0]);
  const double b = value(corners[1]);
  const double c = value(corners[2]);
  const double d = value(corners[3]);
  if (std::isnan(b) || std::isnan(d))
    return false;
  return thresholds_[threshold] <= (a * c - b * d) / (a + c - b - d);
}

} // namespace cortege::engine
