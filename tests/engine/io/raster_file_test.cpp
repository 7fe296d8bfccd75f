#include "engine/error.hpp"
#include "engine/io/raster_file.hpp"

#include <gdal_priv.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <random>

namespace fs = std::filesystem;

namespace cortege::engine {
namespace {

class Raster : public testing::Test {
protected:
  Raster() { fs::create_directories(folder_); }
  ~Raster() override { fs::remove_all(folder_); }

  [[nodiscard]] std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator{}));
  }

  using Dataset = std::unique_ptr<GDALDataset, decltype([](GDALDataset *d) { GDALClose(d); })>;
  [[nodiscard]] Dataset opened(const char *name) const {
    GDALAllRegister();
    return Dataset(GDALDataset::Open((folder_ / name).c_str()));
  }
  static std::vector<float> cells(GDALRasterBand &band) {
    const int width = band.GetXSize();
    const int height = band.GetYSize();
    std::vector<float> values(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    EXPECT_EQ(band.RasterIO(GF_Read, 0, 0, width, height, values.data(), width, height, GDT_Float32, 0, 0),
              CE_None);
    return values;
  }

  fs::path folder_ =
      fs::path(testing::TempDir()) / ("cortege-raster-" + std::to_string(std::random_device{}()));
  Grid grid_ = covering({893000, 6246000, 900000, 6250000}, 0, 10);
};

TEST_F(Raster, HoldsTheRowsWhereTheyBelong) {
  std::vector<double> values(static_cast<std::size_t>(grid_.cells()));
  std::iota(values.begin(), values.end(), 0.5);
  RasterFile file(folder_ / "r.tif", grid_, "EPSG:2154", {{"KERNEL", "quartic"}});
  const auto half = static_cast<std::size_t>(grid_.width * 200);
  file.write(0, 200, std::span(values).first(half));
  file.write(200, 200, std::span(values).subspan(half));
  EXPECT_FALSE(fs::exists(folder_ / "r.tif"));
  file.commit();
  EXPECT_EQ(files(), 1U);

  const auto read = opened("r.tif");
  ASSERT_TRUE(read);
  double transform[6];
  read->GetGeoTransform(transform);
  EXPECT_EQ(transform[0], 893000);
  EXPECT_EQ(transform[3], 6250000);
  EXPECT_STREQ(read->GetSpatialRef()->GetAuthorityCode(nullptr), "2154");
  EXPECT_STREQ(read->GetMetadataItem("KERNEL"), "quartic");
  EXPECT_STREQ(read->GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE"), "COG");
  EXPECT_EQ(read->GetRasterBand(1)->GetRasterDataType(), GDT_Float32);
  const std::vector<float> found = cells(*read->GetRasterBand(1));
  ASSERT_EQ(found.size(), values.size());
  for (std::size_t i = 0; i < values.size(); ++i)
    ASSERT_EQ(found[i], static_cast<float>(values[i])) << i;
}

TEST_F(Raster, BandsAndOverviewsAreReadBack) {
  const Grid grid = covering({0, 0, 1301, 703}, 0, 1);
  std::mt19937 random(7);
  std::uniform_real_distribution<float> value(-9, 9);
  std::vector<std::vector<float>> bands(3, std::vector<float>(static_cast<std::size_t>(grid.cells())));
  for (auto &band : bands)
    for (float &cell : band)
      cell = random() % 9 == 0 ? std::numeric_limits<float>::quiet_NaN() : value(random);
  bands[1].assign(bands[1].size(), std::numeric_limits<float>::quiet_NaN());
  for (const char *name : {"a.tif", "b.tif"}) {
    RasterFile file(folder_ / name, grid, "EPSG:2154", {},
                    {{"un", "p/ha", {{"K", "v"}}}, {"deux"}, {"trois"}}, true);
    for (const auto &band : bands)
      file.write_band(band);
    file.commit();
  }
  const auto read = opened("a.tif");
  ASSERT_TRUE(read);
  EXPECT_STREQ(read->GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE"), "COG");
  EXPECT_STREQ(read->GetRasterBand(1)->GetDescription(), "un");
  EXPECT_STREQ(read->GetRasterBand(1)->GetUnitType(), "p/ha");
  EXPECT_STREQ(read->GetRasterBand(1)->GetMetadataItem("K"), "v");
  for (int number = 1; number <= 3; ++number) {
    GDALRasterBand &band = *read->GetRasterBand(number);
    EXPECT_TRUE(std::isnan(band.GetNoDataValue()));
    const std::vector<float> found = cells(band);
    EXPECT_EQ(std::memcmp(found.data(), bands[static_cast<std::size_t>(number) - 1].data(), found.size() * 4),
              0);
    ASSERT_EQ(band.GetOverviewCount(), 2);
    const std::vector<float> half = cells(*band.GetOverview(0));
    ASSERT_EQ(half.size(), 651U * 352U);
    const auto at = [&](std::size_t row, std::size_t column) { return found[row * 1301 + column]; };
    double sum = 0;
    int count = 0;
    for (const float cell : {at(200, 100), at(200, 101), at(201, 100), at(201, 101)})
      if (!std::isnan(cell)) {
        sum += cell;
        ++count;
      }
    if (count == 0)
      EXPECT_TRUE(std::isnan(half[100 * 651 + 50]));
    else
      EXPECT_NEAR(half[100 * 651 + 50], sum / count, 1e-5);
  }
  const auto bytes = [](const fs::path &path) {
    std::ifstream stream(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(stream), {});
  };
  EXPECT_EQ(bytes(folder_ / "a.tif"), bytes(folder_ / "b.tif")) << "the same rows give the same bytes";
}

TEST_F(Raster, LeavesTheFormerFileWhenItIsNotCommitted) {
  std::ofstream(folder_ / "r.tif") << "former";
  {
    RasterFile file(folder_ / "r.tif", grid_, "EPSG:2154");
    file.write(0, grid_.height, std::vector<double>(static_cast<std::size_t>(grid_.cells()), 1));
    EXPECT_THROW(file.commit([](double) { return false; }), Cancelled);
  }
  EXPECT_EQ(files(), 1U);
  EXPECT_EQ(fs::file_size(folder_ / "r.tif"), 6U);
}

TEST_F(Raster, RefusesWhatItCannotWrite) {
  EXPECT_THROW(RasterFile(folder_ / "absent" / "r.tif", grid_, "EPSG:2154"), Error);
  EXPECT_THROW(RasterFile(folder_, grid_, "EPSG:2154"), Error);
  EXPECT_THROW(RasterFile(folder_ / "r.tif", grid_, "EPSG:999999"), Error);
  RasterFile part(folder_ / "r.tif", grid_, "EPSG:2154");
  part.write(0, 1, std::vector<double>(700));
  EXPECT_THROW(part.commit(), Error);
  EXPECT_FALSE(fs::exists(folder_ / "r.tif"));
}

} // namespace
} // namespace cortege::engine
