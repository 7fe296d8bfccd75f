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

using RasterFileMetadata = std::vector<std::pair<std::string, std::string>>;

struct RasterFileBand {
  std::string name{};
  std::string unit{};
  RasterFileMetadata metadata{};
};

/// A Float32 cloud-optimised GeoTIFF, written row by row and put in place at once: until commit() returns,
/// the path holds what it held before. Rows are compressed as they come, by all processors, into a temporary
/// file beside the result: memory is some 600 rows, whatever the height. Tiles without a value other than 0
/// (or than no data) are left out of the file. The same rows give the same bytes.
class RasterFile {
public:
  using Metadata = RasterFileMetadata;
  using Band = RasterFileBand;

  /// `crs` as in SourceParameters; one nameless band unless said; NaN is no data when `holes`. Throws Error
  /// when the folder cannot be written or the CRS does not exist.
  RasterFile(std::filesystem::path path, const Grid &grid, const std::string &crs,
             const Metadata &metadata = {}, const std::vector<Band> &bands = {{}}, bool holes = false);
  /// Removes what was not committed.
  ~RasterFile();
  RasterFile(const RasterFile &) = delete;
  RasterFile &operator=(const RasterFile &) = delete;

  /// As RowSink: the next whole rows of the band under way, from the top.
  void write(std::int64_t first_row, std::int64_t rows, std::span<const double> values);
  /// All of the next band.
  void write_band(std::span<const float> values);
  /// Puts the tiles in order and replaces the path. Throws Error (rows are missing, the disk is full) or
  /// Cancelled; the path is then as before.
  void commit(const Progress &progress = {});

private:
  class Draft;
  std::filesystem::path path_;
  std::unique_ptr<Draft> draft_;
};

} // namespace cortege::engine
