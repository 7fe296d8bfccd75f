#include "cli/import_addresses.hpp"

#include "cli/intake/addresses.hpp"
#include "cli/intake/places.hpp"
#include "cli/paths.hpp"

namespace cortege::cli {

void ImportAddresses::declare_own(CLI::App &app) {
  app.add_option("FILE", file_, "Base adresse nationale (CSV), or a table with number, street and position")
      ->required();
  app.add_option("--crs", crs_, "Reference system of the coordinates when the file does not say")
      ->capture_default_str();
  examples(app,
           {"cortege import addresses adresses-13.csv.gz", "cortege import addresses adresses.csv --json"});
}

intake::Loaded ImportAddresses::load(pg::Connection &connection, intake::Rejects &rejects,
                                     const engine::Progress &progress, nlohmann::json &) {
  const intake::ColumnNames names(data_folder("metadata") / "sources" / "columns" / "addresses.toml");
  intake::Source source = intake::open_table(file_, names, crs_);
  return load_addresses(connection, names, source, rejects, progress);
}

void ImportAddresses::finish(pg::Connection &connection) {
  intake::prepare_search(connection);
}

} // namespace cortege::cli
