#include "engine/io/raster_draft.hpp"

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

Image read(GDALRasterBand &band) {
  Image image(static_cast<std::size_t>(band.GetYSize()),
              std::vector<float>(static_cast<std::size_t>(band.GetXSize())));
  for (int y = 0; y < band.GetYSize(); ++y)
    EXPECT_EQ(band.RasterIO(GF_Read, 0, y, band.GetXSize(), 1, image[static_cast<std::size_t>(y)].data(),
                            band.GetXSize(), 1, GDT_Float32, 0, 0, nullptr),
              CE_None);
  return image;
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

TEST(RasterDraft, OnDiskBringsItsOverviewsAndLeavesNothing) {
  GDALAllRegister();
  const fs::path folder =
      fs::path(testing::TempDir()) / ("cortege-draft-" + std::to_string(std::random_device{}()));
  fs::create_directories(folder);
  const Image image = random_image(1301, 703, 0.1);
  {
    const auto draft = draft_on_disk(folder / "raw.tif", 1301, 703, 1);
    ASSERT_TRUE(draft->dataset());
    draft->dataset()->GetRasterBand(1)->SetNoDataValue(std::nan(""));
    for (std::size_t row = 0; row < image.size(); ++row)
      ASSERT_TRUE(draft->add(1, static_cast<std::int64_t>(row), image[row]));
    GDALDataset *whole = draft->finish();
    ASSERT_TRUE(whole);
    GDALRasterBand &band = *whole->GetRasterBand(1);
    ASSERT_EQ(band.GetOverviewCount(), 2);
    const Image half = half_of(image);
    expect_near(read(band), image);
    expect_near(read(*band.GetOverview(0)), half);
    expect_near(read(*band.GetOverview(1)), half_of(half));
  }
  EXPECT_TRUE(fs::is_empty(folder));
  fs::remove_all(folder);
}

TEST(RasterDraft, OnDiskSaysWhereItCannotWrite) {
  GDALAllRegister();
  CPLPushErrorHandler(CPLQuietErrorHandler);
  EXPECT_EQ(draft_on_disk("/proc/none/raw.tif", 2000, 2000, 1)->dataset(), nullptr);
  CPLPopErrorHandler();
}

} // namespace
} // namespace cortege::engine
