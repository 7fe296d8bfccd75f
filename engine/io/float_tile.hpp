#pragma once

#include "engine/column.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cortege::engine {

/// Cells of a side of the tiles of a raster file.
constexpr std::size_t tile_side = 512;

/// How GDAL names the compression of tiles: Zstandard where it has it, three times as fast as Deflate to the
/// same size, else Deflate.
const char *tile_compression();

/// Packs tiles of tile_side × tile_side numbers as a TIFF stores them under that compression and the
/// floating-point predictor: each row's bytes apart by significance, as differences (Adobe Photoshop TIFF
/// Technical Note 3, 2005). Equal tiles give equal bytes. Keeps its memory from one tile to the next; for one
/// thread.
class TilePacker {
public:
  /// Throws Error when GDAL cannot compress.
  std::vector<std::byte> packed(std::span<const float> tile);

private:
  Column<std::uint8_t> bytes_;
  Column<std::byte> packed_;
};

} // namespace cortege::engine
