#pragma once

#include "engine/io/overview_rows.hpp"

#include <gdal_priv.h>

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace cortege::engine {

/// A Float32 raster on its way into a cloud-optimised one: it takes rows in order and is read once, whole.
class RasterDraft {
public:
  RasterDraft() = default;
  RasterDraft(const RasterDraft &) = delete;
  RasterDraft &operator=(const RasterDraft &) = delete;
  virtual ~RasterDraft() = default;

  /// To be described before the first row; nothing when it could not be made.
  [[nodiscard]] virtual GDALDataset *dataset() = 0;
  /// The next row of a band, bands counted from 1; false when it cannot be written.
  virtual bool add(int band, std::int64_t row, std::span<const float> values) = 0;
  /// All rows are there; the dataset to read, nothing when it cannot be opened.
  virtual GDALDataset *finish() = 0;
};

/// In memory: GDAL computes the overviews from it.
std::unique_ptr<RasterDraft> draft_in_memory(int width, int height, int bands);

/// In compressed tiles on disk, empty ones left out, with its overviews computed in passing: neither is
/// written raw, nor read again to make the next. `path` and its .ovr, .ovr.ovr… are removed at the end.
std::unique_ptr<RasterDraft> draft_on_disk(const std::filesystem::path &path, int width, int height,
                                           int bands);

} // namespace cortege::engine
