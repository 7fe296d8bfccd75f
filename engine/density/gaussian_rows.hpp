#pragma once

#include "engine/column.hpp"
#include "engine/density/density.hpp"
#include "engine/density/point_tiles.hpp"
#include "engine/density/row_blocks.hpp"

namespace cortege::engine {

/// The density of points under the Gaussian kernel. The points of a tile half a σ wide are summed once per
/// row into Taylor moments around the tile's centre, and the moments evaluated at the cells: the fast Gauss
/// transform of L. Greengard and J. Strain (SIAM J. Sci. Stat. Comput. 12, 1991) in one direction. The
/// sixteen terms kept leave out less than 1e-16 of a point's peak; a point is cut, per row and per tile,
/// where it is below 2e-15 of its peak.
class GaussianRows {
public:
  class Workspace {
  private:
    friend class GaussianRows;
    std::vector<double> moments_;
  };

  /// Refers to the points: they must outlive it.
  GaussianRows(const PointTiles &points, const DensityParameters &parameters, const Progress &progress);

  /// Columns of a tile for a σ of so many cells.
  static std::int64_t tile_width(double sigma);

  /// Under this many cells a tile is too coarse for the terms kept: stamp the points instead.
  static constexpr double smallest_sigma = 2;

  void add(const RowBlock &block, Workspace &workspace, const Pulse &pulse) const;

private:
  void add_tile(const PointTiles::Tile &tile, const RowBlock &block, Workspace &workspace,
                const Pulse &pulse) const;

  Grid grid_;
  double sigma_; ///< in cells
  double scale_;
  std::int64_t span_; ///< columns on either side of a tile's centre
  const PointTiles &points_;
  Column<double> terms_; ///< per point: m·exp(−b²/2)·bᵏ/k!, b its distance from the tile's centre over σ
  std::vector<double> weight_; ///< exp(−a²/2) at columns −span_ … span_
};

} // namespace cortege::engine
