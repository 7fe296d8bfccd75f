#pragma once

#include <libpq-fe.h>

#include <chrono>

namespace cortege::pg {

/// Waits until the connection's socket has something to read. False when the time is over.
bool wait_readable(const PGconn *connection, std::chrono::milliseconds timeout);
/// The same until it takes more to write.
bool wait_writable(const PGconn *connection, std::chrono::milliseconds timeout);

} // namespace cortege::pg
