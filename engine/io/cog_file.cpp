#include "engine/io/cog_file.hpp"

#include "engine/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <string_view>

namespace cortege::engine {

namespace {

constexpr std::uint64_t mark = 4; // bytes before and after each tile: its size, its last four bytes again

/// By this GDAL knows that no directory hides behind the tiles, and that each tile says its own size.
std::string layout() {
  constexpr std::string_view text =
      "LAYOUT=IFDS_BEFORE_DATA\nBLOCK_ORDER=ROW_MAJOR\nBLOCK_LEADER=SIZE_AS_UINT4\n"
      "BLOCK_TRAILER=LAST_4_BYTES_REPEATED\nKNOWN_INCOMPATIBLE_EDITION=NO\n ";
  return fmt::format("GDAL_STRUCTURAL_METADATA_SIZE={:06} bytes\n{}", text.size(), text);
}

/// The directory of one level whose tiles begin at `at`, which moves past them.
TiffDirectory directory_of(const TiffDirectory &description, const TilePyramid::Level &level, bool overview,
                           bool big, std::uint64_t &at) {
  constexpr std::uint64_t is_overview = 1;
  TiffDirectory directory = description;
  if (overview) {
    // The place on the ground and the metadata are said once.
    directory.remove({33550, 33922, 34264, 34735, 34736, 34737, 42112});
    directory.set(tiff::subfile, tiff::long_integers, {{is_overview}});
  }
  std::vector<std::uint64_t> offsets;
  std::vector<std::uint64_t> sizes;
  for (const TilePyramid::Tile &tile : level.tiles) {
    offsets.push_back(tile.size == 0 ? 0 : at + mark);
    sizes.push_back(tile.size);
    at += tile.size == 0 ? 0 : tile.size + 2 * mark;
  }
  directory.set(tiff::width, tiff::long_integers, {{static_cast<std::uint64_t>(level.width)}});
  directory.set(tiff::height, tiff::long_integers, {{static_cast<std::uint64_t>(level.height)}});
  directory.set(tiff::tile_offsets, big ? tiff::wide_integers : tiff::long_integers, offsets);
  directory.set(tiff::tile_sizes, tiff::long_integers, sizes);
  return directory;
}

/// Where the tiles begin decides what the directories say, and their length where the tiles begin. `end` gets
/// the length of the whole file.
std::vector<std::byte> front_of(const TiffDirectory &description, const TilePyramid &pyramid, bool big,
                                std::uint64_t &end) {
  const std::vector<TilePyramid::Level> &levels = pyramid.levels();
  const auto front = [&](std::uint64_t start) {
    end = start;
    std::vector<TiffDirectory> directories(levels.size());
    for (std::size_t level = levels.size(); level-- > 0;)
      directories[level] = directory_of(description, levels[level], level > 0, big, end);
    return tiff_front(directories, layout(), big);
  };
  return front(front(0).size());
}

/// A tile between its marks.
void write_tile(std::ofstream &out, const std::vector<char> &bytes) {
  const auto size = static_cast<std::uint32_t>(bytes.size());
  for (int byte = 0; byte < 4; ++byte)
    out.put(static_cast<char>(size >> (8 * byte)));
  out.write(bytes.data(), std::ssize(bytes));
  for (std::size_t byte = 4; byte > 0; --byte)
    out.put(byte <= bytes.size() ? bytes[bytes.size() - byte] : '\0');
}

} // namespace

void write_cog(const std::filesystem::path &file, const TiffDirectory &description, TilePyramid &pyramid,
               const Progress &progress, std::uint64_t big) {
  std::uint64_t end = 0;
  std::vector<std::byte> front = front_of(description, pyramid, false, end);
  if (end >= big)
    front = front_of(description, pyramid, true, end);
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<const char *>(front.data()), std::ssize(front));
  std::vector<char> bytes;
  std::uint64_t written = front.size();
  for (auto level = pyramid.levels().rbegin(); level != pyramid.levels().rend(); ++level)
    for (const TilePyramid::Tile &tile : level->tiles) {
      if (tile.size == 0)
        continue;
      report(progress, static_cast<double>(written) / static_cast<double>(end));
      pyramid.read(tile, bytes);
      write_tile(out, bytes);
      written += tile.size + 2 * mark;
    }
  out.close();
  if (!out)
    throw Error(fmt::format("“{}” cannot be written: the disk may be full.", file.string()));
  report(progress, 1);
}

} // namespace cortege::engine
