#include "engine/density/line_rows.hpp"

#include "engine/density/closed_forms.hpp"
#include "engine/density/placed_edges.hpp"
#include "engine/density/row_kernels.hpp"
#include "engine/density/sort_in_steps.hpp"

#include <algorithm>
#include <cmath>

namespace cortege::engine {

namespace {

constexpr std::size_t segments_between_questions = 1 << 16;

// Triangular and Gaussian: no polynomials, one cell at a time.
void add_cell_by_cell(const RowKernels::Edge &edge, Kernel kernel, double h, double reach, double scale,
                      const RowKernels::Columns &columns) {
  const ClosedForms forms{kernel};
  const double dx = (edge.x1 - edge.x0) / h;
  const double dy = (edge.y1 - edge.y0) / h;
  const double length = std::hypot(dx, dy);
  const double y = edge.y0 / h;
  for (std::int64_t c = columns.out_from; c < columns.out_to; ++c) {
    const double x = (edge.x0 - static_cast<double>(c)) / h;
    const double p = (x * dy - y * dx) / length;
    const double start = (x * dx + y * dy) / length;
    const double square = reach * reach / (h * h) - p * p;
    const double half = square > 0 ? std::sqrt(square) : 0;
    const double from = start + std::clamp(-half - start, 0.0, length);
    const double to = start + std::clamp(half - start, 0.0, length);
    if (to > from)
      columns.out[c] += std::max(0.0, forms.along(p, to) - forms.along(p, from)) * (scale / length);
  }
}

} // namespace

LineRows::LineRows(const Features::Segments &segments, const DensityParameters &parameters,
                   const Progress &progress)
    : grid_(parameters.grid), kernel_(parameters.kernel), h_(parameters.bandwidth / grid_.resolution),
      reach_(reach(kernel_, h_)), scale_(1 / (parameters.bandwidth * parameters.bandwidth)) {
  if (kernel_ == Kernel::uniform || kernel_ == Kernel::epanechnikov || kernel_ == Kernel::quartic)
    scale_ = peak(kernel_, parameters.bandwidth);
  const Box extent = grid_.extent();
  const double margin = (reach_ + 1) * grid_.resolution;
  segments_.reserve(segments.x0.size());
  for (std::size_t i = 0; i < segments.x0.size(); ++i) {
    if (i % segments_between_questions == 0)
      report(progress, 0);
    const auto [west, east] = std::minmax(segments.x0[i], segments.x1[i]);
    const auto [south, north] = std::minmax(segments.y0[i], segments.y1[i]);
    if (!(segments.mass[i] > 0) || west > extent.xmax + margin || east < extent.xmin - margin
        || south > extent.ymax + margin || north < extent.ymin - margin)
      continue;
    const CellPosition x = position_of(segments.x0[i], grid_.resolution);
    const CellPosition y = position_of(segments.y0[i], grid_.resolution);
    segments_.push_back({x.cell, static_cast<double>(y.cell - grid_.first_row), y.offset, x.offset,
                         (segments.x1[i] - segments.x0[i]) / grid_.resolution,
                         (segments.y1[i] - segments.y0[i]) / grid_.resolution, segments.mass[i]});
  }
  sort_in_steps(segments_.begin(), segments_.end(), progress);
}

void LineRows::add(const RowBlock &block, const Pulse &pulse) const {
  const std::int64_t top = grid_.height - 1 - block.first_row;
  const std::int64_t bottom = top - block.rows + 1;
  for (const Segment &segment : segments_) {
    const double y = segment.row + segment.offset;
    const auto south = static_cast<std::int64_t>(std::floor(std::min(y, y + segment.dy) - reach_));
    const auto north = static_cast<std::int64_t>(std::ceil(std::max(y, y + segment.dy) + reach_));
    for (std::int64_t row = std::max(bottom, south); row <= std::min(top, north); ++row) {
      pulse.beat();
      add_row(segment, static_cast<double>(row), block.values.data() + (top - row) * grid_.width);
    }
  }
}

void LineRows::add_row(const Segment &segment, double row, double *values) const {
  const double y = segment.row - row + segment.offset;
  const RowKernels::Edge edge{segment.x, y, segment.x + segment.dx, y + segment.dy};
  const std::int64_t offset = grid_.first_column - segment.column;
  const CellRange cells =
      reached(edge.x0, edge.y0, edge.x1, edge.y1, reach_).within(offset, offset + grid_.width);
  if (cells.empty())
    return;
  const RowKernels::Columns columns{0, 0, 0, cells.from, cells.to, values - offset};
  const double scale = segment.mass * scale_;
  const auto &along = row_kernels().along;
  if (const auto kernel = static_cast<std::size_t>(kernel_); kernel < along.size())
    along[kernel](edge, h_, scale, columns);
  else
    add_cell_by_cell(edge, kernel_, h_, reach_, scale, columns);
}

} // namespace cortege::engine
