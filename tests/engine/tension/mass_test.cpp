#include "engine/tension/mass.hpp"

#include <gtest/gtest.h>

namespace cortege::engine {
namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr Instant midnight{};

TensionEvent march(Instant from, std::optional<Instant> to) {
  TensionEvent event;
  event.kind = "deambulatoire";
  event.from = from;
  event.to = to;
  event.persons_expected = 1000;
  event.persons_declared = 5000;
  return event;
}

TensionSource marches() {
  TensionSource source;
  source.kind = "deambulatoire";
  source.weight = 1;
  source.assumed_count = 100;
  source.assumed_hours = 3;
  return source;
}

TensionSource reports() {
  TensionSource source;
  source.kind = "fait";
  source.weight = 2;
  source.measure = TensionMeasure::weight;
  source.timing = TensionTiming::decay;
  source.half_life_days = 14;
  source.horizon_days = 56;
  return source;
}

TensionEvent report(Instant at, const std::string &category = {}) {
  TensionEvent event;
  event.kind = "fait";
  event.fact_source = "signalement";
  event.category = category;
  event.from = at;
  event.to = at;
  return event;
}

TEST(TensionMass, ActsByTheShareOfItsDurationInsideTheWindow) {
  const auto event = march(midnight + hours(10), midnight + hours(14));
  EXPECT_DOUBLE_EQ(mass_in(marches(), event, {midnight, midnight + hours(24)}), 1000);
  EXPECT_DOUBLE_EQ(mass_in(marches(), event, {midnight + hours(13), midnight + hours(24)}), 250);
  EXPECT_EQ(mass_in(marches(), event, {midnight + hours(14), midnight + hours(24)}), 0);
}

TEST(TensionMass, AnInstantIsInHalfOpenWindowsExactlyOnce) {
  const auto event = march(midnight + hours(10), midnight + hours(10));
  EXPECT_EQ(mass_in(marches(), event, {midnight, midnight + hours(10)}), 0);
  EXPECT_EQ(mass_in(marches(), event, {midnight + hours(10), midnight + hours(11)}), 1000);
}

TEST(TensionMass, AWindowWithoutLengthCountsWhoIsThere) {
  const auto event = march(midnight + hours(10), midnight + hours(14));
  const Instant noon = midnight + hours(12);
  EXPECT_EQ(mass_in(marches(), event, {noon, noon}), 1000);
  EXPECT_EQ(mass_in(marches(), event, {midnight, midnight}), 0);
}

TEST(TensionMass, AnOpenEndLastsAsLongAsTheModelAssumes) {
  const auto event = march(midnight, std::nullopt);
  EXPECT_DOUBLE_EQ(mass_in(marches(), event, {midnight, midnight + hours(3)}), 1000);
  EXPECT_NEAR(mass_in(marches(), event, {midnight + hours(2), midnight + hours(9)}), 1000 / 3.0, 1e-9);
  EXPECT_EQ(mass_in(marches(), event, {midnight + hours(3), midnight + hours(9)}), 0);
}

TEST(TensionMass, DeclaredNeverStandsForExpected) {
  auto event = march(midnight, midnight + hours(1));
  event.persons_expected.reset();
  const Window window{midnight, midnight + hours(1)};
  EXPECT_EQ(mass_in(marches(), event, window), 100) << "the model's assumption, not the declared 5000";
  auto declared = marches();
  declared.measure = TensionMeasure::declared;
  EXPECT_EQ(mass_in(declared, event, window), 5000);
}

TEST(TensionMass, CarsCountAsPersons) {
  auto event = march(midnight, midnight + hours(1));
  event.cars_expected = 10;
  auto source = marches();
  source.persons_per_car = 4;
  EXPECT_EQ(mass_in(source, event, {midnight, midnight + hours(1)}), 1040);
}

TEST(TensionMass, PastFactsHalveEveryHalfLifeAndEndAtTheHorizon) {
  const Window today{midnight, midnight + days(1)};
  EXPECT_DOUBLE_EQ(mass_in(reports(), report(midnight - days(14)), today), 1);
  EXPECT_DOUBLE_EQ(mass_in(reports(), report(midnight - days(28)), today), 0.5);
  EXPECT_EQ(mass_in(reports(), report(midnight - days(57)), today), 0);
  EXPECT_EQ(mass_in(reports(), report(midnight + hours(5)), today), 2) << "inside the window: whole";
  EXPECT_EQ(mass_in(reports(), report(midnight + days(1)), today), 0) << "never from the future";
}

TEST(TensionMass, PresenceIsTheShareOfTheWindow) {
  auto works = reports();
  works.timing = TensionTiming::presence;
  auto event = report(midnight - days(60));
  event.to = midnight + hours(6);
  EXPECT_DOUBLE_EQ(mass_in(works, event, {midnight, midnight + hours(24)}), 0.5);
}

TEST(TensionMass, TakesOnlyItsKindSourcesAndCategories) {
  auto source = reports();
  const Window today{midnight, midnight + days(1)};
  source.categories = {"Tapage"};
  EXPECT_EQ(mass_in(source, report(midnight, "Attroupement"), today), 0);
  EXPECT_EQ(mass_in(source, report(midnight, "Tapage"), today), 2);
  source.fact_sources = {"chantier"};
  EXPECT_EQ(mass_in(source, report(midnight, "Tapage"), today), 0);
  EXPECT_EQ(mass_in(marches(), report(midnight), today), 0);
}

} // namespace
} // namespace cortege::engine
