#include "engine/io/raster_file.hpp"

#include "engine/error.hpp"
#include "engine/io/crs.hpp"
#include "engine/io/gdal_errors.hpp"
#include "engine/io/raster_draft.hpp"

#include <cpl_string.h>
#include <fmt/format.h>
#include <gdal_priv.h>

#include <algorithm>
#include <limits>
#include <random>

namespace fs = std::filesystem;

namespace cortege::engine {

namespace {

constexpr std::int64_t cells_in_memory = 1 << 26;
constexpr GIntBig cache_of_large_rasters = GIntBig{1} << 28;

// GDAL takes a share of the machine's memory for its blocks, and large rasters fill it to no use.
class CacheLimit {
public:
  explicit CacheLimit(bool wanted) : former_(GDALGetCacheMax64()) {
    if (wanted && former_ > cache_of_large_rasters)
      GDALSetCacheMax64(cache_of_large_rasters);
  }
  ~CacheLimit() { GDALSetCacheMax64(former_); }
  CacheLimit(const CacheLimit &) = delete;
  CacheLimit &operator=(const CacheLimit &) = delete;

private:
  GIntBig former_;
};

// The overviews wait in a temporary file: compressing that takes as long as compressing the result.
class PlainOverviews {
public:
  PlainOverviews() { CPLSetThreadLocalConfigOption(option, "NONE"); }
  ~PlainOverviews() { CPLSetThreadLocalConfigOption(option, nullptr); }
  PlainOverviews(const PlainOverviews &) = delete;
  PlainOverviews &operator=(const PlainOverviews &) = delete;

private:
  static constexpr const char *option = "COG_TMP_COMPRESSION";
};

// Beside the result, so that putting it in place is one rename on one disk.
fs::path temporary_beside(const fs::path &path, const std::string &kind) {
  return path.parent_path()
         / fmt::format(".{}.{:08x}.{}.tif", path.filename().string(), std::random_device{}(), kind);
}

GDALDriver &driver(const char *name) {
  GDALDriver *driver = GetGDALDriverManager()->GetDriverByName(name);
  if (!driver)
    throw Error(fmt::format("This GDAL has no {} driver: install GDAL 3.1 or later.", name));
  return *driver;
}

int forward(double share, const char *, void *data) {
  const auto &progress = *static_cast<const Progress *>(data);
  return !progress || progress(share) ? TRUE : FALSE;
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

} // namespace

// The raster on its way, and the temporary files it needs.
class RasterFile::Draft {
public:
  Draft(const fs::path &path, const Grid &grid, const std::string &crs, const Metadata &metadata,
        const std::vector<Band> &bands, bool holes)
      : cache_(grid.cells() > cells_in_memory), path_(path), result_(temporary_beside(path, "new")) {
    if (grid.width > 1'000'000 || grid.height > 1'000'000)
      throw Error("The raster has more than 1 000 000 cells a side: choose a smaller extent or a coarser "
                  "resolution.");
    require_writable_folder();
    const auto width = static_cast<int>(grid.width);
    const auto height = static_cast<int>(grid.height);
    const auto count = static_cast<int>(bands.size());
    row_.resize(static_cast<std::size_t>(width));
    raw_ = grid.cells() <= cells_in_memory
               ? draft_in_memory(width, height, count)
               : draft_on_disk(temporary_beside(path, "raw"), width, height, count);
    if (!raw_->dataset())
      fail();
    describe(*raw_->dataset(), grid, crs, metadata, bands, holes);
  }

  ~Draft() {
    std::error_code ignored;
    fs::remove(result_, ignored);
  }
  Draft(const Draft &) = delete;
  Draft &operator=(const Draft &) = delete;

  template <typename Number>
  void write(int band, std::int64_t first_row, std::span<const Number> values) {
    for (std::int64_t row = first_row; !values.empty(); ++row, values = values.subspan(row_.size())) {
      std::transform(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(row_.size()), row_.begin(),
                     [](Number value) { return static_cast<float>(value); });
      if (!raw_->add(band, row, row_))
        fail();
    }
  }

  void optimise(const Progress &progress) {
    const PlainOverviews plain;
    CPLStringList options;
    for (const char *option : {"COMPRESS=DEFLATE", "LEVEL=1", "PREDICTOR=YES", "NUM_THREADS=ALL_CPUS",
                               "BIGTIFF=IF_SAFER", "RESAMPLING=AVERAGE", "SPARSE_OK=TRUE"})
      options.AddString(option);
    GDALDataset *whole = raw_->finish();
    if (!whole || errors_.any())
      fail();
    GDALDataset *written = driver("COG").CreateCopy(result_.c_str(), whole, FALSE, options.List(), forward,
                                                    const_cast<Progress *>(&progress));
    if (!written && progress && !progress(1))
      throw Cancelled();
    if (!written)
      fail();
    GDALClose(written);
    raw_.reset();
    if (errors_.any())
      fail();
  }

  void put_in_place() {
    std::error_code error;
    fs::rename(result_, path_, error);
    if (error)
      throw Error(fmt::format("“{}” cannot be written: {}.", path_.string(), error.message()));
  }

private:
  void require_writable_folder() {
    const fs::path folder = path_.has_parent_path() ? path_.parent_path() : fs::path(".");
    if (!fs::is_directory(folder))
      throw Error(fmt::format("“{}” cannot be written: the folder “{}” does not exist.", path_.string(),
                              folder.string()));
    if (fs::is_directory(path_))
      throw Error(fmt::format("“{}” cannot be written: it is a folder.", path_.string()));
    VSILFILE *file = VSIFOpenL(result_.c_str(), "wb");
    if (!file)
      throw Error(fmt::format("“{}” cannot be written: the folder refuses new files.", path_.string()));
    VSIFCloseL(file);
  }

  [[noreturn]] void fail() const {
    throw Error(
        fmt::format("“{}” cannot be written: {}.", path_.string(), errors_.or_else("GDAL gave no reason")));
  }

  GdalErrors errors_;
  CacheLimit cache_;
  fs::path path_;
  fs::path result_;
  std::vector<float> row_;
  std::unique_ptr<RasterDraft> raw_;
};

RasterFile::RasterFile(fs::path path, const Grid &grid, const std::string &crs, const Metadata &metadata,
                       const std::vector<Band> &bands, bool holes)
    : path_(std::move(path)), draft_(std::make_unique<Draft>(path_, grid, crs, metadata, bands, holes)) {}

RasterFile::~RasterFile() = default;

void RasterFile::write(std::int64_t first_row, std::int64_t /*rows*/, std::span<const double> values) {
  draft_->write(1, first_row, values);
}

void RasterFile::write_band(std::size_t band, std::span<const float> values) {
  draft_->write(static_cast<int>(band) + 1, 0, values);
}

void RasterFile::commit(const Progress &progress) {
  draft_->optimise(progress);
  draft_->put_in_place();
  draft_.reset();
}

} // namespace cortege::engine
