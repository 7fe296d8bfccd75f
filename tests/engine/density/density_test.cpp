#include "engine/density/density.hpp"
#include "engine/error.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace cortege::engine {
namespace {

constexpr Kernel kernels[] = {Kernel::uniform, Kernel::epanechnikov, Kernel::quartic, Kernel::triangular,
                              Kernel::gaussian};

DensityParameters parameters_for(Kernel kernel, double bandwidth, const Box &box, double resolution) {
  return {kernel, bandwidth, covering(box, reach(kernel, bandwidth), resolution), 1};
}

double integral(const std::vector<double> &raster, double resolution) {
  return std::accumulate(raster.begin(), raster.end(), 0.0) * resolution * resolution;
}

TEST(Density, AWholeFeatureIntegratesToItsMass) {
  for (const Kernel kernel : kernels) {
    Features features;
    features.add_point({3, 4}, 5);
    features.add_line({{0, 0}, {30, 10}, {31, 40}}, 7);
    features.add_polygon({{{0, 0}, {20, 0}, {20, 20}, {0, 20}}, {{5, 5}, {9, 5}, {9, 9}, {5, 9}}}, 11);
    const auto parameters =
        parameters_for(kernel, kernel == Kernel::gaussian ? 8 : 20, *features.extent(), 0.5);
    const auto raster = density(features, parameters);
    EXPECT_NEAR(integral(raster, 0.5), features.mass(), kernel == Kernel::uniform ? 0.05 : 1e-2)
        << name_of(kernel);
  }
}

} // namespace
} // namespace cortege::engine
