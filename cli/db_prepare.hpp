#pragma once

#include "cli/cluster.hpp"
#include "cli/db_schema.hpp"

namespace cortege::cli {

/// Makes the database of a running cluster when it is missing.
void create_database(const Cluster &cluster);

/// Brings the cluster's database to this program's schema and turns its audit on. In this order: PostGIS
/// refuses to be installed while pgaudit logs.
Deployed prepare_database(const Cluster &cluster, const engine::Progress &progress);

} // namespace cortege::cli
