#include "engine/error.hpp"
#include "engine/measure.hpp"
#include "engine/zone/zone.hpp"
#include "tests/engine/geos.hpp"
#include "tests/engine/zone/surfaces.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <map>
#include <numbers>

namespace cortege::engine {
namespace {

using test::sampled;
using test::Surface;

constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

std::vector<Zone> zones_of(const Surface &surface, const ZoneParameters &parameters) {
  return zones(surface.grid, surface.values, parameters);
}

Surface cone(double resolution) {
  return sampled(covering({-1200, -1200, 1200, 1200}, 0, resolution),
                 [](Point p) { return std::max(0.0, 1000 - std::hypot(p.x - 3.3, p.y + 1.7)); });
}

TEST(Zone, AreaOfALevelSetConvergesToTheTrueOneWithTheSquareOfTheResolution) {
  const double truth = std::numbers::pi * 600 * 600;
  double last = truth;
  for (const double resolution : {80.0, 40.0, 20.0, 10.0}) {
    const auto found = zones_of(cone(resolution), {{400}});
    ASSERT_EQ(found.size(), 1U);
    const double error = std::abs(found[0].area - truth);
    EXPECT_LT(error, last / 3) << resolution;
    last = error;
  }
  EXPECT_LT(last / truth, 1e-4);
}

TEST(Zone, BandsCarryLevelAreaMeanAndMaximum) {
  const auto found = zones_of(cone(5), {{200, 500, 800}});
  ASSERT_EQ(found.size(), 3U);
  const double pi = std::numbers::pi;
  EXPECT_EQ(found[0].level, 1U);
  EXPECT_EQ(found[0].from, 200);
  EXPECT_EQ(found[0].to, 500);
  EXPECT_EQ(found[2].to, std::numeric_limits<double>::infinity());
  EXPECT_NEAR(found[0].area, pi * (800 * 800 - 500 * 500), 50);
  EXPECT_NEAR(found[1].area, pi * (500 * 500 - 200 * 200), 50);
  EXPECT_NEAR(found[2].area, pi * 200 * 200, 50);
  EXPECT_EQ(found[0].polygon.size(), 2U);
  // Mean of 1000 − r over a disc of radius 200 is 1000 − 2/3·200.
  EXPECT_NEAR(found[2].mean, 1000 - 400.0 / 3, 0.1);
  EXPECT_NEAR(found[2].maximum, 1000, 5);
}

TEST(Zone, NestedLevelsHoldAllTheGroundAboveTheirThreshold) {
  const auto found = zones_of(cone(5), {{200, 500, 800}, 0, ZoneLayout::nested});
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].polygon.size(), 1U);
  EXPECT_NEAR(found[0].area, std::numbers::pi * 800 * 800, 50);
  EXPECT_NEAR(found[0].maximum, 1000, 5);
}

TEST(Zone, AHollowIsAHoleAndAnIslandInItAZone) {
  const Surface rings = sampled(covering({-500, -500, 500, 500}, 0, 10), [](Point p) {
    const double r = std::hypot(p.x, p.y);
    return r < 100 || (r > 200 && r < 400) ? 1 : 0;
  });
  const auto found = zones_of(rings, {{0.5}});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].polygon.size(), 2U);
  EXPECT_EQ(found[1].polygon.size(), 1U);
  EXPECT_GT(signed_area(found[0].polygon[0]), 0);
  EXPECT_LT(signed_area(found[0].polygon[1]), 0);
}

/// Values equal to thresholds, saddles and single cells everywhere: validity must not depend on luck.
TEST(Zone, EveryPolygonOfRandomStepsIsValidAndBandsAreAPartition) {
  const test::Geos geos;
  for (unsigned seed = 0; seed < 60; ++seed) {
    const Surface noise = test::random_steps(seed, 17, 5);
    const std::vector<double> thresholds{1, 2, 3.5, 4, 5};
    const auto bands = zones_of(noise, {thresholds});
    const auto nested = zones_of(noise, {thresholds, 0, ZoneLayout::nested});
    double total = 0;
    for (const Zone &zone : bands) {
      EXPECT_EQ(geos.why_invalid(zone.polygon), "") << seed;
      EXPECT_NEAR(geos.area(zone.polygon), zone.area, 1e-4);
      total += zone.area;
    }
    std::map<std::size_t, double> area_from;
    for (const Zone &zone : nested) {
      EXPECT_EQ(geos.why_invalid(zone.polygon), "") << seed;
      area_from[zone.level] += zone.area;
    }
    EXPECT_NEAR(total, area_from[1], 1e-3);
    EXPECT_NEAR(geos.union_area(bands), total, 1e-2) << seed;
    for (const Zone &zone : bands)
      area_from[zone.level] -= zone.area;
    for (std::size_t level = 1; level < thresholds.size(); ++level) {
      double above = 0;
      for (const Zone &zone : bands)
        above += zone.level > level ? zone.area : 0;
      EXPECT_NEAR(area_from[level], above, 1e-3);
    }
  }
}

TEST(Zone, EachLevelLiesInsideTheOneBelow) {
  const test::Geos geos;
  for (unsigned seed = 100; seed < 120; ++seed) {
    const auto nested =
        zones_of(test::random_steps(seed, 14, 6), {{1, 2, 3, 4, 5, 6}, 0, ZoneLayout::nested});
    for (const Zone &inner : nested) {
      if (inner.level == 1)
        continue;
      double covered = 0;
      for (const Zone &outer : nested)
        if (outer.level + 1 == inner.level)
          covered += geos.intersection_area(outer.polygon, inner.polygon);
      EXPECT_NEAR(covered, inner.area, 1e-3) << seed;
    }
  }
}

TEST(Zone, NothingSmallerThanTheStatedAreaRemains) {
  const test::Geos geos;
  for (unsigned seed = 200; seed < 230; ++seed)
    for (const ZoneLayout layout : {ZoneLayout::bands, ZoneLayout::nested}) {
      const Surface noise = test::random_steps(seed, 25, 4);
      const auto all = zones_of(noise, {{1, 2, 3, 4}, 0, layout});
      const auto kept = zones_of(noise, {{1, 2, 3, 4}, 400, layout});
      EXPECT_LT(kept.size(), all.size());
      for (const Zone &zone : kept) {
        EXPECT_GE(zone.area, 400);
        EXPECT_EQ(geos.why_invalid(zone.polygon), "");
        for (std::size_t hole = 1; hole < zone.polygon.size(); ++hole)
          EXPECT_GE(std::abs(signed_area(zone.polygon[hole])), 400);
      }
      if (layout == ZoneLayout::bands) {
        double total = 0;
        for (const Zone &zone : kept)
          total += zone.area;
        EXPECT_NEAR(geos.union_area(kept), total, 1e-2);
      }
    }
}

TEST(Zone, ReachesTheRastersEdgeButNotItsCorners) {
  const Surface full = sampled({10, 0, 0, 30, 20}, [](Point) { return 7; });
  const auto found = zones_of(full, {{1}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NEAR(found[0].area, 300 * 200 - 4 * 12.5, 0.01);
  EXPECT_NEAR(bounds(found[0].polygon[0]).xmax, 300, 1e-4);
  EXPECT_EQ(found[0].mean, 7);
}

TEST(Zone, GroundWithoutDataBelongsToNoZone) {
  Surface full = sampled({10, 0, 0, 30, 20}, [](Point) { return 7; });
  full.values[10 * 30 + 10] = nothing;
  full.values[10 * 30 + 11] = std::numeric_limits<float>::infinity();
  const auto found = zones_of(full, {{1}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].polygon.size(), 2U);
  EXPECT_EQ(found[0].maximum, 7);
}

TEST(Zone, ACalmOrEmptyRasterHasNone) {
  EXPECT_TRUE(zones_of(sampled({10, 0, 0, 5, 5}, [](Point) { return 0; }), {{1}}).empty());
  EXPECT_TRUE(zones_of(sampled({10, 0, 0, 5, 5}, [](Point) { return nothing; }), {{-1}}).empty());
}

TEST(Zone, RefusesThresholdsThatDoNotRiseAndSizesThatDisagree) {
  const Surface any = sampled({10, 0, 0, 5, 5}, [](Point) { return 0; });
  EXPECT_THROW(zones_of(any, {{}}), Error);
  EXPECT_THROW(zones_of(any, {{2, 1}}), Error);
  EXPECT_THROW(zones_of(any, {{1, 1}}), Error);
  EXPECT_THROW(zones_of(any, {{std::numeric_limits<double>::quiet_NaN()}}), Error);
  EXPECT_THROW(zones_of(any, {{1}, -1}), Error);
  EXPECT_THROW(zones({10, 0, 0, 6, 5}, any.values, {{1}}), Error);
}

TEST(Zone, StopsWhenAsked) {
  const Surface any = cone(10);
  EXPECT_THROW(zones(any.grid, any.values, {{1}}, [](double) { return false; }), Cancelled);
}

} // namespace
} // namespace cortege::engine
