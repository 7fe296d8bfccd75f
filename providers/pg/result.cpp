#include "providers/pg/result.hpp"

#include <charconv>
#include <stdexcept>

namespace cortege::pg {
namespace {

template <typename Number>
Number number(std::string_view text) {
  Number value{};
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || end != text.data() + text.size())
    throw Error("the value '" + std::string(text) + "' is not a number of the expected size");
  return value;
}

} // namespace

long long Result::affected() const {
  const char *text = PQcmdTuples(result_.get());
  return *text == '\0' ? 0 : number<long long>(text);
}

std::string_view Result::name(int column) const {
  const char *name = PQfname(result_.get(), column);
  if (name == nullptr)
    throw std::out_of_range("no column number " + std::to_string(column) + " in the result");
  return name;
}

int Result::column(std::string_view name) const {
  for (int i = 0; i < columns(); ++i)
    if (name == PQfname(result_.get(), i))
      return i;
  throw std::out_of_range("no column '" + std::string(name) + "' in the result");
}

bool Result::null(int row, int column) const {
  if (row < 0 || row >= rows() || column < 0 || column >= columns())
    throw std::out_of_range("no value at row " + std::to_string(row) + ", column " + std::to_string(column));
  return PQgetisnull(result_.get(), row, column) != 0;
}

std::string_view Result::bytes(int row, int column) const {
  if (null(row, column))
    return {};
  return {PQgetvalue(result_.get(), row, column),
          static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}

std::string_view Result::required(int row, int column) const {
  if (null(row, column))
    throw Error("column '" + std::string(name(column)) + "' is NULL where a value is needed");
  return bytes(row, column);
}

template <>
std::string Result::parse<std::string>(std::string_view text) {
  return std::string(text);
}
template <>
std::string_view Result::parse<std::string_view>(std::string_view text) {
  return text;
}
template <>
bool Result::parse<bool>(std::string_view text) {
  return text == "t" || text == "true";
}
template <>
int Result::parse<int>(std::string_view text) {
  return number<int>(text);
}
template <>
long Result::parse<long>(std::string_view text) {
  return number<long>(text);
}
template <>
long long Result::parse<long long>(std::string_view text) {
  return number<long long>(text);
}
template <>
Oid Result::parse<Oid>(std::string_view text) {
  return number<Oid>(text);
}
template <>
double Result::parse<double>(std::string_view text) {
  return number<double>(text);
}

} // namespace cortege::pg
