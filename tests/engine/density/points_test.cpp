#include "tests/engine/density/support.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace cortege::engine {
namespace {

using test::Case;
using test::error;

Features points_of(Case &c) {
  Features features;
  const auto count = c.random() % 60;
  for (unsigned i = 0; i < count; ++i)
    features.add_point(c.point(), c.between(0, 3));
  // One on a cell's centre: the raster shows the surface's maximum even when the bandwidth is under a cell.
  features.add_point(c.parameters.grid.centre(0, 0), 1);
  return features;
}

// Gaussian is cut along the axes, the others by a disc.
double distance(Kernel kernel, double dx, double dy) {
  return kernel == Kernel::gaussian ? std::max(std::abs(dx), std::abs(dy)) : std::hypot(dx, dy);
}

TEST(DensityOfPoints, AgreesWithTheDefinition) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    Case c(seed);
    const Features features = points_of(c);
    const double e =
        error(density(features, c.parameters), test::by_definition(features.points(), c.parameters));
    EXPECT_LE(e, 1e-12) << "case " << seed << ", " << name_of(c.parameters.kernel) << ", "
                        << c.parameters.bandwidth / c.parameters.grid.resolution << " cells";
  }
}

TEST(DensityOfPoints, IsExactlyZeroWhereNothingReaches) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    Case c(seed);
    c.parameters.bandwidth = c.between(0.3, 12) * c.parameters.grid.resolution;
    Features features;
    for (int i = 0; i < 3; ++i)
      features.add_point(c.point(), 1e6);
    const auto values = density(features, c.parameters);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const auto width = static_cast<std::size_t>(c.parameters.grid.width);
      const Point cell = c.parameters.grid.centre(static_cast<std::int64_t>(i % width),
                                                  static_cast<std::int64_t>(i / width));
      double nearest = 1e300;
      for (std::size_t p = 0; p < 3; ++p)
        nearest = std::min(nearest, distance(c.parameters.kernel, features.points().x[p] - cell.x,
                                             features.points().y[p] - cell.y));
      if (nearest > 1.0001 * reach(c.parameters.kernel, c.parameters.bandwidth)) {
        ASSERT_EQ(values[i], 0) << "case " << seed;
      }
    }
  }
}

bool same(std::span<const double> a, std::span<const double> b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size_bytes()) == 0;
}

TEST(DensityOfPoints, DoesNotDependOnThreadsOrOnTheOrderOfFeatures) {
  for (unsigned seed = 0; seed < 25; ++seed) {
    Case c(seed);
    c.parameters.grid.height += 300;
    Features features = points_of(c);
    for (const double mass : {0.1, 0.7, 0.3})
      features.add_point({features.points().x[0], features.points().y[0]}, mass);
    const auto values = density(features, c.parameters);
    Features reversed;
    for (std::size_t i = features.size(); i-- > 0;)
      reversed.add_point({features.points().x[i], features.points().y[i]}, features.points().mass[i]);
    EXPECT_TRUE(same(values, density(reversed, c.parameters))) << "case " << seed;
    for (const int threads : {2, 5}) {
      c.parameters.threads = threads;
      EXPECT_TRUE(same(values, density(features, c.parameters)))
          << "case " << seed << ", " << threads << " threads";
    }
  }
}

TEST(DensityOfPoints, DoesNotDependOnTheTile) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    Case c(seed);
    const Features features = points_of(c);
    const Grid whole = c.parameters.grid;
    const auto values = density(features, c.parameters);
    c.parameters.grid.first_column +=
        static_cast<std::int64_t>(c.random() % static_cast<unsigned>(whole.width));
    c.parameters.grid.first_row +=
        static_cast<std::int64_t>(c.random() % static_cast<unsigned>(whole.height));
    c.parameters.grid.width = 1 + static_cast<std::int64_t>(c.random() % 70);
    c.parameters.grid.height = 1 + static_cast<std::int64_t>(c.random() % 40);
    const Grid &tile = c.parameters.grid;
    const auto part = density(features, c.parameters);
    for (std::int64_t row = 0; row < tile.height; ++row)
      for (std::int64_t column = 0; column < tile.width; ++column) {
        const std::int64_t x = tile.first_column + column - whole.first_column;
        const std::int64_t y = whole.first_row + whole.height - tile.first_row - tile.height + row;
        if (x >= 0 && x < whole.width && y >= 0 && y < whole.height) {
          ASSERT_EQ(part[static_cast<std::size_t>(row * tile.width + column)],
                    values[static_cast<std::size_t>(y * whole.width + x)])
              << "case " << seed << " at " << column << ", " << row;
        }
      }
  }
}

} // namespace
} // namespace cortege::engine
