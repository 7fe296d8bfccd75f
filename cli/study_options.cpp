#include "cli/study_options.hpp"

#include "cli/export_options.hpp"

namespace cortege::cli {

void StudyOptions::declare(CLI::App &app) {
  app.add_option("--mass", facts.source.mass_field, "Field of masses (default: 1 each)");
  app.add_option("--layer", facts.source.layer, "Layer (default: the only one)");
  app.add_option("--crs", facts.source.crs, "CRS of the cells: projected, in metres")->capture_default_str();
  app.add_option("--extent", extent, "XMIN YMIN XMAX YMAX (default: the facts')")->expected(4);
  app.add_option("--areas", areas, "Polygons of the study: cells less than half inside are left out");
  app.add_option("--timezone", zone, "Zone of dates without an offset")->capture_default_str();
}

analysis::Facts StudyOptions::read(const analysis::LocalTime &time, const engine::Progress &progress) const {
  analysis::FactOptions asked = facts;
  asked.source.file = named_source(facts.source.file);
  return analysis::read_facts(asked, time, progress);
}

engine::Grid StudyOptions::grid_over(const analysis::Facts &read) const {
  return analysis::grid_over(read, extent, resolution);
}

void StudyOptions::leave_out(std::vector<double> &cells, const engine::Grid &grid) const {
  if (!areas.empty())
    analysis::keep_inside(cells, grid, named_source(areas), facts.source.crs);
}

} // namespace cortege::cli
