#pragma once

#include "cli/intake/facts.hpp"
#include "cli/intake/table_columns.hpp"

namespace cortege::intake {

/// Loads numbered addresses: the Base adresse nationale's CSV, or any table whose columns `names` knows. A
/// row with the key of an address that was there replaces it. A table without keys is keyed by number, street
/// and town. Call inside a transaction, as the loading role; call prepare_search() afterwards.
Loaded load_addresses(pg::Connection &connection, const ColumnNames &names, Source &source, Rejects &rejects,
                      const engine::Progress &progress);

} // namespace cortege::intake
