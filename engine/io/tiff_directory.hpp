#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <vector>

namespace cortege::engine {

/// One entry of a TIFF directory, its values in little-endian order. Format: TIFF 6.0 (Adobe 1992) and
/// BigTIFF.
struct TiffTag {
  std::uint16_t number = 0;
  std::uint16_t type = 0;
  std::uint64_t count = 0;
  std::vector<std::byte> values;
};

namespace tiff {
constexpr std::uint16_t subfile = 254, width = 256, height = 257, tile_offsets = 324, tile_sizes = 325;
constexpr std::uint16_t long_integers = 4, wide_integers = 16; // types: 4 and 8 bytes each
} // namespace tiff

/// What describes one image of a file: tags by number.
class TiffDirectory {
public:
  /// Of a little-endian BigTIFF, such as GDAL writes when asked; its first image. Throws Error when it is
  /// not.
  static TiffDirectory first_of(std::span<const std::byte> file);

  void set(std::uint16_t number, std::uint16_t type, std::span<const std::uint64_t> values);
  void remove(std::initializer_list<std::uint16_t> numbers);

  [[nodiscard]] const std::vector<TiffTag> &tags() const { return tags_; }

private:
  std::vector<TiffTag> tags_;
};

/// The start of a file: its header, a text that readers of other programs skip, and its directories one after
/// the other. A big file has 8-byte offsets. Its length depends on the tags' sizes alone, not on their
/// values.
std::vector<std::byte> tiff_front(std::span<const TiffDirectory> directories, const std::string &text,
                                  bool big);

} // namespace cortege::engine
