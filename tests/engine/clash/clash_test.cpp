#include "engine/clash/clash.hpp"
#include "engine/error.hpp"
#include "engine/measure.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace cortege::engine {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

const Instant noon{std::chrono::sys_days(std::chrono::year(2026) / 10 / 25) + std::chrono::hours(12)};

double since_noon(Instant at) {
  return Seconds(at - noon).count();
}

/// 1 m/s, a column as long as its number of persons in metres.
Occupation marching(Line route, double persons, Instant start, std::vector<Pause> pauses = {}) {
  MarchParameters parameters;
  parameters.route = std::move(route);
  parameters.start = start;
  parameters.persons = persons;
  parameters.widths = {1};
  parameters.density = 1;
  parameters.speed = 1;
  parameters.pauses = std::move(pauses);
  return moving(March(parameters));
}

Polygon square(double x, double y, double side) {
  return {{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}};
}

std::vector<Clash> clashes(std::vector<Occupation> events, double distance, Seconds delay) {
  return ClashFinder(std::move(events), {distance, delay}).all();
}

TEST(Clash, TwoMarchesCrossWhileTheFirstStillPasses) {
  // The first takes the crossing from 500 to 700 s, the second from 600 to 900 s.
  const auto found =
      clashes({marching({{0, 0}, {1000, 0}}, 200, noon), marching({{500, -600}, {500, 500}}, 300, noon)}, 0,
              Seconds(0));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].first, 0U);
  EXPECT_EQ(found[0].second, 1U);
  ASSERT_EQ(found[0].together.size(), 1U);
  EXPECT_NEAR(since_noon(found[0].when.from), 600, 1.5);
  EXPECT_NEAR(since_noon(found[0].when.to), 700, 1.5);
  EXPECT_NEAR(found[0].duration.count(), 100, 3);
  EXPECT_NEAR(found[0].place.x, 500, 1);
  EXPECT_NEAR(found[0].place.y, 0, 1);
  EXPECT_EQ(found[0].distance, 0);
  EXPECT_EQ(found[0].gap.count(), 0);
}

TEST(Clash, EnvelopesThatCrossAtOtherTimesDoNotClash) {
  // Both boxes overlap in space and time; the crossing is free again at 700 s and taken at 800 s.
  const std::vector<Occupation> events{marching({{0, 0}, {1000, 0}}, 200, noon),
                                       marching({{500, -600}, {500, 500}}, 300, noon + seconds(200))};
  EXPECT_TRUE(clashes(events, 0, Seconds(60)).empty());
  const auto found = clashes(events, 0, Seconds(120));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].together.empty());
  EXPECT_NEAR(found[0].gap.count(), 100, 3);
  EXPECT_NEAR(since_noon(found[0].when.from), 700, 2);
  EXPECT_NEAR(since_noon(found[0].when.to), 800, 2);
  EXPECT_EQ(found[0].duration.count(), 0);
}

TEST(Clash, APauseCanMakeOne) {
  std::vector<Occupation> events{marching({{0, 0}, {1000, 0}}, 200, noon, {{600, Seconds(150)}}),
                                 marching({{500, -600}, {500, 500}}, 300, noon + seconds(200))};
  const auto found = clashes(events, 0, Seconds(0));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NEAR(found[0].duration.count(), 50, 3);
}

TEST(Clash, ALoopMeetsAGatheringTwice) {
  const auto found =
      clashes({marching({{0, 0}, {400, 0}, {400, 400}, {200, 400}, {200, -200}}, 50, noon),
               standing_at(std::vector<Point>{{200, 3}}, {noon, noon + std::chrono::hours(2)})},
              20, Seconds(0));
  ASSERT_EQ(found.size(), 1U);
  ASSERT_EQ(found[0].together.size(), 2U);
  EXPECT_NEAR(since_noon(found[0].together[0].from), 180, 2);
  EXPECT_NEAR(since_noon(found[0].together[0].to), 270, 2);
  EXPECT_NEAR(since_noon(found[0].together[1].from), 1400 - 23, 2);
}

TEST(Clash, AMarchInsideALargeSquareMeetsIt) {
  const auto found = clashes(
      {marching({{400, 500}, {600, 500}}, 10, noon),
       standing_on(std::vector<Polygon>{square(0, 0, 1000)}, {noon + seconds(50), noon + minutes(60)})},
      5, Seconds(0));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NEAR(since_noon(found[0].when.from), 50, 0.1);
  EXPECT_NEAR(since_noon(found[0].when.to), 210, 0.1);
}

TEST(Clash, AVisitInAHoleDoesNot) {
  Polygon ring = square(0, 0, 1000);
  ring.push_back(square(100, 100, 800)[0]);
  const Window all{noon, noon + minutes(60)};
  const std::vector<Occupation> events{standing_on(std::vector<Polygon>{ring}, all),
                                       standing_at(std::vector<Point>{{500, 500}}, all)};
  EXPECT_TRUE(clashes(events, 100, Seconds(0)).empty());
  EXPECT_EQ(clashes(events, 401, Seconds(0)).size(), 1U);
}

TEST(Clash, OneFootprintInsideAnotherMeetsIt) {
  const auto found = clashes(
      {standing_on(std::vector<Polygon>{square(0, 0, 1000)}, {noon, noon + minutes(60)}),
       standing_on(std::vector<Polygon>{square(400, 400, 10)}, {noon + minutes(50), noon + minutes(90)})},
      0, Seconds(0));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NEAR(found[0].duration.count(), 600, 0.1);
  EXPECT_EQ(found[0].distance, 0);
}

TEST(Clash, DistanceAndDelayAreInclusive) {
  const auto at = [](double x, Instant from, Instant to) {
    return standing_at(std::vector<Point>{{x, 0}}, {from, to});
  };
  const std::vector<Occupation> events{at(0, noon, noon + minutes(10)),
                                       at(100, noon + minutes(40), noon + minutes(50))};
  EXPECT_EQ(clashes(events, 100, minutes(30)).size(), 1U);
  EXPECT_TRUE(clashes(events, 99.99, minutes(30)).empty());
  EXPECT_TRUE(clashes(events, 100, minutes(29)).empty());
}

/// Everything that can be sampled about a pair, metre by metre.
struct Sampled {
  bool clash = false;
  double gap = std::numeric_limits<double>::infinity();
  double from = std::numeric_limits<double>::infinity();
  double to = -std::numeric_limits<double>::infinity();
};

std::vector<OccupiedPiece> samples(const Occupation &event) {
  std::vector<OccupiedPiece> points;
  for (const OccupiedPiece &p : event.pieces) {
    const int count = std::max(1, static_cast<int>(std::hypot(p.to.x - p.from.x, p.to.y - p.from.y) / 4));
    for (int i = 0; i <= count; ++i) {
      const double t = static_cast<double>(i) / count;
      const auto mix = [t](double a, double b) { return a + t * (b - a); };
      const Point place{mix(p.from.x, p.to.x), mix(p.from.y, p.to.y)};
      const double head = mix(p.head_at_from, p.head_at_to);
      const double free = mix(p.free_at_from, p.free_at_to);
      points.push_back({place, place, head, head, free, free, p.reach});
    }
  }
  return points;
}

Sampled sampled(const Occupation &a, const Occupation &b, double distance) {
  Sampled result;
  for (const OccupiedPiece &p : samples(a))
    for (const OccupiedPiece &q : samples(b)) {
      if (std::hypot(p.from.x - q.from.x, p.from.y - q.from.y) > distance + p.reach + q.reach)
        continue;
      const double begin = std::max(p.head_at_from, q.head_at_from);
      const double end = std::min(p.free_at_from, q.free_at_from);
      result.gap = std::min(result.gap, std::max(0.0, begin - end));
      if (begin <= end) {
        result.from = std::min(result.from, begin);
        result.to = std::max(result.to, end);
      }
    }
  return result;
}

Occupation random_event(std::mt19937 &random) {
  std::uniform_real_distribution<double> place(0, 900);
  std::uniform_int_distribution<int> start(0, 5400);
  const Instant begin = noon + seconds(start(random));
  const auto kind = random() % 4;
  if (kind >= 2) {
    Line route;
    for (int i = 0; i < 5; ++i)
      route.push_back({place(random), place(random)});
    return marching(route, 50 + place(random), begin, {{100, Seconds(place(random))}});
  }
  const Window window{begin, begin + seconds(start(random))};
  if (kind == 1)
    return standing_at(std::vector<Point>{{place(random), place(random)}, {place(random), place(random)}},
                       window);
  return standing_along({{place(random), place(random)}, {place(random), place(random)}}, window);
}

/// Sampling misses at most what lies between samples: answers are compared with a slack of one sampling step.
TEST(Clash, AgreesWithSamplingOverHundredsOfRandomPairs) {
  std::mt19937 random(11);
  int met = 0;
  int late = 0;
  for (int trial = 0; trial < 300; ++trial) {
    const std::vector<Occupation> pair{random_event(random), random_event(random)};
    const double distance = 40;
    const double delay = 600;
    const auto found = clashes(pair, distance, Seconds(delay));
    const Sampled tight = sampled(pair[0], pair[1], distance);
    const Sampled loose = sampled(pair[0], pair[1], distance + 4);
    if (tight.gap <= delay) {
      ASSERT_EQ(found.size(), 1U) << trial;
    }
    if (loose.gap > delay + 8) {
      ASSERT_TRUE(found.empty()) << trial;
    }
    if (found.empty())
      continue;
    EXPECT_LE(found[0].gap.count(), tight.gap + 0.1) << trial;
    EXPECT_GE(found[0].gap.count(), loose.gap - 8) << trial;
    EXPECT_LE(found[0].distance, distance);
    if (tight.from <= tight.to) {
      ++met;
      const double from = Seconds(found[0].when.from.time_since_epoch()).count();
      const double to = Seconds(found[0].when.to.time_since_epoch()).count();
      EXPECT_LE(from, tight.from + 0.1) << trial;
      EXPECT_GE(from, loose.from - 8) << trial;
      EXPECT_GE(to, tight.to - 0.1) << trial;
      EXPECT_LE(to, loose.to + 8) << trial;
      EXPECT_LE(found[0].duration.count(), to - from + 0.1);
    } else if (!found[0].together.empty()) {
      EXPECT_LE(loose.gap, 8);
    } else {
      ++late;
      EXPECT_LT(found[0].when.from, found[0].when.to);
    }
  }
  EXPECT_GT(met, 50);
  EXPECT_GT(late, 5);
}

TEST(Clash, TheIndexFindsWhatEveryPairAloneFinds) {
  std::mt19937 random(12);
  std::vector<Occupation> events;
  for (int i = 0; i < 60; ++i)
    events.push_back(random_event(random));
  const auto together = clashes(events, 30, minutes(5));
  std::size_t alone = 0;
  for (std::size_t i = 0; i < events.size(); ++i)
    for (std::size_t j = i + 1; j < events.size(); ++j) {
      const auto one = clashes({events[i], events[j]}, 30, minutes(5));
      if (one.empty())
        continue;
      ASSERT_LT(alone, together.size());
      EXPECT_EQ(together[alone].first, i);
      EXPECT_EQ(together[alone].second, j);
      EXPECT_EQ(together[alone].when, one[0].when);
      ++alone;
    }
  EXPECT_EQ(alone, together.size());
  EXPECT_GT(alone, 20U);
}

TEST(Clash, OneMoreEventIsAskedAgainstTheOthers) {
  const Window all{noon, noon + minutes(60)};
  const ClashFinder finder(
      {standing_at(std::vector<Point>{{0, 0}}, all), standing_at(std::vector<Point>{{900, 0}}, all)}, {});
  EXPECT_TRUE(finder.all().empty());
  const auto found = finder.with(standing_at(std::vector<Point>{{850, 0}}, all));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].first, 1U);
  EXPECT_EQ(found[0].second, 2U);
  EXPECT_NEAR(found[0].distance, 50, 1e-9);
}

TEST(Clash, NoEventsOrOneHaveNone) {
  EXPECT_TRUE(clashes({}, 100, minutes(30)).empty());
  EXPECT_TRUE(clashes({marching({{0, 0}, {9, 0}}, 5, noon)}, 100, minutes(30)).empty());
}

TEST(Clash, RefusesBadInput) {
  const std::vector<Point> here{{0, 0}};
  EXPECT_THROW(standing_at(here, {noon, noon - seconds(1)}), Error);
  EXPECT_THROW(standing_at({}, {noon, noon}), Error);
  EXPECT_THROW(standing_along({}, {noon, noon}), Error);
  EXPECT_THROW(standing_on(std::vector<Polygon>{{{{0, 0}, {1, 0}, {1, 1}}}}, {noon, noon}), Error);
  EXPECT_THROW(standing_at(std::vector<Point>{{std::nan(""), 0}}, {noon, noon}), Error);
  EXPECT_THROW(ClashFinder({}, {-1, minutes(1)}), Error);
  EXPECT_THROW(ClashFinder({}, {1, minutes(-1)}), Error);
  EXPECT_THROW(clashes({standing_at(here, {noon, noon})}, std::nan(""), Seconds(0)), Error);
}

TEST(Clash, StopsWhenAsked) {
  const ClashFinder finder({standing_at(std::vector<Point>{{0, 0}}, {noon, noon})}, {});
  EXPECT_THROW(static_cast<void>(finder.all([](double) { return false; })), Cancelled);
}

} // namespace
} // namespace cortege::engine
