#include "cli/analysis/facts.hpp"

#include "engine/error.hpp"
#include "engine/io/rows.hpp"
#include "engine/zone/cell_shares.hpp"
#include "engine/zone/coverage.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace cortege::analysis {

namespace {

void require_field(const engine::Row &row, const std::string &field) {
  if (!row.has(field))
    throw engine::Error(fmt::format("There is no field {}: check its name.", field));
}

double mass_of(const engine::Row &row, const std::string &field) {
  if (field.empty())
    return 1;
  require_field(row, field);
  const std::optional<double> mass = row.number(field);
  if (!mass || !(*mass >= 0 && std::isfinite(*mass)))
    throw engine::Error(fmt::format("Row {}: {} must be zero or a positive number.", row.id(), field));
  return *mass;
}

engine::Instant time_of(const engine::Row &row, const std::string &field, const LocalTime &time) {
  require_field(row, field);
  const std::optional<engine::Instant> instant = instant_in(row, field, time);
  if (!instant)
    throw engine::Error(
        fmt::format("Row {} has no date in {}: fill it, or filter the row out.", row.id(), field));
  return *instant;
}

} // namespace

Facts read_facts(const FactOptions &options, const LocalTime &time, const engine::Progress &progress) {
  Facts facts;
  facts.skipped = engine::read_rows(
      options.source,
      [&](const engine::Row &row, const engine::Shape &shape) {
        const double mass = mass_of(row, options.source.mass_field);
        if (!options.time.empty())
          facts.times.push_back(time_of(row, options.time, time));
        try {
          facts.features.add(shape, mass);
        } catch (const engine::Error &error) {
          throw engine::Error(fmt::format("Row {}: {}", row.id(), error.what()));
        }
      },
      progress);
  if (facts.features.empty())
    throw engine::Error(fmt::format("{} holds no fact with a place.", options.source.file));
  return facts;
}

engine::Grid grid_over(const Facts &facts, const std::vector<double> &extent, double resolution) {
  if (!extent.empty())
    return engine::covering({extent[0], extent[1], extent[2], extent[3]}, 0, resolution);
  // A fact on the eastern or northern border belongs to the cell beyond it.
  engine::Box box = *facts.features.extent();
  box.xmax = std::nextafter(box.xmax, std::numeric_limits<double>::infinity()) + 1e-6 * resolution;
  box.ymax = std::nextafter(box.ymax, std::numeric_limits<double>::infinity()) + 1e-6 * resolution;
  return engine::covering(box, 0, resolution);
}

Counts count(const Facts &facts, const engine::Grid &grid, const std::optional<engine::Window> &window) {
  std::vector<double> weights(facts.features.size(), 1);
  if (window)
    for (std::size_t i = 0; i < weights.size(); ++i)
      weights[i] = facts.times[i] >= window->from && facts.times[i] < window->to ? 1 : 0;
  Counts counts;
  counts.cells = engine::mass_in_cells(facts.features, weights, grid, counts.outside);
  for (const double mass : counts.cells)
    counts.inside += mass;
  return counts;
}

void keep_inside(std::vector<double> &cells, const engine::Grid &grid, const std::string &areas_file,
                 const std::string &crs) {
  std::vector<double> covered(cells.size(), 0);
  engine::read_rows({areas_file, {}, {}, crs, {}}, [&](const engine::Row &, const engine::Shape &shape) {
    for (const engine::Polygon &polygon : shape.polygons) {
      const engine::Coverage part = engine::coverage(grid, polygon);
      for (std::int64_t row = 0; row < part.height; ++row)
        for (std::int64_t column = 0; column < part.width; ++column)
          covered[static_cast<std::size_t>((part.first_row + row) * grid.width + part.first_column
                                           + column)] += part.at(column, row);
    }
  });
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (covered[i] < 0.5)
      cells[i] = std::numeric_limits<double>::quiet_NaN();
}

} // namespace cortege::analysis
