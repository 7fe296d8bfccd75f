#include "cli/command.hpp"
#include "cli/db_deploy.hpp"
#include "cli/db_server.hpp"

namespace cortege::cli {

void register_commands(Program &program) {
  program.group("db", "The database: embedded, or a site's own server");
  program.add<DbStart>("db start", "Make (first time) and start the embedded database");
  program.add<DbStop>("db stop", "Stop the embedded database");
  program.add<DbStatus>("db status", "Say whether the embedded database runs, and where");
  program.add<DbDeploy>("db deploy", "Bring a database to this version's schema");
}

} // namespace cortege::cli
