#pragma once

#include "engine/grid.hpp"

#include <limits>
#include <span>

namespace cortege::engine {

/// What a raster says of a place. Its values run row by row from the top, grid.cells() of them; those without
/// data (NaN or infinite) are left out.
struct ZonalStatistics {
  double area = 0;  ///< m² of the place that lie on cells with data
  double total = 0; ///< value × m², summed: persons when values are persons per m²
  double mean = std::numeric_limits<double>::quiet_NaN();
  double maximum = std::numeric_limits<double>::quiet_NaN();
};

/// Of valid polygons that do not overlap: each cell counts by the exact share of it that they cover; the
/// maximum is that of every cell of which they cover some share.
ZonalStatistics statistics_in(const Grid &grid, std::span<const float> values,
                              std::span<const Polygon> polygons);

struct LineStatistics {
  double length = 0; ///< metres of the line that lie on cells with data
  double mean = std::numeric_limits<double>::quiet_NaN();
  double maximum = std::numeric_limits<double>::quiet_NaN();
};

/// Along a line such as a street: each cell counts by the metres of the line within it. A cell's value holds
/// on all of it; a line that runs on the border of two cells belongs to the northern or eastern one.
LineStatistics statistics_along(const Grid &grid, std::span<const float> values, const Line &line);

} // namespace cortege::engine
