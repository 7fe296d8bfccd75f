#include "engine/io/float_tile.hpp"

#include "engine/error.hpp"

#include <cpl_compressor.h>

#include <bit>

namespace cortege::engine {

namespace {

constexpr std::size_t bytes_in_a_row = tile_side * sizeof(float);

void predict(std::span<const float> row, std::uint8_t *out) {
  std::uint8_t bytes[bytes_in_a_row];
  for (std::size_t i = 0; i < tile_side; ++i) {
    const auto bits = std::bit_cast<std::uint32_t>(row[i]);
    bytes[i] = static_cast<std::uint8_t>(bits >> 24);
    bytes[tile_side + i] = static_cast<std::uint8_t>(bits >> 16);
    bytes[2 * tile_side + i] = static_cast<std::uint8_t>(bits >> 8);
    bytes[3 * tile_side + i] = static_cast<std::uint8_t>(bits);
  }
  out[0] = bytes[0];
  for (std::size_t i = 1; i < bytes_in_a_row; ++i)
    out[i] = static_cast<std::uint8_t>(bytes[i] - bytes[i - 1]);
}

} // namespace

const char *tile_compression() {
  return CPLGetCompressor("zstd") != nullptr ? "ZSTD" : "DEFLATE";
}

std::vector<std::byte> TilePacker::packed(std::span<const float> tile) {
  bytes_.resize(tile.size_bytes());
  packed_.resize(bytes_.size() + bytes_.size() / 8);
  for (std::size_t row = 0; row < tile_side; ++row)
    predict(tile.subspan(row * tile_side, tile_side), bytes_.data() + row * bytes_in_a_row);
  const CPLCompressor *compressor = CPLGetCompressor("zstd");
  if (compressor == nullptr)
    compressor = CPLGetCompressor("zlib");
  void *out = packed_.data();
  std::size_t size = packed_.size();
  const char *const fastest[] = {"LEVEL=1", nullptr};
  if (compressor == nullptr
      || !compressor->pfnFunc(bytes_.data(), bytes_.size(), &out, &size, fastest, compressor->user_data))
    throw Error("A tile of the raster cannot be compressed: this GDAL has neither Zstandard nor Deflate.");
  return {packed_.begin(), packed_.begin() + static_cast<std::ptrdiff_t>(size)};
}

} // namespace cortege::engine
