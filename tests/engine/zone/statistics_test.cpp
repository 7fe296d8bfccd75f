#include "engine/zone/coverage.hpp"
#include "engine/zone/statistics.hpp"
#include "tests/engine/geos.hpp"
#include "tests/engine/zone/surfaces.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <random>

namespace cortege::engine {
namespace {

using test::sampled;
using test::Surface;

/// A star about a centre: valid whatever the radii.
Polygon star(std::mt19937 &random, Point centre, double radius, bool hollow) {
  std::uniform_real_distribution<double> far(0.4 * radius, radius);
  Polygon polygon(hollow ? 2 : 1);
  const int spikes = 13;
  for (int i = 0; i < spikes; ++i) {
    const double angle = 6.283185307 * i / spikes;
    const double r = far(random);
    polygon[0].push_back({centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)});
    if (hollow)
      polygon[1].push_back({centre.x + 0.3 * r * std::cos(angle), centre.y + 0.3 * r * std::sin(angle)});
  }
  for (Line &ring : polygon)
    ring.push_back(ring.front());
  return polygon;
}

Polygon cell_square(const Grid &grid, std::int64_t column, std::int64_t row) {
  const Point c = grid.centre(column, row);
  const double h = grid.resolution / 2;
  return {
      {{c.x - h, c.y - h}, {c.x + h, c.y - h}, {c.x + h, c.y + h}, {c.x - h, c.y + h}, {c.x - h, c.y - h}}};
}

TEST(Coverage, EqualsTheIntersectionWithEachCell) {
  std::mt19937 random(1);
  const test::Geos geos;
  const Grid grid{10, 89'999, 629'999, 12, 9};
  const Box extent = grid.extent();
  std::uniform_real_distribution<double> x(extent.xmin - 30, extent.xmax + 30);
  std::uniform_real_distribution<double> y(extent.ymin - 30, extent.ymax + 30);
  for (int i = 0; i < 40; ++i) {
    const Polygon polygon = star(random, {x(random), y(random)}, 5 + 3 * i, i % 2 == 1);
    const Coverage found = coverage(grid, polygon);
    for (std::int64_t row = 0; row < grid.height; ++row)
      for (std::int64_t column = 0; column < grid.width; ++column) {
        const std::int64_t c = column - found.first_column;
        const std::int64_t r = row - found.first_row;
        const bool inside = c >= 0 && r >= 0 && c < found.width && r < found.height;
        const double truth = geos.intersection_area(polygon, cell_square(grid, column, row)) / 100;
        EXPECT_NEAR(inside ? found.at(c, r) : 0, truth, 1e-8);
      }
  }
}

TEST(Coverage, OfCellsIsExactlyThem) {
  const Grid grid{10, 0, 0, 8, 8};
  const Coverage found = coverage(grid, {{{20, 30}, {50, 30}, {50, 60}, {20, 60}, {20, 30}}});
  EXPECT_EQ(std::accumulate(found.shares.begin(), found.shares.end(), 0.0), 9);
  for (const double share : found.shares)
    EXPECT_TRUE(share == 0 || share == 1);
}

TEST(Coverage, IsEmptyBeyondTheGrid) {
  const Grid grid{10, 0, 0, 8, 8};
  const Coverage found = coverage(grid, {{{200, 30}, {500, 30}, {500, 60}, {200, 30}}});
  EXPECT_EQ(std::accumulate(found.shares.begin(), found.shares.end(), 0.0), 0);
  EXPECT_EQ(coverage(grid, {}).width, 0);
}

TEST(ZonalStatistics, OfAPartitionAddUpToTheRaster) {
  const Surface noise = test::random_steps(5, 40, 9);
  const Box e = noise.grid.extent();
  const double x = e.xmin + 137.3;
  const double y = e.ymin + 291.9;
  const std::vector<Polygon> quarters{
      {{{e.xmin, e.ymin}, {x, e.ymin}, {x, y}, {e.xmin, y}, {e.xmin, e.ymin}}},
      {{{x, e.ymin}, {e.xmax, e.ymin}, {e.xmax, y}, {x, y}, {x, e.ymin}}},
      {{{x, y}, {e.xmax, y}, {e.xmax, e.ymax}, {x, e.ymax}, {x, y}}},
      {{{e.xmin, y}, {x, y}, {x, e.ymax}, {e.xmin, e.ymax}, {e.xmin, y}}}};
  double total = 0;
  double area = 0;
  for (const Polygon &quarter : quarters) {
    const ZonalStatistics one = statistics_in(noise.grid, noise.values, std::span(&quarter, 1));
    EXPECT_NEAR(one.mean * one.area, one.total, 1e-6);
    total += one.total;
    area += one.area;
  }
  const double truth = std::accumulate(noise.values.begin(), noise.values.end(), 0.0) * 100;
  EXPECT_NEAR(total, truth, 1e-6);
  EXPECT_NEAR(area, 160'000, 1e-6);
  EXPECT_NEAR(statistics_in(noise.grid, noise.values, quarters).total, truth, 1e-6);
}

TEST(ZonalStatistics, LeaveOutCellsWithoutData) {
  Surface flat = sampled({10, 0, 0, 4, 4}, [](Point) { return 3; });
  flat.values[0] = std::numeric_limits<float>::quiet_NaN();
  const Polygon all{{{0, 0}, {40, 0}, {40, 40}, {0, 40}, {0, 0}}};
  const ZonalStatistics found = statistics_in(flat.grid, flat.values, std::span(&all, 1));
  EXPECT_NEAR(found.area, 1500, 1e-9);
  EXPECT_NEAR(found.mean, 3, 1e-12);
  const Polygon none{{{0, 30}, {10, 30}, {10, 40}, {0, 40}, {0, 30}}};
  EXPECT_TRUE(std::isnan(statistics_in(flat.grid, flat.values, std::span(&none, 1)).mean));
}

TEST(LineStatistics, WeighCellsByMetres) {
  const Surface slope = sampled({10, 0, 0, 10, 10}, [](Point p) { return p.x; });
  const LineStatistics level = statistics_along(slope.grid, slope.values, {{-50, 55}, {150, 55}});
  EXPECT_NEAR(level.length, 100, 1e-9);
  EXPECT_NEAR(level.mean, 50, 1e-9);
  EXPECT_EQ(level.maximum, 95);
  const LineStatistics part = statistics_along(slope.grid, slope.values, {{7, 3}, {22, 3}});
  EXPECT_NEAR(part.mean, (3 * 5 + 10 * 15 + 2 * 25) / 15.0, 1e-9);
}

TEST(LineStatistics, AgreesWithFineSampling) {
  std::mt19937 random(3);
  const Surface noise = test::random_steps(8, 20, 9);
  const Box e = noise.grid.extent();
  std::uniform_real_distribution<double> x(e.xmin, e.xmax);
  std::uniform_real_distribution<double> y(e.ymin, e.ymax);
  for (int i = 0; i < 50; ++i) {
    const Line line{{x(random), y(random)}, {x(random), y(random)}};
    double sum = 0;
    const int samples = 100'000;
    for (int s = 0; s < samples; ++s) {
      const double t = (s + 0.5) / samples;
      const double column = (line[0].x + t * (line[1].x - line[0].x) - e.xmin) / 10;
      const double row = (e.ymax - line[0].y - t * (line[1].y - line[0].y)) / 10;
      sum += noise.values[static_cast<std::size_t>(row) * 20 + static_cast<std::size_t>(column)];
    }
    EXPECT_NEAR(statistics_along(noise.grid, noise.values, line).mean, sum / samples, 2e-3);
  }
}

TEST(LineStatistics, OfNothingAreEmpty) {
  const Surface slope = sampled({10, 0, 0, 10, 10}, [](Point p) { return p.x; });
  EXPECT_EQ(statistics_along(slope.grid, slope.values, {}).length, 0);
  EXPECT_EQ(statistics_along(slope.grid, slope.values, {{5, 5}, {5, 5}}).length, 0);
  EXPECT_EQ(statistics_along(slope.grid, slope.values, {{500, 5}, {700, 5}}).length, 0);
  EXPECT_NEAR(statistics_along(slope.grid, slope.values, {{100, 0}, {100, 100}}).maximum, 95, 1e-9);
}

} // namespace
} // namespace cortege::engine
