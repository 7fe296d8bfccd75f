#include "providers/pg/wait.hpp"

#ifdef _WIN32
#include <winsock2.h>
#else
#include <poll.h>
#endif

namespace cortege::pg {

bool wait_readable(const PGconn *connection, std::chrono::milliseconds timeout) {
  const int socket = PQsocket(connection);
  if (socket < 0)
    return true; // the next read reports the lost connection
#ifdef _WIN32
  WSAPOLLFD slot{static_cast<SOCKET>(socket), POLLRDNORM, 0};
  return WSAPoll(&slot, 1, static_cast<int>(timeout.count())) > 0;
#else
  pollfd slot{socket, POLLIN, 0};
  return poll(&slot, 1, static_cast<int>(timeout.count())) > 0;
#endif
}

} // namespace cortege::pg
