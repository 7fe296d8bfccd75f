#include "engine/density/weighed_density.hpp"

#include "engine/density/area_rows.hpp"
#include "engine/density/line_rows.hpp"
#include "engine/error.hpp"

#include <fmt/format.h>

#include <cmath>
#include <memory>

namespace cortege::engine {

namespace {

// Columns are counted in 32 bits around a tile.
constexpr double largest_reach = 1e8;

const DensityParameters &checked(const DensityParameters &parameters) {
  if (!(parameters.bandwidth > 0) || !std::isfinite(parameters.bandwidth))
    throw Error(
        fmt::format("The bandwidth must be a positive number of metres, not {}.", parameters.bandwidth));
  if (parameters.grid.width <= 0 || parameters.grid.height <= 0 || !(parameters.grid.resolution > 0))
    throw Error("The grid has no cells: give it a resolution and an extent.");
  if (reach(parameters.kernel, parameters.bandwidth) / parameters.grid.resolution > largest_reach)
    throw Error(fmt::format("A bandwidth of {} m is more cells of {} m than can be counted: choose a coarser "
                            "resolution.",
                            parameters.bandwidth, parameters.grid.resolution));
  if (parameters.threads < 0)
    throw Error(
        fmt::format("The number of threads cannot be {}: give 0 for all, or more.", parameters.threads));
  return parameters;
}

} // namespace

WeighedDensity::WeighedDensity(const Features &features, const DensityParameters &parameters,
                               const Progress &progress)
    : features_(features), parameters_(checked(parameters)),
      points_(features.points(), parameters_, progress) {}

void WeighedDensity::compute(const RowSink &sink, const Progress &progress) const {
  compute(features_, sink, progress);
}

void WeighedDensity::compute(std::span<const double> weights, const RowSink &sink, const Progress &progress) {
  const Features::Points &points = features_.points();
  masses_.resize(points.mass.size());
  for (std::size_t i = 0; i < masses_.size(); ++i)
    masses_[i] = points.mass[i] * weights[points.feature[i]];
  points_.weigh(masses_, progress);
  if (features_.segments().x0.empty() && features_.areas().empty())
    compute(features_, sink, progress);
  else
    compute(features_.weighted(weights), sink, progress);
}

void WeighedDensity::compute(const Features &shapes, const RowSink &sink, const Progress &progress) const {
  report(progress, 0);
  const LineRows lines(shapes.segments(), parameters_, progress);
  report(progress, 0);
  const AreaRows areas(shapes, parameters_);
  report(progress, 0);
  const auto make_task = [&]() -> BlockTask {
    return [&, add_points = points_.task(),
            workspace = std::make_shared<AreaRows::Workspace>()](const RowBlock &block, const Pulse &pulse) {
      add_points(block, pulse);
      lines.add(block, pulse);
      areas.add(block, *workspace, pulse);
    };
  };
  in_row_blocks(parameters_.grid, parameters_.threads, make_task, sink, progress);
}

} // namespace cortege::engine
