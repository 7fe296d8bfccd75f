#include "providers/pg/connection.hpp"

#include <utility>

namespace cortege::pg {
namespace {

// Leaves pipeline mode whatever happened, so that the connection stays usable.
void leave(PGconn *handle) {
  while (PQpipelineStatus(handle) != PQ_PIPELINE_OFF && PQstatus(handle) == CONNECTION_OK) {
    if (PQexitPipelineMode(handle) == 1)
      return;
    PQclear(PQgetResult(handle));
  }
}

} // namespace

void Connection::begin_pipeline() {
  if (std::exchange(row_by_row_, false))
    exec(""); // only a command outside pipelines ends libpq's single-row mode
  if (PQenterPipelineMode(handle_.get()) == 0)
    throw Error::from(handle_.get());
  unsynced_ = false;
}

void Connection::sync_pipeline() {
  if (PQpipelineSync(handle_.get()) == 0)
    throw Error::from(handle_.get());
}

void Connection::end_pipeline() {
  leave(handle_.get());
}

std::vector<Result> Connection::pipeline(const std::vector<std::pair<std::string, Parameters>> &statements) {
  begin_pipeline();
  std::vector<Result> results;
  results.reserve(statements.size());
  try {
    for (const auto &[sql, parameters] : statements)
      send(sql, parameters, Format::text);
    sync_pipeline();
    for (std::size_t i = 0; i < statements.size(); ++i) {
      auto result = receive();
      if (!result)
        throw Error("the server answered fewer statements than were sent");
      results.push_back(std::move(*result));
      receive(); // the end of this statement
    }
    receive(); // the synchronisation point: the implicit transaction is committed
  } catch (...) {
    end_pipeline();
    throw;
  }
  end_pipeline();
  return results;
}

} // namespace cortege::pg
