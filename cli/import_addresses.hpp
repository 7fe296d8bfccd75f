#pragma once

#include "cli/import_command.hpp"

namespace cortege::cli {

/// `import addresses FILE`
class ImportAddresses : public ImportCommand {
protected:
  void declare_own(CLI::App &app) override;
  intake::Loaded load(pg::Connection &connection, intake::Rejects &rejects, const engine::Progress &progress,
                      nlohmann::json &report) override;
  void finish(pg::Connection &connection) override;

private:
  std::string crs_ = "EPSG:4326";
};

} // namespace cortege::cli
