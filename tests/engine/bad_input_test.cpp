// What people and files really bring: one test for each.
#include "engine/clash/occupation.hpp"
#include "engine/density/density.hpp"
#include "engine/error.hpp"
#include "engine/march/march.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

namespace cortege::engine {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

double mass_on(const Features &features, double bandwidth, const Grid &grid,
               Kernel kernel = Kernel::quartic) {
  const auto values = density(features, {kernel, bandwidth, grid, 1});
  return std::accumulate(values.begin(), values.end(), 0.0) * grid.resolution * grid.resolution;
}

TEST(BadInput, NoPointIsACalmRaster) {
  EXPECT_EQ(mass_on(Features(), 100, covering({0, 0, 1000, 1000}, 0, 10)), 0);
}

TEST(BadInput, OnePointOrAllEqualKeepTheirMass) {
  Features one, equal;
  one.add_point({505, 505}, 2);
  for (int i = 0; i < 1000; ++i)
    equal.add_point({505, 505}, 2);
  const Grid grid = covering({0, 0, 1000, 1000}, 0, 10);
  EXPECT_NEAR(mass_on(one, 200, grid), 2, 2e-3);
  EXPECT_NEAR(mass_on(equal, 200, grid), 2000, 2);
}

TEST(BadInput, PointsOnBordersOfCellsAndOfTheRaster) {
  const Grid grid = covering({0, 0, 1000, 1000}, 0, 10);
  Features border, corner;
  border.add_point({500, 500}, 1);
  corner.add_point({0, 1000}, 1);
  EXPECT_NEAR(mass_on(border, 200, grid), 1, 1e-3);
  EXPECT_NEAR(mass_on(corner, 200, grid), 0.25, 1e-3);
}

TEST(BadInput, PointsOutsideReachInAndNoFarther) {
  const Grid grid = covering({0, 0, 1000, 1000}, 0, 10);
  Features near, far;
  near.add_point({-50, 500}, 1);
  far.add_point({-500, 500}, 1);
  EXPECT_GT(mass_on(near, 100, grid), 0);
  EXPECT_EQ(mass_on(far, 100, grid), 0);
}

TEST(BadInput, ALineWithoutLengthIsAPoint) {
  const Grid grid = covering({0, 0, 1000, 1000}, 0, 10);
  Features line, point;
  line.add_line({{505, 505}, {505, 505}}, 3);
  point.add_point({505, 505}, 1.5);
  point.add_point({505, 505}, 1.5);
  EXPECT_EQ(density(line, {Kernel::quartic, 100, grid, 1}), density(point, {Kernel::quartic, 100, grid, 1}));
}

TEST(BadInput, InvalidPolygonsAreMadeValidOrRefused) {
  const Grid grid = covering({0, 0, 1000, 1000}, 0, 10);
  Features bow_tie, touching, flat;
  bow_tie.add_polygon({{{400, 400}, {600, 600}, {600, 400}, {400, 600}, {400, 400}}}, 5);
  touching.add_polygon({{{400, 400}, {500, 500}, {600, 400}, {600, 600}, {500, 500}, {400, 600}, {400, 400}}},
                       5);
  EXPECT_NEAR(mass_on(bow_tie, 150, grid), 5, 5e-3);
  EXPECT_NEAR(mass_on(touching, 150, grid), 5, 5e-3);
  EXPECT_THROW(flat.add_polygon({{{0, 0}, {1, 0}, {2, 0}, {0, 0}}}, 1), Error);
  EXPECT_TRUE(flat.empty());
}

TEST(BadInput, CoordinatesAtTenMillionLoseNothing) {
  Features here, there;
  const Grid grid = covering({0, 0, 1000, 1000}, 0, 10);
  Grid far = grid;
  far.first_column = far.first_row = 1'000'000;
  for (const double offset : {401.25, 512.5, 620.75}) {
    here.add_point({offset, 1000 - offset}, 1);
    there.add_point({1e7 + offset, 1e7 + 1000 - offset}, 1);
  }
  const auto near = density(here, {Kernel::quartic, 150, grid, 1});
  const auto shifted = density(there, {Kernel::quartic, 150, far, 1});
  const double highest = *std::max_element(near.begin(), near.end());
  for (std::size_t i = 0; i < near.size(); ++i)
    ASSERT_NEAR(near[i], shifted[i], 1e-12 * highest);
}

TEST(BadInput, BandwidthsBelowACellAndBeyondTheCity) {
  const Grid grid = covering({0, 0, 1000, 1000}, 0, 10);
  Features features;
  features.add_point({505, 505}, 1);
  const auto thin = density(features, {Kernel::quartic, 3, grid, 1});
  EXPECT_EQ(std::count_if(thin.begin(), thin.end(), [](double v) { return v > 0; }), 1);
  const auto wide = density(features, {Kernel::quartic, 1e6, grid, 1});
  const double level = 3 / (M_PI * 1e12);
  EXPECT_NEAR(wide.front(), level, 1e-5 * level);
  EXPECT_THROW(density(features, {Kernel::quartic, 0, grid, 1}), Error);
  EXPECT_THROW(density(features, {Kernel::quartic, nothing, grid, 1}), Error);
}

TEST(BadInput, MassesThatAreNoNumbersOrNegativeAreRefusedAndAddNothing) {
  Features features;
  for (const double mass : {nothing, -1.0, HUGE_VAL}) {
    EXPECT_THROW(features.add_point({0, 0}, mass), Error);
    EXPECT_THROW(features.add_line({{0, 0}, {1, 1}}, mass), Error);
    EXPECT_THROW(features.add_polygon({{{0, 0}, {1, 0}, {1, 1}, {0, 0}}}, mass), Error);
  }
  EXPECT_THROW(features.add_point({nothing, 0}, 1), Error);
  EXPECT_TRUE(features.empty());
}

TEST(BadInput, ARouteOfOneVertexIsRefused) {
  MarchParameters parameters;
  parameters.persons = 100;
  for (const Line &route : {Line{}, Line{{1, 1}}, Line{{1, 1}, {1, 1}}}) {
    parameters.route = route;
    EXPECT_THROW(March{parameters}, Error);
  }
}

TEST(BadInput, WhatEndsBeforeItStartsIsRefused) {
  const Instant noon{std::chrono::hours(12)};
  EXPECT_THROW(standing_at(std::vector<Point>{{0, 0}}, {noon, Instant{}}), Error);
}

} // namespace
} // namespace cortege::engine
