#include "cli/db_deploy.hpp"

#include "cli/db_schema.hpp"
#include "cli/paths.hpp"

#include <fmt/format.h>

namespace cortege::cli {

void DbDeploy::declare(CLI::App &app) {
  database_.declare(app);
  first_.declare(app);
  examples(app, {"cortege db deploy", "cortege db deploy --service prefecture",
                 "cortege db deploy --dga vm_dga Marchand Odile --validator pp_valid Teyssier Paul",
                 "PGHOST=sig.example.org PGDATABASE=cortege cortege db deploy"});
}

void DbDeploy::run(Console &console) {
  pg::Connection connection = database_.connect();
  const Deployed deployed = deploy_schema(connection, data_folder("schema"), console.progress("schema"));
  const bool habilitated = first_.create(connection);
  console.result({{"changes", deployed.changes}, {"total", deployed.total}, {"habilitated", habilitated}},
                 fmt::format("The schema of {} is deployed: {} new changes, {} in all.{}",
                             connection.database(), deployed.changes.size(), deployed.total,
                             habilitated ? "" : "\n" + FirstPeople::hint()));
}

} // namespace cortege::cli
