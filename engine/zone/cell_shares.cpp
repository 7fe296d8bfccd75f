#include "engine/zone/cell_shares.hpp"

#include "engine/zone/coverage.hpp"
#include "engine/zone/line_cells.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cortege::engine {

namespace {

constexpr double rounding = 1e-9; // of a mass: what is so little outside is not there

void add_points(const Features::Points &points, std::span<const double> weights, const Grid &grid,
                std::vector<double> &cells) {
  for (std::size_t i = 0; i < points.x.size(); ++i) {
    const auto column =
        static_cast<std::int64_t>(std::floor(points.x[i] / grid.resolution)) - grid.first_column;
    const auto row = static_cast<std::int64_t>(std::floor(points.y[i] / grid.resolution)) - grid.first_row;
    if (column >= 0 && row >= 0 && column < grid.width && row < grid.height)
      cells[static_cast<std::size_t>((grid.height - 1 - row) * grid.width + column)] +=
          points.mass[i] * weights[points.feature[i]];
  }
}

void add_segments(const Features::Segments &segments, std::span<const double> weights, const Grid &grid,
                  std::vector<double> &cells) {
  for (std::size_t i = 0; i < segments.x0.size(); ++i) {
    const Point from{segments.x0[i], segments.y0[i]};
    const Point to{segments.x1[i], segments.y1[i]};
    const double per_metre =
        segments.mass[i] * weights[segments.feature[i]] / std::hypot(to.x - from.x, to.y - from.y);
    if (per_metre > 0)
      for_each_cell_along(grid, from, to,
                          [&](std::size_t cell, double metres) { cells[cell] += per_metre * metres; });
  }
}

void add_areas(const Features &features, std::span<const double> weights, const Grid &grid,
               std::vector<double> &cells) {
  const Features::Edges &edges = features.edges();
  for (const Features::Area &area : features.areas()) {
    const double per_cell =
        area.mass * weights[area.feature] / area.square_metres * grid.resolution * grid.resolution;
    if (!(per_cell > 0))
      continue;
    std::vector<Edge> outline;
    for (std::size_t i = area.first; i < area.first + area.count; ++i)
      outline.push_back({{edges.x0[i], edges.y0[i]}, {edges.x1[i], edges.y1[i]}});
    const Coverage covered = coverage_of_outline(grid, outline);
    for (std::int64_t row = 0; row < covered.height; ++row)
      for (std::int64_t column = 0; column < covered.width; ++column)
        cells[static_cast<std::size_t>((covered.first_row + row) * grid.width + covered.first_column
                                       + column)] += per_cell * covered.at(column, row);
  }
}

double weighed_mass(const Features &features, std::span<const double> weights) {
  double sum = 0;
  const auto add = [&](const auto &each) {
    for (std::size_t i = 0; i < each.mass.size(); ++i)
      sum += each.mass[i] * weights[each.feature[i]];
  };
  add(features.points());
  add(features.segments());
  for (const Features::Area &area : features.areas())
    sum += area.mass * weights[area.feature];
  return sum;
}

} // namespace

std::vector<double> mass_in_cells(const Features &features, std::span<const double> weights, const Grid &grid,
                                  double &outside) {
  std::vector<double> cells(static_cast<std::size_t>(grid.cells()), 0);
  add_points(features.points(), weights, grid, cells);
  add_segments(features.segments(), weights, grid, cells);
  add_areas(features, weights, grid, cells);
  const double all = weighed_mass(features, weights);
  const double beyond = all - std::accumulate(cells.begin(), cells.end(), 0.0);
  outside = beyond > rounding * all ? beyond : 0;
  return cells;
}

} // namespace cortege::engine
