#pragma once

#include "engine/density/density.hpp"
#include "engine/density/point_tiles.hpp"
#include "engine/density/row_blocks.hpp"

namespace cortege::engine {

/// The density of points evaluated at every cell in reach: any kernel, exact; for the triangular kernel,
/// which is no polynomial, and for bandwidths of a few cells.
class StampedPoints {
public:
  /// Refers to the points: they must outlive it.
  StampedPoints(const PointTiles &points, const DensityParameters &parameters);

  /// Columns of a tile for a bandwidth of `h` cells.
  static std::int64_t tile_width(double h);

  void add(const RowBlock &block, const Pulse &pulse) const;

private:
  Grid grid_;
  Kernel kernel_;
  double h_;     ///< bandwidth in cells
  double reach_; ///< in cells
  double scale_;
  const PointTiles &points_;
};

} // namespace cortege::engine
