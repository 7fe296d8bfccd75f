#pragma once

#include "engine/grid.hpp"
#include "engine/progress.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cortege::engine {

/// A closed contour. Rings of all thresholds together never touch, each is simple, and each but the outermost
/// lies inside exactly one parent: a forest.
struct ContourRing {
  static constexpr std::ptrdiff_t no_parent = -1;

  std::size_t threshold = 0; ///< index into the thresholds
  bool rising = true;        ///< the ground inside is at or above the threshold; false: a hollow below it
  double area = 0;           ///< m² inside the ring, children included
  Line points;               ///< closed; counter-clockwise when rising, clockwise when not
  std::ptrdiff_t parent = no_parent;
};

/// Contours of a raster at strictly increasing `thresholds` by marching squares between cell centres, linear
/// along the lattice's edges, saddles settled by the asymptotic decider (Nielson and Hamann 1991), which
/// keeps level sets nested. Values are row by row from the top; a cell that is NaN, and all beyond the
/// raster, is lower than any threshold, and the contour around it runs half a cell away. Crossings are drawn
/// together by 1e-7 of a cell for each threshold, so that none falls on a cell centre or on another
/// threshold's: this makes every ring valid by construction.
std::vector<ContourRing> contour_rings(const Grid &grid, std::span<const float> values,
                                       std::span<const double> thresholds, const Progress &progress = {});

} // namespace cortege::engine
