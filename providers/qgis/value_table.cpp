#include "providers/qgis/value_table.hpp"

namespace cortege::qgis {
namespace {

constexpr const char *alias = "\"cortege valeurs\"";

std::string named(const std::string &name) {
  return std::string(alias) + ".\"" + name + "\"";
}

} // namespace

void ValueTable::add(std::size_t column, const std::optional<std::string> &value) {
  std::string &array = arrays_[column];
  if (!array.empty())
    array += ',';
  if (!value) {
    array += "NULL";
    return;
  }
  array += '"';
  for (const char c : *value) {
    if (c == '"' || c == '\\')
      array += '\\';
    array += c;
  }
  array += '"';
}

std::size_t ValueTable::bytes() const {
  std::size_t bytes = 0;
  for (const std::string &array : arrays_)
    bytes += array.size();
  return bytes;
}

std::string ValueTable::from(Bindings &values) const {
  std::string arguments, names;
  for (std::size_t i = 0; i < arrays_.size(); ++i) {
    arguments += (i > 0 ? ", " : "") + values.untyped("{" + arrays_[i] + "}") + "::text[]";
    names += "\"" + std::to_string(i) + "\", ";
  }
  return "unnest(" + arguments + ") WITH ORDINALITY AS " + alias + "(" + names + "\"rang\")";
}

std::string ValueTable::column(std::size_t column) {
  return named(std::to_string(column));
}
std::string ValueTable::order() {
  return named("rang");
}

} // namespace cortege::qgis
