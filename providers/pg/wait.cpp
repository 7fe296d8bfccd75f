#include "providers/pg/wait.hpp"

#include <array>

#ifdef _WIN32
#include <winsock2.h>
#else
#include <poll.h>
#include <sys/socket.h>
#endif

namespace cortege::pg {

namespace {

bool wait_for(short events, const PGconn *connection, std::chrono::milliseconds timeout) {
  const int socket = PQsocket(connection);
  if (socket < 0)
    return true; // the next read or write reports the lost connection
#ifdef _WIN32
  WSAPOLLFD slot{static_cast<SOCKET>(socket), events, 0};
  return WSAPoll(&slot, 1, static_cast<int>(timeout.count())) > 0;
#else
  pollfd slot{socket, events, 0};
  return poll(&slot, 1, static_cast<int>(timeout.count())) > 0;
#endif
}

} // namespace

bool wait_readable(const PGconn *connection, std::chrono::milliseconds timeout) {
#ifdef _WIN32
  return wait_for(POLLRDNORM, connection, timeout);
#else
  return wait_for(POLLIN, connection, timeout);
#endif
}

bool wait_writable(const PGconn *connection, std::chrono::milliseconds timeout) {
#ifdef _WIN32
  return wait_for(POLLWRNORM, connection, timeout);
#else
  return wait_for(POLLOUT, connection, timeout);
#endif
}

void shut(int socket) {
#ifdef _WIN32
  shutdown(static_cast<SOCKET>(socket), SD_BOTH);
#else
  shutdown(socket, SHUT_RDWR);
#endif
}

bool accepts_connections(const std::string &conninfo, std::chrono::seconds patience) {
  const std::string seconds = std::to_string(patience.count());
  const std::array keys{"dbname", "connect_timeout", static_cast<const char *>(nullptr)};
  const std::array values{conninfo.c_str(), seconds.c_str(), static_cast<const char *>(nullptr)};
  return PQpingParams(keys.data(), values.data(), 1) == PQPING_OK;
}

} // namespace cortege::pg
