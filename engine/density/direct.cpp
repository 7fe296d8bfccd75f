#include "engine/density/direct.hpp"

#include "engine/density/closed_forms.hpp"

#include <algorithm>
#include <cmath>

namespace cortege::engine {

namespace {

struct Columns {
  std::int64_t first;
  std::int64_t last; // one past
};

// Everything about one row that the three geometries share, in units of the bandwidth.
struct Row {
  ClosedForms forms;
  const Grid &grid;
  double scale; // 1/h
  double reach;
  double y;
  std::int64_t number;

  [[nodiscard]] Columns within(double from, double to) const {
    const double west = grid.centre(0, number).x;
    const auto column = [&](double x) {
      return std::clamp((x - west) / grid.resolution, -1.0, static_cast<double>(grid.width));
    };
    return {std::max<std::int64_t>(0, static_cast<std::int64_t>(std::floor(column(from - reach)))),
            std::min(grid.width, static_cast<std::int64_t>(std::ceil(column(to + reach))) + 1)};
  }
};

struct Clip {
  double p, t0, t1;
  double from, to;
  bool empty;
};

// The part of an edge inside the disc of radius `limit` around the cell; all in units of the bandwidth.
Clip clipped(double x0, double y0, double x1, double y1, double limit) {
  const double length = std::hypot(x1 - x0, y1 - y0);
  const double dx = (x1 - x0) / length;
  const double dy = (y1 - y0) / length;
  Clip clip{};
  clip.p = x0 * dy - y0 * dx;
  clip.t0 = x0 * dx + y0 * dy;
  clip.t1 = clip.t0 + length;
  const double chord = limit * limit - clip.p * clip.p;
  const double half = chord > 0 ? std::sqrt(chord) : 0;
  clip.from = std::clamp(clip.t0, -half, half);
  clip.to = std::clamp(clip.t1, -half, half);
  clip.empty = !(clip.to > clip.from);
  return clip;
}

void add_segments(const Row &row, const Features::Segments &segments, std::span<double> values,
                  const Pulse &pulse) {
  for (std::size_t i = 0; i < segments.x0.size(); ++i) {
    const auto [low, high] = std::minmax(segments.y0[i], segments.y1[i]);
    if (low - row.reach > row.y || high + row.reach < row.y)
      continue;
    pulse.beat();
    const auto [west, east] = std::minmax(segments.x0[i], segments.x1[i]);
    const Columns columns = row.within(west, east);
    for (std::int64_t c = columns.first; c < columns.last; ++c) {
      const double x = row.grid.centre(c, row.number).x;
      const Clip clip = clipped((segments.x0[i] - x) * row.scale, (segments.y0[i] - row.y) * row.scale,
                                (segments.x1[i] - x) * row.scale, (segments.y1[i] - row.y) * row.scale,
                                row.reach * row.scale);
      if (!clip.empty)
        values[static_cast<std::size_t>(c)] +=
            segments.mass[i] * row.scale * row.scale / (clip.t1 - clip.t0)
            * (row.forms.along(clip.p, clip.to) - row.forms.along(clip.p, clip.from));
    }
  }
}

double angle(double x0, double y0, double x1, double y1) {
  return std::atan2(x0 * y1 - y0 * x1, x0 * x1 + y0 * y1);
}

// The share of the kernel over one edge's triangle with the cell, by the divergence theorem: M(u)/u within
// reach, the angle beyond it.
double edge_share(const Row &row, const Features::Edges &edges, std::size_t i, double x) {
  const double x0 = (edges.x0[i] - x) * row.scale;
  const double y0 = (edges.y0[i] - row.y) * row.scale;
  const double x1 = (edges.x1[i] - x) * row.scale;
  const double y1 = (edges.y1[i] - row.y) * row.scale;
  const Clip clip = clipped(x0, y0, x1, y1, row.reach * row.scale);
  if (clip.empty)
    return angle(x0, y0, x1, y1);
  return row.forms.across(clip.p, clip.from, clip.to) + angle(clip.t0, -clip.p, clip.from, -clip.p)
         + angle(clip.to, -clip.p, clip.t1, -clip.p);
}

void add_areas(const Row &row, const Features &features, std::span<double> values, const Pulse &pulse) {
  const Features::Edges &edges = features.edges();
  for (const Features::Area &area : features.areas())
    for (std::int64_t c = 0; c < row.grid.width; ++c) {
      pulse.beat();
      const double x = row.grid.centre(c, row.number).x;
      double share = 0;
      for (std::size_t i = area.first; i < area.first + area.count; ++i)
        share += edge_share(row, edges, i, x);
      values[static_cast<std::size_t>(c)] += area.mass / area.square_metres * share / (2 * std::numbers::pi);
    }
}

} // namespace

Direct::Direct(const Features &features, const DensityParameters &parameters)
    : features_(features), parameters_(parameters) {}

void Direct::add(const RowBlock &block, const Pulse &pulse) const {
  const auto width = static_cast<std::size_t>(parameters_.grid.width);
  for (std::int64_t r = 0; r < block.rows; ++r)
    add_row(block.first_row + r, block.values.subspan(static_cast<std::size_t>(r) * width, width), pulse);
}

void Direct::add_row(std::int64_t number, std::span<double> values, const Pulse &pulse) const {
  const Row row{{parameters_.kernel},
                parameters_.grid,
                1 / parameters_.bandwidth,
                reach(parameters_.kernel, parameters_.bandwidth),
                parameters_.grid.centre(0, number).y,
                number};
  add_segments(row, features_.segments(), values, pulse);
  add_areas(row, features_, values, pulse);
}

} // namespace cortege::engine
