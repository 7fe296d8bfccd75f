#pragma once

#include "cli/command.hpp"
#include "cli/export_options.hpp"
#include "engine/density/density.hpp"
#include "engine/io/source.hpp"

#include <filesystem>

namespace cortege::cli {

/// `density`: features in, raster of mass per m² out.
class Density : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  [[nodiscard]] engine::Grid grid_for(const engine::Features &features) const;

  engine::SourceParameters source_;
  ExportOptions export_;
  std::filesystem::path output_;
  std::string kernel_ = "quartic";
  double bandwidth_ = 0;
  double resolution_ = 0;
  std::vector<double> extent_;
  int threads_ = 0;
};

} // namespace cortege::cli
