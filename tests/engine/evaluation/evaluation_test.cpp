#include "engine/error.hpp"
#include "engine/evaluation/evaluation.hpp"
#include "engine/evaluation/plot.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <random>

namespace cortege::engine {
namespace {

using ::testing::HasSubstr;
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

TEST(Evaluation, GivesTheIndicesOfAHandCountedMap) {
  // Ten cells; the two highest hold 6 of 12 later events, the best two would hold 9.
  const std::vector<double> tension{9, 8, 7, 6, 5, 4, 3, 2, 1, 0};
  const std::vector<double> later{4, 2, 0, 5, 0, 1, 0, 0, 0, 0};
  const Evaluation found = evaluate(tension, later, std::vector<double>{0.2, 1});
  EXPECT_EQ(found.events, 12);
  EXPECT_EQ(found.points[0].hits, 0.5);
  EXPECT_EQ(found.points[0].best, 0.75);
  EXPECT_EQ(found.points[0].pai, 2.5);
  EXPECT_NEAR(found.points[0].pei, 2.0 / 3, 1e-15);
  EXPECT_EQ(found.points[1].hits, 1);
  EXPECT_EQ(found.points[1].pai, 1);
  EXPECT_EQ(found.points[1].pei, 1);
  EXPECT_EQ(found.curve.size(), 10U);
}

TEST(Evaluation, CellsOfOneTensionAreFlaggedTogether) {
  const std::vector<double> flat(100, 0);
  std::vector<double> later(100, 0);
  later[0] = 10;
  const Evaluation found = evaluate(flat, later, std::vector<double>{0.25});
  EXPECT_EQ(found.points[0].hits, 0.25);
  EXPECT_EQ(found.points[0].pai, 1);
  EXPECT_NEAR(found.area_under_curve, 0.5, 1e-12);
}

TEST(Evaluation, GroundOutsideTheStudyCountsForNothing) {
  const std::vector<double> tension{nothing, 3, 2, 1, nothing, 0};
  const std::vector<double> later{5, 1, 0, 0, 2, 1};
  const Evaluation found = evaluate(tension, later, std::vector<double>{0.25});
  EXPECT_EQ(found.cells, 4);
  EXPECT_EQ(found.events, 2);
  EXPECT_EQ(found.outside, 7);
  EXPECT_EQ(found.points[0].hits, 0.5);
  EXPECT_EQ(found.points[0].pai, 2);
}

TEST(Evaluation, NoMapBeatsTheBestAndThePerfectOneIsIt) {
  std::mt19937 random(9);
  std::uniform_real_distribution<double> even(0, 1);
  std::vector<double> tension(3000);
  std::vector<double> later(3000);
  for (std::size_t i = 0; i < later.size(); ++i) {
    tension[i] = even(random);
    later[i] = static_cast<double>(random() % 5 == 0 ? random() % 4 : 0);
  }
  const Evaluation chance = evaluate(tension, later, std::vector<double>{0.5});
  const Evaluation perfect = evaluate(later, later, std::vector<double>{0.01, 0.1, 0.5});
  for (const HitPoint &point : chance.curve)
    EXPECT_LE(point.hits, point.best + 1e-12);
  EXPECT_NEAR(chance.points[0].pai, 1, 0.15);
  for (const HitPoint &point : perfect.points)
    EXPECT_NEAR(point.pei, 1, 1e-12);
  EXPECT_EQ(chance.curve.size(), 1000U);
  EXPECT_TRUE(std::is_sorted(chance.curve.begin(), chance.curve.end(),
                             [](const HitPoint &a, const HitPoint &b) { return a.hits < b.hits; }));
}

TEST(Evaluation, WithoutLaterEventsThereIsNoScore) {
  const Evaluation found =
      evaluate(std::vector<double>{1, 2}, std::vector<double>{0, 0}, std::vector<double>{0.5});
  EXPECT_EQ(found.points[0].pai, 0);
  EXPECT_EQ(found.points[0].pei, 0);
}

TEST(Evaluation, RefusesBadInput) {
  const std::vector<double> two{1, 2};
  EXPECT_THROW(evaluate(two, std::vector<double>{1}, two), Error);
  EXPECT_THROW(evaluate(two, two, std::vector<double>{0}), Error);
  EXPECT_THROW(evaluate(two, two, std::vector<double>{1.5}), Error);
  EXPECT_THROW(evaluate(two, std::vector<double>{1, -1}, std::vector<double>{0.5}), Error);
  EXPECT_THROW(evaluate(two, std::vector<double>{1, nothing}, std::vector<double>{0.5}), Error);
  EXPECT_THROW(evaluate(std::vector<double>{nothing}, std::vector<double>{0}, std::vector<double>{0.5}),
               Error);
}

TEST(HitCurve, IsAPictureWithTheMarkedShares) {
  const Evaluation found = evaluate(std::vector<double>{3, 2, 1}, std::vector<double>{2, 1, 0},
                                    std::vector<double>{1.0 / 3, 0.125});
  const std::string svg = hit_curve_svg(found, "Accidents < 2018 & après");
  EXPECT_THAT(svg, HasSubstr("Accidents &lt; 2018 &amp; après"));
  EXPECT_THAT(svg, HasSubstr("12,5"));
  EXPECT_THAT(svg, HasSubstr("2,00 / 1,00"));
  EXPECT_THAT(svg, HasSubstr("</svg>"));
}

} // namespace
} // namespace cortege::engine
