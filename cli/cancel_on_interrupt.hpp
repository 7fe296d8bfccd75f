#pragma once

#include "providers/pg/connection.hpp"

#include <thread>

namespace cortege::cli {

/// While it lives, Ctrl-C also cancels the statement that the connection is running; it then throws pg::Error
/// with cancelled().
class CancelOnInterrupt {
public:
  explicit CancelOnInterrupt(const pg::Connection &connection);

private:
  std::jthread watcher_;
};

} // namespace cortege::cli
