#pragma once

#include "providers/pg/connect.hpp"
#include "providers/pg/parameters.hpp"
#include "providers/pg/result.hpp"

#include <libpq-fe.h>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cortege::pg {

enum class Format { text = 0, binary = 1 };

/// A message the server sent beside the results (RAISE NOTICE, WARNING…).
using NoticeHandler = std::function<void(const Error &notice)>;

struct Notification {
  std::string channel, payload;
  int backend = 0;
};

/// Cancels whatever its connection is running, from any thread, as long as the connection lives or after.
class Canceller {
public:
  explicit Canceller(PGconn *connection) : cancel_(PQgetCancel(connection), &PQfreeCancel) {}
  void cancel() const noexcept;
  /// The same; false when the server did not answer in time.
  bool cancelled_within(std::chrono::milliseconds patience) const;

private:
  std::shared_ptr<PGcancel> cancel_;
};

class CopyIn;

/// One connection to PostgreSQL, blocking, UTF-8, owned by one thread at a time. Every failure throws Error.
class Connection {
public:
  /// conninfo is a libpq connection string ("service=x"), a postgresql:// URI, or empty for libpq's
  /// environment. Throws Error when refused and NotTheirs when the server gave someone else's session.
  explicit Connection(const std::string &conninfo = {}, const ConnectOptions &options = {});

  /// Runs one or several commands without parameters; the last one's result.
  Result exec(const std::string &sql);
  /// Runs one command with parameters.
  Result exec(const std::string &sql, const Parameters &parameters, Format format = Format::text);
  template <typename First, typename... Values>
  requires(!std::same_as<std::remove_cvref_t<First>, Parameters>) Result
      exec(const std::string &sql, First &&first, Values &&...values) {
    return exec(sql, Parameters(std::forward<First>(first), std::forward<Values>(values)...));
  }

  /// From now on who waits for an answer asks `stop` ten times a second: true abandons the statement and
  /// throws Interrupted. Empty, the default, waits as long as the server takes.
  void heed(Stop stop) { stop_ = std::move(stop); }
  /// Ends what the server does for this connection, which is idle afterwards; a server that does not answer
  /// at once loses the connection.
  void abandon();

  /// COPY … FROM STDIN: see CopyIn.
  CopyIn copy_in(const std::string &sql);

  /// The asynchronous door: send() one command (several in pipeline mode), then receive() until it gives
  /// nothing.
  void send(const std::string &sql, const Parameters &parameters, Format format = Format::binary);
  /// As send(), outside pipeline mode; each row then comes as a result of its own, the last one empty.
  void send_row_by_row(const std::string &sql, const Parameters &parameters);
  void prepare(const std::string &name, const std::string &sql, const Parameters &types = {});
  void send_prepared(const std::string &name, const Parameters &parameters, Format format = Format::binary);
  /// The next result; nothing at the end of a command. Throws on an error result.
  std::optional<Result> receive();
  /// Takes in what has arrived; true when receive() would not block.
  bool ready();
  /// Waits for data at most this long, then as ready().
  bool ready_within(std::chrono::milliseconds timeout);
  /// Runs statements as one pipeline and one implicit transaction: all or none. Results in order of the
  /// statements.
  std::vector<Result> pipeline(const std::vector<std::pair<std::string, Parameters>> &statements);
  /// The same for statements that come again and again, each different: the server keeps their plans as long
  /// as the connection lives.
  std::vector<Result> planned_pipeline(const std::vector<std::pair<std::string, Parameters>> &statements);
  void begin_pipeline();
  void sync_pipeline();
  void end_pipeline();

  /// The name that the server's records give this connection from now on: 63 bytes of ASCII. Empty leaves it.
  void call_itself(const std::string &application);

  void listen(const std::string &channel);
  /// Notifications that arrived, after waiting at most this long for the first.
  std::vector<Notification> notifications(std::chrono::milliseconds timeout = std::chrono::milliseconds(0));
  void on_notice(NoticeHandler handler);

  Canceller canceller() const { return Canceller(handle_.get()); }
  bool alive() const { return PQstatus(handle_.get()) == CONNECTION_OK; }
  /// Idle and outside any transaction: fit to be handed to the next user.
  bool idle() const { return alive() && PQtransactionStatus(handle_.get()) == PQTRANS_IDLE; }
  bool in_transaction() const;
  int server_version() const { return PQserverVersion(handle_.get()); }
  int backend() const { return PQbackendPID(handle_.get()); }
  std::string user() const;
  std::string database() const;
  PGconn *raw() const { return handle_.get(); }

private:
  void verify_person(const std::string &person);
  Result checked(PGresult *result) const;
  bool may_be_stopped() const;
  void await();
  PGresult *last_result();
  bool drain(std::chrono::steady_clock::time_point deadline);
  Result receive_whole();

  std::unique_ptr<PGconn, decltype(&PQfinish)> handle_;
  Stop stop_;
  bool row_by_row_ = false;               // libpq still is in single-row mode, which a pipeline would inherit
  std::vector<std::string> planned_;      // statements prepared as cortege_0, cortege_1…
  bool unsynced_ = false;                 // statements were queued since the last synchronisation point
  std::unique_ptr<NoticeHandler> notice_; // on the heap: libpq keeps its address
};

} // namespace cortege::pg
