#include "providers/pg/patience.hpp"

#include "providers/pg/wait.hpp"

namespace cortege::pg {

Patience::Patience(const Connection &connection, std::chrono::milliseconds limit)
    : watcher_([this, socket = PQsocket(connection.raw()), limit] { watch(socket, limit); }) {}

Patience::~Patience() {
  {
    const std::lock_guard lock(mutex_);
    done_ = true;
  }
  wake_.notify_all();
  watcher_.join();
}

bool Patience::over() const {
  const std::lock_guard lock(mutex_);
  return over_;
}

void Patience::watch(int socket, std::chrono::milliseconds limit) {
  std::unique_lock lock(mutex_);
  if (wake_.wait_for(lock, limit, [this] { return done_; }))
    return;
  over_ = true;
  shut(socket);
}

} // namespace cortege::pg
