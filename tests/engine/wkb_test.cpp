#include "engine/error.hpp"
#include "engine/wkb.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace cortege::engine {
namespace {

Shape read(const std::string &hex) {
  std::vector<std::byte> bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    bytes.push_back(static_cast<std::byte>(std::stoi(hex.substr(i, 2), nullptr, 16)));
  return shape_from_wkb(bytes);
}

// All written by PostGIS: SELECT encode(ST_AsBinary(…, 'NDR' or 'XDR'), 'hex')
const std::string one_two = "0101000000000000000000f03f0000000000000040";
const std::string one_two_big = "00000000013ff00000000000004000000000000000";
const std::string empty_point = "0101000000000000000000f87f000000000000f87f";
const std::string line = "010200000002000000000000000000f03f000000000000004000000000000008400000000000001040";

TEST(Wkb, ReadsBothByteOrders) {
  const std::vector<Point> expected{{1, 2}};
  EXPECT_EQ(read(one_two).points, expected);
  EXPECT_EQ(read(one_two_big).points, expected);
}

TEST(Wkb, ReadsLinesAndCollectionsOfOneKind) {
  EXPECT_EQ(read(line).lines, (std::vector<Line>{{{1, 2}, {3, 4}}}));
  EXPECT_EQ(read("010400000002000000" + one_two + one_two_big).points, (std::vector<Point>{{1, 2}, {1, 2}}));
  EXPECT_EQ(read("010500000001000000" + line).lines.size(), 1U);
}

TEST(Wkb, ReadsPolygonsWithTheirRings) {
  const std::string ring = "04000000" + std::string(128, '0');
  const Shape shape = read("010300000002000000" + ring + ring);
  ASSERT_EQ(shape.polygons.size(), 1U);
  EXPECT_EQ(shape.polygons[0].size(), 2U);
  EXPECT_EQ(shape.polygons[0][1].size(), 4U);
}

TEST(Wkb, EmptyGeometriesAreEmptyShapes) {
  EXPECT_TRUE(read(empty_point).empty());
  EXPECT_TRUE(read("010600000000000000").empty());
}

TEST(Wkb, RefusesWhatItCannotReadWhole) {
  EXPECT_THROW(read(""), Error);
  EXPECT_THROW(read(one_two.substr(0, 30)), Error);
  EXPECT_THROW(read(one_two + "00"), Error);
  EXPECT_THROW(read("0102000000ffffffff"), Error) << "a corrupt count must not ask for memory";
  EXPECT_THROW(read("010700000000000000"), Error) << "a collection of mixed kinds";
  EXPECT_THROW(read("01010000a0e6100000000000000000f03f0000000000000040"), Error) << "EWKB";
}

} // namespace
} // namespace cortege::engine
