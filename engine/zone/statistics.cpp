#include "engine/zone/statistics.hpp"

#include "engine/zone/coverage.hpp"

#include <algorithm>
#include <cmath>

namespace cortege::engine {

namespace {

/// Sums in one place; `measure` is an area or a length.
struct Sums {
  double measure = 0;
  double total = 0;
  double maximum = -std::numeric_limits<double>::infinity();

  void add(float value, double part) {
    if (!std::isfinite(value))
      return;
    measure += part;
    total += part * static_cast<double>(value);
    maximum = std::max(maximum, static_cast<double>(value));
  }
};

/// The shares along a piece, in order, at which it passes from one cell to the next, 0 and 1 included.
std::vector<double> passages(const Point &from, const Point &to) {
  std::vector<double> shares{0, 1};
  const auto add_axis = [&shares](double start, double end) {
    for (double border = std::ceil(std::min(start, end)); border <= std::max(start, end); ++border)
      if (start != end)
        shares.push_back(std::clamp((border - start) / (end - start), 0.0, 1.0));
  };
  add_axis(from.x, to.x);
  add_axis(from.y, to.y);
  std::sort(shares.begin(), shares.end());
  return shares;
}

/// The part of a piece inside the box from (0, 0) to (width, height); false when there is none
/// (Liang-Barsky).
bool clip(Point &from, Point &to, double width, double height) {
  double enter = 0;
  double leave = 1;
  const Point step{to.x - from.x, to.y - from.y};
  const auto side = [&](double towards, double room) {
    if (towards == 0)
      return room >= 0;
    if (towards < 0)
      enter = std::max(enter, room / towards);
    else
      leave = std::min(leave, room / towards);
    return true;
  };
  if (!side(-step.x, from.x) || !side(step.x, width - from.x) || !side(-step.y, from.y)
      || !side(step.y, height - from.y) || enter >= leave)
    return false;
  to = {from.x + leave * step.x, from.y + leave * step.y};
  from = {from.x + enter * step.x, from.y + enter * step.y};
  return true;
}

} // namespace

ZonalStatistics statistics_in(const Grid &grid, std::span<const float> values,
                              std::span<const Polygon> polygons) {
  Sums sums;
  for (const Polygon &polygon : polygons) {
    const Coverage covered = coverage(grid, polygon);
    for (std::int64_t row = 0; row < covered.height; ++row) {
      const std::int64_t start = (covered.first_row + row) * grid.width + covered.first_column;
      for (std::int64_t column = 0; column < covered.width; ++column)
        if (const double share = covered.at(column, row); share > 0)
          sums.add(values[static_cast<std::size_t>(start + column)], share);
    }
  }
  ZonalStatistics result;
  if (sums.measure <= 0)
    return result;
  const double cell = grid.resolution * grid.resolution;
  result.area = sums.measure * cell;
  result.total = sums.total * cell;
  result.mean = sums.total / sums.measure;
  result.maximum = sums.maximum;
  return result;
}

LineStatistics statistics_along(const Grid &grid, std::span<const float> values, const Line &line) {
  const Box extent = grid.extent();
  const auto in_cells = [&](const Point &point) {
    return Point{(point.x - extent.xmin) / grid.resolution, (point.y - extent.ymin) / grid.resolution};
  };
  Sums sums;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    Point from = in_cells(line[i]);
    Point to = in_cells(line[i + 1]);
    if (!clip(from, to, static_cast<double>(grid.width), static_cast<double>(grid.height)))
      continue;
    const double metres = std::hypot(to.x - from.x, to.y - from.y) * grid.resolution;
    const std::vector<double> shares = passages(from, to);
    for (std::size_t piece = 0; piece + 1 < shares.size(); ++piece) {
      const double middle = (shares[piece] + shares[piece + 1]) / 2;
      const auto at = [middle](double start, double end, std::int64_t cells) {
        return std::clamp<std::int64_t>(static_cast<std::int64_t>(std::floor(start + middle * (end - start))),
                                        0, cells - 1);
      };
      const std::int64_t row = grid.height - 1 - at(from.y, to.y, grid.height);
      if (shares[piece + 1] > shares[piece])
        sums.add(values[static_cast<std::size_t>(row * grid.width + at(from.x, to.x, grid.width))],
                 metres * (shares[piece + 1] - shares[piece]));
    }
  }
  LineStatistics result;
  if (sums.measure <= 0)
    return result;
  result.length = sums.measure;
  result.mean = sums.total / sums.measure;
  result.maximum = sums.maximum;
  return result;
}

} // namespace cortege::engine
