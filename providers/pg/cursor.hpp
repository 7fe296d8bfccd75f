#pragma once

#include "providers/pg/connection.hpp"

#include <functional>
#include <optional>
#include <string>

namespace cortege::pg {

/// The reader asked to stop; the server was told to.
class Interrupted : public Error {
public:
  Interrupted() : Error("the reading was interrupted", "57014") {}
};

/// Reads a query in binary batches inside its own read-only transaction, the next batches being produced and
/// sent while the caller decodes the current one. The number of rows of a batch follows their width, so
/// memory stays bounded. The transaction ends as soon as the last row arrived, or with the cursor.
class Cursor {
public:
  using Stop = std::function<bool()>;

  /// in_transaction: the connection already is in a transaction, which the cursor must leave open.
  /// stop is asked at least every 50 ms while the server works; true cancels and makes next() throw
  /// Interrupted.
  Cursor(Connection &connection, const std::string &sql, const Parameters &parameters, Stop stop = {},
         bool in_transaction = false);
  ~Cursor();
  Cursor(const Cursor &) = delete;
  Cursor &operator=(const Cursor &) = delete;

  /// Loads the next batch; false after the last.
  bool next();
  const Result &batch() const { return *batch_; }
  /// Takes in what arrived meanwhile; to be called now and then while decoding.
  void poll();
  /// Ends the transaction and leaves the connection idle. Called by the destructor too.
  void close();

private:
  void fetch();
  void await();
  Result take();
  void expect_end();
  void measure(const Result &batch);
  void finish_transaction();

  Connection &connection_;
  Stop stop_;
  std::string name_;
  bool own_transaction_;
  bool started_ = false, complete_ = false, closed_ = false;
  int rows_per_batch_ = 256;
  std::vector<int> in_flight_; // the batch sizes asked for and not yet answered
  std::optional<Result> batch_;
};

} // namespace cortege::pg
