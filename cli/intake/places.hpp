#pragma once

#include "cli/intake/facts.hpp"
#include "cli/intake/table_columns.hpp"

namespace cortege::intake {

struct PlaceOptions {
  std::string source;    ///< voirie.lieu.source: an import replaces the places of the same source
  std::string category;  ///< of rows whose table has no category; empty: the source's name
  bool sensitive = true; ///< of rows whose table does not say
};

/// Loads named places. Call inside a transaction, as the loading role; call prepare_search() afterwards.
Loaded load_places(pg::Connection &connection, const PlaceOptions &options, const ColumnNames &names,
                   Source &source, Rejects &rejects, const engine::Progress &progress);

/// Derives what the address search reads from streets, addresses and places.
void prepare_search(pg::Connection &connection);

} // namespace cortege::intake
