#include "cli/certificates.hpp"
#include "cli/cluster.hpp"
#include "cli/cluster_configuration.hpp"
#include "cli/cluster_directory.hpp"
#include "cli/console.hpp"
#include "cli/paths.hpp"
#include "cli/ports.hpp"
#include "cli/postgres_programs.hpp"

#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <thread>

namespace fs = std::filesystem;

namespace cortege::cli {

namespace {

/// What the server said last, for a start that failed.
std::string last_line(const fs::path &log) {
  std::string last;
  std::ifstream file(log);
  for (std::string line; std::getline(file, line);)
    if (line.find("FATAL") != std::string::npos || last.empty())
      last = line;
  return last;
}

} // namespace

bool Cluster::start(int port, const std::string &web_account) {
  if (!made()) {
    refuse_foreign(directory_);
    refuse_long(directory_);
  }
  std::error_code problem;
  fs::create_directories(directory_, problem);
  if (!problem && !made()) // whatever the umask: people read the authority and enter by the socket
    fs::permissions(directory_, fs::perms(0755), problem);
  if (problem)
    throw Error(fmt::format("cannot make {}: {}.", directory_.string(), problem.message()));
  const DirectoryLock lock(directory_);
  *this = Cluster(directory_); // another start may have made it while we waited
  if (running()) {
    if (port != 0 && port != port_)
      throw Error(
          fmt::format("the database is running on port {}: stop it before changing the port.", port_));
    return false;
  }
  const bool any_port = port == 0 && port_ == 0;
  if (port != 0)
    port_ = port;
  else if (any_port)
    port_ = free_port();
  if (!web_account.empty())
    web_account_ = web_account;
  if (!port_free(port_))
    throw Error(
        fmt::format("port {} of this machine is taken by another program: stop that program, or start the "
                    "database on another port with --port.",
                    port_));
  lay_out();
  launch(any_port);
  return true;
}

void Cluster::lay_out() const {
  const Account server = server_account();
  require_reachable(directory_, server);
  write_marker();
  for (const char *folder : {"run", "tls"}) {
    fs::create_directories(directory_ / folder);
    fs::permissions(directory_ / folder, fs::perms(0755));
  }
  hand_to(directory_ / "run", server);
  ensure_certificates(directory_ / "tls");
  hand_to(directory_ / "tls" / "server.key", server);
  if (!fs::exists(directory_ / "data" / "PG_VERSION"))
    make();
  write_configuration();
  write_owner_service();
}

/// initdb works beside and the result is renamed, so that an interrupted start leaves no half a cluster.
void Cluster::make() const {
  const Account server = server_account();
  const fs::path making = directory_ / "data.making";
  fs::remove_all(making);
  fs::create_directory(making);
  hand_to(making, server);
  run_or_throw({{postgres_program("initdb"), "-D", making, "-U", superuser, "--auth", "reject", "--encoding",
                 "UTF8", "--locale", "C.UTF-8", "--data-checksums", "--no-instructions"},
                server,
                {"LC_ALL=C"},
                true},
               "making the database's files");
  std::ofstream(making / "postgresql.conf", std::ios::app) << "include = 'cortege.conf'\n";
  stop_if_interrupted();
  fs::rename(making, directory_ / "data");
}

void Cluster::write_server_file(const std::string &name, const std::string &content) const {
  const fs::path file = directory_ / "data" / name;
  write_file(file, content, fs::perms::owner_read | fs::perms::owner_write);
  hand_to(file, server_account());
}

void Cluster::write_configuration() const {
  const ClusterConfiguration text{directory_, port_, own_account().name, server_account().name,
                                  web_account()};
  write_server_file("cortege.conf", text.settings());
  write_server_file("pg_hba.conf", text.access());
  write_identities("");
}

void Cluster::write_identities(const std::string &viewers) const {
  const ClusterConfiguration text{directory_, port_, own_account().name, server_account().name,
                                  web_account()};
  write_server_file("pg_ident.conf", text.identities(viewers));
}

/// After a kill -9 the old server's children may need a moment to see that it is gone. With any port, one
/// that another database took since it was found free is changed: making the files took seconds.
void Cluster::launch(bool any_port) {
  using namespace std::chrono_literals;
  const fs::path log = directory_ / "data" / "start.log";
  std::error_code ignored;
  for (int attempt = 1;; ++attempt) {
    fs::remove(log, ignored);
    const Finished finished = control({"-w", "-t", "60", "-l", log, "start"});
    if (finished.status == 0)
      return;
    stop_if_interrupted();
    if (attempt == 20)
      throw Error(fmt::format("the database in {} does not start: {} (see {} and data/log beside it).",
                              directory_.string(), last_line(log), log.string()));
    if (any_port && !port_free(port_)) {
      port_ = free_port();
      lay_out();
    }
    std::this_thread::sleep_for(500ms);
  }
}

bool Cluster::stop() {
  if (!made())
    throw Error(fmt::format("there is no embedded database in {}: give its directory with --dir.",
                            directory_.string()));
  const DirectoryLock lock(directory_);
  if (!running())
    return false;
  const Finished finished = control({"-w", "-t", "120", "-m", "fast", "stop"});
  if (finished.status != 0)
    throw Error(fmt::format("the database in {} does not stop: {}", directory_.string(), finished.err));
  return true;
}

} // namespace cortege::cli
