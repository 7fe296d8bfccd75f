#pragma once

#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/export_options.hpp"
#include "providers/tension/input.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace cortege::cli {

/// `tension`: rasters, zones, table and picture of a period, from what the connected person may see.
class Tension : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
  ExportOptions export_;
  std::string model_ = "espace_public";
  tension::Period period_;
  std::vector<std::string> divisions_{"quartier", "arrondissement"};
  std::vector<double> extent_;
  bool streets_ = false;
  std::filesystem::path folder_ = ".";
  bool keep_ = false;
};

} // namespace cortege::cli
