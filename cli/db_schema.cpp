#include "cli/db_schema.hpp"

#include "cli/console.hpp"
#include "cli/db_schema_check.hpp"
#include "cli/paths.hpp"
#include "providers/pg/transaction.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace fs = std::filesystem;

namespace cortege::cli {

namespace {

constexpr const char *owner = "cortege_proprietaire";
/// One deployment at a time; the number only has to be ours.
constexpr long long deployment_lock = 7163204118;

std::vector<fs::path> scripts(const fs::path &folder) {
  std::vector<fs::path> files;
  if (fs::is_directory(folder))
    for (const auto &entry : fs::directory_iterator(folder))
      if (entry.path().extension() == ".sql")
        files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

/// ":LINE" of a character position as PostgreSQL counts it: characters, not bytes, from 1.
std::string line_of(const std::string &sql, int position) {
  if (position <= 0)
    return "";
  int line = 1;
  for (const char c : sql) {
    const bool begins_character = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (begins_character && --position == 0)
      break;
    line += c == '\n' ? 1 : 0;
  }
  return fmt::format(":{}", line);
}

void run_script(pg::Connection &connection, const fs::path &file) {
  stop_if_interrupted();
  const std::string sql = read_file(file);
  try {
    connection.exec(sql);
  } catch (const pg::Error &error) {
    throw Error(
        fmt::format("{}{}: {}", file.filename().string(), line_of(sql, error.position()), error.full()));
  }
}

void require_superuser_part(pg::Connection &connection, const fs::path &script) {
  const bool done =
      connection
          .exec("SELECT to_regrole($1) IS NOT NULL AND to_regtype('public.geometry') IS NOT NULL"
                " AND EXISTS (SELECT FROM pg_proc WHERE proname = 'role_sessions'" // the newest it makes
                " AND pronamespace = to_regnamespace('habilitation'))",
                owner)
          .value<bool>();
  if (!done)
    throw Error(fmt::format("this database is not prepared: let its administrator read and run {} in it as a "
                            "superuser (psql -d {} -f {}), then deploy again.",
                            script.string(), connection.database(), script.string()));
  const bool member = connection.exec("SELECT pg_has_role(current_user, $1, 'MEMBER')", owner).value<bool>();
  if (!member)
    throw Error(fmt::format("{} may not deploy: connect as a member of {}.", connection.user(), owner));
}

std::map<std::string, std::string> recorded(pg::Connection &connection) {
  std::map<std::string, std::string> known;
  if (!schema_deployed(connection)) // the first change makes the register
    return known;
  const auto rows = connection.exec("SELECT fichier, empreinte FROM convention.deploiement");
  for (const auto &row : rows)
    known.emplace(row.get<std::string>("fichier"), row.get<std::string>("empreinte"));
  return known;
}

void refuse_missing(const std::map<std::string, std::string> &known, const std::vector<fs::path> &files) {
  for (const auto &[name, digest] : known) {
    const bool present = std::any_of(
        files.begin(), files.end(), [&name = name](const fs::path &file) { return file.filename() == name; });
    if (!present)
      throw Error(
          fmt::format("the change {} is deployed in this database and missing here: this program is older "
                      "than the database, use the newer one.",
                      name));
  }
}

std::vector<std::string> apply_changes(pg::Connection &connection, const std::vector<fs::path> &files) {
  const auto known = recorded(connection);
  refuse_missing(known, files);
  std::vector<std::string> applied;
  for (const fs::path &file : files) {
    const std::string name = file.filename().string();
    const auto digest =
        connection.exec("SELECT encode(sha256(convert_to($1, 'UTF8')), 'hex')", read_file(file))
            .value<std::string>();
    const auto before = known.find(name);
    if (before == known.end()) {
      run_script(connection, file);
      connection.exec("INSERT INTO convention.deploiement (fichier, empreinte) VALUES ($1, $2)", name,
                      digest);
      applied.push_back(name);
    } else if (before->second != digest) {
      throw Error(
          fmt::format("{} was deployed and edited since: a released change is frozen, put the file back as "
                      "it was and write a new change.",
                      name));
    }
  }
  return applied;
}

} // namespace

Deployed deploy_schema(pg::Connection &connection, const fs::path &folder, const engine::Progress &progress) {
  const auto changes = scripts(folder / "changes");
  const auto live = scripts(folder / "live");
  const fs::path superuser = folder / "superuser.sql";
  connection.exec("SET client_min_messages = warning");
  connection.exec("SELECT pg_advisory_lock($1)", deployment_lock);
  if (connection.exec("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").value<bool>()) {
    connection.exec("SET pgaudit.log = 'none'"); // PostGIS refuses to be installed or updated while it logs
    pg::Transaction once(connection);
    run_script(connection, superuser);
    once.commit();
  } else {
    require_superuser_part(connection, superuser);
  }
  engine::report(progress, 0.2);

  pg::Transaction transaction(connection);
  connection.exec(fmt::format("SET LOCAL ROLE {}", owner));
  Deployed deployed;
  deployed.changes = apply_changes(connection, changes);
  deployed.total = static_cast<int>(changes.size());
  for (std::size_t i = 0; i < live.size(); ++i) {
    run_script(connection, live[i]);
    engine::report(progress, 0.5 + 0.5 * static_cast<double>(i + 1) / static_cast<double>(live.size()));
  }
  check_schema(connection);
  transaction.commit();
  connection.exec("SELECT pg_advisory_unlock($1)", deployment_lock);
  return deployed;
}

bool schema_deployed(pg::Connection &connection) {
  return connection.exec("SELECT to_regclass('convention.deploiement') IS NOT NULL").value<bool>();
}

} // namespace cortege::cli
