#pragma once

#include "cli/analysis/local_time.hpp"
#include "engine/density/features.hpp"
#include "engine/grid.hpp"
#include "engine/io/source.hpp"
#include "engine/progress.hpp"

#include <optional>
#include <string>
#include <vector>

namespace cortege::analysis {

/// Facts with their masses and, when asked, their times.
struct Facts {
  engine::Features features;
  std::vector<engine::Instant> times; ///< of each feature; empty when no time field was asked
  std::size_t skipped = 0;            ///< without a geometry
};

struct FactOptions {
  engine::SourceParameters source;
  std::string time; ///< field; empty: none
};

/// Throws engine::Error for a null or negative mass and a null date, naming the row; when a field is not
/// there; when there is no fact.
Facts read_facts(const FactOptions &options, const LocalTime &time, const engine::Progress &progress);

/// The extent of the facts, or the one asked: XMIN YMIN XMAX YMAX.
engine::Grid grid_over(const Facts &facts, const std::vector<double> &extent, double resolution);

/// Mass in each cell, top row first, of the facts from the window: what lies over several cells is shared
/// among them, a line by its metres in each, a polygon by its m². `outside` counts what lies beyond the grid.
struct Counts {
  std::vector<double> cells;
  double inside = 0;
  double outside = 0;
};
Counts count(const Facts &facts, const engine::Grid &grid, const std::optional<engine::Window> &window);

/// NaN in cells of which the polygons of the file cover less than half: ground outside the study.
void keep_inside(std::vector<double> &cells, const engine::Grid &grid, const std::string &areas_file,
                 const std::string &crs);

} // namespace cortege::analysis
