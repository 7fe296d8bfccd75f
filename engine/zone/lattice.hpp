#pragma once

#include "engine/grid.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cortege::engine {

/// The cell centres of a raster as nodes, with a border of outside nodes: node 0 is beyond the north-west
/// corner. An edge between neighbours is named by twice its western or northern node, plus one when it runs
/// south.
class ContourLattice {
public:
  ContourLattice(const Grid &grid, std::span<const float> values, std::span<const double> thresholds);

  /// In nodes; the raster's sizes plus two.
  [[nodiscard]] std::int64_t width() const { return width_; }
  [[nodiscard]] std::int64_t height() const { return height_; }
  /// How many thresholds the node reaches; none outside the raster and where it has no data.
  [[nodiscard]] std::uint32_t reached(std::int64_t node) const {
    return reached_[static_cast<std::size_t>(node)];
  }
  /// Where a threshold crosses an edge, as a share of the edge in ]0, 1[ from its western or northern node.
  [[nodiscard]] double crossing(std::int64_t edge, std::size_t threshold) const;
  [[nodiscard]] Point position(std::int64_t edge, std::size_t threshold) const;
  /// Asymptotic decider: whether the bilinear surface joins the high corners of a saddle. Corners turn about
  /// the square, the first and third being the high ones.
  [[nodiscard]] bool saddle_joined(const std::array<std::int64_t, 4> &corners, std::size_t threshold) const;

private:
  [[nodiscard]] double value(std::int64_t node) const { return values_[static_cast<std::size_t>(node)]; }

  Grid grid_;
  std::vector<double> thresholds_;
  std::int64_t width_;
  std::int64_t height_;
  std::vector<float> values_; ///< NaN outside
  std::vector<std::uint32_t> reached_;
};

} // namespace cortege::engine
