#pragma once

#include "engine/geometry.hpp"

#include <cstddef>
#include <vector>

namespace cortege::engine {

/// A line measured from its first vertex. Vertices that repeat the one before are left out.
class Route {
public:
  /// Throws Error when fewer than two vertices differ, or a coordinate is not finite.
  explicit Route(const Line &line);

  [[nodiscard]] double length() const { return chainages_.back(); }
  [[nodiscard]] const Line &line() const { return line_; }
  /// Metres from the start to each vertex, strictly increasing.
  [[nodiscard]] const std::vector<double> &chainages() const { return chainages_; }
  /// The vertex of the line given that starts each segment kept.
  [[nodiscard]] std::size_t source_vertex(std::size_t segment) const { return sources_[segment]; }

  /// The segment that holds a chainage, the later one at a vertex; the first or last beyond the ends.
  [[nodiscard]] std::size_t segment_at(double chainage) const;
  /// Clamped to the ends.
  [[nodiscard]] Point at(double chainage) const;
  /// The part between two chainages, clamped to the ends; two equal points when they are equal.
  [[nodiscard]] Line stretch(double from, double to) const;

  /// The chainages at which the route comes closest to a place, one for each time it passes within
  /// `tolerance` metres of it: loops and crossings of itself give several. Ordered.
  [[nodiscard]] std::vector<double> passages(const Point &place, double tolerance) const;

private:
  Line line_;
  std::vector<double> chainages_;
  std::vector<std::size_t> sources_;
};

} // namespace cortege::engine
