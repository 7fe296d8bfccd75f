#include "cli/db_server.hpp"

#include "cli/cluster.hpp"
#include "cli/db_prepare.hpp"
#include "cli/paths.hpp"
#include "cli/watcher.hpp"

#include <fmt/format.h>

namespace fs = std::filesystem;

namespace cortege::cli {

namespace {

void declare_directory(CLI::App &app, fs::path &directory) {
  app.add_option("--dir", directory,
                 "Directory of the database (default: $XDG_DATA_HOME/cortege, for root /var/lib/cortege)");
}

Cluster cluster_in(const fs::path &directory) {
  return Cluster(directory.empty() ? default_database_directory() : directory);
}

nlohmann::json describe(const Cluster &cluster, bool running) {
  nlohmann::json object{{"running", running},
                        {"watched", running && watched(cluster)},
                        {"directory", cluster.directory().string()}};
  if (cluster.made()) {
    object["uri"] = cluster.owner_uri();
    object["port"] = cluster.port();
    object["service_file"] = cluster.service_file().string();
    object["authority"] = cluster.authority().string();
  }
  return object;
}

} // namespace

void DbStart::declare(CLI::App &app) {
  declare_directory(app, directory_);
  app.add_option("--port", port_,
                 "Loopback port for TLS connections (default: the first free one from 54320)")
      ->check(CLI::Range(1024, 65535));
  app.add_option(
      "--web-account", web_account_,
      "Account of this machine that the web server runs under, which may serve each viewer as themselves"
      " (default: yours)");
  first_.declare(app);
  examples(app, {"cortege db start", "cortege db start --dir /srv/cortege --port 5440 --web-account www-data",
                 "cortege db start --dga vm_dga Marchand Odile --validator pp_valid Teyssier Paul",
                 "psql \"$(cortege db status --json | jq -r .uri)\""});
}

void DbStart::run(Console &console) {
  Cluster cluster = cluster_in(directory_);
  if (!web_account_.empty() && !find_account(web_account_))
    throw Error(
        fmt::format("this machine has no account {}: name the one the web server runs under.", web_account_));
  const bool started = cluster.start(port_, web_account_);
  create_database(cluster);
  const Deployed deployed = prepare_database(cluster, console.progress("schema"));
  pg::Connection connection(cluster.owner_uri());
  const bool habilitated = first_.create(connection);
  start_watcher(cluster);
  auto object = describe(cluster, true);
  object["started"] = started;
  object["changes"] = deployed.changes;
  object["habilitated"] = habilitated;
  console.result(object, fmt::format("The database in {} {}.\n{}{}", cluster.directory().string(),
                                     started ? "is started" : "was running already", cluster.owner_uri(),
                                     habilitated ? "" : "\n" + FirstPeople::hint()));
}

void DbStop::declare(CLI::App &app) {
  declare_directory(app, directory_);
  examples(app, {"cortege db stop", "cortege db stop --dir /srv/cortege"});
}

void DbStop::run(Console &console) {
  Cluster cluster = cluster_in(directory_);
  stop_watcher(cluster);
  const bool stopped = cluster.stop();
  console.result({{"running", false}, {"stopped", stopped}, {"directory", cluster.directory().string()}},
                 fmt::format("The database in {} {}.", cluster.directory().string(),
                             stopped ? "is stopped" : "was not running"));
}

void DbStatus::declare(CLI::App &app) {
  declare_directory(app, directory_);
  examples(app, {"cortege db status", "cortege db status --json"});
}

void DbStatus::run(Console &console) {
  const Cluster cluster = cluster_in(directory_);
  const bool running = cluster.running();
  std::string text =
      cluster.made() ? fmt::format("The database in {} {}.", cluster.directory().string(),
                                   running ? "is running" : "is stopped: start it with `cortege db start`")
                     : fmt::format("There is no embedded database in {}: make it with `cortege db start`.",
                                   cluster.directory().string());
  if (running)
    text += '\n' + cluster.owner_uri();
  if (running && !watched(cluster))
    text +=
        "\nNobody watches it: expiry, retention and the record of reads wait. Run `cortege db start` again.";
  console.result(describe(cluster, running), text);
}

} // namespace cortege::cli
