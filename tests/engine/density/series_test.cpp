#include "engine/density/series.hpp"
#include "engine/error.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace cortege::engine {
namespace {

using namespace std::chrono_literals;

Window from_to(int from, int to) {
  return {Instant{std::chrono::hours(from)}, Instant{std::chrono::hours(to)}};
}

TEST(TimeModel, SharesADurationAmongSlices) {
  const TimeModel model;
  EXPECT_EQ(model.weight(from_to(10, 14), from_to(10, 11)), 0.25);
  EXPECT_EQ(model.weight(from_to(10, 14), from_to(0, 24)), 1);
  EXPECT_EQ(model.weight(from_to(10, 14), from_to(14, 24)), 0);
}

TEST(TimeModel, PutsAnInstantInOneSlice) {
  const TimeModel model;
  EXPECT_EQ(model.weight(from_to(10, 10), from_to(9, 10)), 0);
  EXPECT_EQ(model.weight(from_to(10, 10), from_to(10, 11)), 1);
}

TEST(TimeModel, ForgetsPastFacts) {
  const TimeModel model{TimeModel::Kind::decay, 24h};
  EXPECT_EQ(model.weight(from_to(5, 6), from_to(5, 6)), 1);
  EXPECT_DOUBLE_EQ(model.weight(from_to(0, 0), from_to(23, 24)), std::exp(-1));
  EXPECT_EQ(model.weight(from_to(30, 31), from_to(23, 24)), 0);
}

TEST(TimeModel, WeighsByTheDistanceInTime) {
  const TimeModel model{TimeModel::Kind::kernel, 10h};
  EXPECT_DOUBLE_EQ(model.weight(from_to(0, 0), from_to(4, 6)), 0.75);
  EXPECT_EQ(model.weight(from_to(0, 8), from_to(4, 6)), 1);
  EXPECT_EQ(model.weight(from_to(0, 0), from_to(14, 16)), 0);
}

TEST(Slices, KeepTheirLengthOnDaysOf23And25Hours) {
  EXPECT_EQ(slices_of(from_to(0, 23), 1h).size(), 23U);
  EXPECT_EQ(slices_of(from_to(0, 25), 1h).size(), 25U);
  const auto slices = slices_of(from_to(0, 25), 10h);
  ASSERT_EQ(slices.size(), 3U);
  EXPECT_EQ(slices.back(), from_to(20, 25));
}

TEST(Slices, RefuseWhatCannotBeASeries) {
  EXPECT_THROW(slices_of(from_to(0, 1), 0s), Error);
  EXPECT_THROW(slices_of(from_to(1, 1), 1h), Error);
  EXPECT_THROW(slices_of(from_to(0, 1'000'000), 1s), Error);
}

TEST(DensitySeries, SplitsEachFeatureByItsWeights) {
  Features features;
  features.add_point({50, 50}, 2);
  features.add_line({{20, 20}, {80, 30}}, 4);
  features.add_polygon({{{60, 60}, {90, 60}, {90, 90}, {60, 60}}}, 6);
  const Window when[] = {from_to(0, 0), from_to(1, 3), from_to(0, 4)};
  const DensityParameters parameters{Kernel::quartic, 30, covering({0, 0, 100, 100}, 40, 5), 1};
  const auto slices = slices_of(from_to(0, 4), 1h);
  std::vector<double> sum(static_cast<std::size_t>(parameters.grid.cells()));
  std::vector<double> masses(slices.size());
  density_series(features, when, parameters, {}, slices,
                 [&](std::size_t slice, std::int64_t row, std::int64_t, std::span<const double> values) {
                   for (std::size_t i = 0; i < values.size(); ++i) {
                     sum[static_cast<std::size_t>(row * parameters.grid.width) + i] += values[i];
                     masses[slice] += values[i] * 25;
                   }
                 });
  const auto whole = density(features, parameters);
  for (std::size_t i = 0; i < sum.size(); ++i)
    ASSERT_NEAR(sum[i], whole[i], 1e-15);
  const double expected[] = {3.5, 3.5, 3.5, 1.5};
  for (std::size_t s = 0; s < 4; ++s)
    EXPECT_NEAR(masses[s], expected[s], 0.01) << "slice " << s;
}

TEST(DensitySeries, IsTheDensityOfEachSlicesWeights) {
  std::mt19937_64 random(5);
  const auto between = [&](double from, double to) {
    return std::uniform_real_distribution<double>(from, to)(random);
  };
  Features features;
  std::vector<Window> when;
  for (int i = 0; i < 300; ++i) {
    // Every third place is taken twice: equal positions are merged anew in each slice.
    const Point place{std::floor(between(0, 100)), std::floor(between(0, 100))};
    for (int again = 0; again < (i % 3 == 0 ? 3 : 1); ++again) {
      features.add_point(place, between(0, 3));
      const int from = static_cast<int>(between(0, 20));
      when.push_back(from_to(from, from + static_cast<int>(between(0, 8))));
    }
  }
  for (const Kernel kernel : {Kernel::epanechnikov, Kernel::quartic, Kernel::triangular, Kernel::gaussian}) {
    const DensityParameters parameters{kernel, 17, covering({0, 0, 100, 100}, 20, 4), 1};
    const auto slices = slices_of(from_to(0, 24), 3h);
    std::vector<std::vector<double>> series(slices.size());
    density_series(features, when, parameters, {}, slices,
                   [&](std::size_t slice, auto, auto, std::span<const double> values) {
                     series[slice].insert(series[slice].end(), values.begin(), values.end());
                   });
    for (std::size_t s = 0; s < slices.size(); ++s) {
      std::vector<double> weights;
      for (const Window &window : when)
        weights.push_back(TimeModel{}.weight(window, slices[s]));
      EXPECT_EQ(series[s], density(features.weighted(weights), parameters))
          << name_of(kernel) << ", slice " << s;
    }
  }
}

TEST(DensitySeries, RefusesAFeatureThatEndsBeforeItStarts) {
  Features features;
  features.add_point({0, 0}, 1);
  const Window when[] = {from_to(2, 1)};
  const DensityParameters parameters{Kernel::quartic, 30, covering({0, 0, 10, 10}, 0, 5), 1};
  const auto slices = slices_of(from_to(0, 4), 1h);
  EXPECT_THROW(density_series(features, when, parameters, {}, slices, [](auto...) {}), Error);
}

} // namespace
} // namespace cortege::engine
