#include "engine/error.hpp"
#include "engine/march/presence.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace cortege::engine {
namespace {

using std::chrono::seconds;

const Instant start{std::chrono::sys_days(std::chrono::year(2026) / 3 / 29)};

/// A loop that crosses itself, on streets of two widths, with stops.
March looping(std::vector<Pause> pauses = {{0, Seconds(120)}, {400, Seconds(200)}, {1100, Seconds(90)}}) {
  MarchParameters parameters;
  parameters.route = {{893'000.3, 6'246'000.1}, {893'500, 6'246'100}, {893'450, 6'246'400},
                      {893'200, 6'246'350},     {893'300, 6'245'800}, {893'290, 6'245'790}};
  parameters.start = start;
  parameters.persons = 3210;
  parameters.widths = {8, 12, 8, 20, 9};
  parameters.pauses = std::move(pauses);
  return March(parameters);
}

double total(const std::vector<double> &values, const Grid &grid) {
  return std::accumulate(values.begin(), values.end(), 0.0) * grid.resolution * grid.resolution;
}

TEST(Presence, SumsToTheCountAtEveryInstant) {
  const March march = looping();
  for (const double resolution : {50.0, 7.0}) {
    const Grid grid = covering(march_extent(march), 0, resolution);
    const double end = march.free_seconds(march.route().length());
    for (double t = -50; t < end + 100; t += 37.3) {
      const Instant at = start + std::chrono::milliseconds(static_cast<int>(t * 1000));
      const Crowd crowd = march.crowd(at);
      EXPECT_NEAR(total(presence(march, grid, at), grid), crowd.waiting + crowd.walking, 1e-6) << t;
    }
  }
}

TEST(Presence, IsTheDensityOnTheStreetAndNothingBesideIt) {
  MarchParameters parameters;
  parameters.route = {{0, 0}, {1000, 0}};
  parameters.start = start;
  parameters.persons = 2000;
  parameters.density = 1;
  parameters.speed = 0.5;
  parameters.widths = {20};
  const March march(parameters);
  const Grid grid = covering({0, -50, 1000, 50}, 0, 10);
  const auto values = presence(march, grid, start + seconds(1000)); // head at 500, tail at 400
  const auto at = [&](double x, double y) {
    return values[static_cast<std::size_t>((49 - y) / 10) * 100 + static_cast<std::size_t>(x / 10)];
  };
  EXPECT_NEAR(at(450, 5), 1, 1e-12);
  EXPECT_NEAR(at(405, -5), 1, 1e-12);
  EXPECT_EQ(at(395, 5), 0);
  EXPECT_EQ(at(505, 5), 0);
  EXPECT_EQ(at(450, 15), 0);
}

/// Person-hours against a sum of many snapshots.
TEST(Exposure, IsTheSumOfPresenceOverTheWindow) {
  const March march = looping();
  const Grid grid = covering(march_extent(march), 0, 25);
  const Window window{start + seconds(200), start + seconds(1600)};
  std::vector<double> summed(static_cast<std::size_t>(grid.cells()), 0.0);
  const int steps = 1400;
  for (int i = 0; i < steps; ++i) {
    const auto now = presence(march, grid, start + std::chrono::milliseconds(200'500 + i * 1000));
    std::transform(summed.begin(), summed.end(), now.begin(), summed.begin(),
                   [](double a, double b) { return a + b / 3600; });
  }
  const auto found = exposure(march, grid, window);
  EXPECT_NEAR(total(found, grid), total(summed, grid), 1e-4 * total(summed, grid));
  const double most = *std::max_element(summed.begin(), summed.end());
  for (std::size_t i = 0; i < summed.size(); ++i)
    EXPECT_NEAR(found[i], summed[i], 0.01 * most);
}

TEST(Exposure, OfTheWholeMarchIsEverybodysTime) {
  const March march = looping({});
  const Grid grid = covering(march_extent(march), 0, 20);
  const Window all{start - seconds(5000), start + seconds(50'000)};
  // Who stands y metres behind the head is gone when the column has walked y further than the route.
  const double mean_hours = (march.route().length() + march.column_length() / 2) / march.speed() / 3600;
  EXPECT_NEAR(total(exposure(march, grid, all), grid), march.persons() * mean_hours, 1e-5);
  const Window first{all.from, start + seconds(777)};
  const Window rest{first.to, all.to};
  EXPECT_NEAR(total(exposure(march, grid, first), grid) + total(exposure(march, grid, rest), grid),
              march.persons() * mean_hours, 1e-5);
  EXPECT_EQ(total(exposure(march, grid, {start, start}), grid), 0);
  EXPECT_THROW(exposure(march, grid, {rest.to, rest.from}), Error);
}

TEST(Presence, StopsWhenAsked) {
  const March march = looping();
  const Grid grid = covering(march_extent(march), 0, 20);
  EXPECT_THROW(presence(march, grid, start + seconds(500), [](double) { return false; }), Cancelled);
}

} // namespace
} // namespace cortege::engine
