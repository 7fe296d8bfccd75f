#include "engine/error.hpp"
#include "engine/march/streets.hpp"

#include <gtest/gtest.h>

namespace cortege::engine {
namespace {

using std::chrono::seconds;

March along(Line route) {
  MarchParameters parameters;
  parameters.route = std::move(route);
  parameters.persons = 1000;
  parameters.density = 1;
  parameters.speed = 1;
  parameters.widths = {10};
  return March(parameters);
}

TEST(OccupiedStreets, AreFollowedOrCrossed) {
  const March march = along({{0, 0}, {200, 0}, {200, 100}});
  const std::vector<Line> streets{{{0, 1}, {100, 1}},       // along the first half
                                  {{100, 1}, {300, 1}},     // along the second, and on
                                  {{50, -80}, {50, 80}},    // across
                                  {{202, 0}, {202, 150}},   // along the end
                                  {{100, 300}, {200, 300}}, // far away
                                  {{60, 9}, {90, 9}}};      // parallel, but not the nearest
  const auto found = occupied_streets(march, streets);
  ASSERT_EQ(found.size(), 5U);
  EXPECT_EQ(found[0].street, 0U);
  EXPECT_TRUE(found[0].followed);
  EXPECT_EQ(found[0].from_chainage, 0);
  EXPECT_NEAR(found[0].to_chainage, 100, 5);
  EXPECT_EQ(found[0].from, Instant{});
  EXPECT_EQ(found[0].to, march.free_at(found[0].to_chainage));
  EXPECT_EQ(found[1].street, 2U);
  EXPECT_FALSE(found[1].followed);
  EXPECT_NEAR(found[1].from_chainage, 40, 5);
  EXPECT_NEAR(found[1].to_chainage, 60, 5);
  EXPECT_EQ(found[2].street, 5U);
  EXPECT_FALSE(found[2].followed);
  EXPECT_EQ(found[3].street, 1U);
  EXPECT_NEAR(found[3].to_chainage, 200, 10);
  EXPECT_EQ(found[4].street, 3U);
  EXPECT_TRUE(found[4].followed);
}

TEST(OccupiedStreets, AStreetTakenTwiceComesTwice) {
  const March march = along({{0, 0}, {100, 0}, {100, 50}, {0, 50}, {0, 0}, {100, 0}});
  const std::vector<Line> streets{{{0, 0}, {100, 0}}};
  const auto found = occupied_streets(march, streets);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].followed && found[1].followed);
  EXPECT_GT(found[1].from, found[0].to);
}

TEST(OccupiedStreets, NeedATolerance) {
  EXPECT_THROW(occupied_streets(along({{0, 0}, {9, 0}}), {}, 0), Error);
  EXPECT_TRUE(occupied_streets(along({{0, 0}, {9, 0}}), {}).empty());
}

TEST(StreetWidths, AreThoseOfTheStreetsFollowed) {
  const Line route{{0, 0}, {100, 0}, {100, 0}, {200, 0}, {300, 0}};
  const std::vector<Line> streets{{{0, 1}, {100, 1}},      // along the first segment
                                  {{100, 2}, {150, 2}},    // along half of the second
                                  {{150, 2}, {200, 2}},    // and the other half
                                  {{250, -50}, {250, 50}}, // across the last
                                  {{0, -8}, {100, -8}},    // a narrow street beside, farther off
                                  {{96, 0}, {104, 0}}}; // a mouth of 4 m on either side: too short to count
  const std::vector<std::optional<double>> widths{12, 9, 7, 3, 2, 1};
  const auto found = street_widths(route, streets, widths);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0], 12);
  EXPECT_EQ(found[1], std::nullopt); // without length
  EXPECT_EQ(found[2], 7);
  EXPECT_EQ(found[3], std::nullopt);
}

TEST(StreetWidths, OfUnknownStreetsAreUnknown) {
  const std::vector<Line> streets{{{0, 1}, {100, 1}}};
  const std::vector<std::optional<double>> widths{std::nullopt};
  EXPECT_EQ(street_widths({{0, 0}, {100, 0}}, streets, widths)[0], std::nullopt);
  EXPECT_THROW(static_cast<void>(street_widths({{0, 0}}, streets, widths)), Error);
  EXPECT_THROW(static_cast<void>(street_widths({{0, 0}, {1, 0}}, streets, widths, 0)), Error);
}

} // namespace
} // namespace cortege::engine
