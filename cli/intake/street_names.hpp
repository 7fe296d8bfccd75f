#pragma once

#include "cli/intake/facts.hpp"
#include "cli/intake/table_columns.hpp"

namespace cortege::intake {

/// Loads a list of street names with a position each, for a city whose network is not there: the search finds
/// them, no route does. Replaces the list that was there. Call inside a transaction, as the loading role;
/// call prepare_search() afterwards.
Loaded load_street_names(pg::Connection &connection, const ColumnNames &names, Source &source,
                         Rejects &rejects, const engine::Progress &progress);

} // namespace cortege::intake
