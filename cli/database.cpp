#include "cli/database.hpp"

#include "cli/conninfo.hpp"
#include "cli/console.hpp"
#include "cli/paths.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdlib>

namespace cortege::cli {

namespace {

bool environment_names_database() {
  constexpr std::array names{"PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGSERVICE", "PGUSER"};
  for (const char *name : names)
    if (const char *value = std::getenv(name); value != nullptr && *value != '\0')
      return true;
  return false;
}

} // namespace

void DatabaseOptions::declare(CLI::App &app, const std::string &directory_option) {
  auto *service = app.add_option("--service", service_, "Entry of pg_service.conf that names the database");
  auto *database =
      app.add_option("-d,--database", database_, "URI, connection string or name of the database");
  auto *directory = app.add_option(directory_option, directory_, "Directory of the embedded database");
  service->excludes(database, directory);
  database->excludes(directory);
}

std::optional<Cluster> DatabaseOptions::embedded() const {
  if (!service_.empty() || !database_.empty() || (directory_.empty() && environment_names_database()))
    return std::nullopt;
  return Cluster(directory_.empty() ? default_database_directory() : directory_);
}

std::string DatabaseOptions::conninfo() const {
  if (!service_.empty())
    return "service=" + conninfo_value(service_);
  if (!database_.empty())
    return database_.find_first_of("=:") == std::string::npos ? "dbname=" + conninfo_value(database_)
                                                              : database_;
  const auto cluster = embedded();
  if (!cluster)
    return {};
  if (!cluster->made())
    throw Error(fmt::format("no database is named and there is none in {}: run `cortege db start`, or give "
                            "--service, --database or PGHOST.",
                            cluster->directory().string()));
  if (!cluster->running())
    throw Error(fmt::format("the embedded database in {} is stopped: run `cortege db start{}`.",
                            cluster->directory().string(),
                            directory_.empty() ? "" : " --dir " + directory_.string()));
  return cluster->owner_uri();
}

pg::Connection DatabaseOptions::connect() const {
  pg::ConnectOptions options;
  options.application_name = "cortege cli";
  return pg::Connection(conninfo(), options);
}

} // namespace cortege::cli
