#include "engine/error.hpp"
#include "engine/grid.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace cortege::engine {
namespace {

TEST(Grid, CoversTheBoxOutwardToTheLattice) {
  const Grid grid = covering({12, -7, 31, 18}, 5, 10);
  EXPECT_EQ(grid.extent(), (Box{0, -20, 40, 30}));
  EXPECT_EQ(grid.width, 4);
  EXPECT_EQ(grid.height, 5);
}

TEST(Grid, KeepsBoundsAlreadyOnTheLatticeInSpiteOfRounding) {
  const Grid grid = covering({0.1 * 3, 0, 0.1 * 6, 0.1}, 0, 0.1);
  EXPECT_EQ(grid.first_column, 3);
  EXPECT_EQ(grid.width, 3);
}

TEST(Grid, CountsRowsFromTheTop) {
  const Grid grid = covering({0, 0, 20, 20}, 0, 10);
  EXPECT_EQ(grid.centre(0, 0), (Point{5, 15}));
  EXPECT_EQ(grid.centre(1, 1), (Point{15, 5}));
}

TEST(Grid, OnePointStillHasACell) {
  EXPECT_EQ(covering({10, 10, 10, 10}, 0, 10).cells(), 1);
}

TEST(Grid, RefusesWhatCannotBeARaster) {
  EXPECT_THROW(covering({0, 0, 1, 1}, 0, 0), Error);
  EXPECT_THROW(covering({0, 0, 1, 1}, 0, -5), Error);
  EXPECT_THROW(covering({0, 0, 1, 1}, -1, 5), Error);
  EXPECT_THROW(covering({2, 0, 1, 1}, 0, 5), Error);
  EXPECT_THROW(covering({0, 0, std::numeric_limits<double>::quiet_NaN(), 1}, 0, 5), Error);
  EXPECT_THROW(covering({0, 0, 1e7, 1}, 0, 1), Error);
}

} // namespace
} // namespace cortege::engine
