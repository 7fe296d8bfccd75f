#include "engine/io/tile_pyramid.hpp"

#include "engine/error.hpp"
#include "engine/io/float_tile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <functional>
#include <future>
#include <thread>

namespace cortege::engine {

namespace {

constexpr auto side = static_cast<std::int64_t>(tile_side);

std::int64_t tiles_along(std::int64_t cells) {
  return (cells + side - 1) / side;
}

} // namespace

// Cuts tiles out of a row of them; one thread's.
class TilePyramid::Cutter {
public:
  /// Packed, cells beyond the raster being 0; empty when there is nothing in it.
  std::vector<std::byte> tile(std::span<const float> rows, std::int64_t width, std::int64_t number,
                              bool holes) {
    const std::int64_t first = number * side;
    const std::int64_t columns = std::min(side, width - first);
    cells_.assign(tile_side * tile_side, 0.0F);
    bool nothing = true;
    for (std::int64_t row = 0; row * width < std::ssize(rows); ++row) {
      const auto from =
          rows.subspan(static_cast<std::size_t>(row * width + first), static_cast<std::size_t>(columns));
      std::ranges::copy(from, cells_.begin() + row * side);
      nothing = nothing && std::ranges::all_of(from, [holes](float value) {
                  return holes ? std::isnan(value) : std::bit_cast<std::uint32_t>(value) == 0;
                });
    }
    return nothing ? std::vector<std::byte>{} : packer_.packed(cells_);
  }

private:
  Column<float> cells_;
  TilePacker packer_;
};

std::int64_t TilePyramid::Level::tiles_wide() const {
  return tiles_along(width);
}

std::int64_t TilePyramid::Level::tiles_high() const {
  return tiles_along(height);
}

TilePyramid::TilePyramid(std::filesystem::path file, std::int64_t width, std::int64_t height,
                         std::size_t bands, bool holes)
    : file_(std::move(file)),
      stream_(file_, std::ios::binary | std::ios::in | std::ios::out | std::ios::trunc), bands_(bands),
      holes_(holes) {
  if (!stream_)
    throw Error(fmt::format("“{}” cannot be written: the folder refuses new files.", file_.string()));
  while (true) {
    levels_.push_back({width, height, {}});
    levels_.back().tiles.reserve(bands * static_cast<std::size_t>(tiles_along(width) * tiles_along(height)));
    if (std::max(width, height) <= side)
      break;
    halves_.emplace_back(
        width, height,
        [this, level = levels_.size()](std::int64_t, std::span<const float> row) { add(level, row); });
    width = (width + 1) / 2;
    height = (height + 1) / 2;
  }
  rows_.resize(levels_.size());
  pending_.resize(levels_.size());
  for (std::size_t level = 0; level < levels_.size(); ++level)
    pending_[level].reserve(
        static_cast<std::size_t>(levels_[level].width * std::min(side, levels_[level].height)));
  for (unsigned thread = 0; thread < std::max(1U, std::thread::hardware_concurrency()); ++thread)
    cutters_.push_back(std::make_unique<Cutter>());
}

TilePyramid::~TilePyramid() {
  stream_.close();
  std::error_code ignored;
  std::filesystem::remove(file_, ignored);
}

bool TilePyramid::whole() const {
  const Level &raster = levels_.front();
  return std::ssize(raster.tiles)
         == static_cast<std::int64_t>(bands_) * raster.tiles_wide() * raster.tiles_high();
}

void TilePyramid::add(std::span<const float> row) {
  add(0, row);
}

void TilePyramid::add(std::size_t level, std::span<const float> row) {
  pending_[level].insert(pending_[level].end(), row.begin(), row.end());
  ++rows_[level];
  if (rows_[level] % side == 0 || rows_[level] == levels_[level].height)
    flush(level);
  if (level < halves_.size())
    halves_[level].add(row);
  if (rows_[level] == levels_[level].height)
    rows_[level] = 0;
}

std::vector<std::vector<std::byte>> TilePyramid::packed(std::size_t level) {
  const std::int64_t width = levels_[level].width;
  std::vector<std::vector<std::byte>> tiles(static_cast<std::size_t>(tiles_along(width)));
  std::atomic<std::size_t> next = 0;
  const auto work = [&](Cutter &cutter) {
    for (std::size_t tile = next++; tile < tiles.size(); tile = next++)
      tiles[tile] = cutter.tile(pending_[level], width, static_cast<std::int64_t>(tile), holes_);
  };
  std::vector<std::future<void>> others;
  for (std::size_t thread = 1; thread < std::min(tiles.size(), cutters_.size()); ++thread)
    others.push_back(std::async(std::launch::async, work, std::ref(*cutters_[thread])));
  work(*cutters_.front());
  for (std::future<void> &other : others)
    other.get();
  return tiles;
}

void TilePyramid::flush(std::size_t level) {
  for (const std::vector<std::byte> &tile : packed(level)) {
    levels_[level].tiles.push_back({written_, static_cast<std::uint32_t>(tile.size())});
    stream_.write(reinterpret_cast<const char *>(tile.data()), std::ssize(tile));
    written_ += tile.size();
  }
  pending_[level].clear();
  if (!stream_)
    throw Error(fmt::format("“{}” cannot be written: the disk may be full.", file_.string()));
}

void TilePyramid::read(const Tile &tile, std::vector<char> &bytes) {
  bytes.resize(tile.size);
  stream_.seekg(static_cast<std::streamoff>(tile.offset));
  if (!stream_.read(bytes.data(), tile.size))
    throw Error(fmt::format("“{}” cannot be read back.", file_.string()));
}

} // namespace cortege::engine
