#include "engine/error.hpp"
#include "engine/march/route.hpp"
#include "engine/measure.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace cortege::engine {
namespace {

TEST(Route, MeasuresFromItsStart) {
  const Route route({{0, 0}, {30, 0}, {30, 0}, {30, 40}});
  EXPECT_EQ(route.length(), 70);
  EXPECT_EQ(route.at(50), (Point{30, 20}));
  EXPECT_EQ(route.at(-5), (Point{0, 0}));
  EXPECT_EQ(route.at(500), (Point{30, 40}));
  EXPECT_EQ(route.source_vertex(0), 0U);
  EXPECT_EQ(route.source_vertex(1), 2U);
  EXPECT_EQ(route.segment_at(30), 1U);
  EXPECT_EQ(route.segment_at(70), 1U);
}

TEST(Route, CutsStretches) {
  const Route route({{0, 0}, {30, 0}, {30, 40}});
  EXPECT_EQ(route.stretch(10, 50), (Line{{10, 0}, {30, 0}, {30, 20}}));
  EXPECT_EQ(route.stretch(30, 50), (Line{{30, 0}, {30, 20}}));
  EXPECT_EQ(route.stretch(10, 30), (Line{{10, 0}, {30, 0}}));
  EXPECT_EQ(route.stretch(-9, 999), (Line{{0, 0}, {30, 0}, {30, 40}}));
  EXPECT_NEAR(length(route.stretch(12.5, 63.25)), 50.75, 1e-12);
}

TEST(Route, RefusesWhatHasNoLength) {
  EXPECT_THROW(Route({}), Error);
  EXPECT_THROW(Route({{1, 1}}), Error);
  EXPECT_THROW(Route({{1, 1}, {1, 1}, {1, 1}}), Error);
  EXPECT_THROW(Route({{1, 1}, {std::numeric_limits<double>::quiet_NaN(), 1}}), Error);
  EXPECT_THROW(Route({{1, 1}, {std::numeric_limits<double>::infinity(), 1}}), Error);
}

TEST(Route, APlaceOnALoopIsPassedTwice) {
  const Route loop({{0, 0}, {100, 0}, {100, 100}, {50, 100}, {50, -100}});
  EXPECT_EQ(loop.passages({50, 2}, 5), (std::vector<double>{50, 348}));
  EXPECT_EQ(loop.passages({100, 3}, 5), (std::vector<double>{103}));
  EXPECT_TRUE(loop.passages({500, 500}, 5).empty());
}

TEST(Route, AHairpinThatLeavesTheDiscIsPassedTwice) {
  const Route hairpin({{0, 0}, {100, 0}, {0, 2}});
  EXPECT_EQ(hairpin.passages({10, 0}, 5).size(), 2U);
  EXPECT_EQ(hairpin.passages({99, 1}, 5).size(), 1U);
}

} // namespace
} // namespace cortege::engine
