#include "cli/postgres_programs.hpp"

#include "cli/console.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>

namespace fs = std::filesystem;

namespace cortege::cli {

namespace {

/// Debian keeps one folder per major version.
fs::path newest_debian_folder() {
  fs::path best;
  int newest = 0;
  std::error_code ignored;
  for (const auto &entry : fs::directory_iterator("/usr/lib/postgresql", ignored)) {
    const int version = std::atoi(entry.path().filename().c_str());
    if (version > newest && fs::exists(entry.path() / "bin" / "initdb")) {
      newest = version;
      best = entry.path() / "bin";
    }
  }
  return best;
}

} // namespace

std::string postgres_program(const std::string &name) {
  if (const fs::path program = newest_debian_folder() / name; program.is_absolute() && fs::exists(program))
    return program;
  const char *path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');)
    if (const fs::path program = fs::path(folder) / name; access(program.c_str(), X_OK) == 0)
      return program;
  throw Error(
      fmt::format("PostgreSQL's program {} is missing: install PostgreSQL with PostGIS, pgRouting and "
                  "pgAudit (on Debian: apt install postgresql postgresql-postgis postgresql-pgrouting "
                  "postgresql-pgaudit, with the version's number where apt asks for it), then try again.",
                  name));
}

Account server_account() {
  if (geteuid() != 0)
    return own_account();
  const auto account = find_account("postgres");
  if (!account)
    throw Error("root cannot run PostgreSQL and there is no account postgres to run it: install PostgreSQL's "
                "server, or start the database as an ordinary user.");
  return *account;
}

} // namespace cortege::cli
