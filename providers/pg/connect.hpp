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

/// True once nobody waits for an answer any more.
using Stop = std::function<bool()>;

struct ConnectOptions {
  std::string application_name = "cortege";
  /// When set, the connection is opened as this person and used only if session_user is this person.
  std::optional<std::string> person;
  std::chrono::seconds timeout{10};
  /// Asked ten times a second while connecting, also while the server's name is looked up: true gives it up.
  Stop stop;
  /// Further libpq keywords; they win over those of the connection string.
  std::vector<std::pair<std::string, std::string>> keywords;
};

/// Connects as Connection does, which checks the result: the handle is the caller's to finish and may be of a
/// refused connection. Throws Interrupted once `stop` gives it up.
PGconn *connect(const std::string &conninfo, const ConnectOptions &options);

} // namespace cortege::pg
