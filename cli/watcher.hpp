#pragma once

#include "cli/cluster.hpp"

namespace cortege::cli {

/// The process `cortege db watch` beside an embedded database: at most one holds the lock of a directory.
class WatcherLock {
public:
  /// Takes the lock, waiting a few seconds for a watcher that is leaving.
  explicit WatcherLock(const Cluster &cluster);
  WatcherLock(const WatcherLock &) = delete;
  WatcherLock &operator=(const WatcherLock &) = delete;
  ~WatcherLock();
  /// False when another watcher goes on.
  bool held() const { return held_; }

private:
  int file_;
  bool held_ = false;
};

/// Whether someone watches this database.
bool watched(const Cluster &cluster);
/// Starts a watcher when there is none and waits until it is there. Throws Error when it does not come.
void start_watcher(const Cluster &cluster);
/// Ends the watcher, if there is one.
void stop_watcher(const Cluster &cluster);

} // namespace cortege::cli
