#pragma once

#include "cli/import_command.hpp"

namespace cortege::cli {

/// `import areas FILE`
class ImportAreas : public ImportCommand {
protected:
  void declare_own(CLI::App &app) override;
  intake::Loaded load(pg::Connection &connection, intake::Rejects &rejects, const engine::Progress &progress,
                      nlohmann::json &report) override;

private:
  std::string layer_, kind_, code_, name_;
};

} // namespace cortege::cli
