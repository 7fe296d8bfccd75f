#include "providers/pg/patience.hpp"

#ifdef _WIN32
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace cortege::pg {
namespace {

// libpq sees the end of the conversation, and keeps the socket until it closes it itself.
void shut(int socket) {
#ifdef _WIN32
  shutdown(static_cast<SOCKET>(socket), SD_BOTH);
#else
  shutdown(socket, SHUT_RDWR);
#endif
}

} // namespace

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
  if (socket >= 0)
    shut(socket);
}

} // namespace cortege::pg
