#include "engine/hotspot/significance.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace cortege::engine {
namespace {

/// Benjamini and Hochberg's procedure as they describe it: sort, and look for the largest k.
double by_sorting(std::vector<double> p, double rate) {
  std::sort(p.begin(), p.end());
  double limit = -1;
  for (std::size_t k = 1; k <= p.size(); ++k)
    if (p[k - 1] <= static_cast<double>(k) * rate / static_cast<double>(p.size()))
      limit = p[k - 1];
  return limit;
}

TEST(Significance, PValuesAreTwoSided) {
  EXPECT_NEAR(p_value(1.959963984540054), 0.05, 1e-12);
  EXPECT_NEAR(p_value(-2.5758293035489), 0.01, 1e-12);
  EXPECT_EQ(p_value(0), 1);
}

TEST(Significance, DiscoveriesAreThoseOfBenjaminiAndHochberg) {
  // The fifteen p-values of their paper: at 5 %, four are kept.
  const std::vector<double> paper{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                  0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000};
  EXPECT_EQ(discovery_limit(paper, 0.05, 15), 0.0095);
  std::mt19937 random(6);
  std::uniform_real_distribution<double> even(0, 1);
  for (int trial = 0; trial < 200; ++trial) {
    std::vector<double> p(1 + random() % 80);
    for (double &value : p)
      value = random() % 3 == 0 ? std::pow(even(random), 6) : even(random);
    for (const double rate : {0.01, 0.05, 0.1})
      EXPECT_EQ(discovery_limit(p, rate, static_cast<double>(p.size())), by_sorting(p, rate));
  }
  EXPECT_LT(discovery_limit({}, 0.05, 0), 0);
}

TEST(Significance, ClassesAreSignedAndNested) {
  std::mt19937 random(7);
  std::normal_distribution<double> normal(0, 2);
  std::vector<double> z(500);
  std::vector<double> p;
  for (double &value : z) {
    value = normal(random);
    p.push_back(p_value(value));
  }
  const auto classes = hot_spot_classes(z);
  for (std::size_t i = 0; i < z.size(); ++i) {
    const int kept =
        (p[i] <= by_sorting(p, 0.1)) + (p[i] <= by_sorting(p, 0.05)) + (p[i] <= by_sorting(p, 0.01));
    EXPECT_EQ(classes[i], z[i] > 0 ? kept : -kept);
  }
  EXPECT_GT(std::count(classes.begin(), classes.end(), 3), 0);
  EXPECT_GT(std::count(classes.begin(), classes.end(), -3), 0);
}

TEST(Significance, NoDataIsNoTest) {
  const double nothing = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(hot_spot_classes(std::vector<double>{nothing, 2.6, nothing}),
            (std::vector<std::int8_t>{0, 3, 0}));
  EXPECT_TRUE(hot_spot_classes(std::vector<double>{}).empty());
  EXPECT_EQ(hot_spot_classes(std::vector<double>{0, 0}), (std::vector<std::int8_t>{0, 0}));
}

} // namespace
} // namespace cortege::engine
