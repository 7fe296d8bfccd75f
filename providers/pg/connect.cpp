#include "providers/pg/connect.hpp"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace cortege::pg {
namespace {

/// Keywords of libpq and their values; of two that are equal the last counts.
class Words {
public:
  Words(const std::string &conninfo, const ConnectOptions &options) {
    if (!conninfo.empty())
      set("dbname", conninfo);
    set("client_encoding", "UTF8");
    set("fallback_application_name", options.application_name);
    set("connect_timeout", std::to_string(options.timeout.count()));
    for (const auto &[key, value] : options.keywords)
      set(key, value);
    if (options.person)
      set("user", *options.person);
  }

  PGconn *connect() const {
    std::vector<const char *> keys, values;
    for (const auto &[key, value] : words_) {
      keys.push_back(key.c_str());
      values.push_back(value.c_str());
    }
    keys.push_back(nullptr);
    values.push_back(nullptr);
    return PQconnectdbParams(keys.data(), values.data(), 1);
  }

private:
  void set(const std::string &key, const std::string &value) { words_.emplace_back(key, value); }

  std::vector<std::pair<std::string, std::string>> words_;
};

/// What the thread that connects and the one that waits for it share.
struct Attempt {
  std::mutex mutex;
  std::condition_variable wake;
  PGconn *connection = nullptr;
  bool over = false, given_up = false;
};

// libpq asks nobody while it looks up a name or waits for a server. A thread of its own does that, and takes
// away what it brings when nobody waits any more.
PGconn *connect_apart(const Words &words, const Stop &stop) {
  constexpr std::chrono::milliseconds moment(100);
  const auto attempt = std::make_shared<Attempt>();
  std::thread([attempt, words] {
    PGconn *connection = words.connect();
    const std::lock_guard lock(attempt->mutex);
    if (attempt->given_up)
      PQfinish(connection);
    else
      attempt->connection = connection;
    attempt->over = true;
    attempt->wake.notify_all();
  }).detach();
  std::unique_lock lock(attempt->mutex);
  while (!attempt->wake.wait_for(lock, moment, [&attempt] { return attempt->over; }))
    if (stop()) {
      attempt->given_up = true;
      throw Interrupted();
    }
  return attempt->connection;
}

} // namespace

PGconn *connect(const std::string &conninfo, const ConnectOptions &options) {
  const Words words(conninfo, options);
  return options.stop ? connect_apart(words, options.stop) : words.connect();
}

} // namespace cortege::pg
