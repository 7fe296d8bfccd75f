#include "cli/analysis/facts.hpp"
#include "cli/analysis/vector_file.hpp"
#include "engine/error.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <random>

namespace cortege::analysis {
namespace {

class VectorFile : public ::testing::Test {
protected:
  VectorFile() { std::filesystem::create_directories(folder_); }
  ~VectorFile() override { std::filesystem::remove_all(folder_); }

  std::string written(const std::string &name, const std::string &text) {
    const std::filesystem::path path = folder_ / name;
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }

  Facts facts(const std::string &file, FactOptions options = {}) {
    return read_facts(file, options, time_, {});
  }

  LocalTime time_;
  std::filesystem::path folder_ = std::filesystem::temp_directory_path() / "cortege-vector-file-test";
};

TEST_F(VectorFile, ReadsDegreesOfATableIntoLambert93) {
  const Facts read = facts(written("a.csv", "id,quand,lon,lat,poids\n1,2026-05-01T14:30,5.369,43.296,2\n"),
                           {{}, "EPSG:2154", "poids", "quand"});
  ASSERT_EQ(read.places.size(), 1U);
  EXPECT_NEAR(read.places[0].x, 892'200, 200);
  EXPECT_NEAR(read.places[0].y, 6'246'900, 500);
  EXPECT_EQ(read.masses[0], 2);
  EXPECT_EQ(read.times[0], time_.require("2026-05-01T12:30Z"));
}

TEST_F(VectorFile, TakesTablesInMetresForTheCrsAsked) {
  const Facts read = facts(written("a.csv", "x,y\n893000,6246000\n"));
  EXPECT_EQ(read.places[0], (engine::Point{893'000, 6'246'000}));
}

TEST_F(VectorFile, CountsWhatHasNoPlace) {
  const std::string file = written("a.geojson", R"({"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{},"geometry":null},
    {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[5.4,43.3]}}]})");
  EXPECT_EQ(facts(file).skipped, 1U);
  EXPECT_EQ(facts(file).places.size(), 1U);
}

TEST_F(VectorFile, NamesTheRowOfABadMassOrDate) {
  const std::string file = written("a.csv", "x,y,poids,quand\n1000,2000,-1,2026-01-01\n1000,2000,,demain\n");
  const auto refusal = [&](FactOptions options) -> std::string {
    try {
      facts(file, std::move(options));
    } catch (const engine::Error &error) {
      return error.what();
    }
    return "";
  };
  EXPECT_EQ(refusal({{}, "EPSG:2154", "poids", {}}), "Row 1: poids must be zero or a positive number.");
  EXPECT_EQ(refusal({{}, "EPSG:2154", {}, "quand"}), "Row 2: 'demain' in quand is not a date.");
  EXPECT_EQ(refusal({{}, "EPSG:2154", "masse", {}}), "There is no field masse: check its name.");
}

TEST_F(VectorFile, RefusesWhatCannotBeRead) {
  EXPECT_THROW(facts((folder_ / "absent.csv").string()), engine::Error);
  EXPECT_THROW(facts(written("a.gpkg", "not a database")), engine::Error);
  EXPECT_THROW(facts(written("a.geojson", R"({"type":"FeatureCollection","features":[]})")), engine::Error);
  EXPECT_THROW(facts(written("b.csv", "x,y\n1,2\n"), {"absent", "EPSG:2154", {}, {}}), engine::Error);
  EXPECT_THROW(facts(written("b.csv", "x,y\n1,2\n"), {{}, "EPSG:1", {}, {}}), engine::Error);
}

/// Whatever the bytes, the reader answers or refuses in one sentence.
TEST_F(VectorFile, MutilatedFilesAreReadOrRefused) {
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
      const Facts all =
          facts(written(trial % 2 == 0 ? "f.csv" : "f.geojson", text), {{}, "EPSG:2154", "poids", "quand"});
      for (const double mass : all.masses)
        EXPECT_TRUE(mass >= 0 && std::isfinite(mass));
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
