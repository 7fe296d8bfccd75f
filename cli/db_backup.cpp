#include "cli/db_backup.hpp"

#include "cli/db_schema.hpp"
#include "cli/file_digest.hpp"
#include "cli/handover_file.hpp"
#include "cli/paths.hpp"
#include "cli/postgres_programs.hpp"
#include "cli/private_folder.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <set>
#include <sstream>

namespace fs = std::filesystem;

namespace cortege::cli {

namespace {

constexpr auto private_file = fs::perms::owner_read | fs::perms::owner_write;

/// The roles that superuser.sql makes, and the people.
std::set<std::string> our_roles(pg::Connection &connection) {
  std::set<std::string> names;
  const auto rows = connection.exec(R"sql(
    SELECT rolname FROM pg_roles r
    WHERE rolname LIKE 'cortege\_%'
       OR oid IN (SELECT roleid FROM pg_auth_members WHERE member = 'cortege_roles'::regrole)
       OR oid IN (SELECT member FROM pg_auth_members WHERE roleid = 'cortege_personnes'::regrole))sql");
  for (const auto &row : rows)
    names.insert(row.get<std::string>(0));
  return names;
}

std::string unquoted(std::string name) {
  if (name.size() > 1 && name.front() == '"')
    name = name.substr(1, name.size() - 2);
  return name;
}

/// pg_dumpall writes one statement a line: those about our roles are kept, the rest of the server is not
/// ours.
std::string about(const std::string &dump, const std::set<std::string> &roles) {
  std::istringstream lines(dump);
  std::string kept;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string verb, kind, name, to, member;
    words >> verb >> kind >> name >> to;
    if (verb == "GRANT") { // GRANT group TO member …
      member = to;
      name = kind;
    }
    if (!name.empty() && name.back() == ';')
      name.pop_back();
    if (!member.empty() && member.back() == ';')
      member.pop_back();
    const bool role =
        (verb == "CREATE" || verb == "ALTER") && kind == "ROLE" && roles.contains(unquoted(name));
    const bool membership =
        verb == "GRANT" && (roles.contains(unquoted(member)) || roles.contains(unquoted(name)));
    if (role || membership)
      kept += line + '\n';
  }
  return kept;
}

Call program(const std::string &name, const std::string &conninfo, std::vector<std::string> arguments) {
  Call call{{postgres_program(name), "--no-password"}, {}, {}};
  if (!conninfo.empty())
    call.arguments.push_back("--dbname=" + conninfo);
  call.arguments.insert(call.arguments.end(), arguments.begin(), arguments.end());
  return call;
}

/// The public half of an age key, which is made when its file is not there.
std::string recipient_of(const fs::path &key) {
  if (!fs::exists(key))
    run_or_throw({{"age-keygen", "--output", key.string()}, {}, {}}, "making the backup's key");
  std::string recipient =
      run_or_throw({{"age-keygen", "-y", key.string()}, {}, {}}, "reading the backup's key");
  while (!recipient.empty() && recipient.back() == '\n')
    recipient.pop_back();
  return recipient;
}

/// The destruction will look for it.
void put_on_register(pg::Connection &connection, const fs::path &file, const fs::path &key) {
  std::array<char, 256> machine{};
  gethostname(machine.data(), machine.size() - 1);
  connection.exec("SELECT convention.noter_sauvegarde($1, $2, $3, $4)", file.string(),
                  std::string(machine.data()), key.string(), file_digest(file));
}

} // namespace

fs::path roles_file(const fs::path &backup) {
  return backup.string() + ".roles.sql";
}

void DbBackup::declare(CLI::App &app) {
  app.add_option("FILE", file_, "File to write; FILE.roles.sql is written beside it. Keep both secret")
      ->required();
  app.add_option(
      "--key", key_,
      "Encrypt for this age key, made when the file is not there: without it nobody reads the backup, and"
      " the end of the convention destroys it");
  database_.declare(app);
  examples(app, {"cortege db backup /srv/sauvegardes/cortege-2026-11-23.dump",
                 "cortege db backup cortege.dump.age --key /etc/cortege/sauvegardes.key",
                 "cortege db backup --service prefecture cortege.dump"});
}

void DbBackup::run(Console &console) {
  const std::string conninfo = database_.conninfo();
  pg::Connection connection = database_.connect();
  if (!schema_deployed(connection))
    throw Error(fmt::format("{} holds no Cortège database: nothing to back up.", connection.database()));
  if (fs::exists(file_) || fs::exists(roles_file(file_)))
    throw Error(fmt::format("{} exists: give another name, a backup is never overwritten.",
                            fs::exists(file_) ? file_.string() : roles_file(file_).string()));
  const fs::path target = fs::absolute(file_);
  write_file(target, "", private_file); // private before it holds anything
  try {
    console.note("Dumping the database…");
    const PrivateFolder folder;
    const fs::path dump = key_.empty() ? target : folder.path() / "cortege.dump";
    run_or_throw(program("pg_dump", conninfo,
                         {"--format=custom", "--role=cortege_sauvegarde", "--file=" + dump.string()}),
                 "pg_dump");
    if (!key_.empty())
      encrypt(dump, recipient_of(fs::absolute(key_)), target);
    const std::string roles = run_or_throw(program("pg_dumpall", conninfo, {"--roles-only"}), "pg_dumpall");
    stop_if_interrupted();
    write_file(roles_file(target), about(roles, our_roles(connection)), private_file);
    put_on_register(connection, target, key_.empty() ? key_ : fs::absolute(key_));
  } catch (...) {
    std::error_code ignored;
    fs::remove(target, ignored);
    throw;
  }
  console.result(
      {{"file", target.string()}, {"roles", roles_file(target).string()}, {"bytes", fs::file_size(target)}},
      fmt::format("The database is saved in {} and its roles in {}: keep both secret.", target.string(),
                  roles_file(target).string()));
}

} // namespace cortege::cli
