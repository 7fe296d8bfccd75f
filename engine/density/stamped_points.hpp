#pragma once

#include "engine/density/density.hpp"
#include "engine/density/point_tiles.hpp"
#include "engine/density/row_blocks.hpp"

namespace cortege::engine {

/// The density of points evaluated at every cell in reach: any kernel, exact; for the triangular kernel,
/// which is no polynomial, and for bandwidths of a few cells.
class StampedPoints {
public:
  StampedPoints(const Features::Points &points, const DensityParameters &parameters);

  void add(const RowBlock &block, const Pulse &pulse) const;

private:
  Grid grid_;
  Kernel kernel_;
  double h_;     ///< bandwidth in cells
  double reach_; ///< in cells
  double scale_;
  PointTiles points_;
};

} // namespace cortege::engine
