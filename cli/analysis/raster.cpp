#include "cli/analysis/raster.hpp"

#include "engine/error.hpp"
#include "engine/io/gdal_errors.hpp"
#include "engine/io/raster_file.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>

#include <array>
#include <cmath>
#include <limits>

namespace cortege::analysis {

namespace {

engine::Grid grid_of(GDALDataset &dataset, const std::string &file) {
  std::array<double, 6> transform{};
  if (dataset.GetGeoTransform(transform.data()) != CE_None || transform[2] != 0 || transform[4] != 0
      || std::abs(transform[1] + transform[5]) > 1e-9 * transform[1])
    throw engine::Error(fmt::format("{} is not a north-up raster of square cells.", file));
  const double column = transform[0] / transform[1];
  const double row = transform[3] / transform[1];
  if (std::abs(column - std::round(column)) > 1e-4 || std::abs(row - std::round(row)) > 1e-4)
    throw engine::Error(
        fmt::format("The cells of {} do not start at multiples of its resolution: align it first "
                    "(gdalwarp -tap).",
                    file));
  engine::Grid grid;
  grid.resolution = transform[1];
  grid.width = dataset.GetRasterXSize();
  grid.height = dataset.GetRasterYSize();
  grid.first_column = std::llround(column);
  grid.first_row = std::llround(row) - grid.height;
  return grid;
}

} // namespace

void write_raster(const std::string &file, const engine::Grid &grid, const std::string &crs,
                  std::span<const RasterBand> bands) {
  std::vector<engine::RasterFile::Band> named;
  for (const RasterBand &band : bands)
    named.push_back({band.name});
  engine::RasterFile raster(file, grid, crs, {}, named, true);
  for (const RasterBand &band : bands)
    raster.write_band(band.values);
  raster.commit();
}

RasterInput read_raster(const std::string &file, int number) {
  const engine::GdalErrors errors;
  const auto refuse = [&] {
    throw engine::Error(fmt::format("Cannot read {}: {}", file,
                                    errors.or_else("check its name, its format and your rights.")));
  };
  const GDALDatasetUniquePtr dataset(
      GDALDataset::Open(file.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR));
  if (!dataset)
    refuse();
  RasterInput input{grid_of(*dataset, file), {}, {}};
  if (number < 1 || number > dataset->GetRasterCount())
    throw engine::Error(fmt::format("{} has {} bands, not {}.", file, dataset->GetRasterCount(), number));
  if (dataset->GetSpatialRef() != nullptr)
    input.crs = dataset->GetProjectionRef();
  input.values.resize(static_cast<std::size_t>(input.grid.cells()));
  GDALRasterBand &band = *dataset->GetRasterBand(number);
  const auto width = static_cast<int>(input.grid.width);
  const auto height = static_cast<int>(input.grid.height);
  if (band.RasterIO(GF_Read, 0, 0, width, height, input.values.data(), width, height, GDT_Float64, 0, 0)
      != CE_None)
    refuse();
  int has_no_data = FALSE;
  const double no_data = band.GetNoDataValue(&has_no_data);
  for (double &value : input.values)
    if ((has_no_data != FALSE && value == no_data) || !std::isfinite(value))
      value = std::numeric_limits<double>::quiet_NaN();
  return input;
}

} // namespace cortege::analysis
