#pragma once

#include "engine/density/density.hpp"

#include <random>

namespace cortege::engine::test {

constexpr Kernel kernels[] = {Kernel::uniform, Kernel::epanechnikov, Kernel::quartic, Kernel::triangular,
                              Kernel::gaussian};

/// A random case: where on earth, how big a bandwidth in cells, how many columns and rows.
struct Case {
  explicit Case(unsigned seed);

  DensityParameters parameters;
  Box box; ///< where features may lie: the grid and its surroundings
  std::mt19937_64 random;

  double between(double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random);
  }
  Point point() { return {between(box.xmin, box.xmax), between(box.ymin, box.ymax)}; }
};

/// Values of the same cells by the definition, in long double.
std::vector<long double> by_definition(const Features::Points &points, const DensityParameters &parameters);

/// Lines and areas, by Gauss–Legendre quadrature along segments and around angles, in long double.
std::vector<long double> by_quadrature(const Features &features, const DensityParameters &parameters);

/// The largest difference over the largest value.
double error(const std::vector<double> &values, const std::vector<long double> &reference);

} // namespace cortege::engine::test
