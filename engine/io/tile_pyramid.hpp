#pragma once

#include "engine/column.hpp"
#include "engine/io/overview_rows.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <span>
#include <vector>

namespace cortege::engine {

/// A raster and its overviews as compressed tiles in a temporary file, made while its rows go by: nothing is
/// written raw or compressed twice. Each overview halves the one before, down to a single tile. Memory: one
/// row of tiles of each level.
class TilePyramid {
public:
  /// Where a tile lies in the temporary file; size 0 for one that holds nothing but 0, or but NaN when
  /// `holes`.
  struct Tile {
    std::uint64_t offset = 0;
    std::uint32_t size = 0;
  };
  struct Level {
    std::int64_t width = 0;
    std::int64_t height = 0;
    std::vector<Tile> tiles; ///< band after band, each row by row from the top

    [[nodiscard]] std::int64_t tiles_wide() const;
    [[nodiscard]] std::int64_t tiles_high() const;
  };

  /// Throws Error when the file cannot be made.
  TilePyramid(std::filesystem::path file, std::int64_t width, std::int64_t height, std::size_t bands,
              bool holes);
  /// Removes the file.
  ~TilePyramid();
  TilePyramid(const TilePyramid &) = delete;
  TilePyramid &operator=(const TilePyramid &) = delete;

  /// The next row; bands come whole, one after another. Throws Error when the disk is full.
  void add(std::span<const float> row);

  [[nodiscard]] bool whole() const;
  /// The raster first. To be used once all rows are there.
  [[nodiscard]] const std::vector<Level> &levels() const { return levels_; }
  /// Throws Error when the file cannot be read back.
  void read(const Tile &tile, std::vector<char> &bytes);

private:
  class Cutter;

  void add(std::size_t level, std::span<const float> row);
  void flush(std::size_t level);
  /// The tiles that are pending, by as many threads as the machine runs at once.
  std::vector<std::vector<std::byte>> packed(std::size_t level);

  std::filesystem::path file_;
  std::fstream stream_;
  std::uint64_t written_ = 0;
  std::size_t bands_;
  bool holes_;
  std::vector<Level> levels_;
  std::vector<OverviewRows> halves_;             ///< of each level but the last
  std::vector<Column<float>> pending_;           ///< of each level: rows that do not yet fill tiles
  std::vector<std::int64_t> rows_;               ///< of each level: rows of the band so far
  std::vector<std::unique_ptr<Cutter>> cutters_; ///< one to each thread, which keep their memory
};

} // namespace cortege::engine
