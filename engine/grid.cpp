#include "engine/grid.hpp"

#include "engine/error.hpp"

#include <fmt/format.h>

#include <cmath>

namespace cortege::engine {

namespace {

constexpr double largest_side = 1'000'000;

// A bound already on the lattice, but for rounding, stays there.
std::int64_t index_at_or_below(double coordinate, double resolution) {
  const double index = coordinate / resolution;
  const double nearest = std::round(index);
  return static_cast<std::int64_t>(std::abs(index - nearest) < 1e-6 ? nearest : std::floor(index));
}

std::int64_t index_at_or_above(double coordinate, double resolution) {
  return -index_at_or_below(-coordinate, resolution);
}

} // namespace

Box Grid::extent() const {
  const auto at = [this](std::int64_t index) { return static_cast<double>(index) * resolution; };
  return {at(first_column), at(first_row), at(first_column + width), at(first_row + height)};
}

Point Grid::centre(std::int64_t column, std::int64_t row) const {
  return {(static_cast<double>(first_column + column) + 0.5) * resolution,
          (static_cast<double>(first_row + height - 1 - row) + 0.5) * resolution};
}

Grid covering(const Box &box, double margin, double resolution) {
  if (!(resolution > 0) || !std::isfinite(resolution))
    throw Error(fmt::format("The resolution must be a positive number of metres, not {}.", resolution));
  if (!std::isfinite(margin) || margin < 0)
    throw Error(fmt::format("The margin must be zero or a positive number of metres, not {}.", margin));
  const Box grown{box.xmin - margin, box.ymin - margin, box.xmax + margin, box.ymax + margin};
  const double width = grown.xmax - grown.xmin;
  const double height = grown.ymax - grown.ymin;
  if (!std::isfinite(width) || !std::isfinite(height) || width < 0 || height < 0)
    throw Error(
        "The extent must be XMIN YMIN XMAX YMAX in metres, with XMIN below XMAX and YMIN below YMAX.");
  if (width / resolution > largest_side || height / resolution > largest_side)
    throw Error(
        fmt::format("At {} m the raster would be {:.0f} × {:.0f} cells, more than {:.0f} a side: choose a "
                    "smaller extent or a coarser resolution.",
                    resolution, width / resolution, height / resolution, largest_side));
  Grid grid;
  grid.resolution = resolution;
  grid.first_column = index_at_or_below(grown.xmin, resolution);
  grid.first_row = index_at_or_below(grown.ymin, resolution);
  grid.width = std::max<std::int64_t>(1, index_at_or_above(grown.xmax, resolution) - grid.first_column);
  grid.height = std::max<std::int64_t>(1, index_at_or_above(grown.ymax, resolution) - grid.first_row);
  return grid;
}

} // namespace cortege::engine
