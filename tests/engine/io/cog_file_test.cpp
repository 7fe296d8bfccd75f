#include "engine/error.hpp"
#include "engine/io/cog_file.hpp"
#include "engine/io/float_tile.hpp"

#include <gdal_priv.h>
#include <gtest/gtest.h>

#include <random>

namespace fs = std::filesystem;

namespace cortege::engine {
namespace {

// What GDAL would say of one band of numbers, in classic terms.
TiffDirectory numbers() {
  TiffDirectory directory;
  constexpr std::uint16_t short_integers = 3;
  const bool zstd = std::string_view(tile_compression()) == "ZSTD";
  for (const auto &[tag, value] :
       std::initializer_list<std::pair<std::uint16_t, std::uint64_t>>{{258, 32},
                                                                      {259, zstd ? 50000 : 8},
                                                                      {262, 1},
                                                                      {277, 1},
                                                                      {284, 1},
                                                                      {317, 3},
                                                                      {322, 512},
                                                                      {323, 512},
                                                                      {339, 3}})
    directory.set(tag, short_integers, {{value}});
  return directory;
}

class Cog : public testing::TestWithParam<std::uint64_t> {};

TEST_P(Cog, TilesAreWhereItsDirectoriesSay) {
  GDALAllRegister();
  const fs::path file =
      fs::path(testing::TempDir()) / ("cortege-cog-" + std::to_string(std::random_device{}()));
  constexpr std::size_t width = 1300;
  constexpr std::size_t height = 1100;
  TilePyramid tiles(file.string() + ".tiles", width, height, 1, false);
  std::mt19937 random(3);
  std::vector<float> image(width * height);
  for (std::size_t i = 0; i < image.size(); ++i)
    image[i] = i % width < 512 ? 0 : static_cast<float>(random()); // a column of tiles is left out
  for (std::size_t row = 0; row < height; ++row)
    tiles.add(std::span(image).subspan(row * width, width));
  write_cog(file, numbers(), tiles, {}, GetParam());

  const GDALDatasetUniquePtr read(GDALDataset::Open(file.c_str()));
  ASSERT_TRUE(read);
  EXPECT_STREQ(read->GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE"), "COG");
  GDALRasterBand &band = *read->GetRasterBand(1);
  ASSERT_EQ(band.GetOverviewCount(), 2);
  EXPECT_EQ(band.GetOverview(1)->GetXSize(), 325);
  EXPECT_EQ(band.GetMetadataItem("BLOCK_OFFSET_0_0", "TIFF"), nullptr);
  EXPECT_NE(band.GetMetadataItem("BLOCK_OFFSET_1_0", "TIFF"), nullptr);
  std::vector<float> found(image.size());
  ASSERT_EQ(band.RasterIO(GF_Read, 0, 0, width, height, found.data(), width, height, GDT_Float32, 0, 0),
            CE_None);
  EXPECT_EQ(found, image);
  fs::remove(file);
}

INSTANTIATE_TEST_SUITE_P(ClassicAndBig, Cog, testing::Values(big_tiff, 0));

TEST(CogFile, StopsWhenAsked) {
  const fs::path file =
      fs::path(testing::TempDir()) / ("cortege-cog-" + std::to_string(std::random_device{}()));
  TilePyramid tiles(file.string() + ".tiles", 10, 10, 1, false);
  for (int row = 0; row < 10; ++row)
    tiles.add(std::vector<float>(10, 1));
  EXPECT_THROW(write_cog(file, numbers(), tiles, [](double) { return false; }), Cancelled);
  fs::remove(file);
}

} // namespace
} // namespace cortege::engine
