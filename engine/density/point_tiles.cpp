#include "engine/density/point_tiles.hpp"

#include "engine/density/placed_edges.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace cortege::engine {

namespace {

struct Placed {
  std::int64_t tile;
  std::int64_t row;
  double x;
  double offset;
  double mass;
};

std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

std::vector<Placed> placed(const Features::Points &points, const Grid &grid, double reach,
                           std::int64_t columns) {
  const Box extent = grid.extent();
  const double margin = (reach + 1) * grid.resolution;
  std::vector<Placed> result;
  result.reserve(points.x.size());
  for (std::size_t i = 0; i < points.x.size(); ++i) {
    if (!(points.mass[i] > 0) || points.x[i] < extent.xmin - margin || points.x[i] > extent.xmax + margin
        || points.y[i] < extent.ymin - margin || points.y[i] > extent.ymax + margin)
      continue;
    const CellPosition column = position_of(points.x[i], grid.resolution);
    const CellPosition row = position_of(points.y[i], grid.resolution);
    const std::int64_t tile = floor_divide(column.cell, columns);
    const std::int64_t local = column.cell - tile * columns - columns / 2;
    result.push_back({tile, row.cell - grid.first_row, static_cast<double>(local) + column.offset, row.offset,
                      points.mass[i]});
  }
  return result;
}

// Counting sort by (tile, row), then each short run by position. Falls back on comparison when the bins would
// outgrow the points.
void sort(std::vector<Placed> &points) {
  const auto before = [](const Placed &a, const Placed &b) {
    return std::tie(a.tile, a.row, a.x, a.offset, a.mass) < std::tie(b.tile, b.row, b.x, b.offset, b.mass);
  };
  if (points.empty())
    return;
  const auto [west, east] = std::ranges::minmax(points, {}, &Placed::tile);
  const auto [south, north] = std::ranges::minmax(points, {}, &Placed::row);
  const std::int64_t first_tile = west.tile;
  const std::int64_t first_row = south.row;
  const std::int64_t rows = north.row - first_row + 1;
  const std::int64_t bins = (east.tile - first_tile + 1) * rows;
  if (bins > 4 * static_cast<std::int64_t>(points.size()) + 4096) {
    std::sort(points.begin(), points.end(), before);
    return;
  }
  const auto bin = [&](const Placed &p) {
    return static_cast<std::size_t>((p.tile - first_tile) * rows + p.row - first_row);
  };
  std::vector<std::size_t> start(static_cast<std::size_t>(bins) + 1);
  for (const Placed &p : points)
    ++start[bin(p) + 1];
  for (std::size_t b = 1; b < start.size(); ++b)
    start[b] += start[b - 1];
  std::vector<std::size_t> next(start.begin(), start.end() - 1);
  std::vector<Placed> sorted(points.size());
  for (const Placed &p : points)
    sorted[next[bin(p)]++] = p;
  const auto west_of = [](const Placed &a, const Placed &b) {
    return a.x != b.x ? a.x < b.x : std::tie(a.offset, a.mass) < std::tie(b.offset, b.mass);
  };
  for (std::size_t b = 0; b + 1 < start.size(); ++b)
    if (start[b + 1] - start[b] > 1)
      std::sort(sorted.begin() + static_cast<std::ptrdiff_t>(start[b]),
                sorted.begin() + static_cast<std::ptrdiff_t>(start[b + 1]), west_of);
  points.swap(sorted);
}

} // namespace

PointTiles::PointTiles(const Features::Points &points, const Grid &grid, double reach, std::int64_t columns) {
  std::vector<Placed> sorted = placed(points, grid, reach, columns);
  sort(sorted);
  for (auto *column : {&x, &row, &offset, &mass})
    column->reserve(sorted.size());
  std::int64_t tile = 0;
  for (const Placed &p : sorted) {
    const bool opens = tiles_.empty() || p.tile != tile;
    const double p_row = static_cast<double>(p.row);
    if (!opens && x.back() == p.x && row.back() == p_row && offset.back() == p.offset) {
      mass.back() += p.mass;
      continue;
    }
    if (opens) {
      tile = p.tile;
      tiles_.push_back({tile * columns + columns / 2, x.size(), x.size(), p.x, p.x});
    }
    x.push_back(p.x);
    row.push_back(p_row);
    offset.push_back(p.offset);
    mass.push_back(p.mass);
    Tile &current = tiles_.back();
    current.last = x.size();
    current.west = std::min(current.west, p.x);
    current.east = std::max(current.east, p.x);
  }
}

} // namespace cortege::engine
