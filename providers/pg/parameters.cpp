#include "providers/pg/parameters.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace cortege::pg {
namespace {

constexpr Oid bytea = 17;

} // namespace

Parameters &Parameters::push(Oid type, std::optional<std::string_view> bytes, int format) {
  if (bytes)
    owned_.emplace_back(*bytes);
  types_.push_back(type);
  values_.push_back(bytes ? owned_.back().c_str() : nullptr);
  lengths_.push_back(bytes ? static_cast<int>(bytes->size()) : 0);
  formats_.push_back(format);
  return *this;
}

Parameters &Parameters::add(std::string_view text) {
  return push(0, text, 0);
}
Parameters &Parameters::add(std::nullopt_t) {
  return push(0, std::nullopt, 0);
}
Parameters &Parameters::add_typed(Oid type, std::string_view text) {
  return push(type, text, 0);
}
Parameters &Parameters::add_binary(Oid type, std::string_view bytes) {
  return push(type, bytes, 1);
}

Parameters &Parameters::add(std::span<const std::byte> bytes) {
  return push(bytea, std::string_view(reinterpret_cast<const char *>(bytes.data()), bytes.size()), 1);
}

Parameters &Parameters::add(double value) {
  if (std::isnan(value))
    return add(std::string_view("NaN"));
  if (std::isinf(value))
    return add(std::string_view(value > 0 ? "Infinity" : "-Infinity"));
  std::array<char, 32> text{};
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), value); // shortest exact form, no locale
  return add(std::string_view(text.data(), end.ptr));
}

} // namespace cortege::pg
