#pragma once

#include "providers/pg/connection.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace cortege::pg {

/// While it lives, nothing its connection waits for lasts longer than the limit: then the socket is shut, and
/// whatever waits fails as on a lost connection. For questions a living server answers at once, which a
/// stalled one would hold for ever.
class Patience {
public:
  Patience(const Connection &connection, std::chrono::milliseconds limit);
  ~Patience();
  Patience(const Patience &) = delete;
  Patience &operator=(const Patience &) = delete;

  bool over() const;

private:
  void watch(int socket, std::chrono::milliseconds limit);

  mutable std::mutex mutex_;
  std::condition_variable wake_;
  bool done_ = false, over_ = false;
  std::thread watcher_;
};

/// Does `work`, within the limit: beyond it throws Error, timed out and its connection lost.
template <typename Work>
auto within(std::chrono::milliseconds limit, const Connection &connection, Work &&work) {
  const Patience patience(connection, limit);
  try {
    return work();
  } catch (const Error &) {
    if (patience.over())
      throw Error("timeout expired", {}, true);
    throw;
  }
}

} // namespace cortege::pg
