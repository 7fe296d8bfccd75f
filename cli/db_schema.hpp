#pragma once

#include "engine/progress.hpp"
#include "providers/pg/connection.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace cortege::cli {

struct Deployed {
  std::vector<std::string> changes; ///< names of the changes this deployment applied, in order
  int total = 0;                    ///< changes now recorded
};

/// Brings the connected database to the schema in `folder`:
///  1. superuser.sql, when the connected role is a superuser; another role needs it to have been run;
///  2. in one transaction, as the schema's owner: changes/*.sql not yet recorded, then all of live/*.sql;
///  3. checks that what policies rely on holds.
/// Repeatable. A recorded change whose file was edited or is gone is refused. Throws Error or pg::Error; the
/// database is then as before step 2.
Deployed deploy_schema(pg::Connection &connection, const std::filesystem::path &folder,
                       const engine::Progress &progress = {});

/// Whether the product's schema is in the connected database.
bool schema_deployed(pg::Connection &connection);

} // namespace cortege::cli
