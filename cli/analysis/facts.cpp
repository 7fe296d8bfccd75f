#include "cli/analysis/facts.hpp"

#include "engine/error.hpp"
#include "engine/march/route.hpp"
#include "engine/measure.hpp"
#include "engine/zone/coverage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace cortege::analysis {

namespace {

engine::Point middle(const engine::Shape &shape) {
  if (!shape.points.empty())
    return shape.points.front();
  if (!shape.lines.empty()) {
    const engine::Line &line = shape.lines.front();
    const double half = engine::length(line) / 2;
    return half > 0 ? engine::Route(line).at(half) : line.front();
  }
  const engine::Box box = engine::bounds(shape.polygons.front().front());
  return {(box.xmin + box.xmax) / 2, (box.ymin + box.ymax) / 2};
}

double mass_of(const Row &row, const std::string &field) {
  if (field.empty())
    return 1;
  if (!row.has(field))
    throw engine::Error(fmt::format("There is no field {}: check its name.", field));
  const std::optional<double> mass = row.number(field);
  if (!mass || !(*mass >= 0 && std::isfinite(*mass)))
    throw engine::Error(fmt::format("Row {}: {} must be zero or a positive number.", row.id(), field));
  return *mass;
}

engine::Instant time_of(const Row &row, const std::string &field) {
  if (!row.has(field))
    throw engine::Error(fmt::format("There is no field {}: check its name.", field));
  const std::optional<engine::Instant> time = row.instant(field);
  if (!time)
    throw engine::Error(
        fmt::format("Row {} has no date in {}: fill it, or filter the row out.", row.id(), field));
  return *time;
}

} // namespace

Facts read_facts(const std::string &file, const FactOptions &options, const LocalTime &time,
                 const engine::Progress &progress) {
  Facts facts;
  facts.skipped = read_vector(
      file, {options.layer, options.crs}, time,
      [&](const Row &row, const engine::Shape &shape) {
        if (shape.empty())
          return;
        facts.places.push_back(middle(shape));
        facts.masses.push_back(mass_of(row, options.mass));
        if (!options.time.empty())
          facts.times.push_back(time_of(row, options.time));
      },
      progress);
  if (facts.places.empty())
    throw engine::Error(fmt::format("{} holds no fact with a place.", file));
  return facts;
}

engine::Grid grid_over(const Facts &facts, const std::vector<double> &extent, double resolution) {
  if (!extent.empty())
    return engine::covering({extent[0], extent[1], extent[2], extent[3]}, 0, resolution);
  // A fact on the eastern or northern border belongs to the cell beyond it.
  engine::Box box = engine::bounds(facts.places);
  box.xmax = std::nextafter(box.xmax, std::numeric_limits<double>::infinity()) + 1e-6 * resolution;
  box.ymax = std::nextafter(box.ymax, std::numeric_limits<double>::infinity()) + 1e-6 * resolution;
  return engine::covering(box, 0, resolution);
}

Counts count(const Facts &facts, const engine::Grid &grid, const std::optional<engine::Window> &window) {
  Counts counts;
  counts.cells.assign(static_cast<std::size_t>(grid.cells()), 0);
  for (std::size_t i = 0; i < facts.places.size(); ++i) {
    if (window && (facts.times[i] < window->from || facts.times[i] >= window->to))
      continue;
    const auto column =
        static_cast<std::int64_t>(std::floor(facts.places[i].x / grid.resolution)) - grid.first_column;
    const auto row =
        static_cast<std::int64_t>(std::floor(facts.places[i].y / grid.resolution)) - grid.first_row;
    if (column < 0 || row < 0 || column >= grid.width || row >= grid.height) {
      counts.outside += facts.masses[i];
      continue;
    }
    counts.inside += facts.masses[i];
    counts.cells[static_cast<std::size_t>((grid.height - 1 - row) * grid.width + column)] += facts.masses[i];
  }
  return counts;
}

void keep_inside(std::vector<double> &cells, const engine::Grid &grid, const std::string &areas_file,
                 const std::string &crs, const LocalTime &time) {
  std::vector<double> covered(cells.size(), 0);
  read_vector(areas_file, {{}, crs}, time,
              [&](const Row &, const engine::Shape &shape) {
                for (const engine::Polygon &polygon : shape.polygons) {
                  const engine::Coverage part = engine::coverage(grid, polygon);
                  for (std::int64_t row = 0; row < part.height; ++row)
                    for (std::int64_t column = 0; column < part.width; ++column)
                      covered[static_cast<std::size_t>((part.first_row + row) * grid.width + part.first_column
                                                       + column)] += part.at(column, row);
                }
              },
              {});
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (covered[i] < 0.5)
      cells[i] = std::numeric_limits<double>::quiet_NaN();
}

} // namespace cortege::analysis
