#pragma once

#include "providers/qgis/statement.hpp"

#include <optional>
#include <string>
#include <vector>

namespace cortege::qgis {

/// The values of many rows as arrays, so that one statement writes them all. Each value is text, cast at its
/// place in the statement.
class ValueTable {
public:
  explicit ValueTable(std::size_t width) : arrays_(width) {}

  /// Values of one row are added column by column.
  void add(std::size_t column, const std::optional<std::string> &value);
  std::size_t bytes() const;

  /// The FROM item, in the order the rows were added: to be sorted by order().
  std::string from(Bindings &values) const;
  static std::string column(std::size_t column);
  static std::string order();

private:
  std::vector<std::string> arrays_; // array literals without their braces
};

} // namespace cortege::qgis
