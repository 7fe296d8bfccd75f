#include "engine/error.hpp"
#include "engine/march/march.hpp"
#include "engine/measure.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace cortege::engine {
namespace {

using std::chrono::seconds;

const Instant noon{std::chrono::sys_days(std::chrono::year(2026) / 5 / 1) + std::chrono::hours(12)};

MarchParameters straight() {
  MarchParameters parameters;
  parameters.route = {{0, 0}, {1000, 0}};
  parameters.start = noon;
  parameters.persons = 2000;
  parameters.widths = {10};
  parameters.density = 1;
  parameters.speed = 0.5;
  return parameters;
}

TEST(March, KeepsTheFormulas) {
  const March march(straight());
  EXPECT_EQ(march.column_length(), 200);
  EXPECT_EQ(march.passage_time(), Seconds(400));
  EXPECT_EQ(march.flow(), 5);
  EXPECT_EQ(march.head_at(500), noon + seconds(1000));
  EXPECT_EQ(march.free_at(500), noon + seconds(1400));
  EXPECT_EQ(march.clear(), noon + seconds(2400));
  EXPECT_EQ(march.head(noon + seconds(600)), 300);
  EXPECT_EQ(march.tail(noon + seconds(600)), 100);
  EXPECT_EQ(march.occupied(noon + seconds(600)), (Line{{100, 0}, {300, 0}}));
  EXPECT_EQ(march.head(noon - seconds(1)), 0);
  EXPECT_EQ(march.head(noon + seconds(9999)), 1000);
  EXPECT_TRUE(march.occupied(noon).empty());
  EXPECT_TRUE(march.occupied(march.clear()).empty());
}

TEST(March, EverybodyIsWaitingWalkingOrArrived) {
  const March march(straight());
  EXPECT_EQ(march.crowd(noon - seconds(1)).waiting, 0);
  EXPECT_EQ(march.crowd(noon).waiting, 2000);
  EXPECT_EQ(march.crowd(noon + seconds(100)).walking, 500);
  EXPECT_EQ(march.crowd(noon + seconds(1000)).walking, 2000);
  EXPECT_EQ(march.crowd(noon + seconds(2100)).arrived, 500);
  EXPECT_EQ(march.crowd(march.clear()).arrived, 2000);
}

/// A column longer than its route is never all on it.
TEST(March, ALongColumnOnAShortRoute) {
  MarchParameters parameters = straight();
  parameters.persons = 30'000;
  const March march(parameters);
  const Crowd crowd = march.crowd(noon + seconds(4000));
  EXPECT_EQ(crowd.waiting, 10'000);
  EXPECT_EQ(crowd.walking, 10'000);
  EXPECT_EQ(crowd.arrived, 10'000);
  EXPECT_EQ(march.clear(), noon + seconds(8000));
}

/// The whole column is moved second by second; what the formulas say must be what happens.
TEST(March, PausesAgreeWithASimulation) {
  MarchParameters parameters = straight();
  parameters.pauses = {{700, Seconds(120)}, {0, Seconds(30)}, {100, Seconds(60)}, {1000, Seconds(50)}};
  const March march(parameters);
  std::vector<Pause> left = parameters.pauses;
  std::sort(left.begin(), left.end(), [](const Pause &a, const Pause &b) { return a.chainage < b.chainage; });
  double walked = 0;
  double head_at_650 = -1;
  double free_at_650 = -1;
  double free_at_900 = -1;
  for (int t = 0; t < 3000; ++t) {
    const Instant now = noon + seconds(t);
    EXPECT_NEAR(march.head(now), std::min(walked, 1000.0), 1e-9) << t;
    EXPECT_NEAR(march.tail(now), std::clamp(walked - 200, 0.0, 1000.0), 1e-9) << t;
    if (walked >= 650 && head_at_650 < 0)
      head_at_650 = t;
    if (walked > 850 && free_at_650 < 0)
      free_at_650 = t - 1;
    if (walked > 1100 && free_at_900 < 0)
      free_at_900 = t - 1;
    if (!left.empty() && left.front().chainage <= walked) {
      left.front().duration -= Seconds(1);
      if (left.front().duration.count() <= 0)
        left.erase(left.begin());
    } else {
      walked += 0.5;
    }
  }
  EXPECT_EQ(march.head_at(650), noon + seconds(static_cast<int>(head_at_650)));
  EXPECT_EQ(march.free_at(650), noon + seconds(static_cast<int>(free_at_650)));
  EXPECT_EQ(march.free_at(900), noon + seconds(static_cast<int>(free_at_900)));
}

TEST(March, APauseHoldsThePlaceWhereTheTailStands) {
  MarchParameters parameters = straight();
  parameters.pauses = {{700, Seconds(100)}};
  const March march(parameters);
  EXPECT_EQ(march.head_at(700), noon + seconds(1400));
  EXPECT_EQ(march.head_at(701), noon + seconds(1502));
  EXPECT_EQ(march.free_at(500), noon + seconds(1500));
  EXPECT_EQ(march.free_at(499), noon + seconds(1398));
  EXPECT_EQ(march.clear(), noon + seconds(2500));
}

TEST(March, SpreadsOutWhereTheStreetIsWide) {
  MarchParameters parameters = straight();
  parameters.route = {{0, 0}, {500, 0}, {500, 0}, {1000, 0}};
  parameters.widths = {20, 99, 10};
  const March march(parameters);
  EXPECT_EQ(march.persons_per_metre(), 10);
  EXPECT_EQ(march.width(0), 20);
  EXPECT_EQ(march.width(1), 10);
  EXPECT_EQ(march.widest(), 20);
}

TEST(March, FallsBackOnUsualAssumptions) {
  MarchParameters parameters = straight();
  parameters.density.reset();
  parameters.speed.reset();
  parameters.widths.clear();
  const March march(parameters);
  EXPECT_EQ(march.density(), 1.08);
  EXPECT_NEAR(march.speed() * 3.6, 3.65, 0.01);
  EXPECT_NEAR(march.column_length(), 2000 / 10.8, 1e-9);
}

TEST(March, RefusesBadInput) {
  const auto refused = [](auto change) {
    MarchParameters parameters = straight();
    change(parameters);
    EXPECT_THROW(March{parameters}, Error);
  };
  refused([](MarchParameters &p) { p.persons = 0; });
  refused([](MarchParameters &p) { p.persons = -5; });
  refused([](MarchParameters &p) { p.persons = std::numeric_limits<double>::quiet_NaN(); });
  refused([](MarchParameters &p) { p.route = {{0, 0}}; });
  refused([](MarchParameters &p) { p.widths = {0}; });
  refused([](MarchParameters &p) { p.widths = {5, 5}; });
  refused([](MarchParameters &p) { p.density = 2, p.speed = 4 / 3.6; });
  refused([](MarchParameters &p) { p.pauses = {{1001, Seconds(5)}}; });
  refused([](MarchParameters &p) { p.pauses = {{10, Seconds(-5)}}; });
}

} // namespace
} // namespace cortege::engine
