#pragma once

#include "engine/density/features.hpp"

#include <array>

namespace cortege::engine {

/// An area's centre of mass and its moments about it up to the fourth degree, by Green's theorem: exact for
/// polygons.
struct AreaMoments {
  Point centre;
  /// E[v·v], E[vx²], E[vx·vy], E[vy²], E[vx·v·v], E[vy·v·v], E[(v·v)²], v from the centre; metres.
  std::array<double, 7> values{};
  double radius = 0; ///< of the circle around the centre that holds the area
};

AreaMoments moments_of(const Features::Edges &edges, const Features::Area &area);

} // namespace cortege::engine
