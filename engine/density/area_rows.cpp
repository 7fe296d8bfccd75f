#include "engine/density/area_rows.hpp"

#include "engine/density/closed_forms.hpp"
#include "engine/density/placed_edges.hpp"
#include "engine/density/row_kernels.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>

namespace cortege::engine {

namespace {

constexpr double two_pi = 2 * std::numbers::pi;

// What RowKernels::across does, for the kernels that are no polynomials, one cell at a time. Without `inside`
// the whole edge is taken and no angle: for cells whose disc holds the whole area.
void across_cell_by_cell(const RowKernels::Edge &edge, Kernel kernel, double h, double reach,
                         const CellRange &cells, double *share, double *inside) {
  constexpr double hair = 1e-150; // as in edge_kernels.inl: east of the centre, and less to the north
  const ClosedForms forms{kernel};
  const double ux = (edge.x1 - edge.x0) / h;
  const double uy = (edge.y1 - edge.y0) / h;
  const double length = std::hypot(ux, uy);
  const double side =
      edge.y0 > edge.y1 || (edge.y0 == edge.y1 && edge.x1 > edge.x0) ? hair * hair : -hair * hair;
  const bool down = edge.y1 <= 0 && edge.y0 > 0;
  const bool up = edge.y0 <= 0 && edge.y1 > 0;
  for (std::int64_t c = cells.from; c < cells.to; ++c) {
    const auto from_cell = [&](double x, double y) {
      const Point seen{(x - static_cast<double>(c)) / h, y / h};
      return seen == Point{0, 0} ? Point{-hair, -hair * hair} : seen;
    };
    const Point a = from_cell(edge.x0, edge.y0);
    const Point b = from_cell(edge.x1, edge.y1);
    const double cross = (a.x * b.y - a.y * b.x) / length;
    const double p = cross == 0 ? side : cross;
    const double limit = reach * reach / (h * h) - p * p;
    const double half = limit > 0 ? std::sqrt(limit) : 0;
    double from = (a.x * ux + a.y * uy) / length;
    double to = (b.x * ux + b.y * uy) / length;
    if (inside) {
      from = std::clamp(from, -half, half);
      to = std::clamp(to, -half, half);
      inside[c] += down && p > 0 ? 1 : up && p < 0 ? -1 : 0;
    }
    if (to > from)
      share[c] += forms.across(p, from, to) - (inside ? std::atan2(p * (to - from), p * p + from * to) : 0);
  }
}

} // namespace

AreaRows::AreaRows(const Features &features, const DensityParameters &parameters)
    : grid_(parameters.grid), kernel_(parameters.kernel), h_(parameters.bandwidth / grid_.resolution),
      reach_(reach(kernel_, h_)), bandwidth_(parameters.bandwidth) {
  for (const Features::Area &area : features.areas())
    if (area.mass > 0)
      place(features, area);
  std::ranges::sort(areas_, {}, [this](const Area &a) {
    return std::tuple(a.column, a.row, a.west, a.south, a.east, a.north, a.cells, a.mass);
  });
}

void AreaRows::place(const Features &features, const Features::Area &area) {
  const Features::Edges &edges = features.edges();
  const AreaMoments moments = moments_of(edges, area);
  const double r = grid_.resolution;
  const CellPosition column = position_of(moments.centre.x, r);
  const CellPosition row = position_of(moments.centre.y, r);
  const auto seen = [r](double coordinate, std::int64_t cell) {
    return std::fma(-static_cast<double>(cell), r, coordinate) / r - 0.5;
  };
  Area placed{column.cell,
              static_cast<double>(row.cell - grid_.first_row),
              0,
              0,
              0,
              0,
              area.mass,
              area.square_metres / (r * r),
              column.offset,
              row.offset,
              moments.values,
              edges_.size(),
              0};
  for (std::size_t m = 0; m < placed.moments.size(); ++m)
    placed.moments[m] /= std::pow(r, m < 4 ? 2 : m < 6 ? 3 : 4);
  for (std::size_t i = area.first; i < area.first + area.count; ++i) {
    const Edge edge{seen(edges.x0[i], column.cell), seen(edges.y0[i], row.cell),
                    seen(edges.x1[i], column.cell), seen(edges.y1[i], row.cell)};
    if (edge.x0 == edge.x1 && edge.y0 == edge.y1)
      continue;
    edges_.push_back(edge);
    placed.west = std::min(placed.west, edge.x0);
    placed.east = std::max(placed.east, edge.x0);
    placed.south = std::min(placed.south, edge.y0);
    placed.north = std::max(placed.north, edge.y0);
  }
  placed.last = edges_.size();
  areas_.push_back(placed);
}

void AreaRows::add(const RowBlock &block, Workspace &workspace, const Pulse &pulse) const {
  const auto width = static_cast<std::size_t>(grid_.width) + 16;
  for (auto *buffer : {&workspace.share_, &workspace.inside_, &workspace.steps_})
    buffer->resize(width);
  const std::int64_t top = grid_.height - 1 - block.first_row;
  const std::int64_t bottom = top - block.rows + 1;
  for (const Area &area : areas_) {
    const auto south = static_cast<std::int64_t>(area.row + std::floor(area.south - reach_));
    const auto north = static_cast<std::int64_t>(area.row + std::ceil(area.north + reach_));
    for (std::int64_t row = std::max(bottom, south); row <= std::min(top, north); ++row) {
      pulse.beat();
      add_row(area, static_cast<double>(row), block.values.data() + (top - row) * grid_.width, workspace);
    }
  }
}

void AreaRows::add_row(const Area &area, double row, double *values, Workspace &workspace) const {
  const std::int64_t offset = grid_.first_column - area.column;
  const double y = area.row - row; // what turns the area's y into the row's
  const CellRange cells = CellRange{static_cast<std::int64_t>(std::floor(area.west - reach_)),
                                    static_cast<std::int64_t>(std::ceil(area.east + reach_)) + 1}
                              .within(offset, offset + grid_.width);
  if (cells.empty())
    return;

  // Cells whose disc holds every vertex, hence the whole area.
  CellRange whole = cells;
  for (std::size_t i = area.first; i < area.last && !whole.empty(); ++i) {
    const double dy = edges_[i].y0 + y;
    const double square = reach_ * reach_ - dy * dy;
    const double half = square > 0 ? std::sqrt(square) : -1;
    whole = whole.within(static_cast<std::int64_t>(std::ceil(edges_[i].x0 - half)),
                         static_cast<std::int64_t>(std::floor(edges_[i].x0 + half)) + 1);
  }
  if (whole.empty())
    whole = {cells.to, cells.to};

  const auto span = [&](std::vector<double> &buffer) {
    std::fill(buffer.begin(), buffer.begin() + (cells.to - cells.from) + 1, 0.0);
    return buffer.data() - cells.from;
  };
  double *const share = span(workspace.share_);
  double *const inside = span(workspace.inside_);
  double *const steps = span(workspace.steps_);

  const auto kernel = static_cast<std::size_t>(kernel_);
  const auto &across = row_kernels().across;
  const bool polynomial = kernel < across.size();
  for (std::size_t i = area.first; i < area.last; ++i) {
    const RowKernels::Edge edge{edges_[i].x0, edges_[i].y0 + y, edges_[i].x1, edges_[i].y1 + y};
    if (!polynomial && !whole.empty())
      across_cell_by_cell(edge, kernel_, h_, reach_, whole, share, nullptr);
    const CellRange near = reached(edge.x0, edge.y0, edge.x1, edge.y1, reach_);
    if (near.empty())
      continue;
    const double crossing = edge.y1 <= 0 && edge.y0 > 0 ? 1 : edge.y0 <= 0 && edge.y1 > 0 ? -1 : 0;
    if (crossing != 0 && near.to < cells.to)
      steps[std::max(near.to, cells.from)] += crossing;
    for (const CellRange &part : {near.within(cells.from, whole.from), near.within(whole.to, cells.to)}) {
      if (part.empty())
        continue;
      if (polynomial)
        across[kernel](edge, h_, part.from, part.to, share, inside);
      else
        across_cell_by_cell(edge, kernel_, h_, reach_, part, share, inside);
    }
  }

  const double height = area.mass / (area.cells * grid_.resolution * grid_.resolution);
  double wound = 0;
  for (std::int64_t c = cells.from; c < cells.to; ++c) {
    wound += steps[c];
    const bool held = c >= whole.from && c < whole.to;
    const double winding = held ? 0 : wound + inside[c];
    if (!(held && polynomial))
      values[c - offset] += std::max(0.0, height * (winding + share[c] / two_pi));
  }
  if (polynomial && !whole.empty())
    row_kernels().mean[kernel](area.moments.data(), area.x, -(area.y + y), h_,
                               area.mass * peak(kernel_, bandwidth_),
                               {0, 0, 0, whole.from, whole.to, values - offset});
}

} // namespace cortege::engine
