#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace cortege::qgis {

/// A number in network byte order, as PostgreSQL's binary form has it.
template <typename Integer>
Integer network(const char *bytes) {
  std::make_unsigned_t<Integer> value = 0;
  for (std::size_t i = 0; i < sizeof(Integer); ++i)
    value = static_cast<std::make_unsigned_t<Integer>>((value << 8) | static_cast<unsigned char>(bytes[i]));
  return static_cast<Integer>(value);
}

inline double network_double(const char *bytes) {
  return std::bit_cast<double>(network<std::int64_t>(bytes));
}
inline float network_float(const char *bytes) {
  return std::bit_cast<float>(network<std::int32_t>(bytes));
}

} // namespace cortege::qgis
