#include "engine/density/density.hpp"

#include "engine/density/area_rows.hpp"
#include "engine/density/gaussian_rows.hpp"
#include "engine/density/line_rows.hpp"
#include "engine/density/point_rows.hpp"
#include "engine/density/row_blocks.hpp"
#include "engine/density/stamped_points.hpp"
#include "engine/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>

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

enum class Method { rows, moments, stamps };

// The bandwidth in cells decides, not the amount of work, so that all grids of one resolution agree.
Method method_for(const DensityParameters &parameters) {
  const double h = parameters.bandwidth / parameters.grid.resolution;
  if (parameters.kernel == Kernel::gaussian)
    return h >= GaussianRows::smallest_sigma ? Method::moments : Method::stamps;
  return parameters.kernel != Kernel::triangular && h >= PointRows::smallest_bandwidth ? Method::rows
                                                                                       : Method::stamps;
}

// Makes the tasks that add the points' density to a block, one for each thread.
std::function<BlockTask()> point_tasks(const Features::Points &points, const DensityParameters &parameters) {
  switch (method_for(parameters)) {
  case Method::rows:
    return [rows = std::make_shared<PointRows>(points, parameters)]() -> BlockTask {
      return [rows, workspace = std::make_shared<PointRows::Workspace>(*rows)](
                 const RowBlock &block, const Pulse &pulse) { rows->add(block, *workspace, pulse); };
    };
  case Method::moments:
    return [rows = std::make_shared<GaussianRows>(points, parameters)]() -> BlockTask {
      return [rows, workspace = std::make_shared<GaussianRows::Workspace>()](
                 const RowBlock &block, const Pulse &pulse) { rows->add(block, *workspace, pulse); };
    };
  case Method::stamps:
    break;
  }
  return [stamps = std::make_shared<StampedPoints>(points, parameters)]() -> BlockTask {
    return [stamps](const RowBlock &block, const Pulse &pulse) { stamps->add(block, pulse); };
  };
}

} // namespace

void density(const Features &features, const DensityParameters &parameters, const RowSink &sink,
             const Progress &progress) {
  check(parameters);
  const auto points = point_tasks(features.points(), parameters);
  const LineRows lines(features.segments(), parameters);
  const AreaRows areas(features, parameters);
  const auto make_task = [&]() -> BlockTask {
    return [&, add_points = points(),
            workspace = std::make_shared<AreaRows::Workspace>()](const RowBlock &block, const Pulse &pulse) {
      add_points(block, pulse);
      lines.add(block, pulse);
      areas.add(block, *workspace, pulse);
    };
  };
  in_row_blocks(parameters.grid, parameters.threads, make_task, sink, progress);
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
