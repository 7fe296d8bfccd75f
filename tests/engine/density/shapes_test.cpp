#include "tests/engine/density/support.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cortege::engine {
namespace {

using test::Case;
using test::error;

Features lines_of(Case &c) {
  Features features;
  for (auto count = c.random() % 5; count-- > 0;) {
    Line line{c.point()};
    for (auto more = 1 + c.random() % 4; more-- > 0;)
      line.push_back(c.point());
    features.add_line(line, c.between(0, 5));
  }
  const Point centre = c.parameters.grid.centre(1, 1);
  const double r = c.parameters.grid.resolution;
  features.add_line({centre, {centre.x + 3 * r, centre.y}, {centre.x + 3 * r, centre.y - 2 * r}},
                    2); // on centres
  features.add_line({c.point(), {centre.x + 1e-3 * r, centre.y}}, 1);
  return features;
}

// A star around a point: any radii make a simple ring.
Line star(Case &c, const Point &centre, double size) {
  Line ring;
  const auto corners = 3 + c.random() % 8;
  for (unsigned i = 0; i < corners; ++i) {
    const double angle = 2 * M_PI * (i + c.between(0, 0.8)) / static_cast<double>(corners);
    const double radius = size * c.between(0.4, 1);
    ring.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
  }
  ring.push_back(ring.front());
  return ring;
}

Features areas_of(Case &c) {
  Features features;
  const double r = c.parameters.grid.resolution;
  const double span = std::max(c.box.xmax - c.box.xmin, c.box.ymax - c.box.ymin);
  for (auto count = c.random() % 3; count-- > 0;)
    features.add_polygon({star(c, c.point(), span * std::pow(10, c.between(-1.5, -0.2)))}, c.between(0, 5));
  const Point a = c.parameters.grid.centre(1, 3); // corners and edges on cell centres, with a hole
  features.add_polygon({{a, {a.x + 6 * r, a.y}, {a.x + 6 * r, a.y + 4 * r}, {a.x, a.y + 4 * r}, a},
                        {{a.x + r, a.y + r},
                         {a.x + 2 * r, a.y + r},
                         {a.x + 2 * r, a.y + 2 * r},
                         {a.x + r, a.y + 2 * r},
                         {a.x + r, a.y + r}}},
                       3);
  return features;
}

// Quadrature is in absolute coordinates: near the origin it keeps its digits.
Case near_origin(unsigned seed) {
  Case c(seed);
  Grid &grid = c.parameters.grid;
  const double r = grid.resolution;
  c.box = {c.box.xmin - static_cast<double>(grid.first_column) * r,
           c.box.ymin - static_cast<double>(grid.first_row) * r,
           c.box.xmax - static_cast<double>(grid.first_column) * r,
           c.box.ymax - static_cast<double>(grid.first_row) * r};
  grid.first_column = 0;
  grid.first_row = 0;
  grid.width = std::min<std::int64_t>(grid.width, 14);
  grid.height = std::min<std::int64_t>(grid.height, 11);
  c.parameters.bandwidth = r * std::pow(10, c.between(0.2, 1.6));
  return c;
}

TEST(DensityOfLines, AgreesWithQuadrature) {
  for (unsigned seed = 0; seed < 30; ++seed) {
    Case c = near_origin(seed);
    const Features features = lines_of(c);
    EXPECT_LE(error(density(features, c.parameters), test::by_quadrature(features, c.parameters)),
              c.parameters.kernel == Kernel::triangular ? 1e-11 : 1e-12)
        << "case " << seed << ", " << name_of(c.parameters.kernel) << ", "
        << c.parameters.bandwidth / c.parameters.grid.resolution << " cells";
  }
}

TEST(DensityOfAreas, AgreesWithQuadrature) {
  for (unsigned seed = 0; seed < 50; ++seed) {
    Case c = near_origin(seed);
    const Features features = areas_of(c);
    EXPECT_LE(error(density(features, c.parameters), test::by_quadrature(features, c.parameters)), 1e-12)
        << "case " << seed << ", " << name_of(c.parameters.kernel) << ", "
        << c.parameters.bandwidth / c.parameters.grid.resolution << " cells";
  }
}

TEST(DensityOfAreas, IsTheMassOverTheAreaFarFromItsEdges) {
  Features features;
  features.add_polygon({{{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}, {0, 0}}}, 5e6);
  const Grid grid = covering({400, 400, 600, 600}, 0, 10);
  for (const Kernel kernel : {Kernel::uniform, Kernel::epanechnikov, Kernel::quartic, Kernel::triangular})
    for (const double value : density(features, {kernel, 300, grid, 1}))
      ASSERT_EQ(value, 5);
}

TEST(DensityOfShapes, DoesNotDependOnTheTile) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    Case c(seed);
    Features features = seed % 2 == 0 ? lines_of(c) : areas_of(c);
    const Grid whole = c.parameters.grid;
    const auto values = density(features, c.parameters);
    Grid &tile = c.parameters.grid;
    tile.first_column += static_cast<std::int64_t>(c.random() % static_cast<unsigned>(whole.width));
    tile.width = 1 + static_cast<std::int64_t>(c.random() % 30);
    const auto part = density(features, c.parameters);
    for (std::int64_t row = 0; row < tile.height; ++row)
      for (std::int64_t column = 0; column < tile.width; ++column) {
        const std::int64_t x = tile.first_column + column - whole.first_column;
        if (x < whole.width) {
          ASSERT_EQ(part[static_cast<std::size_t>(row * tile.width + column)],
                    values[static_cast<std::size_t>(row * whole.width + x)])
              << "case " << seed << " at " << column << ", " << row;
        }
      }
  }
}

TEST(DensityOfShapes, MovesWithTheFeatures) {
  for (unsigned seed = 0; seed < 50; ++seed) {
    Case c = near_origin(seed);
    Features here;
    Features there;
    const double east = 1e6 * c.parameters.grid.resolution;
    const Line ring = star(c, c.point(), 8 * c.parameters.grid.resolution);
    Line moved = ring;
    for (Point &p : moved)
      p.x += east;
    here.add_polygon({ring}, 1);
    there.add_polygon({moved}, 1);
    here.add_line(ring, 1);
    there.add_line(moved, 1);
    const auto values = density(here, c.parameters);
    c.parameters.grid.first_column += 1'000'000;
    const auto same = density(there, c.parameters);
    const double most = *std::ranges::max_element(values);
    for (std::size_t i = 0; i < values.size(); ++i)
      ASSERT_NEAR(values[i], same[i], 1e-7 * most)
          << "case " << seed; // a coordinate keeps nine decimals out there
  }
}

} // namespace
} // namespace cortege::engine
