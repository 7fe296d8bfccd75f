#pragma once

#include "cli/command.hpp"
#include "cli/database.hpp"
#include "providers/pg/connection.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace cortege::cli {

/// What a command that writes files from the platform's data says of them: the register of exports holds
/// each, with the person, the purpose, the recipient and the digest (article 6 of the convention).
class ExportOptions {
public:
  /// --purpose (default: the habilitation's) and --recipient (default: the person).
  void declare(CLI::App &app);
  /// Puts the files on the register as one export and its number into `result` as "export". Several files
  /// have the digest of their list as `sha256sum` prints it. Files that the register refuses are removed, and
  /// the error says so.
  void record(pg::Connection &connection, const std::string &layer, std::size_t rows,
              const std::vector<std::filesystem::path> &files, nlohmann::json &result) const;
  /// The same on the register of each database among what GDAL read: `PG:service=…`, with or without its
  /// `|layername=…`. Nothing when no source is a database with a register. Several give "export" the last
  /// one's number.
  void record_sources(const std::vector<std::string> &sources, const std::string &layer, std::size_t rows,
                      const std::vector<std::filesystem::path> &files, nlohmann::json &result) const;

private:
  std::string purpose_, recipient_;
};

/// libpq's part of a GDAL PostgreSQL source; nothing for any other source.
std::optional<std::string> conninfo_of_source(const std::string &source);

/// The database as a source, for what was read of it without GDAL.
std::string source_of(const DatabaseOptions &database);

/// The source, which says in the server's log that we read it and shall declare it, not some other GDAL.
std::string named_source(const std::string &source);

} // namespace cortege::cli
