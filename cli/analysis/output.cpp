#include "cli/analysis/output.hpp"

#include "engine/error.hpp"
#include "engine/io/raster_file.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <filesystem>
#include <limits>
#include <random>

namespace fs = std::filesystem;

namespace cortege::analysis {

namespace {

const char *vector_driver(const std::string &file) {
  const std::string extension = std::filesystem::path(file).extension().string();
  if (extension == ".gpkg")
    return "GPKG";
  if (extension == ".geojson" || extension == ".json")
    return "GeoJSON";
  if (extension == ".csv")
    return "CSV";
  throw engine::Error(fmt::format("{} cannot be written: end its name in .gpkg, .geojson or .csv.", file));
}

} // namespace

VectorOutput::VectorOutput(std::string file, const std::string &crs)
    : file_(std::move(file)), crs_(reference(crs)) {
  const fs::path path(file_);
  draft_ =
      path.parent_path()
      / fmt::format(".{}.{:08x}{}", path.stem().string(), std::random_device{}(), path.extension().string());
  GDALDriver *driver = GetGDALDriverManager()->GetDriverByName(vector_driver(file_));
  dataset_.reset(driver->Create(draft_.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  if (!dataset_)
    refuse("write", file_);
}

VectorOutput::~VectorOutput() {
  dataset_.reset();
  std::error_code ignored;
  fs::remove(draft_, ignored);
}

OGRLayer &VectorOutput::layer(const char *name, OGRwkbGeometryType type,
                              std::span<const OutputField> fields) {
  OGRLayer *layer = dataset_->CreateLayer(name, &crs_, type, nullptr);
  if (layer == nullptr)
    refuse("write", file_);
  for (const OutputField &field : fields) {
    OGRFieldDefn definition(field.name, field.type);
    if (layer->CreateField(&definition) != OGRERR_NONE)
      refuse("write", file_);
  }
  if (layer->TestCapability(OLCTransactions) && layer->StartTransaction() != OGRERR_NONE)
    refuse("write", file_);
  return *layer;
}

void VectorOutput::finish() {
  for (OGRLayer *layer : dataset_->GetLayers())
    if (layer->TestCapability(OLCTransactions) && layer->CommitTransaction() != OGRERR_NONE)
      refuse("write", file_);
  CPLErrorReset();
  dataset_.reset();
  if (CPLGetLastErrorType() >= CE_Failure)
    refuse("write", file_);
  std::error_code error;
  fs::rename(draft_, file_, error);
  if (error)
    throw engine::Error(fmt::format("{} cannot be written: {}.", file_, error.message()));
}

void write_raster(const std::string &file, const engine::Grid &grid, const std::string &crs,
                  std::span<const RasterBand> bands) {
  std::vector<engine::RasterFile::Band> named;
  for (const RasterBand &band : bands)
    named.push_back({band.name});
  engine::RasterFile raster(file, grid, crs, {}, named, true);
  for (std::size_t i = 0; i < bands.size(); ++i)
    raster.write_band(i, bands[i].values);
  raster.commit();
}

RasterInput read_raster(const std::string &file, int number) {
  const QuietGdal quiet;
  const GDALDatasetUniquePtr dataset(GDALDataset::Open(file.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY));
  if (!dataset)
    refuse("read", file);
  std::array<double, 6> transform{};
  if (dataset->GetGeoTransform(transform.data()) != CE_None || transform[2] != 0 || transform[4] != 0
      || std::abs(transform[1] + transform[5]) > 1e-9 * transform[1])
    throw engine::Error(fmt::format("{} is not a north-up raster of square cells.", file));
  if (number < 1 || number > dataset->GetRasterCount())
    throw engine::Error(fmt::format("{} has {} bands, not {}.", file, dataset->GetRasterCount(), number));
  RasterInput input;
  input.grid.resolution = transform[1];
  input.grid.width = dataset->GetRasterXSize();
  input.grid.height = dataset->GetRasterYSize();
  const double column = transform[0] / transform[1];
  const double row = transform[3] / transform[1];
  if (std::abs(column - std::round(column)) > 1e-4 || std::abs(row - std::round(row)) > 1e-4)
    throw engine::Error(
        fmt::format("The cells of {} do not start at multiples of its resolution: align it first "
                    "(gdalwarp -tap).",
                    file));
  input.grid.first_column = std::llround(column);
  input.grid.first_row = std::llround(row) - input.grid.height;
  input.values.resize(static_cast<std::size_t>(input.grid.cells()));
  GDALRasterBand &band = *dataset->GetRasterBand(number);
  const auto width = static_cast<int>(input.grid.width);
  const auto height = static_cast<int>(input.grid.height);
  if (band.RasterIO(GF_Read, 0, 0, width, height, input.values.data(), width, height, GDT_Float64, 0, 0)
      != CE_None)
    refuse("read", file);
  int has_no_data = FALSE;
  const double no_data = band.GetNoDataValue(&has_no_data);
  for (double &value : input.values)
    if ((has_no_data != FALSE && value == no_data) || !std::isfinite(value))
      value = std::numeric_limits<double>::quiet_NaN();
  return input;
}

} // namespace cortege::analysis
