#include "cli/ports.hpp"

#include "cli/console.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>

namespace cortege::cli {

namespace {

constexpr int first_port = 54320;

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

} // namespace

bool port_free(int port) {
  const int probe = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int yes = 1;
  setsockopt(probe, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes); // as PostgreSQL does
  const sockaddr_in address = loopback(port);
  const bool free = bind(probe, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
  close(probe);
  return free;
}

int free_port() {
  for (int port = first_port; port < first_port + 200; ++port)
    if (port_free(port))
      return port;
  throw Error("no port is free for the database: give one with --port.");
}

bool port_answers(int port) {
  const int probe = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_in address = loopback(port);
  const bool connected = connect(probe, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
  close(probe);
  return connected;
}

} // namespace cortege::cli
