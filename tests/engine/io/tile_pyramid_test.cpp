#include "engine/error.hpp"
#include "engine/io/tile_pyramid.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace fs = std::filesystem;

namespace cortege::engine {
namespace {

using Image = std::vector<std::vector<float>>;

Image random_image(std::size_t width, std::size_t height, double holes) {
  std::mt19937 random(5);
  std::uniform_real_distribution<float> value(0, 9);
  std::bernoulli_distribution hole(holes);
  Image image(height, std::vector<float>(width));
  for (auto &row : image)
    for (float &cell : row)
      cell = hole(random) ? std::numeric_limits<float>::quiet_NaN() : value(random);
  return image;
}

// By the definition: the mean of those of the four cells that are in the image and are numbers.
Image half_of(const Image &image) {
  Image half((image.size() + 1) / 2, std::vector<float>((image[0].size() + 1) / 2));
  for (std::size_t y = 0; y < half.size(); ++y)
    for (std::size_t x = 0; x < half[y].size(); ++x) {
      double sum = 0;
      int count = 0;
      for (std::size_t row = 2 * y; row < std::min(2 * y + 2, image.size()); ++row)
        for (std::size_t column = 2 * x; column < std::min(2 * x + 2, image[0].size()); ++column)
          if (!std::isnan(image[row][column])) {
            sum += image[row][column];
            ++count;
          }
      half[y][x] = static_cast<float>(sum / count);
    }
  return half;
}

void expect_near(const Image &found, const Image &expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t y = 0; y < found.size(); ++y)
    for (std::size_t x = 0; x < found[y].size(); ++x)
      if (std::isnan(expected[y][x]))
        EXPECT_TRUE(std::isnan(found[y][x])) << x << " " << y;
      else
        EXPECT_NEAR(found[y][x], expected[y][x], 1e-5) << x << " " << y;
}

TEST(OverviewRows, AreMeansOfWhatIsThere) {
  for (const auto &[width, height] : {std::pair{1, 1}, {2, 2}, {7, 5}, {8, 3}, {1, 6}}) {
    const Image image = random_image(static_cast<std::size_t>(width), static_cast<std::size_t>(height), 0.4);
    Image found;
    OverviewRows half(width, height, [&](std::int64_t row, std::span<const float> values) {
      EXPECT_EQ(row, static_cast<std::int64_t>(found.size()));
      found.emplace_back(values.begin(), values.end());
    });
    for (const auto &row : image)
      half.add(row);
    expect_near(found, half_of(image));
  }
}

TEST(OverviewRows, BeginAgainWithTheNextImage) {
  const Image image = random_image(5, 3, 0);
  Image found;
  OverviewRows half(5, 3, [&](std::int64_t row, std::span<const float> values) {
    EXPECT_EQ(row, static_cast<std::int64_t>(found.size() % 2));
    found.emplace_back(values.begin(), values.end());
  });
  for (int again = 0; again < 2; ++again)
    for (const auto &row : image)
      half.add(row);
  ASSERT_EQ(found.size(), 4U);
  expect_near({found[0], found[1]}, half_of(image));
  expect_near({found[2], found[3]}, half_of(image));
}

TEST(TilePyramid, HalvesDownToOneTileAndLeavesNothing) {
  const fs::path file =
      fs::path(testing::TempDir()) / ("cortege-tiles-" + std::to_string(std::random_device{}()));
  const Image image = random_image(1301, 703, 0.1);
  {
    TilePyramid tiles(file, 1301, 703, 2, true);
    ASSERT_EQ(tiles.levels().size(), 3U);
    EXPECT_EQ(tiles.levels()[2].width, 326);
    EXPECT_EQ(tiles.levels()[2].height, 176);
    for (int band = 0; band < 2; ++band)
      for (const auto &row : image) {
        EXPECT_FALSE(tiles.whole());
        tiles.add(row);
      }
    EXPECT_TRUE(tiles.whole());
    ASSERT_EQ(tiles.levels()[0].tiles.size(), 12U);
    ASSERT_EQ(tiles.levels()[1].tiles.size(), 4U);
    std::vector<char> first;
    std::vector<char> second;
    tiles.read(tiles.levels()[0].tiles[4], first);
    tiles.read(tiles.levels()[0].tiles[10], second);
    EXPECT_FALSE(first.empty());
    EXPECT_EQ(first, second) << "both bands are the same image";
  }
  EXPECT_FALSE(fs::exists(file));
}

TEST(TilePyramid, LeavesOutTilesThatHoldNothing) {
  const fs::path file =
      fs::path(testing::TempDir()) / ("cortege-tiles-" + std::to_string(std::random_device{}()));
  for (const bool holes : {false, true}) {
    TilePyramid tiles(file, 1024, 512, 1, holes);
    std::vector<float> row(1024, holes ? std::numeric_limits<float>::quiet_NaN() : 0.0F);
    row[600] = 1;
    for (int i = 0; i < 512; ++i)
      tiles.add(row);
    EXPECT_EQ(tiles.levels()[0].tiles[0].size, 0U);
    EXPECT_GT(tiles.levels()[0].tiles[1].size, 0U);
  }
}

TEST(TilePyramid, SaysWhereItCannotWrite) {
  EXPECT_THROW(TilePyramid("/proc/none/raw.tif", 2000, 2000, 1, false), Error);
}

} // namespace
} // namespace cortege::engine
