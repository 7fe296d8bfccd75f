#include "providers/qgis/tension/lattice.hpp"

#include <algorithm>
#include <cmath>

namespace cortege::qgis {
namespace {

constexpr double rounding = 1e-9; // a pixel as large as a cell but for rounding is as large

} // namespace

engine::Grid cells_behind(const Pixels &asked, double resolution) {
  const double pixel = std::min((asked.box.xmax - asked.box.xmin) / asked.width,
                                (asked.box.ymax - asked.box.ymin) / asked.height);
  while (resolution * 2 <= pixel * (1 + rounding))
    resolution *= 2;
  return engine::covering(asked.box, 0, resolution);
}

std::vector<float> picture(const Pixels &asked, const engine::Grid &grid, std::span<const float> values) {
  const double dx = (asked.box.xmax - asked.box.xmin) / asked.width;
  const double dy = (asked.box.ymax - asked.box.ymin) / asked.height;
  std::vector<std::int64_t> columns(static_cast<std::size_t>(asked.width));
  for (int x = 0; x < asked.width; ++x) {
    const double centre = asked.box.xmin + (x + 0.5) * dx;
    const auto column = static_cast<std::int64_t>(std::floor(centre / grid.resolution)) - grid.first_column;
    columns[static_cast<std::size_t>(x)] = std::clamp<std::int64_t>(column, 0, grid.width - 1);
  }
  std::vector<float> pixels;
  pixels.reserve(columns.size() * static_cast<std::size_t>(asked.height));
  for (int y = 0; y < asked.height; ++y) {
    const double centre = asked.box.ymax - (y + 0.5) * dy;
    const auto south = static_cast<std::int64_t>(std::floor(centre / grid.resolution)) - grid.first_row;
    const auto row = std::clamp<std::int64_t>(grid.height - 1 - south, 0, grid.height - 1);
    for (const std::int64_t column : columns)
      pixels.push_back(values[static_cast<std::size_t>(row * grid.width + column)]);
  }
  return pixels;
}

} // namespace cortege::qgis
