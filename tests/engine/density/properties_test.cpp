// What must hold of any density, whatever the features: mass, symmetry, threads.
#include "tests/engine/density/support.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cortege::engine {
namespace {

using test::Case;

Line star(Case &c, const Point &centre, double radius) {
  Line ring;
  const auto corners = 3 + c.random() % 9;
  for (unsigned i = 0; i < corners; ++i) {
    const double angle = 2 * M_PI * i / static_cast<double>(corners);
    const double far = radius * c.between(0.3, 1);
    ring.push_back({centre.x + far * std::cos(angle), centre.y + far * std::sin(angle)});
  }
  ring.push_back(ring.front());
  return ring;
}

struct Drawn {
  std::vector<Point> points;
  std::vector<Line> lines;
  std::vector<Line> rings;

  /// With places turned by `turn`.
  template <typename Turn>
  [[nodiscard]] Features features(const Turn &turn) const {
    Features result;
    const auto all = [&](Line line) {
      std::ranges::transform(line, line.begin(), turn);
      return line;
    };
    for (const Point &point : points)
      result.add_point(turn(point), 2);
    for (const Line &line : lines)
      result.add_line(all(line), 3);
    for (const Line &ring : rings)
      result.add_polygon({all(ring)}, 5);
    return result;
  }
};

Drawn drawn(Case &c, double side) {
  Drawn all;
  const auto place = [&] { return Point{c.between(-side, side), c.between(-side, side)}; };
  for (int i = 0; i < 3; ++i) {
    all.points.push_back(place());
    all.lines.push_back({place(), place(), place()});
    all.rings.push_back(star(c, place(), side / 3));
  }
  return all;
}

Point as_it_is(const Point &p) {
  return p;
}

TEST(DensityProperties, AllOfTheMassIsOnTheRaster) {
  // Cells are a sum in place of an integral: what it leaves depends on how smooth the kernel is.
  const auto left = [](Kernel kernel) {
    return kernel == Kernel::uniform ? 2e-3 : kernel == Kernel::gaussian ? 1e-10 : 1e-4;
  };
  for (unsigned seed = 0; seed < 20; ++seed) {
    Case c(seed);
    const double resolution = 1;
    const double bandwidth = c.between(30, 40);
    c.parameters.bandwidth = c.parameters.kernel == Kernel::gaussian ? bandwidth / 8 : bandwidth;
    c.parameters.grid =
        covering({-70, -70, 70, 70}, reach(c.parameters.kernel, c.parameters.bandwidth), resolution);
    const Features features = drawn(c, 50).features(as_it_is);
    const auto values = density(features, c.parameters);
    EXPECT_NEAR(std::accumulate(values.begin(), values.end(), 0.0) / features.mass(), 1,
                left(c.parameters.kernel))
        << "case " << seed << ", " << name_of(c.parameters.kernel);
  }
}

TEST(DensityProperties, MirroredFeaturesGiveTheMirroredRaster) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    Case c(seed);
    c.parameters.bandwidth = c.between(0.5, 40);
    const std::int64_t half = 30;
    c.parameters.grid = {1, -half, -half, 2 * half, 2 * half};
    const Drawn all = drawn(c, 40);
    const auto at = [&](const std::vector<double> &values, std::int64_t column, std::int64_t row) {
      return values[static_cast<std::size_t>(row * 2 * half + column)];
    };
    const auto values = density(all.features(as_it_is), c.parameters);
    const auto east = density(all.features([](const Point &p) { return Point{-p.x, p.y}; }), c.parameters);
    const auto north = density(all.features([](const Point &p) { return Point{p.x, -p.y}; }), c.parameters);
    const auto turned = density(all.features([](const Point &p) { return Point{p.y, p.x}; }), c.parameters);
    // A cell on the rim of a uniform disc falls in or out by a rounding: those few may differ.
    const double tolerance = 1e-11 * *std::ranges::max_element(values);
    int unlike = 0;
    const std::int64_t last = 2 * half - 1;
    for (std::int64_t row = 0; row <= last; ++row)
      for (std::int64_t column = 0; column <= last; ++column) {
        const double value = at(values, column, row);
        unlike += std::abs(value - at(east, last - column, row)) <= tolerance ? 0 : 1;
        unlike += std::abs(value - at(north, column, last - row)) <= tolerance ? 0 : 1;
        unlike += std::abs(value - at(turned, last - row, last - column)) <= tolerance ? 0 : 1;
      }
    EXPECT_EQ(unlike, 0) << "case " << seed << ", " << name_of(c.parameters.kernel) << ", "
                         << c.parameters.bandwidth;
  }
}

TEST(DensityProperties, ThreadsChangeNoBit) {
  for (unsigned seed = 0; seed < 10; ++seed) {
    Case c(seed);
    c.parameters.bandwidth = c.between(2, 30);
    c.parameters.grid = {1, -50, -300, 100, 600};
    const Features features = drawn(c, 90).features(as_it_is);
    const auto values = density(features, c.parameters);
    for (const int threads : {2, 3, 7}) {
      c.parameters.threads = threads;
      EXPECT_EQ(values, density(features, c.parameters)) << "case " << seed << ", " << threads << " threads";
    }
  }
}

} // namespace
} // namespace cortege::engine
