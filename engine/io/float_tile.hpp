#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace cortege::engine {

/// Cells of a side of the tiles of a raster file.
constexpr std::size_t tile_side = 512;

/// How GDAL names the compression of tiles: Zstandard where it has it, three times as fast as Deflate to the
/// same size, else Deflate.
const char *tile_compression();

/// A tile of tile_side × tile_side numbers as a TIFF stores it under that compression and the floating-point
/// predictor: each row's bytes apart by significance, as differences (Adobe Photoshop TIFF Technical Note 3,
/// 2005). Equal tiles give equal bytes.
std::vector<std::byte> compressed_tile(std::span<const float> tile);

} // namespace cortege::engine
