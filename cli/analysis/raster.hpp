#pragma once

#include "engine/grid.hpp"

#include <span>
#include <string>
#include <vector>

namespace cortege::analysis {

/// One band of a raster, row by row from the top; NaN is no data.
struct RasterBand {
  std::string name;
  std::span<const float> values;
};

/// A cloud-optimised GeoTIFF of Float32.
void write_raster(const std::string &file, const engine::Grid &grid, const std::string &crs,
                  std::span<const RasterBand> bands);

/// One band of a north-up raster, no data as NaN; its CRS as WKT, empty when it says none. Throws
/// engine::Error when it cannot be read or its cells are not square and on the absolute lattice of their
/// resolution.
struct RasterInput {
  engine::Grid grid;
  std::string crs;
  std::vector<double> values;
};
RasterInput read_raster(const std::string &file, int band);

} // namespace cortege::analysis
