#include "engine/density/density.hpp"

#include "engine/density/direct.hpp"
#include "engine/density/row_blocks.hpp"
#include "engine/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace cortege::engine {

namespace {

void check(const DensityParameters &parameters) {
  if (!(parameters.bandwidth > 0) || !std::isfinite(parameters.bandwidth))
    throw Error(
        fmt::format("The bandwidth must be a positive number of metres, not {}.", parameters.bandwidth));
  if (parameters.grid.width <= 0 || parameters.grid.height <= 0 || !(parameters.grid.resolution > 0))
    throw Error("The grid has no cells: give it a resolution and an extent.");
  if (parameters.threads < 0)
    throw Error(
        fmt::format("The number of threads cannot be {}: give 0 for all, or more.", parameters.threads));
}

} // namespace

void density(const Features &features, const DensityParameters &parameters, const RowSink &sink,
             const Progress &progress) {
  check(parameters);
  const Direct direct(features, parameters);
  const auto rows = [&](std::int64_t row, std::span<double> values, const Pulse &pulse) {
    direct.add_row(row, values, pulse);
  };
  in_row_blocks(parameters.grid, parameters.threads, rows, sink, progress);
}

std::vector<double> density(const Features &features, const DensityParameters &parameters,
                            const Progress &progress) {
  check(parameters);
  std::vector<double> raster(static_cast<std::size_t>(parameters.grid.cells()));
  const auto keep = [&](std::int64_t first_row, std::int64_t, std::span<const double> values) {
    std::copy(values.begin(), values.end(), raster.begin() + first_row * parameters.grid.width);
  };
  density(features, parameters, keep, progress);
  return raster;
}

} // namespace cortege::engine
