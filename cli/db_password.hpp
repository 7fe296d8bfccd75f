#pragma once

#include "cli/command.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace cortege::cli {

/// `db password`: new random passwords for people of the embedded database, written to its pg_service.conf
/// and pgpass. Whether they may read anything is their habilitation's business, not their password's.
class DbPassword : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  std::filesystem::path directory_;
  std::vector<std::string> logins_;
};

} // namespace cortege::cli
