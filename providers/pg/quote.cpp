#include "providers/pg/quote.hpp"

#include <stdexcept>

namespace cortege::pg {
namespace {

std::string doubled(std::string_view text, char mark) {
  std::string quoted(1, mark);
  for (const char c : text) {
    if (c == '\0')
      throw std::invalid_argument("SQL text must not contain a NUL character");
    if (c == mark)
      quoted += mark;
    quoted += c;
  }
  return quoted + mark;
}

} // namespace

std::string quote(std::string_view identifier) {
  if (identifier.empty())
    throw std::invalid_argument("an SQL identifier must not be empty");
  return doubled(identifier, '"');
}

std::string quote(std::string_view schema, std::string_view name) {
  return schema.empty() ? quote(name) : quote(schema) + "." + quote(name);
}

std::string quote_literal(std::string_view value) {
  std::string literal = doubled(value, '\'');
  if (literal.find('\\') == std::string::npos)
    return literal;
  std::string escaped = "E";
  for (const char c : literal) {
    if (c == '\\')
      escaped += '\\';
    escaped += c;
  }
  return escaped;
}

} // namespace cortege::pg
