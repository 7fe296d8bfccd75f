#pragma once

#include "engine/zone/rings.hpp"

#include <cstddef>
#include <vector>

namespace cortege::engine {

/// The ground between a ring and the rings directly inside it.
struct ContourFace {
  static constexpr std::ptrdiff_t outside = -1;

  std::size_t level = 0; ///< how many thresholds the ground reaches
  double area = 0;       ///< m², without the children's
  std::size_t ring = 0;  ///< its outer boundary
  std::ptrdiff_t parent = outside;
  std::vector<std::size_t> children; ///< faces
};

/// The faces that a set of nested rings cuts the ground into, from the outermost in.
class ContourForest {
public:
  explicit ContourForest(const std::vector<ContourRing> &rings);

  /// Merges every face smaller than `area` m² into the one around it, and with it what no longer differs.
  void merge_smaller_than(double area);

  /// The faces that remain; others are empty and have no parent or child.
  [[nodiscard]] const std::vector<ContourFace> &faces() const { return faces_; }
  [[nodiscard]] bool remains(std::size_t face) const { return remains_[face]; }
  /// Level of the ground around a face; 0 outside.
  [[nodiscard]] std::size_t level_around(std::size_t face) const;

private:
  void merge(std::size_t face);
  [[nodiscard]] std::vector<std::size_t> inside_out() const;

  std::vector<ContourFace> faces_;
  std::vector<bool> remains_;
};

} // namespace cortege::engine
