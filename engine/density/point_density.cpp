#include "engine/density/point_density.hpp"

#include "engine/density/gaussian_rows.hpp"
#include "engine/density/point_rows.hpp"
#include "engine/density/stamped_points.hpp"

#include <memory>

namespace cortege::engine {

namespace {

enum class Method { rows, moments, stamps };

// The bandwidth in cells decides, not the amount of work, so that all grids of one resolution agree.
Method method_for(const DensityParameters &parameters) {
  const double h = parameters.bandwidth / parameters.grid.resolution;
  if (parameters.kernel == Kernel::gaussian)
    return h >= GaussianRows::smallest_sigma ? Method::moments : Method::stamps;
  return parameters.kernel != Kernel::triangular && h >= PointRows::smallest_bandwidth ? Method::rows
                                                                                       : Method::stamps;
}

std::int64_t tile_width(const DensityParameters &parameters) {
  const double h = parameters.bandwidth / parameters.grid.resolution;
  switch (method_for(parameters)) {
  case Method::rows:
    return PointRows::tile_width(h);
  case Method::moments:
    return GaussianRows::tile_width(h);
  case Method::stamps:
    break;
  }
  return StampedPoints::tile_width(h);
}

std::function<BlockTask()> tasks(const PointTiles &tiles, const DensityParameters &parameters,
                                 const Progress &progress) {
  switch (method_for(parameters)) {
  case Method::rows:
    return [rows = std::make_shared<PointRows>(tiles, parameters)]() -> BlockTask {
      return [rows, workspace = std::make_shared<PointRows::Workspace>(*rows)](
                 const RowBlock &block, const Pulse &pulse) { rows->add(block, *workspace, pulse); };
    };
  case Method::moments:
    return [rows = std::make_shared<GaussianRows>(tiles, parameters, progress)]() -> BlockTask {
      return [rows, workspace = std::make_shared<GaussianRows::Workspace>()](
                 const RowBlock &block, const Pulse &pulse) { rows->add(block, *workspace, pulse); };
    };
  case Method::stamps:
    break;
  }
  return [stamps = std::make_shared<StampedPoints>(tiles, parameters)]() -> BlockTask {
    return [stamps](const RowBlock &block, const Pulse &pulse) { stamps->add(block, pulse); };
  };
}

} // namespace

PointDensity::PointDensity(const Features::Points &points, const DensityParameters &parameters,
                           const Progress &progress)
    : parameters_(parameters),
      order_(points, parameters.grid,
             reach(parameters.kernel, parameters.bandwidth) / parameters.grid.resolution,
             tile_width(parameters), progress) {
  weigh(points.mass, progress);
}

void PointDensity::weigh(std::span<const double> mass, const Progress &progress) {
  tiles_.assign(order_, mass, progress);
  make_task_ = tasks(tiles_, parameters_, progress);
}

} // namespace cortege::engine
