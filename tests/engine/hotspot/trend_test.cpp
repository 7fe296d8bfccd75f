#include "engine/error.hpp"
#include "engine/hotspot/trend.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <map>

namespace cortege::engine {
namespace {

TEST(MannKendall, OfKnownSeries) {
  const MannKendall rising = mann_kendall(std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  EXPECT_EQ(rising.s, 45);
  EXPECT_NEAR(rising.z, 44 / std::sqrt(125), 1e-12);
  EXPECT_LT(rising.p, 1e-4);
  const MannKendall tied = mann_kendall(std::vector<double>{10, 22, 21, 30, 22, 30, 22, 40, 22, 40});
  // Ties of 4, 2 and 2: the variance is (10·9·25 − 4·3·13 − 2·(2·1·9))/18.
  EXPECT_EQ(tied.s, 23);
  EXPECT_NEAR(tied.z, 22 / std::sqrt((2250 - 156 - 36) / 18.0), 1e-12);
  EXPECT_NEAR(mann_kendall(std::vector<double>{3, 2, 1}).s, -3, 0);
}

TEST(MannKendall, OfNothingIsNoTrend) {
  for (const auto &series : {std::vector<double>{}, {1}, {2, 2, 2, 2}, {1, 2, 2, 1}}) {
    EXPECT_EQ(mann_kendall(series).z, 0);
    EXPECT_EQ(mann_kendall(series).p, 1);
  }
}

/// Ten bins of a 60 × 60 field with clusters that come, stay and go.
TEST(EmergingHotSpots, NameTheHistoryOfEachCluster) {
  const std::int64_t side = 60;
  std::vector<std::vector<double>> bins(10, std::vector<double>(static_cast<std::size_t>(side * side), 1.0));
  const auto cluster = [&](std::size_t bin, std::int64_t x, std::int64_t y, double height) {
    for (std::int64_t dy = -2; dy <= 2; ++dy)
      for (std::int64_t dx = -2; dx <= 2; ++dx)
        bins[bin][static_cast<std::size_t>((y + dy) * side + x + dx)] += height;
  };
  for (std::size_t bin = 0; bin < 10; ++bin) {
    const auto b = static_cast<double>(bin);
    bins[bin][5] = nextafter(1, 2);              // no two bins alike by rounding
    cluster(bin, 10, 10, 50);                    // persistent, relative to the anchor below
    cluster(bin, 30, 10, 20 + 8 * b);            // intensifying
    cluster(bin, 50, 10, 100 - 8 * b);           // diminishing
    cluster(bin, 10, 30, bin == 9 ? 60 : 0);     // new
    cluster(bin, 30, 30, bin % 2 == 1 ? 60 : 0); // sporadic
    cluster(bin, 50, 30, bin == 9 ? 0 : 60);     // historical
    cluster(bin, 10, 50, bin == 3 ? 60 : 0);     // once, long ago
  }
  const auto found = emerging_hot_spots(bins, side, side, 100, 200);
  const auto at = [&](std::int64_t x, std::int64_t y) {
    return found.trend[static_cast<std::size_t>(y * side + x)];
  };
  EXPECT_EQ(at(30, 10), HotSpotTrend::intensifying);
  EXPECT_EQ(at(50, 10), HotSpotTrend::diminishing);
  EXPECT_EQ(at(10, 30), HotSpotTrend::emerging);
  EXPECT_EQ(at(30, 30), HotSpotTrend::sporadic);
  EXPECT_EQ(at(50, 30), HotSpotTrend::historical);
  EXPECT_EQ(at(10, 50), HotSpotTrend::none);
  EXPECT_EQ(at(20, 45), HotSpotTrend::none);
  EXPECT_EQ(found.hot[static_cast<std::size_t>(10 * side + 10)], 10);
  EXPECT_EQ(at(10, 10), HotSpotTrend::persistent);
}

TEST(EmergingHotSpots, LeaveOutCellsOutsideTheStudy) {
  std::vector<std::vector<double>> bins(3, std::vector<double>(100, 0));
  for (auto &bin : bins) {
    bin[0] = std::numeric_limits<double>::quiet_NaN();
    bin[55] = 100;
  }
  const auto found = emerging_hot_spots(bins, 10, 10, 1, 1);
  EXPECT_TRUE(std::isnan(found.trend_z[0]));
  EXPECT_EQ(found.trend[0], HotSpotTrend::none);
  EXPECT_EQ(found.trend[55], HotSpotTrend::persistent);
}

TEST(EmergingHotSpots, NeedBinsOfOneSize) {
  EXPECT_THROW(emerging_hot_spots(std::vector<std::vector<double>>(1), 0, 0, 1, 1), Error);
  EXPECT_THROW(emerging_hot_spots(std::vector<std::vector<double>>{{1, 2}, {1}}, 2, 1, 1, 1), Error);
}

TEST(EmergingHotSpots, HaveFrenchNames) {
  EXPECT_STREQ(french_name(HotSpotTrend::emerging), "nouveau");
  EXPECT_STREQ(french_name(HotSpotTrend::none), "");
}

} // namespace
} // namespace cortege::engine
