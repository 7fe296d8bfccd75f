#include "cli/intake/mapping.hpp"
#include "engine/error.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

using namespace cortege::intake;
namespace fs = std::filesystem;

namespace {

const std::string source = "[source]\ncode = 'c'\nnom = 'n'\nfinalite = 'f'\nbase_legale = 'b'\n"
                           "conservation = '1 year'\nattribution = 'a'\n";
const std::string start = "[start]\ntext = '{d}'\nformats = ['%Y']\n";

Mapping read(const std::string &text) {
  const fs::path file = fs::path(testing::TempDir()) / "mapping.toml";
  std::ofstream(file) << text;
  return read_mapping(file);
}

std::string refusal(const std::string &text) {
  try {
    read(text);
  } catch (const cortege::engine::Error &error) {
    return error.what();
  }
  return "accepted";
}

} // namespace

TEST(MappingFile, Defaults) {
  const Mapping mapping = read(source + start);
  EXPECT_EQ(mapping.zone, "Europe/Paris");
  EXPECT_EQ(mapping.crs, "EPSG:4326");
  EXPECT_EQ(mapping.weight.pattern, "1");
  EXPECT_TRUE(mapping.end.formats.empty());
  EXPECT_THAT(fields_of({"{year}-{month} {time}", {}}), testing::ElementsAre("year", "month", "time"));
}

TEST(MappingFile, SaysWhichKeyIsWrong) {
  EXPECT_THAT(refusal(source), testing::HasSubstr("a date is never invented"));
  EXPECT_THAT(refusal(start), testing::HasSubstr("the key code is missing"));
  EXPECT_THAT(refusal(source + start + "[reading]\nfuseau = 'x'\n"),
              testing::HasSubstr("the key fuseau is unknown"));
  EXPECT_THAT(refusal(source + start + "[reading]\nx = 'lon'\n"), testing::HasSubstr("both x and y"));
  EXPECT_THAT(refusal(source + start + "[reading]\nx = 1\n"), testing::HasSubstr("x must be a text"));
  EXPECT_THAT(refusal("not toml"), testing::HasSubstr("is not a mapping"));
}

TEST(MappingFile, EveryMappingOfTheProductIsReadable) {
  int count = 0;
  for (const auto &entry : fs::directory_iterator(fs::path(CORTEGE_SOURCE) / "metadata" / "sources"))
    if (entry.path().extension() == ".toml" && entry.path().stem() != "areas") {
      EXPECT_EQ(read_mapping(entry.path()).source.code, entry.path().stem().string());
      ++count;
    }
  EXPECT_GT(count, 3);
}
