#include "engine/density/density.hpp"

#include "engine/density/weighed_density.hpp"

#include <algorithm>

namespace cortege::engine {

void density(const Features &features, const DensityParameters &parameters, const RowSink &sink,
             const Progress &progress) {
  WeighedDensity(features, parameters, progress).compute(sink, progress);
}

std::vector<double> density(const Features &features, const DensityParameters &parameters,
                            const Progress &progress) {
  const WeighedDensity whole(features, parameters, progress);
  std::vector<double> raster(static_cast<std::size_t>(parameters.grid.cells()));
  const auto keep = [&](std::int64_t first_row, std::int64_t, std::span<const double> values) {
    std::copy(values.begin(), values.end(), raster.begin() + first_row * parameters.grid.width);
  };
  whole.compute(keep, progress);
  return raster;
}

} // namespace cortege::engine
