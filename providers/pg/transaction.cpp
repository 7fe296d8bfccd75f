#include "providers/pg/transaction.hpp"

#include "providers/pg/quote.hpp"

namespace cortege::pg {
namespace {

// Destructors undo quietly: if even that fails the connection is lost and the server undoes by itself.
void quietly(Connection &connection, const std::string &sql) noexcept {
  try {
    connection.exec(sql);
  } catch (...) { // NOLINT(bugprone-empty-catch)
  }
}

} // namespace

Transaction::Transaction(Connection &connection, const std::string &mode) : connection_(connection) {
  connection_.exec(mode.empty() ? "BEGIN" : "BEGIN " + mode);
}

Transaction::~Transaction() {
  if (open_)
    quietly(connection_, "ROLLBACK");
}

void Transaction::commit() {
  // COMMIT of a failed transaction answers ROLLBACK without an error: that must not pass for a success.
  const Result result = connection_.exec("COMMIT");
  open_ = false;
  if (std::string_view(PQcmdStatus(const_cast<PGresult *>(result.raw()))) != "COMMIT")
    throw Error("the transaction had failed and was rolled back; nothing was saved");
}

void Transaction::rollback() {
  open_ = false;
  connection_.exec("ROLLBACK");
}

Savepoint::Savepoint(Connection &connection, const std::string &name)
    : connection_(connection), name_(quote(name)) {
  connection_.exec("SAVEPOINT " + name_);
}

Savepoint::~Savepoint() {
  if (!open_)
    return;
  quietly(connection_, "ROLLBACK TO SAVEPOINT " + name_);
  quietly(connection_, "RELEASE SAVEPOINT " + name_);
}

void Savepoint::release() {
  connection_.exec("RELEASE SAVEPOINT " + name_);
  open_ = false;
}

} // namespace cortege::pg
