#pragma once

#include "engine/column.hpp"
#include "engine/density/density.hpp"
#include "engine/density/point_tiles.hpp"
#include "engine/density/row_blocks.hpp"
#include "engine/density/row_kernels.hpp"

namespace cortege::engine {

/// The density of points under the polynomial kernels (uniform, Epanechnikov, quartic) by the row method: the
/// time grows with points × rows in reach, not with the cells in reach.
class PointRows {
public:
  /// One thread's buffer of lanes.
  class Workspace {
  public:
    explicit Workspace(const PointRows &rows);

  private:
    friend class PointRows;
    Column<double> lanes_;
    double *origin_ = nullptr; ///< column 0
    RowKernels::Batch batch_{};
  };

  /// Refers to the points: they must outlive it.
  PointRows(const PointTiles &points, const DensityParameters &parameters);

  /// Columns of a tile for a bandwidth of `h` cells.
  static std::int64_t tile_width(double h);

  /// Bandwidths under this many cells lose digits by the row method: evaluate them cell by cell.
  static constexpr double smallest_bandwidth = 3;

  /// Rows [first, first + rows) counted from the top of the grid.
  void add(const RowBlock &block, Workspace &workspace, const Pulse &pulse) const;

private:
  void add_row(const PointTiles::Tile &tile, std::int64_t row, double *values, Workspace &workspace) const;

  Grid grid_;
  Kernel kernel_;
  double h_; ///< bandwidth in cells
  double scale_;
  std::int64_t columns_; ///< width of a tile
  std::int64_t span_;    ///< columns on either side of a tile's centre that its points may reach
  const PointTiles &points_;
};

} // namespace cortege::engine
