#pragma once

#include "engine/grid.hpp"
#include "engine/progress.hpp"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace cortege::engine {

/// A Float32 cloud-optimised GeoTIFF of one band, written row by row and put in place at once: until commit()
/// returns, the path holds what it held before. Rasters past 64 million cells pass through a temporary file
/// beside the result, so memory stays small.
class RasterFile {
public:
  using Metadata = std::vector<std::pair<std::string, std::string>>;

  /// `crs` as in SourceParameters. Throws Error when the folder cannot be written or the CRS does not exist.
  RasterFile(std::filesystem::path path, const Grid &grid, const std::string &crs,
             const Metadata &metadata = {});
  /// Removes what was not committed.
  ~RasterFile();
  RasterFile(const RasterFile &) = delete;
  RasterFile &operator=(const RasterFile &) = delete;

  /// As RowSink: whole rows, counted from the top.
  void write(std::int64_t first_row, std::int64_t rows, std::span<const double> values);
  /// Compresses, adds overviews and replaces the path. Throws Error (a full disk included) or Cancelled; the
  /// path is then as before.
  void commit(const Progress &progress = {});

private:
  class Draft;
  std::filesystem::path path_;
  std::unique_ptr<Draft> draft_;
};

} // namespace cortege::engine
