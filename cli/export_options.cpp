#include "cli/export_options.hpp"

#include "cli/file_digest.hpp"

#include <fmt/format.h>

#include <regex>

namespace fs = std::filesystem;

namespace cortege::cli {

namespace {

std::string digest_of(const std::vector<fs::path> &files) {
  if (files.size() == 1)
    return file_digest(files.front());
  std::string list;
  for (const fs::path &file : files)
    list += fmt::format("{}  {}\n", file_digest(file), file.filename().string());
  return digest(list);
}

} // namespace

std::string conninfo_of_source(const std::string &source) {
  if (source.starts_with("postgresql://"))
    return source;
  if (!source.starts_with("PG:"))
    return {};
  // GDAL's own words are not libpq's.
  static const std::regex words(R"((^|\s)(tables|schemas|active_schema)=('[^']*'|\S*))", std::regex::icase);
  return std::regex_replace(source.substr(3), words, "");
}

std::string named_source(const std::string &source) {
  return source.starts_with("PG:") && source.find("application_name") == std::string::npos
             ? source + " application_name='cortege cli'"
             : source;
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

void ExportOptions::record_source(const std::string &source, const std::string &layer, std::size_t rows,
                                  const fs::path &file, nlohmann::json &result) const {
  const std::string conninfo = conninfo_of_source(source);
  if (conninfo.empty())
    return;
  pg::ConnectOptions options;
  options.application_name = "cortege cli";
  pg::Connection connection(conninfo, options);
  if (connection
          .exec("SELECT to_regprocedure('convention.declarer_export(text, bigint, text, text, text)') IS NOT "
                "NULL")
          .value<bool>())
    record(connection, layer.empty() ? "plateforme" : layer, rows, {file}, result);
}

} // namespace cortege::cli
