#include "engine/error.hpp"
#include "engine/io/raster_file.hpp"

#include <gdal_priv.h>
#include <gtest/gtest.h>

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

  GDALAllRegister();
  const std::unique_ptr<GDALDataset, decltype([](GDALDataset *d) { GDALClose(d); })> read(
      GDALDataset::Open((folder_ / "r.tif").c_str()));
  ASSERT_TRUE(read);
  double transform[6];
  read->GetGeoTransform(transform);
  EXPECT_EQ(transform[0], 893000);
  EXPECT_EQ(transform[3], 6250000);
  EXPECT_STREQ(read->GetMetadataItem("KERNEL"), "quartic");
  EXPECT_STREQ(read->GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE"), "COG");
  EXPECT_EQ(read->GetRasterBand(1)->GetRasterDataType(), GDT_Float32);
  std::vector<float> line(static_cast<std::size_t>(grid_.width));
  ASSERT_EQ(read->GetRasterBand(1)->RasterIO(GF_Read, 0, 333, 700, 1, line.data(), 700, 1, GDT_Float32, 0, 0),
            CE_None);
  EXPECT_EQ(line[5], static_cast<float>(values[333 * 700 + 5]));
}

TEST_F(Raster, LeavesTheFormerFileWhenItIsNotCommitted) {
  std::ofstream(folder_ / "r.tif") << "former";
  {
    RasterFile file(folder_ / "r.tif", grid_, "EPSG:2154");
    file.write(0, 1, std::vector<double>(700));
    EXPECT_ANY_THROW(file.commit([](double) { return false; }));
  }
  EXPECT_EQ(files(), 1U);
  EXPECT_EQ(fs::file_size(folder_ / "r.tif"), 6U);
}

TEST_F(Raster, RefusesAFolderThatIsNotThere) {
  EXPECT_THROW(RasterFile(folder_ / "absent" / "r.tif", grid_, "EPSG:2154"), Error);
  EXPECT_THROW(RasterFile(folder_, grid_, "EPSG:2154"), Error);
}

} // namespace
} // namespace cortege::engine
