#include "engine/io/tiff_directory.hpp"

#include "engine/error.hpp"

#include <algorithm>
#include <array>
#include <concepts>

namespace cortege::engine {

namespace {

constexpr std::uint64_t big_header = 16;
constexpr std::uint64_t big_entry = 20;

template <std::unsigned_integral T>
T number_at(std::span<const std::byte> bytes, std::uint64_t at) {
  if (at > bytes.size() || sizeof(T) > bytes.size() - at)
    throw Error("A TIFF file ends too early.");
  T value = 0;
  for (std::size_t i = 0; i < sizeof(T); ++i)
    value = static_cast<T>(value | static_cast<T>(std::to_integer<T>(bytes[at + i]) << (8 * i)));
  return value;
}

void put(std::vector<std::byte> &bytes, std::uint64_t value, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i)
    bytes.push_back(static_cast<std::byte>(value >> (8 * i)));
}

void write_at(std::vector<std::byte> &bytes, std::uint64_t at, std::uint64_t value, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i)
    bytes[at + i] = static_cast<std::byte>(value >> (8 * i));
}

std::uint64_t size_of(std::uint16_t type) {
  constexpr std::array<std::uint64_t, 19> sizes{0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};
  if (type >= sizes.size() || sizes[type] == 0)
    throw Error("A TIFF file holds a tag of a type that is not known.");
  return sizes[type];
}

/// Widths of what classic and big files write differently.
struct Form {
  std::size_t offset, entries;
  explicit Form(bool big) : offset(big ? 8 : 4), entries(big ? 8 : 2) {}
};

/// Entries first, then the values that do not fit into them. Returns where the next directory's place is
/// kept.
std::uint64_t put_directory(std::vector<std::byte> &bytes, const TiffDirectory &directory, const Form &form) {
  put(bytes, directory.tags().size(), form.entries);
  std::vector<std::pair<std::uint64_t, const TiffTag *>> apart;
  for (const TiffTag &tag : directory.tags()) {
    put(bytes, tag.number, 2);
    put(bytes, tag.type, 2);
    put(bytes, tag.count, form.offset);
    std::vector<std::byte> here(form.offset);
    if (tag.values.size() <= form.offset)
      std::ranges::copy(tag.values, here.begin());
    else
      apart.emplace_back(bytes.size(), &tag);
    bytes.insert(bytes.end(), here.begin(), here.end());
  }
  const std::uint64_t next = bytes.size();
  put(bytes, 0, form.offset);
  for (const auto &[entry, tag] : apart) {
    bytes.resize((bytes.size() + 7) / 8 * 8);
    write_at(bytes, entry, bytes.size(), form.offset);
    bytes.insert(bytes.end(), tag->values.begin(), tag->values.end());
  }
  return next;
}

} // namespace

TiffDirectory TiffDirectory::first_of(std::span<const std::byte> file) {
  if (number_at<std::uint16_t>(file, 0) != 0x4949 || number_at<std::uint16_t>(file, 2) != 43)
    throw Error("A TIFF file is not a little-endian BigTIFF.");
  const auto at = number_at<std::uint64_t>(file, 8);
  const auto count = number_at<std::uint64_t>(file, at);
  TiffDirectory directory;
  for (std::uint64_t entry = at + 8; entry < at + 8 + count * big_entry; entry += big_entry) {
    TiffTag tag{number_at<std::uint16_t>(file, entry),
                number_at<std::uint16_t>(file, entry + 2),
                number_at<std::uint64_t>(file, entry + 4),
                {}};
    const std::uint64_t size = tag.count * size_of(tag.type);
    const std::uint64_t values = size <= 8 ? entry + 12 : number_at<std::uint64_t>(file, entry + 12);
    if (tag.count > file.size() || values > file.size() || size > file.size() - values)
      throw Error("A TIFF file ends too early.");
    const auto from = file.begin() + static_cast<std::ptrdiff_t>(values);
    tag.values.assign(from, from + static_cast<std::ptrdiff_t>(size));
    directory.tags_.push_back(std::move(tag));
  }
  return directory;
}

void TiffDirectory::set(std::uint16_t number, std::uint16_t type, std::span<const std::uint64_t> values) {
  remove({number});
  TiffTag tag{number, type, values.size(), {}};
  for (const std::uint64_t value : values)
    put(tag.values, value, size_of(type));
  tags_.insert(std::ranges::upper_bound(tags_, number, {}, &TiffTag::number), std::move(tag));
}

void TiffDirectory::remove(std::initializer_list<std::uint16_t> numbers) {
  std::erase_if(tags_,
                [&](const TiffTag &tag) { return std::ranges::find(numbers, tag.number) != numbers.end(); });
}

std::vector<std::byte> tiff_front(std::span<const TiffDirectory> directories, const std::string &text,
                                  bool big) {
  const Form form(big);
  std::vector<std::byte> bytes;
  put(bytes, 0x4949, 2);
  put(bytes, big ? 43 : 42, 2);
  if (big)
    put(bytes, 8, 4); // an offset has 8 bytes
  std::uint64_t link = bytes.size();
  put(bytes, 0, form.offset);
  for (const char letter : text)
    bytes.push_back(static_cast<std::byte>(letter));
  for (const TiffDirectory &directory : directories) {
    bytes.resize((bytes.size() + 1) / 2 * 2);
    write_at(bytes, link, bytes.size(), form.offset);
    link = put_directory(bytes, directory, form);
  }
  return bytes;
}

} // namespace cortege::engine
