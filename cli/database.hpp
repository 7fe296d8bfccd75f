#pragma once

#include "cli/cluster.hpp"
#include "providers/pg/connection.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <string>

namespace cortege::cli {

/// The database a command works on, named as libpq's users expect: --service, --database (a URI, a connection
/// string or a name), or the environment (PGHOST, PGSERVICE…). When nothing is said, the embedded database:
/// that of --dir, or the person's own.
class DatabaseOptions {
public:
  /// `directory_option`: for commands whose --dir is something else.
  void declare(CLI::App &app, const std::string &directory_option = "--dir");
  /// A libpq connection string; empty leaves all to the environment. Throws Error when nothing was said and
  /// there is no embedded database.
  std::string conninfo() const;
  pg::Connection connect() const;
  /// The embedded database, when it is the one that is named or left to be understood.
  std::optional<Cluster> embedded() const;

private:
  std::string service_;
  std::string database_;
  std::filesystem::path directory_;
};

} // namespace cortege::cli
