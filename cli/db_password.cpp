#include "cli/db_password.hpp"

#include "cli/cluster.hpp"
#include "cli/paths.hpp"
#include "cli/secret.hpp"
#include "providers/pg/connection.hpp"
#include "providers/pg/quote.hpp"

#include <fmt/format.h>

namespace cortege::cli {

namespace {

void require_person(pg::Connection &connection, const std::string &login) {
  if (!connection
           .exec("SELECT coalesce((SELECT pg_has_role(oid, 'cortege_personnes', 'MEMBER') AND NOT rolsuper"
                 " FROM pg_roles WHERE rolname = $1), false)",
                 login)
           .value<bool>())
    throw Error(fmt::format("{} is not a person of this database: habilitate them first.", login));
}

} // namespace

void DbPassword::declare(CLI::App &app) {
  app.add_option("login", logins_, "People, by their login")->required();
  app.add_option("--dir", directory_, "Directory of the embedded database");
  examples(app, {"cortege db password vm_calanque", "psql service=vm_calanque  # with PGSERVICEFILE set"});
}

void DbPassword::run(Console &console) {
  const Cluster cluster(directory_.empty() ? default_database_directory() : directory_);
  if (!cluster.running())
    throw Error(fmt::format("the database in {} is not running: start it with `cortege db start`.",
                            cluster.directory().string()));
  pg::Connection connection(cluster.owner_uri());
  for (const std::string &login : logins_)
    require_person(connection, login);
  for (const std::string &login : logins_) {
    const std::string password = random_password();
    connection.exec(fmt::format("ALTER ROLE {} PASSWORD {}", pg::quote(login),
                                pg::quote_literal(scram_verifier(connection, login, password))));
    cluster.write_person(login, password);
  }
  console.result({{"people", logins_},
                  {"service_file", cluster.service_file().string()},
                  {"password_file", cluster.password_file().string()}},
                 fmt::format("{} password{} written to {}", logins_.size(), logins_.size() == 1 ? "" : "s",
                             cluster.password_file().string()));
}

} // namespace cortege::cli
