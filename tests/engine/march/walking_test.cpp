#include "engine/error.hpp"
#include "engine/march/walking.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace cortege::engine {
namespace {

using ::testing::HasSubstr;

std::string refusal(std::optional<double> density, std::optional<double> speed) {
  try {
    walk(density, speed);
  } catch (const Error &error) {
    return error.what();
  }
  return {};
}

TEST(Walking, FollowsWeidmannsCurve) {
  // 73 persons per metre and minute at 1.75 persons/m²: the capacity Weidmann gives.
  EXPECT_NEAR(1.75 * walking_speed(1.75) * 60, 73, 1);
  EXPECT_NEAR(walking_speed(2) * 3.6, 2.2, 0.05);
  EXPECT_NEAR(walking_speed(0.01), 1.34, 1e-6);
  EXPECT_EQ(walking_speed(5.4), 0);
  EXPECT_EQ(walking_speed(9), 0);
}

TEST(Walking, DensityIsTheInverseOfSpeed) {
  for (double density = 0.1; density < 5.3; density += 0.1)
    EXPECT_NEAR(walking_density(walking_speed(density)), density, 1e-6);
}

TEST(Walking, FillsInWhatIsNotSaid) {
  EXPECT_EQ(walk({}, {}).density, 1.08);
  EXPECT_NEAR(walk({}, {}).speed, 1.015, 0.001);
  EXPECT_NEAR(walk(2.0, {}).speed, walking_speed(2), 1e-12);
  EXPECT_NEAR(walk(0.2, {}).speed * 3.6, 4, 1e-12);
  EXPECT_NEAR(walk({}, 0.6).density, walking_density(0.6), 1e-12);
  EXPECT_EQ(walk(1.0, 0.5).speed, 0.5);
}

TEST(Walking, RefusesWhatCannotBeAndNamesTheNearest) {
  EXPECT_THAT(refusal(2.0, 4 / 3.6), HasSubstr("2.00 persons/m² at 4.0 km/h is not possible"));
  EXPECT_THAT(refusal(2.0, 4 / 3.6), HasSubstr("walks at 2.2 km/h at most"));
  EXPECT_THAT(refusal(2.0, 4 / 3.6), HasSubstr("0.90 persons/m² at most"));
  EXPECT_EQ(refusal(2.0, 2.2 / 3.6), "");
  EXPECT_EQ(refusal(0.9, 4 / 3.6), "");
  EXPECT_NE(refusal(2.0, 2.3 / 3.6), "");
  EXPECT_THAT(refusal({}, 2.0), HasSubstr("below 4.8 km/h"));
  EXPECT_THAT(refusal(6.0, {}), HasSubstr("nobody moves"));
  EXPECT_NE(refusal(0.0, {}), "");
  EXPECT_NE(refusal(-1.0, {}), "");
  EXPECT_NE(refusal({}, std::numeric_limits<double>::quiet_NaN()), "");
}

} // namespace
} // namespace cortege::engine
