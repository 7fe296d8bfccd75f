#pragma once

#include "engine/io/tiff_directory.hpp"
#include "engine/io/tile_pyramid.hpp"
#include "engine/progress.hpp"

#include <filesystem>

namespace cortege::engine {

/// Bytes from which on a file needs offsets of 8 bytes.
constexpr std::uint64_t big_tiff = std::uint64_t{1} << 32;

/// Puts the tiles of a pyramid together as a cloud-optimised GeoTIFF: all directories first, then the tiles
/// of the smallest overview, up to those of the raster, as they are. `description` says all but the sizes and
/// places of an image: its bands, its tiles, its place on the ground. A file of `big` bytes or more is a
/// BigTIFF. Layout: Open Geospatial Consortium, Cloud Optimized GeoTIFF Standard 1.0 (2023), and the ghost
/// area of GDAL's COG driver. Throws Error when the disk is full, and Cancelled.
void write_cog(const std::filesystem::path &file, const TiffDirectory &description, TilePyramid &pyramid,
               const Progress &progress, std::uint64_t big = big_tiff);

} // namespace cortege::engine
