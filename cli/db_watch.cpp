#include "cli/db_watch.hpp"

#include "cli/watch.hpp"
#include "cli/watcher.hpp"

#include <fmt/format.h>

#include <iostream>
#include <optional>
#include <thread>

namespace cortege::cli {

void DbWatch::declare(CLI::App &app) {
  database_.declare(app);
  app.add_option("--logs", logs_,
                 "Folder of the server's logs (default: the server's own, when it is on this machine)");
  app.add_option("--every", every_, "Seconds between two looks at the clock")->check(CLI::Range(1, 60));
  app.add_flag("--once", once_, "One round, then end");
  examples(app, {"cortege db watch --service cortege --logs /var/log/postgresql   # see server/systemd",
                 "cortege db watch --once"});
}

Watch DbWatch::open() const {
  pg::Connection connection = database_.connect();
  const auto logs = logs_.empty() ? server_log_folder(connection) : logs_;
  Watch watch(std::move(connection), logs);
  if (const auto cluster = database_.embedded())
    watch.on_identities(cluster->web_account(),
                        [cluster = *cluster](const std::string &lines) { cluster.write_identities(lines); });
  return watch;
}

void DbWatch::run(Console &console) {
  if (once_) {
    const Watch::Round done = open().round();
    return console.result(
        {{"closed", done.closed}, {"reads", done.reads}, {"purged", done.purged}},
        fmt::format(
            "{} accounts closed, {} reads taken into the record, {} rows past their retention purged.",
            done.closed, done.reads, done.purged));
  }
  if (const auto cluster = database_.embedded()) {
    const WatcherLock lock(*cluster);
    if (!lock.held())
      throw Error(fmt::format("the database in {} is watched already.", cluster->directory().string()));
    return watch_until_gone();
  }
  watch_until_gone();
}

/// A server that is restarted is waited for; an embedded one that stays away was stopped, and so is its
/// watcher.
void DbWatch::watch_until_gone() const {
  using namespace std::chrono_literals;
  const auto cluster = database_.embedded();
  for (int away = 0; !cluster || away < 15;) {
    std::optional<Watch> watch;
    try {
      watch.emplace(open());
      for (;; watch->rest(std::chrono::seconds(every_)))
        watch->round();
    } catch (const pg::Error &error) {
      std::cerr << error.what() << std::endl;
    } catch (const Error &error) { // an embedded database that is stopped
      std::cerr << error.what() << std::endl;
    }
    away = watch ? 1 : away + 1;
    stop_if_interrupted();
    std::this_thread::sleep_for(1s);
  }
}

} // namespace cortege::cli
