#pragma once

#include "engine/grid.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace cortege::qgis {

/// A picture asked of a raster layer: `width` × `height` pixels over `box`.
struct Pixels {
  engine::Box box;
  int width = 0, height = 0;
};

/// The cells behind a picture. They are those of the model's resolution, or of its double, its quadruple… as
/// far as they stay within a pixel: absolute cells, so that a value depends on the place and the scale, never
/// on the extent asked.
engine::Grid cells_behind(const Pixels &asked, double resolution);

/// For each pixel, top row first, the value of the cell that holds its centre. `values` are the grid's cells.
std::vector<float> picture(const Pixels &asked, const engine::Grid &grid, std::span<const float> values);

} // namespace cortege::qgis
