#pragma once

#include <libpq-fe.h>

#include <stdexcept>
#include <string>
#include <string_view>

namespace cortege::pg {

/// What PostgreSQL or libpq refused. what() is the server's own sentence (in the database's language),
/// without prefix.
class Error : public std::runtime_error {
public:
  explicit Error(const std::string &message, std::string sqlstate = {}, bool connection_lost = false);

  /// The error a failed result carries; the connection tells whether it survived.
  static Error from(const PGresult *result, const PGconn *connection);
  static Error from(const PGconn *connection);

  /// Five characters, or empty when the failure came from the client side (network, refused connection).
  const std::string &sqlstate() const { return sqlstate_; }
  const std::string &detail() const { return detail_; }
  const std::string &hint() const { return hint_; }
  const std::string &constraint() const { return constraint_; }
  const std::string &table() const { return table_; }
  const std::string &column() const { return column_; }
  /// Where in the statement, in characters from 1; 0 when the server does not say.
  int position() const { return position_; }

  /// True when the connection is gone: what was in flight may or may not have happened.
  bool connection_lost() const { return connection_lost_; }
  /// The server wanted a password, or another one.
  bool password_refused() const { return password_refused_; }
  /// Nobody answered in time, which says nothing of who asked.
  bool timed_out() const {
    return std::string_view(what()).find("timeout expired") != std::string_view::npos;
  }
  bool cancelled() const { return sqlstate_ == "57014"; }
  /// A right is missing or a row-level policy refused.
  bool denied() const { return sqlstate_ == "42501"; }
  bool constraint_violated() const { return sqlstate_.starts_with("23"); }

  /// Message, detail and hint as one text for a person.
  std::string full() const;

private:
  std::string sqlstate_, detail_, hint_, constraint_, table_, column_;
  int position_ = 0;
  bool connection_lost_ = false, password_refused_ = false;
};

/// The connection obtained is not the asked person's; it was closed unused.
class NotTheirs : public Error {
public:
  using Error::Error;
};

/// Nobody waits for the answer any more; the server was told to stop.
class Interrupted : public Error {
public:
  Interrupted() : Error("the reading was interrupted", "57014") {}
};

} // namespace cortege::pg
