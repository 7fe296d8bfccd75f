#include "cli/export_options.hpp"

#include "cli/file_digest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <regex>
#include <set>
#include <string_view>

namespace fs = std::filesystem;

namespace cortege::cli {

namespace {

constexpr std::string_view prefix = "PG:";

std::string digest_of(const std::vector<fs::path> &files) {
  if (files.size() == 1)
    return file_digest(files.front());
  std::string list;
  for (const fs::path &file : files)
    list += fmt::format("{}  {}\n", file_digest(file), file.filename().string());
  return digest(list);
}

bool is_uri(std::string_view source) {
  return source.starts_with("postgresql://") || source.starts_with("postgres://");
}

bool keeps_register(pg::Connection &connection) {
  return connection
      .exec(
          "SELECT to_regprocedure('convention.declarer_export(text, bigint, text, text, text)') IS NOT NULL")
      .value<bool>();
}

std::string identity_of(const pg::Connection &connection) {
  PGconn *raw = connection.raw();
  return fmt::format("{}:{}/{} {}", PQhost(raw), PQport(raw), connection.database(), connection.user());
}

} // namespace

std::optional<std::string> conninfo_of_source(const std::string &source) {
  const std::string dataset = source.substr(0, source.find("|layername="));
  if (is_uri(dataset))
    return dataset;
  if (!dataset.starts_with(prefix))
    return std::nullopt;
  // GDAL's own words are not libpq's.
  static const std::regex words(
      R"((^|\s)(tables|schemas|active_schema|table|schema|column|where|mode)=('[^']*'|\S*))",
      std::regex::icase);
  return std::regex_replace(dataset.substr(prefix.size()), words, "");
}

std::string source_of(const DatabaseOptions &database) {
  const std::string conninfo = database.conninfo();
  return is_uri(conninfo) ? conninfo : std::string(prefix) + conninfo;
}

std::string named_source(const std::string &source) {
  if (!conninfo_of_source(source) || source.find("application_name") != std::string::npos)
    return source;
  const std::size_t end = std::min(source.find("|layername="), source.size());
  const std::string_view name = !is_uri(source)                         ? " application_name='cortege cli'"
                                : source.find('?') == std::string::npos ? "?application_name=cortege%20cli"
                                                                        : "&application_name=cortege%20cli";
  return std::string(source).insert(end, name);
}

void ExportOptions::declare(CLI::App &app) {
  app.add_option("--purpose", purpose_,
                 "What the files serve, for the register of exports (default: your habilitation's purpose)");
  app.add_option("--recipient", recipient_,
                 "Who will hold them, for the register of exports (default: yourself)");
}

void ExportOptions::record(pg::Connection &connection, const std::string &layer, std::size_t rows,
                           const std::vector<fs::path> &files, nlohmann::json &result) const {
  try {
    result["export"] =
        connection
            .exec("SELECT convention.declarer_export($1, $2, coalesce(nullif($3, ''),"
                  " habilitation.moi() ->> 'finalite', 'Exploitation'), coalesce(nullif($4, ''), "
                  "session_user), $5)",
                  files.size() == 1 ? layer : fmt::format("{} ({} fichiers)", layer, files.size()),
                  static_cast<long long>(rows), purpose_, recipient_, digest_of(files))
            .value<long long>();
  } catch (const std::exception &error) {
    std::error_code ignored;
    for (const fs::path &file : files)
      fs::remove(file, ignored);
    throw Error(
        fmt::format("the register of exports refused the files, which are removed: {}", error.what()));
  }
}

void ExportOptions::record_sources(const std::vector<std::string> &sources, const std::string &layer,
                                   std::size_t rows, const std::vector<fs::path> &files,
                                   nlohmann::json &result) const {
  pg::ConnectOptions options;
  options.application_name = "cortege cli";
  std::set<std::string> done;
  for (const std::string &source : sources) {
    const std::optional<std::string> conninfo = conninfo_of_source(source);
    if (!conninfo)
      continue;
    pg::Connection connection(*conninfo, options);
    if (keeps_register(connection) && done.insert(identity_of(connection)).second)
      record(connection, layer.empty() ? "plateforme" : layer, rows, files, result);
  }
}

} // namespace cortege::cli
