#pragma once

#include "engine/grid.hpp"
#include "engine/progress.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace cortege::engine {

enum class ZoneLayout {
  bands, ///< a partition: the ground from one threshold to the next; neighbours share their boundary, vertex
         ///< by vertex
  nested ///< level sets: all ground at or above a threshold; each level lies inside the one below
};

struct ZoneParameters {
  std::vector<double> thresholds; ///< finite and strictly increasing, at least one, in the raster's unit
  double minimum_area = 0; ///< m²; a smaller band is merged into the ground around it, a smaller hole filled
  ZoneLayout layout = ZoneLayout::bands;
};

/// One connected zone.
struct Zone {
  std::size_t level = 0; ///< 1 for the lowest threshold
  double from = 0;       ///< the level's threshold
  double to = 0;         ///< the next threshold in bands; infinity in nested zones and at the top
  Polygon polygon;       ///< valid; exterior counter-clockwise, holes clockwise
  double area = 0;       ///< m²
  double mean = 0;    ///< of the cells, weighted by the share of each that the zone covers; NaN without any
  double maximum = 0; ///< of the cells of which the zone covers some share
};

/// Zones of a raster by marching squares with linear interpolation between cell centres. `values` run row by
/// row from the top, grid.cells() of them; NaN or infinity is no data and belongs to no zone. The ground ends
/// at the raster's edge. Zones are ordered by level, then from the largest to the smallest. The contours of
/// all levels are made valid and nested by construction; merging small bands only removes whole contours, so
/// levels stay consistent. Throws Error when thresholds are missing, not finite or not increasing, the
/// smallest area is negative or not finite, or sizes disagree; Cancelled.
std::vector<Zone> zones(const Grid &grid, std::span<const float> values, const ZoneParameters &parameters,
                        const Progress &progress = {});

} // namespace cortege::engine
