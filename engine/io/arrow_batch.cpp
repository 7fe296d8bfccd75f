#include "engine/io/arrow_batch.hpp"

#include "engine/error.hpp"

#include <fmt/format.h>

#include <cstring>
#include <string_view>

namespace cortege::engine {

namespace {

bool is_null(const ArrowArray &array, std::int64_t at) {
  const auto *bitmap = static_cast<const std::uint8_t *>(array.buffers[0]);
  return array.null_count != 0 && bitmap && !(bitmap[at / 8] >> (at % 8) & 1);
}

template <typename T>
T value(const ArrowArray &array, int buffer, std::int64_t at) {
  T result;
  std::memcpy(&result, static_cast<const std::byte *>(array.buffers[buffer]) + at * sizeof(T), sizeof(T));
  return result;
}

} // namespace

ArrowBatch::ArrowBatch(const ArrowSchema &schema, const ArrowArray &array, const std::string &geometry,
                       const std::string &number)
    : array_(array) {
  for (std::int64_t c = 0; c < schema.n_children && c < array.n_children; ++c) {
    const std::string_view name = schema.children[c]->name;
    const Column column{array.children[c], schema.children[c]->format[0]};
    if (!number.empty() && name == number)
      number_ = column;
    else if (name == geometry)
      geometry_ = column;
    else if (c == 0 && column.format == 'l')
      id_ = column;
  }
  if (!geometry_.array || !std::strchr("zZ", geometry_.format))
    throw Error("The layer has no geometry.");
  if (!number.empty() && (!number_.array || !std::strchr("bcCsSiIlLfg", number_.format)))
    throw Error(fmt::format("The field “{}” does not hold numbers.", number));
}

std::int64_t ArrowBatch::id(std::int64_t row) const {
  return id_.array ? value<std::int64_t>(*id_.array, 1, row + id_.array->offset) : row;
}

std::optional<std::span<const std::byte>> ArrowBatch::geometry(std::int64_t row) const {
  const ArrowArray &column = *geometry_.array;
  const std::int64_t at = row + column.offset;
  if (is_null(column, at))
    return {};
  const bool wide = geometry_.format == 'Z';
  const auto offset = [&](std::int64_t i) {
    return wide ? value<std::int64_t>(column, 1, i) : value<std::int32_t>(column, 1, i);
  };
  const auto *bytes = static_cast<const std::byte *>(column.buffers[2]);
  return std::span(bytes + offset(at), static_cast<std::size_t>(offset(at + 1) - offset(at)));
}

std::optional<double> ArrowBatch::number(std::int64_t row) const {
  const ArrowArray &column = *number_.array;
  const std::int64_t at = row + column.offset;
  if (is_null(column, at))
    return {};
  switch (number_.format) {
  case 'b':
    return static_cast<const std::uint8_t *>(column.buffers[1])[at / 8] >> (at % 8) & 1;
  case 'c':
    return value<std::int8_t>(column, 1, at);
  case 'C':
    return value<std::uint8_t>(column, 1, at);
  case 's':
    return value<std::int16_t>(column, 1, at);
  case 'S':
    return value<std::uint16_t>(column, 1, at);
  case 'i':
    return value<std::int32_t>(column, 1, at);
  case 'I':
    return value<std::uint32_t>(column, 1, at);
  case 'l':
    return static_cast<double>(value<std::int64_t>(column, 1, at));
  case 'L':
    return static_cast<double>(value<std::uint64_t>(column, 1, at));
  case 'f':
    return value<float>(column, 1, at);
  default:
    return value<double>(column, 1, at);
  }
}

} // namespace cortege::engine
