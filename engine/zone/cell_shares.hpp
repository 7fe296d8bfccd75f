#pragma once

#include "engine/density/features.hpp"
#include "engine/grid.hpp"

#include <span>
#include <vector>

namespace cortege::engine {

/// The mass of features in each cell, row by row from the top: a point counts in the cell that holds it (its
/// western and southern borders included), a line in each cell by its metres there, a polygon by its m²; a
/// feature wholly on the grid brings its whole mass. Each mass is taken times the feature's weight: one for
/// each feature, finite and not negative. `outside` gets the mass that lies beyond the grid.
std::vector<double> mass_in_cells(const Features &features, std::span<const double> weights, const Grid &grid,
                                  double &outside);

} // namespace cortege::engine
