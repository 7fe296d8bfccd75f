#pragma once

#include <libpq-fe.h>

#include <chrono>
#include <string>

namespace cortege::pg {

/// Waits until the connection's socket has something to read. False when the time is over.
bool wait_readable(const PGconn *connection, std::chrono::milliseconds timeout);
/// The same until it takes more to write.
bool wait_writable(const PGconn *connection, std::chrono::milliseconds timeout);

/// Ends the conversation on a socket: what reads it finds its end. libpq keeps the socket until it closes it
/// itself.
void shut(int socket);

/// True if a server takes connections there; false if none does, or none says so in time.
bool accepts_connections(const std::string &conninfo, std::chrono::seconds patience);

} // namespace cortege::pg
