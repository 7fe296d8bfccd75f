#include "cli/watcher.hpp"

#include "cli/console.hpp"
#include "cli/detached.hpp"
#include "cli/paths.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <thread>

namespace fs = std::filesystem;

namespace cortege::cli {

namespace {

fs::path lock_file(const Cluster &cluster) {
  return cluster.directory() / ".watch";
}

/// True as soon as `true_now` is; false when it is not within five seconds.
template <typename Condition>
bool wait_until(Condition true_now) {
  using namespace std::chrono_literals;
  for (int attempt = 0; attempt < 100; ++attempt) {
    if (true_now())
      return true;
    std::this_thread::sleep_for(50ms);
  }
  return false;
}

} // namespace

WatcherLock::WatcherLock(const Cluster &cluster)
    : file_(open(lock_file(cluster).c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600)) {
  if (file_ < 0)
    throw Error(fmt::format("cannot use {}: {}.", lock_file(cluster).string(), std::strerror(errno)));
  held_ = wait_until([this] { return flock(file_, LOCK_EX | LOCK_NB) == 0; });
  if (!held_)
    return;
  const std::string process = fmt::format("{}\n", getpid());
  if (ftruncate(file_, 0) != 0 || write(file_, process.data(), process.size()) < 0)
    throw Error(fmt::format("cannot write {}: {}.", lock_file(cluster).string(), std::strerror(errno)));
}

WatcherLock::~WatcherLock() {
  close(file_);
}

bool watched(const Cluster &cluster) {
  const int file = open(lock_file(cluster).c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0)
    return false;
  const bool taken = flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  close(file);
  return taken;
}

void start_watcher(const Cluster &cluster) {
  if (watched(cluster))
    return;
  start_detached(
      {fs::read_symlink("/proc/self/exe").string(), "db", "watch", "--dir", cluster.directory().string()},
      cluster.directory() / "watch.log");
  if (!wait_until([&] { return watched(cluster); }))
    throw Error(
        fmt::format("the database runs but nobody watches it: see {}, then run `cortege db watch --dir {}`.",
                    (cluster.directory() / "watch.log").string(), cluster.directory().string()));
}

void stop_watcher(const Cluster &cluster) {
  if (!watched(cluster))
    return;
  const pid_t process = std::atoi(read_file(lock_file(cluster)).c_str());
  if (process > 0)
    kill(process, SIGTERM);
  if (!wait_until([&] { return !watched(cluster); }))
    throw Error(fmt::format("the watcher of {} (process {}) does not stop: end it, then stop again.",
                            cluster.directory().string(), process));
}

} // namespace cortege::cli
