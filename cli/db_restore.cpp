#include "cli/db_restore.hpp"

#include "cli/cluster.hpp"
#include "cli/db_backup.hpp"
#include "cli/db_prepare.hpp"
#include "cli/db_schema.hpp"
#include "cli/paths.hpp"
#include "cli/postgres_programs.hpp"
#include "cli/private_folder.hpp"
#include "cli/watcher.hpp"
#include "providers/pg/transaction.hpp"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

namespace fs = std::filesystem;

namespace cortege::cli {

namespace {

std::string head_of(const fs::path &file) {
  std::ifstream stream(file, std::ios::binary);
  std::string head(5, '\0');
  stream.read(head.data(), static_cast<std::streamsize>(head.size()));
  return stream ? head : std::string();
}

void require_backup(const fs::path &file, bool key) {
  const std::string head = head_of(file);
  if (head == "age-e" && !key)
    throw Error(fmt::format("{} is encrypted: name its key with --key.", file.string()));
  if (head != "PGDMP" && head != "age-e")
    throw Error(fmt::format("{} is no backup made by `cortege db backup`.", file.string()));
  if (!fs::exists(roles_file(file)))
    throw Error(fmt::format("{} is missing: a backup is two files, put it back beside {}.",
                            roles_file(file).string(), file.string()));
}

/// Tables that only people and imports fill.
bool holds_data(pg::Connection &connection) {
  if (!schema_deployed(connection))
    return connection
        .exec("SELECT EXISTS (SELECT FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = "
              "'public'::regnamespace)")
        .value<bool>();
  return connection
      .exec(R"sql(
    SELECT EXISTS (SELECT FROM habilitation.personne) OR EXISTS (SELECT FROM plateforme.source)
        OR EXISTS (SELECT FROM voirie.unite) OR EXISTS (SELECT FROM voirie.adresse) OR EXISTS (SELECT FROM voirie.lieu)
        OR EXISTS (SELECT FROM voirie.noeud) OR EXISTS (SELECT FROM convention.convention)
        OR EXISTS (SELECT FROM cortege.manifestation_deambulatoire) OR EXISTS (SELECT FROM cortege.manifestation_statique)
        OR EXISTS (SELECT FROM cortege.operation_programmee) OR EXISTS (SELECT FROM cortege.visite_officielle))sql")
      .value<bool>();
}

void make_empty_database(const Cluster &cluster) {
  create_database(cluster);
  {
    pg::Connection connection(cluster.owner_uri());
    if (holds_data(connection))
      throw Error(
          fmt::format("the database in {} is not empty: restore into another --dir, nothing is overwritten.",
                      cluster.directory().string()));
  }
  pg::Connection server(cluster.owner_uri("postgres"));
  server.exec("DROP DATABASE cortege WITH (FORCE)");
  create_database(cluster);
}

/// CREATE ROLE fails for a role that is there: those are only altered.
void restore_roles(pg::Connection &server, const fs::path &file) {
  std::istringstream lines(read_file(file));
  pg::Transaction transaction(server);
  for (std::string line; std::getline(lines, line);) {
    constexpr std::string_view create = "CREATE ROLE ";
    if (line.starts_with(create)) {
      const std::string name = line.substr(create.size(), line.find(';') - create.size());
      if (!server.exec("SELECT to_regrole($1) IS NULL", name).value<bool>())
        continue;
    }
    server.exec(line);
  }
  transaction.commit();
}

} // namespace

void DbRestore::declare(CLI::App &app) {
  app.add_option("FILE", file_, "Backup made by `cortege db backup`")->required();
  app.add_option("--dir", directory_, "Directory of the embedded database, empty or new");
  app.add_option("--key", key_, "The age key that an encrypted backup was made for")
      ->check(CLI::ExistingFile);
  examples(app, {"cortege db restore /srv/sauvegardes/cortege-2026-11-23.dump --dir /srv/cortege"});
}

void DbRestore::run(Console &console) {
  const fs::path file = fs::absolute(file_);
  require_backup(file, !key_.empty());
  const PrivateFolder folder;
  fs::path dump = file;
  if (head_of(file) == "age-e") {
    dump = folder.path() / "cortege.dump";
    run_or_throw({{"age", "--decrypt", "--identity", fs::absolute(key_).string(), "--output", dump.string(),
                   file.string()},
                  {},
                  {}},
                 "decrypting the backup");
  }
  Cluster cluster(directory_.empty() ? default_database_directory() : directory_);
  cluster.start();
  make_empty_database(cluster);
  pg::Connection server(cluster.owner_uri("postgres"));
  restore_roles(server, roles_file(file));
  console.note("Restoring the database…");
  run_or_throw({{postgres_program("pg_restore"), "--no-password", "--dbname=" + cluster.owner_uri(),
                 "--single-transaction", "--exit-on-error", dump.string()},
                {},
                {}},
               "pg_restore");
  const Deployed deployed = prepare_database(cluster, console.progress("schema"));
  start_watcher(cluster);
  console.result({{"directory", cluster.directory().string()},
                  {"uri", cluster.owner_uri()},
                  {"changes", deployed.changes}},
                 fmt::format("{} is restored in {}.\n{}", file.string(), cluster.directory().string(),
                             cluster.owner_uri()));
}

} // namespace cortege::cli
