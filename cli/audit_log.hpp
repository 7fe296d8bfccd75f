#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace cortege::cli {

/// One table read by one statement, as pgaudit logged it.
struct LoggedRead {
  std::string moment; ///< with its offset, as PostgreSQL reads it
  int process = 0;
  int statement = 0;
  std::string relation;
  std::string person;
  std::string application;
};

/// A line of the server's log, with the prefix `%m [%p] %u@%d %a ` of the embedded server; nothing when it is
/// not a read. A client's name is taken as it is: whatever it contains cannot pass for the person's, which
/// comes before.
std::optional<LoggedRead> parse_read(const std::string &line);

/// All reads of a log file, as JSON arrays of a thousand for audit.verser.
std::vector<std::string> reads_of(const std::filesystem::path &file);

} // namespace cortege::cli
