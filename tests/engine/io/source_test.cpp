#include "engine/error.hpp"
#include "engine/io/source.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <random>

namespace fs = std::filesystem;

namespace cortege::engine {
namespace {

using testing::HasSubstr;

class Source : public testing::Test {
protected:
  Source() { fs::create_directories(folder_); }
  ~Source() override { fs::remove_all(folder_); }

  std::string file(const std::string &name, const std::string &content) const {
    std::ofstream(folder_ / name, std::ios::binary) << content;
    return (folder_ / name).string();
  }
  // The sentence with which the file is refused; empty when it is not.
  static std::string refusal(const SourceParameters &parameters) {
    try {
      read_features(parameters);
    } catch (const Error &error) {
      return error.what();
    }
    return {};
  }
  static std::string collection(const std::string &features) {
    return R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2154"}},)"
           R"("features":[)"
           + features + "]}";
  }
  static std::string feature(const std::string &geometry, const std::string &mass = "1") {
    return R"({"type":"Feature","properties":{"n":)" + mass + R"(},"geometry":)" + geometry + "}";
  }

  fs::path folder_ =
      fs::path(testing::TempDir()) / ("cortege-source-" + std::to_string(std::random_device{}()));
};

const char *const point = R"({"type":"Point","coordinates":[893000,6246000]})";

TEST_F(Source, ReadsEveryGeometryWithItsMass) {
  const std::string path = file(
      "all.geojson",
      collection(
          feature(point, "2") + "," + feature(R"({"type":"LineString","coordinates":[[0,0,5],[3,4,6]]})", "3")
          + ","
          + feature(R"({"type":"MultiPolygon","coordinates":[[[[0,0],[2,0],[2,2],[0,2],[0,0]]]]})", "4.5")));
  const Features features = read_features({path, "", "n"});
  EXPECT_EQ(features.size(), 3U);
  EXPECT_EQ(features.mass(), 9.5);
  EXPECT_EQ(features.points().x, Column<double>{893000});
  EXPECT_EQ(features.segments().x1, Column<double>{3});
  EXPECT_EQ(features.areas().at(0).square_metres, 4);
}

TEST_F(Source, BringsCoordinatesToTheCrsAsked) {
  const Features features =
      read_features({file("p.csv", "lon,lat\n5.37,43.2965\n"), "", "", "EPSG:2154", "EPSG:4326"});
  EXPECT_NEAR(features.points().x.at(0), 892390, 300);
  EXPECT_NEAR(features.points().y.at(0), 6247035, 300);
}

TEST_F(Source, TakesDegreesForDegreesAndMetresForMetres) {
  const Features degrees = read_features({file("d.csv", "lon,lat\n5.37,43.2965\n")});
  EXPECT_NEAR(degrees.points().x.at(0), 892390, 300);
  const Features metres = read_features({file("m.csv", "x,y\n893000,6246000\n")});
  EXPECT_EQ(metres.points().x.at(0), 893000);
}

TEST_F(Source, ReadsGzippedTablesAndNamedLayers) {
  const std::string plain = file("z.csv", "x,y\n893000,6246000\n893001,6246000\n");
  ASSERT_EQ(std::system(("gzip -k '" + plain + "'").c_str()), 0);
  EXPECT_EQ(read_features({plain + ".gz"}).size(), 2U);
  EXPECT_EQ(read_features({plain + "|layername=z"}).size(), 2U);
  EXPECT_THAT(refusal({plain + "|layername=absent"}), HasSubstr("no layer “absent”"));
}

TEST_F(Source, NamesTheFeatureThatIsWrong) {
  const auto said = [&](const std::string &geometry, const std::string &mass) {
    return refusal(
        {file("bad.geojson", collection(feature(point) + "," + feature(geometry, mass))), "", "n"});
  };
  EXPECT_THAT(said(point, "null"), HasSubstr("feature 1: its mass is null"));
  EXPECT_THAT(said(point, "-3"), HasSubstr("feature 1: the mass is -3"));
  EXPECT_THAT(said("null", "1"), HasSubstr("feature 1: its geometry is null"));
  EXPECT_THAT(said(R"({"type":"Point","coordinates":[]})", "1"), HasSubstr("feature 1"));
  EXPECT_THAT(said(R"({"type":"Polygon","coordinates":[[[0,0],[1,0],[2,0],[0,0]]]})", "1"),
              HasSubstr("feature 1: the polygon has no area"));
}

TEST_F(Source, RefusesWhatIsNotAMass) {
  const std::string path = file("t.csv", "x,y,name\n1,2,abc\n");
  EXPECT_THAT(refusal({path, "", "name"}), HasSubstr("does not hold numbers"));
  EXPECT_THAT(refusal({path, "", "absent"}), HasSubstr("no field “absent”"));
  EXPECT_THAT(refusal({path, "other", ""}), HasSubstr("no layer “other”"));
}

TEST_F(Source, RefusesWhatCannotBeRead) {
  EXPECT_THAT(refusal({(folder_ / "absent.gpkg").string()}), HasSubstr("cannot be read"));
  EXPECT_THAT(refusal({file("empty.geojson", "")}), HasSubstr("cannot be read"));
  EXPECT_NE(refusal({file("picture.csv", "\x89PNG\r\n\x1a\n")}), "");
  EXPECT_NE(refusal({file("table.csv", "a,b\n1,2\n")}), "");
  EXPECT_THAT(refusal({file("p.csv", "x,y\n1,2\n"), "", "", "EPSG:4326"}),
              HasSubstr("not a projected system"));
  EXPECT_THAT(refusal({file("p.csv", "x,y\n1,2\n"), "", "", "nonsense"}),
              HasSubstr("no coordinate reference system"));
}

// Whatever bytes come, an answer or one sentence: never a crash, never a silent half.
TEST_F(Source, SurvivesDamagedFiles) {
  const std::string whole =
      collection(feature(point) + "," + feature(R"({"type":"LineString","coordinates":[[0,0],[3,4]]})"));
  std::mt19937 random(7);
  for (int i = 0; i < 150; ++i) {
    std::string damaged = whole.substr(0, random() % whole.size());
    for (auto hits = random() % 4; hits-- > 0 && !damaged.empty();)
      damaged[random() % damaged.size()] = static_cast<char>(random());
    EXPECT_NE(refusal({file("damaged.geojson", damaged), "", "n"}), "") << damaged;
  }
}

} // namespace
} // namespace cortege::engine
