#pragma once

#include "cli/command.hpp"
#include "cli/database.hpp"

namespace cortege::cli {

/// `convention status`: where the convention stands, and whatever must not wait.
class ConventionStatus : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
};

} // namespace cortege::cli
