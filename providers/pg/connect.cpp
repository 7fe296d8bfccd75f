#include "providers/pg/connect.hpp"

#include "providers/pg/wait.hpp"

namespace cortege::pg {
namespace {

// libpq's own waiting cannot be interrupted; here somebody may turn to something else.
PGconn *connect_step_by_step(PGconn *connection, const ConnectOptions &options) {
  const auto deadline = std::chrono::steady_clock::now() + options.timeout;
  PostgresPollingStatusType state =
      PQstatus(connection) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING;
  while (state == PGRES_POLLING_READING || state == PGRES_POLLING_WRITING) {
    if (!options.keep_trying() || std::chrono::steady_clock::now() > deadline) {
      PQfinish(connection);
      throw Error("timeout expired");
    }
    constexpr std::chrono::milliseconds moment(100);
    if (state == PGRES_POLLING_READING ? wait_readable(connection, moment)
                                       : wait_writable(connection, moment))
      state = PQconnectPoll(connection);
  }
  return connection;
}

} // namespace

PGconn *connect(const std::string &conninfo, const ConnectOptions &options) {
  const std::string timeout = std::to_string(options.timeout.count());
  std::vector<const char *> keys{"dbname"};
  std::vector<const char *> values{conninfo.c_str()};
  const auto set = [&](const char *key, const char *value) {
    keys.push_back(key);
    values.push_back(value);
  };
  if (conninfo.empty()) {
    keys.clear();
    values.clear();
  }
  set("client_encoding", "UTF8");
  set("fallback_application_name", options.application_name.c_str());
  set("connect_timeout", timeout.c_str());
  for (const auto &[key, value] : options.keywords)
    set(key.c_str(), value.c_str());
  if (options.person)
    set("user", options.person->c_str());
  keys.push_back(nullptr);
  values.push_back(nullptr);
  if (options.keep_trying)
    return connect_step_by_step(PQconnectStartParams(keys.data(), values.data(), 1), options);
  return PQconnectdbParams(keys.data(), values.data(), 1);
}

} // namespace cortege::pg
