#include "tests/engine/density/support.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cortege::engine::test {

namespace {

constexpr long double pi = std::numbers::pi_v<long double>;

long double kernel_value(Kernel kernel, long double h, long double d) {
  const long double r = d / h;
  if (kernel == Kernel::gaussian)
    return std::exp(-r * r / 2) / (2 * pi * h * h);
  if (r >= 1)
    return 0;
  switch (kernel) {
  case Kernel::uniform:
    return 1 / (pi * h * h);
  case Kernel::epanechnikov:
    return 2 / (pi * h * h) * (1 - r * r);
  case Kernel::quartic:
    return 3 / (pi * h * h) * (1 - r * r) * (1 - r * r);
  default:
    return 3 / (pi * h * h) * (1 - r);
  }
}

} // namespace

Case::Case(unsigned seed) : random(seed) {
  constexpr double origins[] = {0, 893'000.5, 6'246'000.25, 1e7, -1e7};
  constexpr double resolutions[] = {0.1, 1, 10, 30, 7.3};
  const double resolution = resolutions[random() % std::size(resolutions)];
  const double x = origins[random() % std::size(origins)];
  const double y = origins[random() % std::size(origins)];
  const double width = between(5, 60) * resolution;
  const double height = between(5, 40) * resolution;
  parameters.bandwidth = std::pow(10, between(-0.5, 2)) * resolution;
  parameters.kernel = kernels[seed % std::size(kernels)];
  parameters.threads = 1;
  parameters.grid = covering({x, y, x + width, y + height}, 0, resolution);
  const double margin = 0.5 * parameters.bandwidth;
  box = {x - margin, y - margin, x + width + margin, y + height + margin};
}

std::vector<long double> by_definition(const Features::Points &points, const DensityParameters &parameters) {
  const Grid &grid = parameters.grid;
  const long double r = grid.resolution;
  // Fused: at 1e8 cells from the origin even a long double product is too coarse.
  const auto from_centre = [r](double coordinate, std::int64_t index) {
    return std::fma(-(static_cast<long double>(index) + 0.5L), r, static_cast<long double>(coordinate));
  };
  std::vector<long double> values(static_cast<std::size_t>(grid.cells()));
  std::vector<long double> dx(static_cast<std::size_t>(grid.width));
  for (std::size_t i = 0; i < points.x.size(); ++i) {
    for (std::int64_t column = 0; column < grid.width; ++column)
      dx[static_cast<std::size_t>(column)] = from_centre(points.x[i], grid.first_column + column);
    auto value = values.begin();
    for (std::int64_t row = 0; row < grid.height; ++row) {
      const long double dy = from_centre(points.y[i], grid.first_row + grid.height - 1 - row);
      for (const long double x : dx)
        *value++ += points.mass[i]
                    * kernel_value(parameters.kernel, parameters.bandwidth, std::sqrt(x * x + dy * dy));
    }
  }
  return values;
}

double error(const std::vector<double> &values, const std::vector<long double> &reference) {
  long double difference = 0;
  long double largest = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    difference = std::max(difference, std::abs(values[i] - reference[i]));
    largest = std::max(largest, reference[i]);
  }
  return largest > 0 ? static_cast<double>(difference / largest) : static_cast<double>(difference);
}

} // namespace cortege::engine::test
