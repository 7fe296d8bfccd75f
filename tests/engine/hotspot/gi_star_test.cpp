#include "engine/error.hpp"
#include "engine/hotspot/gi_star.hpp"
#include "tests/engine/shared_data.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <limits>
#include <random>
#include <sstream>

namespace cortege::engine {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// The formula as Ord and Getis wrote it, over every pair.
std::vector<double> by_every_pair(const std::vector<Point> &places, const std::vector<double> &values,
                                  double distance) {
  const auto n = static_cast<long double>(places.size());
  long double mean = 0;
  long double squares = 0;
  for (const double value : values)
    mean += value / n;
  for (const double value : values)
    squares += (value - mean) * (value - mean) / n;
  const long double s = std::sqrt(squares);
  std::vector<double> scores;
  for (const Point &i : places) {
    long double w = 0;
    long double wx = 0;
    for (std::size_t j = 0; j < places.size(); ++j)
      if (std::hypot(places[j].x - i.x, places[j].y - i.y) <= distance * (1 + 1e-12)) {
        w += 1;
        wx += values[j] - mean;
      }
    scores.push_back(static_cast<double>(wx / (s * std::sqrt((n * w - w * w) / (n - 1)))));
  }
  return scores;
}

/// Where a neighbourhood is everything the formula divides by zero, and ours says 0.
int unlike(const std::vector<double> &found, const std::vector<double> &truth, double tolerance) {
  int count = 0;
  for (std::size_t i = 0; i < truth.size(); ++i)
    count += std::abs(found[i] - (std::isfinite(truth[i]) ? truth[i] : 0)) <= tolerance ? 0 : 1;
  return count;
}

std::vector<Point> centres(std::int64_t width, std::int64_t height, double resolution) {
  std::vector<Point> places;
  for (std::int64_t row = 0; row < height; ++row)
    for (std::int64_t column = 0; column < width; ++column)
      places.push_back({static_cast<double>(column) * resolution, static_cast<double>(-row) * resolution});
  return places;
}

/// Getis and Ord's own 16 × 16 example, computed by R's spdep.
struct Reference {
  std::vector<Point> places;
  std::vector<double> values;
  std::vector<std::vector<double>> scores{5};
};

std::optional<Reference> reference() {
  const auto path = test::shared_data("reference/getisord_reference_spdep.csv");
  if (!path)
    return {};
  Reference read;
  std::ifstream file(*path);
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::vector<double> fields;
    std::istringstream row(line);
    for (std::string field; std::getline(row, field, ',');)
      fields.push_back(std::stod(field));
    read.places.push_back({fields[1], fields[2]});
    read.values.push_back(fields[3]);
    for (std::size_t band = 0; band < 5; ++band)
      read.scores[band].push_back(fields[5 + 2 * band]);
  }
  return read;
}

TEST(GiStar, EqualsSpdepOnCellsAndOnPoints) {
  const auto truth = reference();
  if (!truth)
    GTEST_SKIP() << "../shared/data is absent";
  ASSERT_EQ(truth->values.size(), 256U);
  for (std::size_t band = 0; band < 5; ++band) {
    const double distance = 30 * static_cast<double>(band + 1);
    const auto cells = gi_star(truth->values, 16, 16, 30, distance);
    const auto points = gi_star(truth->places, truth->values, distance);
    for (std::size_t i = 0; i < 256; ++i) {
      EXPECT_NEAR(cells[i], truth->scores[band][i], 1e-9);
      EXPECT_NEAR(points[i], truth->scores[band][i], 1e-9);
    }
  }
}

TEST(GiStar, OnCellsEqualsEveryPair) {
  std::mt19937 random(1);
  std::uniform_real_distribution<double> value(1e6, 1e6 + 10);
  for (const auto &[width, height] :
       {std::pair<std::int64_t, std::int64_t>{23, 17}, {1, 40}, {40, 1}, {3, 50}})
    for (const double distance : {10.0, 25.0, 77.0, 141.42135623730951, 300.0}) {
      std::vector<double> values(static_cast<std::size_t>(width * height));
      for (double &each : values)
        each = value(random);
      const auto truth = by_every_pair(centres(width, height, 10), values, distance);
      const auto found = gi_star(values, width, height, 10, distance);
      EXPECT_EQ(unlike(found, truth, 1e-9), 0) << distance;
    }
}

TEST(GiStar, CellsOutsideTheStudyAreNobodysNeighbours) {
  std::mt19937 random(2);
  std::vector<Point> kept;
  std::vector<double> kept_values;
  std::vector<double> values;
  for (const Point &place : centres(31, 19, 5)) {
    values.push_back(random() % 4 == 0 ? nothing : static_cast<double>(random() % 10));
    if (!std::isnan(values.back())) {
      kept.push_back(place);
      kept_values.push_back(values.back());
    }
  }
  const auto truth = by_every_pair(kept, kept_values, 18);
  const auto found = gi_star(values, 31, 19, 5, 18);
  auto expected = truth.begin();
  for (std::size_t i = 0; i < values.size(); ++i)
    if (std::isnan(values[i])) {
      EXPECT_TRUE(std::isnan(found[i]));
    } else {
      EXPECT_NEAR(found[i], *expected++, 1e-9);
    }
}

TEST(GiStar, OnPointsEqualsEveryPair) {
  std::mt19937 random(3);
  std::normal_distribution<double> clustered(0, 60);
  std::uniform_real_distribution<double> anywhere(-1000, 1000);
  for (const double distance : {5.0, 60.0, 400.0, 1900.0}) {
    std::vector<Point> places;
    std::vector<double> values;
    for (int i = 0; i < 700; ++i) {
      const bool dense = i % 2 == 0;
      places.push_back({893'000 + (dense ? clustered(random) : anywhere(random)),
                        6'246'000 + (dense ? clustered(random) : anywhere(random))});
      values.push_back(static_cast<double>(random() % 50));
    }
    const auto truth = by_every_pair(places, values, distance);
    const auto found = gi_star(places, values, distance);
    EXPECT_EQ(unlike(found, truth, 1e-9), 0) << distance;
  }
}

TEST(GiStar, SaysNothingWhereThereIsNothingToSay) {
  EXPECT_EQ(gi_star(std::vector<double>(12, 0.1), 4, 3, 10, 10), std::vector<double>(12, 0));
  EXPECT_EQ(gi_star(std::vector<double>{1, 2, 3, 4}, 2, 2, 10, 100), std::vector<double>(4, 0));
  EXPECT_EQ(gi_star(std::vector<double>{5}, 1, 1, 10, 100), std::vector<double>{0});
  EXPECT_TRUE(gi_star(std::vector<double>{}, 0, 0, 10, 100).empty());
  EXPECT_TRUE(gi_star(std::vector<Point>{}, std::vector<double>{}, 100).empty());
  const std::vector<Point> same(5, Point{7, 7});
  EXPECT_EQ(gi_star(same, std::vector<double>{1, 2, 3, 4, 5}, 100), std::vector<double>(5, 0));
}

TEST(GiStar, RefusesBadInput) {
  const std::vector<double> four(4, 1);
  const std::vector<Point> places{{0, 0}, {1, nothing}};
  EXPECT_THROW(gi_star(four, 3, 2, 10, 10), Error);
  EXPECT_THROW(gi_star(four, 2, 2, 0, 10), Error);
  EXPECT_THROW(gi_star(four, 2, 2, 10, -1), Error);
  EXPECT_THROW(gi_star(std::vector<double>{1, 1, INFINITY, 1}, 2, 2, 10, 10), Error);
  EXPECT_THROW(gi_star(places, std::vector<double>{1, 2}, 10), Error);
  EXPECT_THROW(gi_star(places, std::vector<double>{1}, 10), Error);
  EXPECT_THROW(gi_star(std::vector<Point>{{0, 0}}, std::vector<double>{1}, 0), Error);
}

TEST(GiStar, StopsWhenAsked) {
  const auto stop = [](double) { return false; };
  EXPECT_THROW(gi_star(std::vector<double>(4, 1), 2, 2, 10, 10, stop), Cancelled);
  EXPECT_THROW(gi_star(std::vector<Point>{{0, 0}}, std::vector<double>{1}, 10, stop), Cancelled);
}

} // namespace
} // namespace cortege::engine
