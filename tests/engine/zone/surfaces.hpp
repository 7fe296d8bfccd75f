#pragma once

#include "engine/grid.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace cortege::engine::test {

/// A raster whose cells hold a function's value at their centres.
struct Surface {
  Grid grid;
  std::vector<float> values;
};

inline Surface sampled(const Grid &grid, const std::function<double(Point)> &function) {
  Surface surface{grid, {}};
  for (std::int64_t row = 0; row < grid.height; ++row)
    for (std::int64_t column = 0; column < grid.width; ++column)
      surface.values.push_back(static_cast<float>(function(grid.centre(column, row))));
  return surface;
}

/// Whole numbers from 0 to `most`, so that plateaus, saddles and values equal to thresholds are the rule.
inline Surface random_steps(unsigned seed, std::int64_t side, int most) {
  std::uint64_t state = seed * 2654435761U + 1;
  return sampled({10, 90'000, 620'000, side, side}, [&state, most](Point) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<double>((state >> 33) % static_cast<unsigned>(most + 1));
  });
}

} // namespace cortege::engine::test
