#include "cli/cluster.hpp"

#include "cli/conninfo.hpp"
#include "cli/console.hpp"
#include "cli/paths.hpp"
#include "cli/postgres_programs.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <array>
#include <sstream>

namespace fs = std::filesystem;

namespace cortege::cli {

namespace {

/// The lines of a file but those of one section or entry, which the caller writes anew.
std::string without_section(const std::string &text, const std::string &section) {
  std::istringstream lines(text);
  std::string kept;
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('['))
      inside = line == "[" + section + "]";
    if (!inside)
      kept += line + '\n';
  }
  return kept;
}

std::string existing(const fs::path &path) {
  return fs::exists(path) ? read_file(path) : std::string();
}

} // namespace

Cluster::Cluster(const fs::path &directory) : directory_(fs::absolute(directory).lexically_normal()) {
  if (!directory_.has_filename())
    directory_ = directory_.parent_path();
  const fs::path marker = directory_ / marker_name;
  if (!fs::exists(marker))
    return;
  const auto content = nlohmann::json::parse(read_file(marker), nullptr, false);
  if (!content.is_object() || !content.contains("port") || !content["port"].is_number_integer())
    throw Error(fmt::format("{} is damaged: restore it from a copy ({{\"port\": N}}).", marker.string()));
  port_ = content["port"].get<int>();
  web_account_ = content.value("web_account", "");
}

/// A server runs when it answers: after kill -9 a process number may live on for a while.
bool Cluster::running() const {
  if (!made())
    return false;
  const PGPing answer = PQping(owner_uri("postgres").c_str());
  return answer == PQPING_OK || answer == PQPING_REJECT;
}

Finished Cluster::control(const std::vector<std::string> &arguments) const {
  Call call{
      {postgres_program("pg_ctl"), "-s", "-D", directory_ / "data"}, server_account(), {"LC_ALL=C"}, true};
  call.arguments.insert(call.arguments.end(), arguments.begin(), arguments.end());
  return run(call);
}

std::string Cluster::owner_uri(const std::string &database) const {
  return fmt::format("postgresql://{}@/{}?host={}&port={}", superuser, database,
                     percent_encoded((directory_ / "run").string()), port_);
}

std::string Cluster::person_uri(const std::string &login) const {
  return fmt::format("postgresql://{}@localhost:{}/cortege?sslmode=verify-full&sslrootcert={}",
                     percent_encoded(login), port_, percent_encoded(authority().string()));
}

std::string Cluster::web_account() const {
  return web_account_.empty() ? own_account().name : web_account_;
}

void Cluster::write_marker() const {
  const nlohmann::json marker{{"what", "embedded database of Cortège, made by `cortege db start`"},
                              {"port", port_},
                              {"web_account", web_account_}};
  write_file(directory_ / marker_name, marker.dump() + "\n");
}

void Cluster::write_service(const std::string &section, const std::string &entries) const {
  write_file(service_file(),
             without_section(existing(service_file()), section) + "[" + section + "]\n" + entries);
}

void Cluster::write_owner_service() const {
  write_service("cortege", fmt::format("host={}\nport={}\ndbname=cortege\nuser={}\n",
                                       (directory_ / "run").string(), port_, superuser));
}

void Cluster::write_person(const std::string &login, const std::string &password) const {
  write_service(login, fmt::format("host=localhost\nport={}\ndbname=cortege\nuser={}\nsslmode=verify-full\n"
                                   "sslrootcert={}\npassfile={}\n",
                                   port_, login, authority().string(), password_file().string()));
  std::istringstream lines(existing(password_file()));
  std::string kept;
  for (std::string line; std::getline(lines, line);)
    if (line.find(":cortege:" + login + ":") == std::string::npos)
      kept += line + '\n';
  write_file(password_file(), kept + fmt::format("localhost:{}:cortege:{}:{}\n", port_, login, password),
             fs::perms::owner_read | fs::perms::owner_write);
}

} // namespace cortege::cli
