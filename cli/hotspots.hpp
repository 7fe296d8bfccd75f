#pragma once

#include "cli/command.hpp"
#include "cli/export_options.hpp"
#include "cli/study_options.hpp"
#include "engine/hotspot/trend.hpp"

#include <optional>
#include <string>
#include <vector>

namespace cortege::cli {

/// `hotspots`: Gi* with a false discovery rate on cells, and emerging trends over time bins.
class HotSpots : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  struct Found {
    engine::Grid grid;
    std::vector<double> counts;
    std::vector<double> z;
    std::vector<std::int8_t> classes;
    std::optional<engine::EmergingHotSpots> trends;
  };

  [[nodiscard]] std::vector<std::vector<double>> bins(const analysis::Facts &facts, const engine::Grid &grid,
                                                      const std::vector<double> &study) const;
  void write_raster(const Found &found) const;
  void write_cells(const Found &found) const;

  std::string out_;
  StudyOptions study_;
  ExportOptions export_;
  double distance_ = 0;
  std::string bin_;
};

} // namespace cortege::cli
