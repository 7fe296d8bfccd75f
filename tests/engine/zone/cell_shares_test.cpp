#include "engine/zone/cell_shares.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>

namespace cortege::engine {
namespace {

double sum(const std::vector<double> &cells) {
  return std::accumulate(cells.begin(), cells.end(), 0.0);
}

const Grid grid = covering({1000, 2000, 1100, 2080}, 0, 10); // 10 × 8 cells

TEST(MassInCells, PutsEachShareWhereItIs) {
  Features features;
  features.add_point({1005, 2005}, 2);                // south-western cell
  features.add_line({{1005, 2075}, {1025, 2075}}, 4); // 5, 10 and 5 m in three cells
  features.add_polygon({{{1090, 2000}, {1100, 2000}, {1100, 2020}, {1090, 2020}, {1090, 2000}}},
                       6); // two cells
  double outside = -1;
  const auto cells = mass_in_cells(features, std::vector<double>(3, 1), grid, outside);
  EXPECT_EQ(outside, 0);
  EXPECT_DOUBLE_EQ(cells[7 * 10], 2);
  EXPECT_DOUBLE_EQ(cells[0], 1);
  EXPECT_DOUBLE_EQ(cells[1], 2);
  EXPECT_DOUBLE_EQ(cells[2], 1);
  EXPECT_DOUBLE_EQ(cells[7 * 10 + 9], 3);
  EXPECT_DOUBLE_EQ(cells[6 * 10 + 9], 3);
  EXPECT_DOUBLE_EQ(sum(cells), 12);
  const auto weighed = mass_in_cells(features, std::vector<double>{0, 0.5, 1}, grid, outside);
  EXPECT_DOUBLE_EQ(sum(weighed), 8);
}

TEST(MassInCells, CountsWhatLiesBeyond) {
  Features features;
  features.add_point({999.99, 2040}, 1);
  features.add_point({1000, 2000}, 1);                // on the border: inside
  features.add_point({1100, 2040}, 1);                // on the eastern border: beyond
  features.add_line({{1050, 2040}, {1150, 2040}}, 2); // half of it
  features.add_polygon({{{1080, 2060}, {1120, 2060}, {1120, 2100}, {1080, 2100}, {1080, 2060}}},
                       4); // a quarter
  double outside = 0;
  const auto cells = mass_in_cells(features, std::vector<double>(5, 1), grid, outside);
  EXPECT_NEAR(sum(cells), 1 + 1 + 1, 1e-9);
  EXPECT_NEAR(outside, 9 - 3, 1e-9);
}

// A polygon with a hole against points thrown at it; lines against their lengths.
TEST(MassInCells, KeepsTheMassOfWhatIsInside) {
  std::mt19937 random(3);
  std::uniform_real_distribution<double> x(1000, 1100);
  std::uniform_real_distribution<double> y(2000, 2080);
  for (int trial = 0; trial < 200; ++trial) {
    Features features;
    Line route;
    for (int i = 0; i < 6; ++i)
      route.push_back({x(random), y(random)});
    features.add_line(route, 3);
    const Point centre{1030 + 0.4 * (x(random) - 1000), 2030 + 0.25 * (y(random) - 2000)};
    Line ring, hole;
    for (int i = 0; i <= 12; ++i) {
      const double angle = i % 12 * std::acos(-1.0) / 6;
      ring.push_back({centre.x + 29 * std::cos(angle), centre.y + 29 * std::sin(angle)});
      hole.push_back({centre.x + 11 * std::cos(angle), centre.y + 11 * std::sin(angle)});
    }
    features.add_polygon({ring, hole}, 5);
    double outside = -1;
    const auto cells = mass_in_cells(features, std::vector<double>{1, 1}, grid, outside);
    EXPECT_NEAR(sum(cells), 8, 1e-7);
    EXPECT_EQ(outside, 0);
    for (const double mass : cells)
      EXPECT_GE(mass, 0);
  }
}

} // namespace
} // namespace cortege::engine
