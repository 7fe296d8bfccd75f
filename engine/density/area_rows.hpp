#pragma once

#include "engine/density/area_moments.hpp"
#include "engine/density/density.hpp"
#include "engine/density/row_blocks.hpp"

namespace cortege::engine {

/// The density of polygons, exact for every kernel. With M(u) the kernel's mass within distance √u of a cell,
/// the divergence theorem makes the kernel over an area a sum over its edges of ∮ M(u) dθ/2π. Beyond the disc
/// M is 1, and what is left there is the winding number: so the sum is the winding number of the cell, plus
/// (M − 1) dθ/2π along the parts of edges inside the disc. Edges out of reach cost nothing, and the interior
/// out of reach of any edge is the mass over the area, exactly. Where the whole area is in the disc, winding
/// number and angles cancel: there the polynomial kernels take the area's moments, the others the sum of M dθ
/// alone.
class AreaRows {
public:
  class Workspace {
  private:
    friend class AreaRows;
    std::vector<double> share_, inside_, steps_;
  };

  AreaRows(const Features &features, const DensityParameters &parameters);

  void add(const RowBlock &block, Workspace &workspace, const Pulse &pulse) const;

private:
  // Vertices are seen from one column and row of the area's own, so that shared ones agree to the last bit.
  struct Edge {
    double x0, y0, x1, y1;
  };
  struct Area {
    std::int64_t column = 0; ///< absolute column of x = 0
    double row = 0;          ///< row of y = 0, from the grid's southern row
    double west = 0, east = 0, south = 0, north = 0;
    double mass = 0;
    double cells = 0;    ///< area
    double x = 0, y = 0; ///< centre of mass
    std::array<double, 7> moments{};
    std::size_t first = 0, last = 0;
  };

  void place(const Features &features, const Features::Area &area);
  void add_row(const Area &area, double row, double *values, Workspace &workspace) const;

  Grid grid_;
  Kernel kernel_;
  double h_; ///< bandwidth in cells
  double reach_;
  double bandwidth_;
  std::vector<Edge> edges_;
  std::vector<Area> areas_;
};

} // namespace cortege::engine
