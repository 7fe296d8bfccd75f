#pragma once

#include "cli/analysis/raster.hpp"
#include "cli/analysis/streets.hpp"
#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/export_options.hpp"

#include <string>
#include <vector>

namespace cortege::cli {

/// `zones`: polygons of a raster's levels, and what it says of each unit of a territory and each street.
class Zones : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  void check_usage() const;
  [[nodiscard]] std::vector<double> thresholds(const std::vector<float> &values) const;
  /// What the zones are made of: the raster, the areas, the streets.
  [[nodiscard]] std::vector<std::string> sources() const;
  [[nodiscard]] std::vector<analysis::Street> streets(const engine::Grid &grid) const;

  DatabaseOptions database_;
  ExportOptions export_;
  std::string in_;
  std::string out_;
  int band_ = 1;
  std::vector<double> thresholds_;
  std::string method_ = "natural";
  std::size_t classes_ = 4;
  double minimum_area_ = 0;
  bool nested_ = false;
  std::vector<std::string> areas_;
  std::string streets_;
  std::string name_field_ = "name";
  bool network_ = false;
};

} // namespace cortege::cli
