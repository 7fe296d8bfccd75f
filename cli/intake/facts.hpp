#pragma once

#include "cli/intake/mapping.hpp"
#include "cli/intake/rejects.hpp"
#include "cli/intake/source.hpp"
#include "providers/pg/connection.hpp"

namespace cortege::intake {

struct Loaded {
  long long accepted = 0; ///< rows that are new in the database
  long long known = 0;    ///< rows that an earlier import had brought
  long long rejected = 0;
};

/// Loads the source's rows as facts, in the transaction the caller has open and as the loading role. Rows
/// that cannot be taken go to `rejects`. A fact equal to one that was there before is counted as known, so a
/// file may be imported again or overlap the last one.
Loaded load_facts(pg::Connection &connection, const Mapping &mapping, Source &source, Rejects &rejects,
                  const engine::Progress &progress);

} // namespace cortege::intake
