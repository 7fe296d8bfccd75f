#include "engine/zone/statistics.hpp"

#include "engine/zone/coverage.hpp"
#include "engine/zone/line_cells.hpp"

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
  Sums sums;
  for (std::size_t i = 0; i + 1 < line.size(); ++i)
    for_each_cell_along(grid, line[i], line[i + 1],
                        [&](std::size_t cell, double metres) { sums.add(values[cell], metres); });
  LineStatistics result;
  if (sums.measure <= 0)
    return result;
  result.length = sums.measure;
  result.mean = sums.total / sums.measure;
  result.maximum = sums.maximum;
  return result;
}

} // namespace cortege::engine
