#include "engine/io/raster_file.hpp"

#include "engine/error.hpp"
#include "engine/io/cog_file.hpp"
#include "engine/io/crs.hpp"
#include "engine/io/float_tile.hpp"
#include "engine/io/gdal_errors.hpp"
#include "engine/io/tile_pyramid.hpp"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gdal_priv.h>

#include <algorithm>
#include <limits>
#include <random>

namespace fs = std::filesystem;

namespace cortege::engine {

namespace {

// Beside the result, so that putting it in place is one rename on one disk.
fs::path temporary_beside(const fs::path &path, const std::string &kind) {
  return path.parent_path()
         / fmt::format(".{}.{:08x}.{}", path.filename().string(), std::random_device{}(), kind);
}

void describe(GDALDataset &dataset, const Grid &grid, const std::string &crs,
              const RasterFile::Metadata &metadata, const std::vector<RasterFile::Band> &bands, bool holes) {
  const Box extent = grid.extent();
  double transform[] = {extent.xmin, grid.resolution, 0, extent.ymax, 0, -grid.resolution};
  const OGRSpatialReference reference = metric_crs_named(crs);
  dataset.SetGeoTransform(transform);
  dataset.SetSpatialRef(&reference);
  for (const auto &[key, value] : metadata)
    dataset.SetMetadataItem(key.c_str(), value.c_str());
  for (std::size_t i = 0; i < bands.size(); ++i) {
    GDALRasterBand &band = *dataset.GetRasterBand(static_cast<int>(i) + 1);
    if (!bands[i].name.empty())
      band.SetDescription(bands[i].name.c_str());
    if (!bands[i].unit.empty())
      band.SetUnitType(bands[i].unit.c_str());
    for (const auto &[key, value] : bands[i].metadata)
      band.SetMetadataItem(key.c_str(), value.c_str());
    if (holes)
      band.SetNoDataValue(std::numeric_limits<double>::quiet_NaN());
  }
}

struct MemoryFile {
  std::string name = fmt::format("/vsimem/cortege-{:08x}.tif", std::random_device{}());

  MemoryFile() = default;
  ~MemoryFile() { VSIUnlink(name.c_str()); }
  MemoryFile(const MemoryFile &) = delete;
  MemoryFile &operator=(const MemoryFile &) = delete;

  [[nodiscard]] std::span<const std::byte> bytes() const {
    vsi_l_offset size = 0;
    const GByte *const begin = VSIGetMemFileBuffer(name.c_str(), &size, FALSE);
    return std::as_bytes(std::span(begin, size));
  }
};

/// What GDAL writes of such a raster, taken from one of a single empty tile: the other tags do not depend on
/// the size.
TiffDirectory description_of(const Grid &grid, const std::string &crs, const RasterFile::Metadata &metadata,
                             const std::vector<RasterFile::Band> &bands, bool holes) {
  const GdalErrors errors;
  const MemoryFile file;
  CPLStringList options;
  for (const char *option :
       {"TILED=YES", "BIGTIFF=YES", "ENDIANNESS=LITTLE", "SPARSE_OK=TRUE", "PREDICTOR=3", "INTERLEAVE=BAND"})
    options.AddString(option);
  options.SetNameValue("COMPRESS", tile_compression());
  options.SetNameValue("BLOCKXSIZE", std::to_string(tile_side).c_str());
  options.SetNameValue("BLOCKYSIZE", std::to_string(tile_side).c_str());
  GDALDriver *driver = GetGDALDriverManager()->GetDriverByName("GTiff");
  GDALDatasetUniquePtr dataset(driver->Create(file.name.c_str(), tile_side, tile_side,
                                              static_cast<int>(bands.size()), GDT_Float32, options.List()));
  if (!dataset)
    throw Error(
        fmt::format("GeoTIFF files cannot be written here: {}.", errors.or_else("GDAL gave no reason")));
  describe(*dataset, grid, crs, metadata, bands, holes);
  dataset.reset(); // writes
  return TiffDirectory::first_of(file.bytes());
}

void require_writable_folder(const fs::path &path) {
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  if (!fs::is_directory(folder))
    throw Error(fmt::format("“{}” cannot be written: the folder “{}” does not exist.", path.string(),
                            folder.string()));
  if (fs::is_directory(path))
    throw Error(fmt::format("“{}” cannot be written: it is a folder.", path.string()));
}

} // namespace

// The raster on its way, and the temporary files it needs.
class RasterFile::Draft {
public:
  Draft(const fs::path &path, const Grid &grid, const std::string &crs, const Metadata &metadata,
        const std::vector<Band> &bands, bool holes)
      : description_(description_of(grid, crs, metadata, bands, holes)),
        result_(temporary_beside(path, "new.tif")),
        tiles_(temporary_beside(path, "tiles"), grid.width, grid.height, bands.size(), holes),
        row_(static_cast<std::size_t>(grid.width)) {}
  ~Draft() {
    std::error_code ignored;
    fs::remove(result_, ignored);
  }
  Draft(const Draft &) = delete;
  Draft &operator=(const Draft &) = delete;

  template <typename Number>
  void write(std::span<const Number> values) {
    for (; !values.empty(); values = values.subspan(row_.size())) {
      std::transform(values.begin(), values.begin() + std::ssize(row_), row_.begin(),
                     [](Number value) { return static_cast<float>(value); });
      tiles_.add(row_);
    }
  }

  void put_in_place(const fs::path &path, const Progress &progress) {
    if (!tiles_.whole())
      throw Error(fmt::format("“{}” cannot be written: rows of it are missing.", path.string()));
    write_cog(result_, description_, tiles_, progress);
    std::error_code error;
    fs::rename(result_, path, error);
    if (error)
      throw Error(fmt::format("“{}” cannot be written: {}.", path.string(), error.message()));
  }

private:
  TiffDirectory description_;
  fs::path result_;
  TilePyramid tiles_;
  std::vector<float> row_;
};

RasterFile::RasterFile(fs::path path, const Grid &grid, const std::string &crs, const Metadata &metadata,
                       const std::vector<Band> &bands, bool holes)
    : path_(std::move(path)) {
  require_writable_folder(path_);
  draft_ = std::make_unique<Draft>(path_, grid, crs, metadata, bands, holes);
}

RasterFile::~RasterFile() = default;

void RasterFile::write(std::int64_t /*first_row*/, std::int64_t /*rows*/, std::span<const double> values) {
  draft_->write(values);
}

void RasterFile::write_band(std::span<const float> values) {
  draft_->write(values);
}

void RasterFile::commit(const Progress &progress) {
  draft_->put_in_place(path_, progress);
  draft_.reset();
}

} // namespace cortege::engine
