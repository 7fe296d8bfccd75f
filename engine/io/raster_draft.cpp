#include "engine/io/raster_draft.hpp"

#include <cpl_string.h>

#include <algorithm>

namespace fs = std::filesystem;

namespace cortege::engine {

namespace {

using Dataset = std::unique_ptr<GDALDataset, decltype([](GDALDataset *d) { GDALClose(d); })>;

constexpr int tile = 512;

bool write_row(GDALDataset &dataset, int band, std::int64_t row, std::span<const float> values) {
  const auto width = static_cast<int>(values.size());
  // RasterIO only reads the buffer when it writes the file.
  return dataset.GetRasterBand(band)->RasterIO(GF_Write, 0, static_cast<int>(row), width, 1,
                                               const_cast<float *>(values.data()), width, 1, GDT_Float32, 0,
                                               0, nullptr)
         == CE_None;
}

class InMemory : public RasterDraft {
public:
  InMemory(int width, int height, int bands)
      : dataset_(GetGDALDriverManager()->GetDriverByName("MEM")->Create("", width, height, bands, GDT_Float32,
                                                                        nullptr)) {}

  GDALDataset *dataset() override { return dataset_.get(); }
  bool add(int band, std::int64_t row, std::span<const float> values) override {
    return write_row(*dataset_, band, row, values);
  }
  GDALDataset *finish() override { return dataset_.get(); }

private:
  Dataset dataset_;
};

CPLStringList options_of(GDALDriver &driver) {
  CPLStringList options;
  for (const char *option : {"TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512", "BIGTIFF=YES", "SPARSE_OK=TRUE",
                             "PREDICTOR=3", "NUM_THREADS=ALL_CPUS", "INTERLEAVE=BAND"})
    options.AddString(option);
  const char *known = driver.GetMetadataItem(GDAL_DMD_CREATIONOPTIONLIST);
  const bool zstd = known && std::string_view(known).find("ZSTD") != std::string_view::npos;
  options.AddString(zstd ? "COMPRESS=ZSTD" : "COMPRESS=DEFLATE");
  options.AddString(zstd ? "ZSTD_LEVEL=1" : "ZLEVEL=1");
  return options;
}

// GDAL finds the overviews of x.tif in x.tif.ovr, and theirs in x.tif.ovr.ovr.
class OnDisk : public RasterDraft {
public:
  OnDisk(const fs::path &path, int width, int height, int bands) {
    GDALDriver &driver = *GetGDALDriverManager()->GetDriverByName("GTiff");
    const CPLStringList options = options_of(driver);
    fs::path file = path;
    while (true) {
      levels_.push_back(
          {file, Dataset(driver.Create(file.c_str(), width, height, bands, GDT_Float32, options.List()))});
      if (!levels_.back().dataset || std::max(width, height) <= tile)
        break;
      width = (width + 1) / 2;
      height = (height + 1) / 2;
      file += ".ovr";
    }
    halves_.resize(static_cast<std::size_t>(bands));
    for (int band = 1; band <= bands; ++band)
      for (std::size_t level = 0; level + 1 < levels_.size(); ++level)
        halve(band, level);
  }
  ~OnDisk() override {
    whole_.reset();
    for (Level &level : levels_) {
      level.dataset.reset();
      std::error_code ignored;
      fs::remove(level.file, ignored);
    }
  }

  GDALDataset *dataset() override { return levels_.back().dataset ? levels_.front().dataset.get() : nullptr; }

  bool add(int band, std::int64_t row, std::span<const float> values) override {
    written_ = true;
    add(band, 0, row, values);
    return written_;
  }

  GDALDataset *finish() override {
    for (Level &level : levels_)
      level.dataset.reset();
    const char *const reading[] = {"NUM_THREADS=ALL_CPUS", nullptr};
    whole_.reset(GDALDataset::Open(levels_.front().file.c_str(), GDAL_OF_RASTER | GDAL_OF_VERBOSE_ERROR,
                                   nullptr, reading));
    return whole_.get();
  }

private:
  struct Level {
    fs::path file;
    Dataset dataset;
  };

  void halve(int band, std::size_t level) {
    if (!levels_[level + 1].dataset)
      return;
    const auto sink = [this, band, level](std::int64_t row, std::span<const float> values) {
      add(band, level + 1, row, values);
    };
    halves_[static_cast<std::size_t>(band) - 1].emplace_back(levels_[level].dataset->GetRasterXSize(),
                                                             levels_[level].dataset->GetRasterYSize(), sink);
  }

  void add(int band, std::size_t level, std::int64_t row, std::span<const float> values) {
    written_ = written_ && write_row(*levels_[level].dataset, band, row, values);
    auto &halves = halves_[static_cast<std::size_t>(band) - 1];
    if (written_ && level < halves.size())
      halves[level].add(values);
  }

  std::vector<Level> levels_;
  std::vector<std::vector<OverviewRows>> halves_; ///< of each band, of each level but the last
  bool written_ = true;
  Dataset whole_;
};

} // namespace

std::unique_ptr<RasterDraft> draft_in_memory(int width, int height, int bands) {
  return std::make_unique<InMemory>(width, height, bands);
}

std::unique_ptr<RasterDraft> draft_on_disk(const fs::path &path, int width, int height, int bands) {
  return std::make_unique<OnDisk>(path, width, height, bands);
}

} // namespace cortege::engine
