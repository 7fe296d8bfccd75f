#pragma once

#include "cli/command.hpp"
#include "cli/database.hpp"

#include <filesystem>

namespace cortege::cli {

/// `db backup FILE`: the database in pg_dump's custom format and, in FILE.roles.sql, its people's roles.
class DbBackup : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
  std::filesystem::path file_, key_;
};

/// Where a backup keeps its roles.
std::filesystem::path roles_file(const std::filesystem::path &backup);

} // namespace cortege::cli
