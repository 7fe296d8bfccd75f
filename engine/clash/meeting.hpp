#pragma once

#include "engine/clash/occupation.hpp"

#include <optional>
#include <utility>

namespace cortege::engine {

/// The closest that two pieces come among the pairs of their points that satisfy a condition in time.
struct Approach {
  double distance = 0; ///< metres between the pieces' axes
  double first = 0;    ///< shares along the two pieces
  double second = 0;
};

/// Two pieces and how near they have to be, in space, to meet. All answers are exact: points of both pieces
/// form a square of two shares, every condition in time cuts a half-plane off it, and over the convex rest
/// the vector from one piece to the other is linear, so that the shortest one is found on a polygon.
class Meeting {
public:
  /// `distance` is between what the pieces take, reaches included.
  Meeting(const OccupiedPiece &first, const OccupiedPiece &second, double distance);

  /// Among points occupied by both within `delay` seconds of each other; none when that never is within the
  /// distance.
  [[nodiscard]] std::optional<Approach> within(double delay) const;
  /// When both are there at once and within the distance; none when never. Exact to `precision` seconds.
  [[nodiscard]] std::optional<std::pair<double, double>> together(double precision) const;
  /// Bounds of that, without looking at distances.
  [[nodiscard]] std::pair<double, double> at_most() const;
  /// The shortest delay, at most `delay` which is known to do, within which both take points in reach.
  [[nodiscard]] double shortest_delay(double delay, double precision) const;

private:
  [[nodiscard]] bool together_at(double time) const;

  OccupiedPiece first_;
  OccupiedPiece second_;
  double distance_; ///< between axes
};

} // namespace cortege::engine
