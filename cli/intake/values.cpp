#include "cli/intake/values.hpp"

#include <cpl_string.h>

#include <array>
#include <charconv>
#include <cmath>

namespace cortege::intake {

namespace {

constexpr std::array blanks{std::string_view(" "),  std::string_view("\t"),     std::string_view("\r"),
                            std::string_view("\n"), std::string_view("\u00a0"), std::string_view("\u202f")};

bool drop_blank(std::string_view &text, bool front) {
  for (const auto blank : blanks) {
    if (front ? text.starts_with(blank) : text.ends_with(blank)) {
      front ? text.remove_prefix(blank.size()) : text.remove_suffix(blank.size());
      return true;
    }
  }
  return false;
}

} // namespace

std::string trimmed(std::string_view text) {
  while (drop_blank(text, true) || drop_blank(text, false)) {
  }
  return std::string(text);
}

std::optional<double> to_number(std::string_view text) {
  std::string plain;
  for (std::string_view rest = text; !rest.empty();) {
    if (drop_blank(rest, true)) // thousands are set apart by blanks in French
      continue;
    plain += rest.front() == ',' ? '.' : rest.front();
    rest.remove_prefix(1);
  }
  const char *begin = plain.data() + (plain.starts_with('+') ? 1 : 0);
  const char *end = plain.data() + plain.size();
  double value = 0;
  const auto [stop, error] = std::from_chars(begin, end, value);
  if (error != std::errc() || stop != end || !std::isfinite(value))
    return std::nullopt;
  return value;
}

std::string to_utf8(std::string_view bytes, const std::string &encoding) {
  std::string text(bytes);
  if (CPLIsUTF8(text.c_str(), static_cast<int>(text.size())) != 0)
    return text;
  char *converted = CPLRecode(text.c_str(), encoding.c_str(), CPL_ENC_UTF8);
  std::string utf8(converted);
  CPLFree(converted);
  return utf8;
}

} // namespace cortege::intake
