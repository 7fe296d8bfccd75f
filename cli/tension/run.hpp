#pragma once

#include "cli/analysis/streets.hpp"
#include "cli/tension/outputs.hpp"
#include "engine/grid.hpp"
#include "engine/progress.hpp"
#include "providers/tension/input.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <vector>

namespace cortege::tension {

/// What a run made.
struct Made {
  std::vector<std::filesystem::path> files;
  std::vector<ZoneRecord> zones; ///< of all windows
  engine::Grid grid;
  double compute_seconds = 0;
  double write_seconds = 0;
};

/// The grid of a whole series: what is asked, else the areas and the ground that any window's events reach.
/// Throws engine::Error when there is neither area nor event, or more cells than memory can be expected to
/// hold.
engine::Grid grid_of(const engine::TensionModel &model, const Input &input,
                     const std::optional<engine::Box> &asked);

/// Computes every window and writes rasters, pictures, zones and the table into `folder`: all of them, or on
/// any failure none. One window gives tension.tif and tension.png, a series tension_STAMP.*; zones.gpkg and
/// territoire.csv hold the whole series, and so does rues.gpkg when there are streets.
Made run(const engine::TensionModel &model, const Input &input, const engine::Grid &grid,
         std::span<const analysis::Street> streets, const std::filesystem::path &folder,
         const engine::Progress &progress);

} // namespace cortege::tension
