#pragma once

#include "providers/pg/result.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace cortege::pg {

/// The values of one row in binary form. They belong to whoever read them and live until the next row is
/// read.
class Row {
public:
  int size() const { return static_cast<int>(values_.size()); }
  bool null(int column) const { return at(column).data() == nullptr; }
  /// The bytes of the value; empty for NULL.
  std::string_view bytes(int column) const { return at(column); }

  void clear() { values_.clear(); }
  void add(std::string_view bytes) { values_.push_back(bytes); }
  void add_null() { values_.emplace_back(); }

private:
  std::string_view at(int column) const { return values_[static_cast<std::size_t>(column)]; }

  std::vector<std::string_view> values_;
};

/// The values of one row of a result asked in binary form.
inline void read_row(const Result &result, int number, Row &row) {
  const PGresult *rows = result.raw();
  row.clear();
  for (int column = 0; column < PQnfields(rows); ++column)
    if (PQgetisnull(rows, number, column) != 0)
      row.add_null();
    else
      row.add(
          {PQgetvalue(rows, number, column), static_cast<std::size_t>(PQgetlength(rows, number, column))});
}

} // namespace cortege::pg
