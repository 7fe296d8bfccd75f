#pragma once

#include "providers/pg/connection.hpp"
#include "providers/pg/row.hpp"

#include <optional>
#include <string>

namespace cortege::pg {

/// Reads a query row by row in binary form while the server goes on producing. What is ahead of the reader
/// waits in the socket, where the server waits too: memory is bounded by the widest row. The query is a
/// transaction of its own (or part of the one that is open) and over when its last row arrived; one that is
/// left early is cancelled. A query without parameters travels as COPY, the cheapest form for both sides.
class Stream {
public:
  /// stop is asked at least every 50 ms while the server works; true cancels and makes next() throw
  /// Interrupted. application, unless empty, is what the connection calls itself from this query on.
  Stream(Connection &connection, const std::string &sql, const Parameters &parameters, Stop stop = {},
         const std::string &application = {});
  ~Stream();
  Stream(const Stream &) = delete;
  Stream &operator=(const Stream &) = delete;

  /// Loads the next row; false after the last.
  bool next(Row &row);
  /// Leaves the connection idle. Called by the destructor too.
  void close();

private:
  void begin_copy();
  bool next_copied(Row &row);
  bool next_result(Row &row);
  std::optional<Result> receive();
  void stop_if_asked();
  void release();

  Connection &connection_;
  Stop stop_;
  bool copy_;
  bool started_ = false, complete_ = false, closed_ = false;
  char *copied_ = nullptr;       // libpq's buffer of the current row
  std::optional<Result> result_; // or its result
};

} // namespace cortege::pg
