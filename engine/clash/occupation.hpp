#pragma once

#include "engine/geometry.hpp"
#include "engine/march/march.hpp"
#include "engine/time.hpp"

#include <span>
#include <vector>

namespace cortege::engine {

/// A straight piece of ground taken by an event; a place is a piece of no length. Each of its points is
/// occupied from the arrival of the head to the departure of the tail, in seconds since 1970, both linear
/// along the piece.
struct OccupiedPiece {
  Point from;
  Point to;
  double head_at_from = 0;
  double head_at_to = 0;
  double free_at_from = 0;
  double free_at_to = 0;
  double reach = 0; ///< metres taken on either side: half of the street's width
};

/// Where and when an event takes place.
struct Occupation {
  std::vector<OccupiedPiece> pieces;
  /// Their inside is taken too, all of `window`; their rings are among the pieces.
  std::vector<Polygon> areas;
  Window window; ///< all of it
};

/// The street of a march, each point only while the column passes it.
Occupation moving(const March &march);

/// What stands somewhere for all of a window. Throws Error when the window ends before it starts, when
/// nothing is given, a coordinate is not finite, or a ring is not closed. Polygons must be valid.
Occupation standing_at(std::span<const Point> places, const Window &window);
Occupation standing_along(const Line &line, const Window &window);
Occupation standing_on(std::span<const Polygon> polygons, const Window &window);

} // namespace cortege::engine
