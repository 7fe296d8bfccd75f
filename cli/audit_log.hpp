#pragma once

#include "providers/pg/connection.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace cortege::cli {

/// One table read by one statement, as pgaudit logged it.
struct LoggedRead {
  std::string moment; ///< with its offset, as PostgreSQL reads it
  int process = 0;
  int statement = 0;
  std::string relation; ///< empty for a COPY, which pgaudit logs beside the tables it reads
  std::string person;
  std::string application;
};

/// A line of the server's log, with the prefix `%m [%p] %u@%d %a ` of the embedded server; nothing when it is
/// not a read. A client's name is taken as it is: whatever it contains cannot pass for the person's, which
/// comes before.
std::optional<LoggedRead> parse_read(const std::string &line);

/// Reads of a log file from a byte onwards, as JSON arrays of a thousand for audit.verser. `from` moves to
/// the end of the last whole line; a file that has become shorter was begun anew and is read from its start.
std::vector<std::string> reads_of(const std::filesystem::path &file, std::uintmax_t &from);

/// The server's log folder when it is on this machine and this account may see it; empty otherwise.
std::filesystem::path server_log_folder(pg::Connection &connection);

/// A folder of logs, read once: each call takes what was added since the last one.
class LogFolder {
public:
  explicit LogFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}
  /// Takes the reads into the record; those that are there already count as none. The number taken.
  long long take_reads(pg::Connection &connection);

private:
  std::filesystem::path folder_;
  std::map<std::string, std::uintmax_t> taken_; // bytes of each file
};

} // namespace cortege::cli
