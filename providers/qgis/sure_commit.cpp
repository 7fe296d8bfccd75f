#include "providers/qgis/sure_commit.hpp"

#include "providers/pg/transaction.hpp"
#include "providers/qgis/text.hpp"

#include <chrono>
#include <thread>

namespace cortege::qgis {
namespace {

constexpr int attempts = 20;
constexpr std::chrono::milliseconds pause(250);

enum class Outcome { committed, aborted, unknown };

// The server may be restarting, or still finishing the transaction: a few seconds are worth a certain answer.
Outcome ask(const Access &access, const std::string &transaction) {
  for (int i = 0; i < attempts; ++i) {
    try {
      const auto connection = open_session(access);
      const auto status = connection->exec("SELECT pg_xact_status($1::xid8)", transaction)
                              .value<std::optional<std::string>>();
      if (status == "committed")
        return Outcome::committed;
      if (status == "aborted")
        return Outcome::aborted;
      if (!status)
        return Outcome::unknown;  // too long ago for the server to remember
    } catch (const pg::Error &) { // NOLINT(bugprone-empty-catch) not back yet
    }
    std::this_thread::sleep_for(pause);
  }
  return Outcome::unknown;
}

void commit(pg::Connection &connection, pg::Transaction &transaction, const Access &access) {
  const auto id =
      connection.exec("SELECT pg_current_xact_id_if_assigned()::text").value<std::optional<std::string>>();
  try {
    transaction.commit();
  } catch (const pg::Error &error) {
    if (!error.connection_lost() || !id)
      throw;
    switch (ask(access, *id)) {
    case Outcome::committed:
      return;
    case Outcome::aborted:
      throw pg::Error(tr("The connection was lost while saving; nothing was saved and your changes are still "
                         "here. Save again."));
    case Outcome::unknown:
      throw pg::Error(
          tr("The connection was lost while saving and the database does not answer: it is not known whether "
             "your changes were saved. Reload the layer before saving again."));
    }
  }
}

} // namespace

void in_sure_transaction(pg::Connection &connection, const Access &access,
                         const std::function<void()> &work) {
  connection.call_itself(application_of(access)); // the journal names the program, not a layer once read
  // Lost up to here, nothing was begun: the caller may try another connection.
  pg::Transaction transaction(connection);
  try {
    work();
    commit(connection, transaction, access);
  } catch (const pg::Error &error) {
    if (error.connection_lost())
      throw pg::Error(
          tr("The connection was lost before anything was saved; your changes are still here. Save again."));
    throw;
  }
}

} // namespace cortege::qgis
