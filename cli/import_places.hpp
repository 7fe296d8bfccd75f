#pragma once

#include "cli/import_command.hpp"

namespace cortege::cli {

/// `import places FILE`
class ImportPlaces : public ImportCommand {
protected:
  void declare_own(CLI::App &app) override;
  intake::Loaded load(pg::Connection &connection, intake::Rejects &rejects, const engine::Progress &progress,
                      nlohmann::json &report) override;
  void finish(pg::Connection &connection) override;

private:
  std::string source_, category_, crs_ = "EPSG:4326";
  bool ordinary_ = false;
};

} // namespace cortege::cli
