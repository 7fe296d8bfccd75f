#pragma once

#include "engine/density/density.hpp"
#include "engine/density/row_blocks.hpp"

namespace cortege::engine {

/// The density of line segments: the closed-form integral of the kernel along the part of the segment inside
/// each cell's disc, at the cells within reach. Exact for every kernel.
class LineRows {
public:
  /// Throws Cancelled.
  LineRows(const Features::Segments &segments, const DensityParameters &parameters, const Progress &progress);

  void add(const RowBlock &block, const Pulse &pulse) const;

private:
  struct Segment {
    std::int64_t column = 0; ///< absolute column that x is counted from
    double row = 0;          ///< of the start, from the grid's southern row
    double offset = 0;       ///< the start's y within its row
    double x = 0;            ///< the start
    double dx = 0, dy = 0;
    double mass = 0;
    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy takes the 0 of a rewritten comparison for a pointer
    auto operator<=>(const Segment &) const = default;
  };

  void add_row(const Segment &segment, double row, double *values) const;

  Grid grid_;
  Kernel kernel_;
  double h_; ///< bandwidth in cells
  double reach_;
  double scale_;
  Column<Segment> segments_; ///< in the order of their places, so that sums do not depend on the input's
};

} // namespace cortege::engine
