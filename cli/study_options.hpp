#pragma once

#include "cli/analysis/facts.hpp"
#include "cli/command.hpp"

#include <string>
#include <vector>

namespace cortege::cli {

/// The facts that a command counts in cells, and the ground it studies.
struct StudyOptions {
  analysis::FactOptions facts;
  double resolution = 100; ///< metres
  std::vector<double> extent;
  std::string areas;
  std::string zone = "Europe/Paris";

  /// --mass, --layer, --crs, --extent, --areas, --timezone. The facts' file, their dates and the resolution
  /// are the command's to declare.
  void declare(CLI::App &app);
  /// Throws as read_facts().
  [[nodiscard]] analysis::Facts read(const analysis::LocalTime &time, const engine::Progress &progress) const;
  [[nodiscard]] engine::Grid grid_over(const analysis::Facts &read) const;
  /// NaN in cells that the areas asked leave out.
  void leave_out(std::vector<double> &cells, const engine::Grid &grid) const;
};

} // namespace cortege::cli
