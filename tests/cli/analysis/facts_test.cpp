#include "cli/analysis/facts.hpp"
#include "engine/error.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <random>

namespace cortege::analysis {
namespace {

class FactsFile : public ::testing::Test {
protected:
  FactsFile() { std::filesystem::create_directories(folder_); }
  ~FactsFile() override { std::filesystem::remove_all(folder_); }

  std::string written(const std::string &name, const std::string &text) {
    const std::filesystem::path path = folder_ / name;
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }

  Facts facts(const std::string &file, FactOptions options = {}) {
    options.source.file = file;
    return read_facts(options, time_, {});
  }

  static FactOptions of(const std::string &mass, const std::string &time, const std::string &layer = "",
                        const std::string &crs = "EPSG:2154") {
    return {{{}, layer, mass, crs, {}}, time};
  }

  LocalTime time_;
  std::filesystem::path folder_ = std::filesystem::temp_directory_path() / "cortege-vector-file-test";
};

TEST_F(FactsFile, ReadsDegreesOfATableIntoLambert93) {
  const Facts read = facts(written("a.csv", "id,quand,lon,lat,poids\n1,2026-05-01T14:30,5.369,43.296,2\n"),
                           of("poids", "quand"));
  ASSERT_EQ(read.features.size(), 1U);
  EXPECT_NEAR(read.features.points().x[0], 892'200, 200);
  EXPECT_NEAR(read.features.points().y[0], 6'246'900, 500);
  EXPECT_EQ(read.features.mass(), 2);
  EXPECT_EQ(read.times[0], time_.require("2026-05-01T12:30Z"));
}

TEST_F(FactsFile, TakesTablesInMetresForTheCrsAsked) {
  const Facts read = facts(written("a.csv", "x,y\n893000,6246000\n"));
  EXPECT_EQ(read.features.points().x[0], 893'000);
  EXPECT_EQ(read.features.points().y[0], 6'246'000);
}

TEST_F(FactsFile, CountsWhatHasNoPlace) {
  const std::string file = written("a.geojson", R"({"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{},"geometry":null},
    {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[5.4,43.3]}}]})");
  EXPECT_EQ(facts(file).skipped, 1U);
  EXPECT_EQ(facts(file).features.size(), 1U);
}

TEST_F(FactsFile, NamesTheRowOfABadMassOrDate) {
  const std::string file = written("a.csv", "x,y,poids,quand\n1000,2000,-1,2026-01-01\n1000,2000,,demain\n");
  const auto refusal = [&](FactOptions options) -> std::string {
    try {
      facts(file, std::move(options));
    } catch (const engine::Error &error) {
      return error.what();
    }
    return "";
  };
  EXPECT_EQ(refusal(of("poids", "")), "Row 1: poids must be zero or a positive number.");
  EXPECT_EQ(refusal(of("", "quand")), "Row 2: 'demain' in quand is not a date.");
  EXPECT_EQ(refusal(of("masse", "")), "There is no field masse: check its name.");
}

TEST_F(FactsFile, RefusesWhatCannotBeRead) {
  EXPECT_THROW(facts((folder_ / "absent.csv").string()), engine::Error);
  EXPECT_THROW(facts(written("a.gpkg", "not a database")), engine::Error);
  EXPECT_THROW(facts(written("a.geojson", R"({"type":"FeatureCollection","features":[]})")), engine::Error);
  EXPECT_THROW(facts(written("b.csv", "x,y\n1,2\n"), of("", "", "absent")), engine::Error);
  EXPECT_THROW(facts(written("b.csv", "x,y\n1,2\n"), of("", "", "", "EPSG:1")), engine::Error);
}

TEST_F(FactsFile, KeepDatesWithTheirZones) {
  const std::string file = written("zones.geojson", R"({"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"quand":"2026-05-01T14:30:00+02:00"},"geometry":{"type":"Point","coordinates":[5.4,43.3]}},
    {"type":"Feature","properties":{"quand":"2026-05-01T14:30:00Z"},"geometry":{"type":"Point","coordinates":[5.4,43.3]}},
    {"type":"Feature","properties":{"quand":"2026-05-01T14:30:00"},"geometry":{"type":"Point","coordinates":[5.4,43.3]}}]})");
  const Facts read = facts(file, of("", "quand"));
  EXPECT_EQ(read.times[0], time_.require("2026-05-01T12:30Z"));
  EXPECT_EQ(read.times[1], time_.require("2026-05-01T14:30Z"));
  EXPECT_EQ(read.times[2], time_.require("2026-05-01T12:30Z"));
}

TEST_F(FactsFile, SharesLinesAndPolygonsAmongCells) {
  const std::string file = written("shapes.csv", "id,wkt\n1,\"LINESTRING(893000 6246050, 893200 6246050)\"\n"
                                                 "2,\"POLYGON((893100 6246000,893200 6246000,893200 6246100,"
                                                 "893100 6246100,893100 6246000))\"\n");
  const Facts read = facts(file);
  const engine::Grid grid = grid_over(read, {893'000, 6'246'000, 893'200, 6'246'100}, 100);
  const Counts counts = count(read, grid, std::nullopt);
  EXPECT_NEAR(counts.cells.at(0), 0.5, 1e-12);
  EXPECT_NEAR(counts.cells.at(1), 1.5, 1e-12);
  EXPECT_EQ(counts.outside, 0);
}

/// Whatever the bytes, the reader answers or refuses in one sentence.
TEST_F(FactsFile, MutilatedFilesAreReadOrRefused) {
  std::mt19937 random(1);
  const std::string table =
      "id,quand,lon,lat,poids\n1,2026-05-01T14:30,5.369,43.296,2\n2,2026-05-02,5.4,43.3,1\n";
  const std::string json =
      R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"poids":1,
    "quand":"2026-05-01"},"geometry":{"type":"Polygon","coordinates":[[[5.3,43.2],[5.4,43.2],[5.4,43.3],[5.3,43.2]]]}}]})";
  int read = 0;
  int refused = 0;
  for (int trial = 0; trial < 400; ++trial) {
    std::string text = trial % 2 == 0 ? table : json;
    for (int i = 0; i < 1 + trial % 4; ++i) {
      const std::size_t at = random() % text.size();
      if (random() % 3 == 0)
        text.erase(at, 1 + random() % 9);
      else
        text[at] = static_cast<char>(random() % 256);
    }
    try {
      const Facts all = facts(written(trial % 2 == 0 ? "f.csv" : "f.geojson", text), of("poids", "quand"));
      EXPECT_TRUE(all.features.mass() >= 0 && std::isfinite(all.features.mass()));
      ++read;
    } catch (const engine::Error &) {
      ++refused;
    }
  }
  EXPECT_GT(read, 20);
  EXPECT_GT(refused, 20);
}

} // namespace
} // namespace cortege::analysis
