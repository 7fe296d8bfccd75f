#include "cli/import_places.hpp"

#include "cli/intake/places.hpp"
#include "cli/paths.hpp"

namespace cortege::cli {

void ImportPlaces::declare_own(CLI::App &app) {
  app.add_option("FILE", file_, "Named places with a position: CSV, GeoJSON…")->required();
  app.add_option("--source", source_,
                 "Name of the source, whose places are replaced (default: the file's name)");
  app.add_option("--category", category_,
                 "Category of places whose file gives none (default: the source's name)");
  app.add_flag("--ordinary", ordinary_, "Not sensitive sites, unless the file's column `sensible` says so");
  app.add_option("--crs", crs_, "Reference system of the coordinates when the file does not say")
      ->capture_default_str();
  examples(app, {"cortege import places ecoles.csv --category école",
                 "cortege import places parcs.csv --ordinary --source parcs"});
}

intake::Loaded ImportPlaces::load(pg::Connection &connection, intake::Rejects &rejects,
                                  const engine::Progress &progress, nlohmann::json &report) {
  const intake::ColumnNames names(data_folder("metadata") / "sources" / "columns" / "places.toml");
  intake::PlaceOptions options;
  options.source = source_.empty() ? std::filesystem::path(file_).stem().string() : source_;
  options.category = category_;
  options.sensitive = !ordinary_;
  intake::Source source = intake::open_table(file_, names, crs_);
  report["source"] = options.source;
  return load_places(connection, options, names, source, rejects, progress);
}

void ImportPlaces::finish(pg::Connection &connection) {
  intake::prepare_search(connection);
}

} // namespace cortege::cli
