#pragma once

#include "cli/command.hpp"
#include "cli/database.hpp"

#include <filesystem>
#include <vector>

namespace cortege::cli {

/// `convention destroy`: a person of each party orders it by running this; then the operator, running it too,
/// executes.
class ConventionDestroy : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  void order(Console &console, pg::Connection &connection) const;

  DatabaseOptions database_;
  std::filesystem::path markers_ = "destruction.marqueurs";
  std::vector<std::filesystem::path> beyond_;
  std::string markers_lost_;
  bool one_step_ = false;
};

} // namespace cortege::cli
