#include "cli/intake/table_columns.hpp"

#include "engine/error.hpp"
#include "providers/tension/toml_file.hpp"

#include <fmt/format.h>

namespace cortege::intake {

ColumnNames::ColumnNames(const std::filesystem::path &file) : file_(file) {
  names_ = tension::read_toml(file, "a list of column names", [](const toml::value &content) {
    return toml::get<std::map<std::string, std::vector<std::string>>>(content);
  });
}

const std::vector<std::string> &ColumnNames::of(const std::string &column) const {
  const auto found = names_.find(column);
  if (found == names_.end())
    throw engine::Error(fmt::format("{} does not say how the column {} is called.", file_.string(), column));
  return found->second;
}

Source open_table(const std::string &path, const ColumnNames &names, const std::string &crs) {
  SourceOptions options;
  options.crs = crs;
  options.x_names = names.of("lon");
  options.y_names = names.of("lat");
  return Source(path, options);
}

Column::Column(const Source &source, const ColumnNames &names, const std::string &column)
    : wanted_(fmt::format("{}", fmt::join(names.of(column), ", "))) {
  for (const std::string &name : names.of(column))
    if (field_ = source.find_field(name); field_)
      return;
}

const Column &Column::required() const {
  if (!field_)
    throw engine::Error(
        fmt::format("the table has none of the columns {}: rename one of its columns.", wanted_));
  return *this;
}

std::optional<std::string> Column::of(const Row &row) const {
  if (!field_)
    return std::nullopt;
  std::string text = row.text(*field_);
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

} // namespace cortege::intake
