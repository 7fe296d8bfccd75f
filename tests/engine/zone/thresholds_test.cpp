#include "engine/error.hpp"
#include "engine/zone/thresholds.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace cortege::engine {
namespace {

double deviation(const std::vector<float> &sorted, const std::vector<double> &thresholds) {
  double total = 0;
  auto from = sorted.begin();
  for (std::size_t i = 0; i <= thresholds.size(); ++i) {
    const auto to = i < thresholds.size()
                        ? std::lower_bound(sorted.begin(), sorted.end(), static_cast<float>(thresholds[i]))
                        : sorted.end();
    double mean = 0;
    for (auto it = from; it != to; ++it)
      mean += *it / static_cast<double>(to - from);
    for (auto it = from; it != to; ++it)
      total += (*it - mean) * (*it - mean);
    from = to;
  }
  return total;
}

TEST(Thresholds, QuantilesAreThoseOfRsType7OnPositiveCells) {
  const std::vector<float> values{0, 0, 0, -4, 1, 2, 4, 8, std::numeric_limits<float>::quiet_NaN()};
  EXPECT_EQ(quantile_thresholds(values, 3), (std::vector<double>{1.75, 3, 5}));
  EXPECT_EQ(quantile_thresholds(std::vector<float>{0, 0}, 3), std::vector<double>{});
  EXPECT_EQ(quantile_thresholds(std::vector<float>{5, 5, 5, 5}, 3), std::vector<double>{5});
}

TEST(Thresholds, NaturalBreaksFallIntoTheGaps) {
  EXPECT_EQ(natural_thresholds(std::vector<float>{1, 2, 3, 10, 11, 12, 50, 51, 0, 0}, 2),
            (std::vector<double>{10, 50}));
  EXPECT_EQ(natural_thresholds(std::vector<float>{3, 3, 3}, 4), std::vector<double>{3});
  EXPECT_EQ(natural_thresholds(std::vector<float>{3, 4}, 4), std::vector<double>{4});
  EXPECT_TRUE(natural_thresholds(std::vector<float>{}, 4).empty());
}

TEST(Thresholds, NaturalBreaksAreTheBestOfAllThereAre) {
  std::mt19937 random(4);
  for (int trial = 0; trial < 100; ++trial) {
    std::vector<float> values(12);
    for (float &value : values)
      value = static_cast<float>(1 + random() % 40);
    std::sort(values.begin(), values.end());
    double best = std::numeric_limits<double>::infinity();
    for (const float low : values)
      for (const float high : values)
        if (low > values.front() && high > low)
          best = std::min(best, deviation(values, {low, high}));
    const auto found = natural_thresholds(values, 2);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_NEAR(deviation(values, found), best, 1e-6);
  }
}

TEST(Thresholds, ManyValuesAreBinnedWithoutHarm) {
  std::mt19937 random(5);
  std::normal_distribution<float> low(100, 5);
  std::normal_distribution<float> high(200, 5);
  std::vector<float> values;
  for (int i = 0; i < 50'000; ++i) {
    values.push_back(low(random));
    values.push_back(high(random));
  }
  const auto found = natural_thresholds(values, 1);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_GT(found[0], 130);
  EXPECT_LT(found[0], 185);
}

TEST(Thresholds, RefuseToBeNone) {
  EXPECT_THROW(quantile_thresholds(std::vector<float>{1}, 0), Error);
  EXPECT_THROW(natural_thresholds(std::vector<float>{1}, 0), Error);
}

} // namespace
} // namespace cortege::engine
