#pragma once

#include "cli/import_command.hpp"

namespace cortege::cli {

/// `import streets FILE`
class ImportStreets : public ImportCommand {
protected:
  void declare_own(CLI::App &app) override;
  intake::Loaded load(pg::Connection &connection, intake::Rejects &rejects, const engine::Progress &progress,
                      nlohmann::json &report) override;
  void finish(pg::Connection &connection) override;
};

} // namespace cortege::cli
