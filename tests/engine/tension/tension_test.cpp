#include "engine/error.hpp"
#include "engine/tension/attribution.hpp"
#include "engine/tension/tension.hpp"
#include "engine/zone/statistics.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <numeric>

namespace cortege::engine {
namespace {

using std::chrono::hours;

constexpr Instant midnight{};
constexpr Window day{midnight, midnight + hours(24)};

TensionSource source(const std::string &kind, double bandwidth, double weight) {
  TensionSource made;
  made.name = kind;
  made.kind = kind;
  made.bandwidth = bandwidth;
  made.weight = weight;
  made.assumed_hours = 1;
  return made;
}

TensionModel model() {
  TensionModel made;
  made.resolution = 10;
  made.sources = {source("deambulatoire", 120, 1), source("statique", 80, 2),
                  source("operation_programmee", 80, 0)};
  return made;
}

TensionEvent event(const std::string &key, const std::string &kind, double persons, Shape shape) {
  TensionEvent made;
  made.key = key;
  made.kind = kind;
  made.from = midnight + hours(8);
  made.to = midnight + hours(9);
  made.persons_expected = persons;
  made.shape = std::move(shape);
  return made;
}

std::vector<TensionEvent> events() {
  return {
      event("deambulatoire:1", "deambulatoire", 500, {{}, {{{0, 0}, {300, 40}, {410, 333}}}, {}}),
      event("statique:1", "statique", 200, {{}, {}, {{{{350, 300}, {400, 300}, {400, 350}, {350, 300}}}}}),
      event("operation_programmee:1", "operation_programmee", 900, {{{10, 10}}, {}, {}}),
      event("statique:2", "statique", 70, {{{120, 100}, {140, 100}}, {}, {}})};
}

TensionRaster raster_of(const std::vector<TensionEvent> &all) {
  const auto reached = reached_extent(model(), all, day);
  return tension(model(), all, day, covering(*reached, 0, model().resolution));
}

double persons(const TensionRaster &raster, const std::vector<float> &band) {
  const double hectare_cells = 10000 / (raster.grid.resolution * raster.grid.resolution);
  return std::accumulate(band.begin(), band.end(), 0.0) / hectare_cells;
}

TEST(Tension, EachBandHoldsTheMassOfItsEvents) {
  const TensionRaster raster = raster_of(events());
  ASSERT_EQ(raster.bands.size(), 3U);
  // A sum over cells of 10 m is within 0.1 % of the integral of kernels 80 m wide.
  EXPECT_NEAR(persons(raster, raster.bands[0]), 500, 0.5);
  EXPECT_NEAR(persons(raster, raster.bands[1]), 2 * 270, 0.54);
  EXPECT_NEAR(persons(raster, raster.sum), 500 + 540, 1.04);
}

TEST(Tension, PoliceOperationsWeighNothing) {
  const TensionRaster raster = raster_of(events());
  EXPECT_TRUE(std::all_of(raster.bands[2].begin(), raster.bands[2].end(), [](float v) { return v == 0; }));
}

TEST(Tension, DoesNotDependOnTheOrderOfEvents) {
  auto all = events();
  const TensionRaster first = raster_of(all);
  std::reverse(all.begin(), all.end());
  const TensionRaster second = raster_of(all);
  EXPECT_EQ(first.grid, second.grid);
  EXPECT_EQ(first.bands, second.bands);
  EXPECT_EQ(first.sum, second.sum);
}

TEST(Tension, ACellDoesNotDependOnTheGridAsked) {
  const auto all = events();
  const TensionRaster whole = raster_of(all);
  Grid part = whole.grid;
  part.first_column += 7;
  part.width -= 7;
  const TensionRaster cut = tension(model(), all, day, part);
  for (std::int64_t row = 0; row < part.height; ++row)
    for (std::int64_t column = 0; column < part.width; ++column)
      ASSERT_EQ(cut.sum[static_cast<std::size_t>(row * part.width + column)],
                whole.sum[static_cast<std::size_t>(row * whole.grid.width + column + 7)]);
}

TEST(Tension, AnEmptyWindowIsCalm) {
  const Window night{midnight, midnight + hours(1)};
  EXPECT_FALSE(reached_extent(model(), events(), night));
  const TensionRaster raster = tension(model(), events(), night, covering({0, 0, 100, 100}, 0, 10));
  EXPECT_EQ(persons(raster, raster.sum), 0);
}

TEST(Tension, AWrongGeometryIsNamed) {
  auto all = events();
  all[3].shape.points[0].x = std::numeric_limits<double>::quiet_NaN();
  try {
    (void)tension(model(), all, day, covering({0, 0, 100, 100}, 0, 10));
    FAIL() << "a NaN coordinate was taken";
  } catch (const Error &error) {
    EXPECT_TRUE(std::string(error.what()).starts_with("statique:2: ")) << error.what();
  }
}

TEST(Tension, SharesOfAPlaceAddUpToItsTotal) {
  const auto all = events();
  const TensionRaster raster = raster_of(all);
  const Polygon place{{{100, 50}, {420, 50}, {420, 380}, {100, 380}, {100, 50}}};
  const double total = statistics_in(raster.grid, raster.sum, std::span(&place, 1)).total / 10000;
  const auto behind = contributions(model(), all, day, raster.grid, place, total, 0);
  ASSERT_EQ(behind.size(), 3U);
  double sum = 0;
  for (const Contribution &one : behind)
    sum += one.share;
  EXPECT_NEAR(sum, 1, 1e-5) << "the raster is in floats";
  EXPECT_EQ(all[behind[0].event].key, "statique:1");
  EXPECT_GT(behind[0].share, behind[1].share);
  const double between = (behind[0].share + behind[1].share) / 2;
  EXPECT_EQ(contributions(model(), all, day, raster.grid, place, total, between).size(), 1U);
}

} // namespace
} // namespace cortege::engine
