#pragma once

#include "cli/command.hpp"

#include <filesystem>

namespace cortege::cli {

/// `db restore FILE`: a backup into an embedded database that holds nothing yet; made when it is not there.
class DbRestore : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  std::filesystem::path file_, directory_, key_;
};

} // namespace cortege::cli
