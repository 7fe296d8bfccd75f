#pragma once

#include "cli/analysis/vector_file.hpp"
#include "engine/grid.hpp"

#include <optional>
#include <string>
#include <vector>

namespace cortege::analysis {

/// Facts as points with a mass and, when asked, a time.
struct Facts {
  std::vector<engine::Point> places;
  std::vector<double> masses;
  std::vector<engine::Instant> times; ///< empty when no time field was asked
  std::size_t skipped = 0;            ///< without a geometry
};

struct FactOptions {
  std::string layer;
  std::string crs = "EPSG:2154";
  std::string mass; ///< field; empty: 1 each
  std::string time; ///< field; empty: none
};

/// Reads points, lines and polygons by their middle: cells count facts where they are. Throws engine::Error
/// for a null or negative mass and a null date, naming the row; when a field is not there; when there is no
/// fact.
Facts read_facts(const std::string &file, const FactOptions &options, const LocalTime &time,
                 const engine::Progress &progress);

/// The extent of the facts, or the one asked: XMIN YMIN XMAX YMAX.
engine::Grid grid_over(const Facts &facts, const std::vector<double> &extent, double resolution);

/// Mass in each cell, top row first, of the facts from the window; `outside` counts what lies beyond the
/// grid.
struct Counts {
  std::vector<double> cells;
  double inside = 0;
  double outside = 0;
};
Counts count(const Facts &facts, const engine::Grid &grid, const std::optional<engine::Window> &window);

/// NaN in cells of which the polygons of the file cover less than half: ground outside the study.
void keep_inside(std::vector<double> &cells, const engine::Grid &grid, const std::string &areas_file,
                 const std::string &crs, const LocalTime &time);

} // namespace cortege::analysis
