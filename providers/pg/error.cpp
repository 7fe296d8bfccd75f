#include "providers/pg/error.hpp"

#include <cstdlib>
#include <utility>

namespace cortege::pg {
namespace {

std::string field(const PGresult *result, int code) {
  const char *value = PQresultErrorField(result, code);
  return value == nullptr ? std::string() : std::string(value);
}

// In English, or in French as on agents' workstations.
bool tells_of_password(const std::string &message) {
  const auto says = [&message](const char *words) { return message.find(words) != std::string::npos; };
  return says("authentication failed") || (says("authentification") && says("échou"));
}

std::string without_trailing_newline(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' '))
    text.pop_back();
  return text;
}

} // namespace

Error::Error(const std::string &message, std::string sqlstate, bool connection_lost)
    : std::runtime_error(message), sqlstate_(std::move(sqlstate)), connection_lost_(connection_lost) {}

Error Error::from(const PGresult *result, const PGconn *connection) {
  std::string message = field(result, PG_DIAG_MESSAGE_PRIMARY);
  if (message.empty())
    message = without_trailing_newline(PQresultErrorMessage(result));
  if (message.empty())
    return from(connection);
  // A fatal error may arrive, in a pipeline, before libpq has seen the end of the connection behind it.
  const std::string severity = field(result, PG_DIAG_SEVERITY_NONLOCALIZED);
  Error error(message, field(result, PG_DIAG_SQLSTATE),
              PQstatus(connection) != CONNECTION_OK || severity == "FATAL" || severity == "PANIC");
  error.detail_ = field(result, PG_DIAG_MESSAGE_DETAIL);
  error.hint_ = field(result, PG_DIAG_MESSAGE_HINT);
  error.constraint_ = field(result, PG_DIAG_CONSTRAINT_NAME);
  error.table_ = field(result, PG_DIAG_TABLE_NAME);
  error.column_ = field(result, PG_DIAG_COLUMN_NAME);
  error.position_ = std::atoi(field(result, PG_DIAG_STATEMENT_POSITION).c_str());
  return error;
}

Error Error::from(const PGconn *connection) {
  std::string message = without_trailing_newline(PQerrorMessage(connection));
  if (message.empty())
    message = "the connection to the database was lost; try again";
  Error error(message, {}, PQstatus(connection) != CONNECTION_OK);
  // libpq gives no SQLSTATE for a refused connection. That a password was used does not make it the reason: a
  // server may be full.
  error.password_refused_ = PQbackendPID(connection) == 0
                            && (PQconnectionNeedsPassword(connection) != 0
                                || (PQconnectionUsedPassword(connection) != 0 && tells_of_password(message)));
  return error;
}

std::string Error::full() const {
  std::string text = what();
  for (const std::string *part : {&detail_, &hint_})
    if (!part->empty())
      text += "\n" + *part;
  return text;
}

} // namespace cortege::pg
