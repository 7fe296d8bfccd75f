#include "cli/import_streets.hpp"

#include "cli/intake/places.hpp"
#include "cli/intake/street_names.hpp"
#include "cli/intake/streets.hpp"
#include "cli/paths.hpp"

#include <algorithm>
#include <array>

namespace cortege::cli {

namespace {

bool is_osm(const std::string &file) {
  constexpr std::array endings{".pbf", ".osm", ".osm.bz2", ".osm.gz"};
  return std::any_of(endings.begin(), endings.end(),
                     [&](const char *ending) { return file.ends_with(ending); });
}

} // namespace

void ImportStreets::declare_own(CLI::App &app) {
  app.add_option("FILE", file_,
                 "OpenStreetMap extract (.osm.pbf, .osm); or a CSV of names with a position each")
      ->required();
  examples(app, {"cortege import streets provence-alpes-cote-d-azur.osm.pbf",
                 "cortege import streets marseille_osm_street_names_5k.csv"});
}

intake::Loaded ImportStreets::load(pg::Connection &connection, intake::Rejects &rejects,
                                   const engine::Progress &progress, nlohmann::json &report) {
  if (!is_osm(file_)) {
    const intake::ColumnNames names(data_folder("metadata") / "sources" / "columns" / "street_names.toml");
    intake::Source source = intake::open_table(file_, names, "EPSG:4326");
    return load_street_names(connection, names, source, rejects, progress);
  }
  const intake::LoadedStreets streets = intake::load_streets(connection, file_, progress);
  report["nodes"] = streets.nodes;
  report["edges"] = streets.edges;
  report["skipped"] = streets.skipped;
  return {streets.ways, 0, 0};
}

void ImportStreets::finish(pg::Connection &connection) {
  intake::prepare_search(connection);
}

} // namespace cortege::cli
