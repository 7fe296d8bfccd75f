#pragma once

#include "engine/time.hpp"
#include "providers/pg/result.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace cortege::tension {

/// One row of a result fetched in PostgreSQL's binary format.
class BinaryRow {
public:
  BinaryRow(const pg::Result &result, int row) : result_(result), row_(row) {}

  std::string text(int column) const { return std::string(result_.bytes(row_, column)); }
  std::span<const std::byte> bytes(int column) const {
    return std::as_bytes(std::span(result_.bytes(row_, column)));
  }
  std::optional<double> number(int column) const {
    return result_.null(row_, column) ? std::nullopt
                                      : std::optional(std::bit_cast<double>(big_endian(column)));
  }
  long long integer(int column) const { return static_cast<long long>(big_endian(column)); }
  /// A bigint of microseconds since 1970.
  std::optional<engine::Instant> instant(int column) const {
    if (result_.null(row_, column))
      return std::nullopt;
    return engine::Instant(std::chrono::microseconds(static_cast<std::int64_t>(big_endian(column))));
  }

private:
  std::uint64_t big_endian(int column) const {
    std::uint64_t value = 0; // of 4 or 8 bytes; four-byte columns here hold no negative number
    for (const std::byte byte : bytes(column))
      value = value << 8 | std::to_integer<std::uint64_t>(byte);
    return value;
  }

  const pg::Result &result_;
  int row_;
};

} // namespace cortege::tension
