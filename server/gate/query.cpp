#include "server/gate/query.hpp"

#include "server/gate/answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace cortege::gate {
namespace {

constexpr const char *unreadable = "La requête n'est pas lisible : encodage invalide.";

int hexadecimal(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string decoded(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      plain += text[i] == '+' ? ' ' : text[i];
      continue;
    }
    const int high = i + 2 < text.size() ? hexadecimal(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? hexadecimal(text[i + 2]) : -1;
    if (high < 0 || low < 0)
      malformed("InvalidParameterValue", unreadable);
    plain += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return plain;
}

/// Length of the UTF-8 sequence that starts here; 0 when it is none. Overlong forms and surrogates are none.
std::size_t sequence(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  if (first < 0x80)
    return 1;
  const std::size_t length = first >= 0xC2 && first <= 0xDF   ? 2
                             : first >= 0xE0 && first <= 0xEF ? 3
                             : first >= 0xF0 && first <= 0xF4 ? 4
                                                              : 0;
  if (length == 0 || text.size() < length)
    return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte(i) & 0xC0) != 0x80)
      return 0;
  const bool bad = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xED && byte(1) > 0x9F)
                   || (first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) > 0x8F);
  return bad ? 0 : length;
}

void check(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = sequence(text.substr(i));
    if (length == 0 || (length == 1 && (static_cast<unsigned char>(text[i]) < 0x20 || text[i] == 0x7F)))
      malformed("InvalidParameterValue", unreadable);
    i += length;
  }
}

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return text;
}

std::string encoded(const std::string &text) {
  std::string safe;
  for (const char c : text)
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || std::string_view("-_.~:/,").find(c) != std::string_view::npos)
      safe += c;
    else
      safe += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return safe;
}

} // namespace

Query::Query(std::string_view text) {
  while (!text.empty()) {
    const auto end = std::min(text.find('&'), text.size());
    const std::string_view pair = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (pair.empty())
      continue;
    const auto equals = std::min(pair.find('='), pair.size());
    const std::string key = decoded(pair.substr(0, equals));
    const std::string value = decoded(pair.substr(std::min(equals + 1, pair.size())));
    check(key);
    check(value);
    const auto [found, fresh] = values_.emplace(upper(key), value);
    if (!fresh && found->second != value)
      malformed("InvalidParameterValue", "Un paramètre est donné deux fois avec deux valeurs.");
  }
}

std::string Query::get(const std::string &key) const {
  const auto found = values_.find(key);
  if (found == values_.end())
    return {};
  const auto first = found->second.find_first_not_of(' ');
  return first == std::string::npos
             ? std::string()
             : found->second.substr(first, found->second.find_last_not_of(' ') - first + 1);
}

std::string Query::require(const std::string &key) const {
  std::string value = get(key);
  if (value.empty())
    malformed("MissingParameterValue", fmt::format("Le paramètre {} manque.", key));
  return value;
}

std::vector<std::string> Query::list(const std::string &key) const {
  std::vector<std::string> items;
  if (!has(key))
    return items;
  const std::string value = get(key);
  for (std::size_t from = 0;;) {
    const auto comma = value.find(',', from);
    items.push_back(value.substr(from, comma == std::string::npos ? comma : comma - from));
    if (comma == std::string::npos)
      return items;
    from = comma + 1;
  }
}

int Query::integer(const std::string &key, int least, int most) const {
  const std::string value = require(key);
  int number = 0;
  const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (problem != std::errc() || end != value.data() + value.size() || number < least || number > most)
    malformed("InvalidParameterValue",
              fmt::format("{} doit être un nombre entier de {} à {}.", key, least, most));
  return number;
}

std::string Query::text() const {
  std::string all;
  for (const auto &[key, value] : values_)
    all += fmt::format("{}{}={}", all.empty() ? "" : "&", encoded(key), encoded(value));
  return all;
}

} // namespace cortege::gate
