#pragma once

#include "cli/intake/source.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace cortege::intake {

/// The names under which open data give the same column: metadata/sources/columns/KIND.toml, one list per
/// column. Names are compared without case.
class ColumnNames {
public:
  /// Throws engine::Error naming the file and key that are wrong.
  explicit ColumnNames(const std::filesystem::path &file);
  const std::vector<std::string> &of(const std::string &column) const;

private:
  std::filesystem::path file_;
  std::map<std::string, std::vector<std::string>> names_;
};

/// Opens a table of places: a source with geometries, or one with the columns of longitude and latitude that
/// `names` knows as `lon` and `lat`. Throws engine::Error.
Source open_table(const std::string &path, const ColumnNames &names, const std::string &crs);

/// A column of the table under whichever name it has there.
class Column {
public:
  Column(const Source &source, const ColumnNames &names, const std::string &column);
  bool present() const { return field_.has_value(); }
  /// Throws engine::Error when the table has no such column.
  const Column &required() const;
  /// The row's text; nothing when empty or absent.
  std::optional<std::string> of(const Row &row) const;

private:
  std::optional<int> field_;
  std::string wanted_;
};

} // namespace cortege::intake
