#include "engine/density/point_order.hpp"

#include "engine/density/placed_edges.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace cortege::engine {

namespace {

using Place = PointOrder::Place;

constexpr std::size_t points_between_reports = 1 << 16;

std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

Column<Place> placed(const Features::Points &points, const Grid &grid, double reach, std::int64_t columns,
                     std::int64_t first_tile, const Progress &progress) {
  const Box extent = grid.extent();
  const double margin = (reach + 1) * grid.resolution;
  Column<Place> result;
  result.reserve(points.x.size());
  for (std::size_t i = 0; i < points.x.size(); ++i) {
    if (i % points_between_reports == 0)
      report(progress, 0);
    if (points.x[i] < extent.xmin - margin || points.x[i] > extent.xmax + margin
        || points.y[i] < extent.ymin - margin || points.y[i] > extent.ymax + margin)
      continue;
    const CellPosition column = position_of(points.x[i], grid.resolution);
    const CellPosition row = position_of(points.y[i], grid.resolution);
    const std::int64_t tile = floor_divide(column.cell, columns);
    const std::int64_t local = column.cell - tile * columns - columns / 2;
    result.push_back({static_cast<double>(local) + column.offset, row.offset,
                      static_cast<std::int32_t>(tile - first_tile),
                      static_cast<std::int32_t>(row.cell - grid.first_row), i});
  }
  return result;
}

// Counting sort by (tile, row), then each short run by position. Falls back on comparison when the bins would
// outgrow the points.
void sort(Column<Place> &places, const Progress &progress) {
  if (places.empty())
    return;
  const auto west_of = [](const Place &a, const Place &b) {
    return a.x != b.x ? a.x < b.x : a.offset < b.offset;
  };
  const auto tiles = std::ranges::max(places, {}, &Place::tile).tile + std::int64_t{1};
  const auto [south, north] = std::ranges::minmax(places, {}, &Place::row);
  const std::int64_t first_row = south.row;
  const std::int64_t rows = north.row - first_row + 1;
  if (tiles * rows > 4 * static_cast<std::int64_t>(places.size()) + 4096) {
    std::size_t compared = 0;
    std::ranges::sort(places, [&](const Place &a, const Place &b) {
      if (++compared % points_between_reports == 0)
        report(progress, 0);
      return std::tie(a.tile, a.row) != std::tie(b.tile, b.row)
                 ? std::tie(a.tile, a.row) < std::tie(b.tile, b.row)
                 : west_of(a, b);
    });
    return;
  }
  const auto bin = [&](const Place &place) {
    return static_cast<std::size_t>(place.tile * rows + place.row - first_row);
  };
  std::vector<std::size_t> next(static_cast<std::size_t>(tiles * rows) + 1);
  for (const Place &place : places)
    ++next[bin(place) + 1];
  for (std::size_t b = 1; b < next.size(); ++b)
    next[b] += next[b - 1];
  report(progress, 0);
  Column<Place> sorted(places.size());
  for (const Place &place : places)
    sorted[next[bin(place)]++] = place;
  report(progress, 0);
  // Each bin now ends where `next` points to.
  auto begin = sorted.begin();
  std::ptrdiff_t reported = 0;
  for (const std::size_t last : next) {
    const auto end = sorted.begin() + static_cast<std::ptrdiff_t>(last);
    if (end - begin > 1)
      std::sort(begin, end, west_of);
    if (end - sorted.begin() > reported + static_cast<std::ptrdiff_t>(points_between_reports)) {
      reported = end - sorted.begin();
      report(progress, 0);
    }
    begin = std::max(begin, end);
  }
  places.swap(sorted);
}

} // namespace

PointOrder::PointOrder(const Features::Points &points, const Grid &grid, double reach, std::int64_t columns,
                       const Progress &progress)
    : columns_(columns),
      first_tile_(floor_divide(grid.first_column - static_cast<std::int64_t>(reach) - 4, columns)),
      places_(placed(points, grid, reach, columns, first_tile_, progress)) {
  sort(places_, progress);
}

} // namespace cortege::engine
