#pragma once

#include "providers/pg/error.hpp"

#include <libpq-fe.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cortege::pg {

struct ConnectOptions {
  std::string application_name = "cortege";
  /// When set, the connection is opened as this person and used only if session_user is this person.
  std::optional<std::string> person;
  std::chrono::seconds timeout{10};
  /// Asked ten times a second while connecting: false gives it up. Without it libpq waits by itself.
  std::function<bool()> keep_trying;
  /// Further libpq keywords; they win over those of the connection string.
  std::vector<std::pair<std::string, std::string>> keywords;
};

/// Connects as Connection does, which checks the result: the handle is the caller's to finish and may be of a
/// refused connection. Throws Error when the time is over or trying was given up.
PGconn *connect(const std::string &conninfo, const ConnectOptions &options);

} // namespace cortege::pg
