#pragma once

#include "cli/import_command.hpp"

namespace cortege::cli {

/// `import facts SOURCE FILE`
class ImportFacts : public ImportCommand {
protected:
  void declare_own(CLI::App &app) override;
  intake::Loaded load(pg::Connection &connection, intake::Rejects &rejects, const engine::Progress &progress,
                      nlohmann::json &report) override;

private:
  std::string source_, layer_;
};

} // namespace cortege::cli
