#include "providers/pg/connection.hpp"

#include <algorithm>
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

Result Connection::receive_whole() {
  auto result = receive();
  if (!result)
    throw Error("the server answered fewer statements than were sent");
  receive(); // the end of this statement
  return std::move(*result);
}

std::vector<Result> Connection::pipeline(const std::vector<std::pair<std::string, Parameters>> &statements) {
  begin_pipeline();
  std::vector<Result> results;
  results.reserve(statements.size());
  try {
    for (const auto &[sql, parameters] : statements)
      send(sql, parameters, Format::text);
    sync_pipeline();
    while (results.size() < statements.size())
      results.push_back(receive_whole());
    receive(); // the synchronisation point: the implicit transaction is committed
  } catch (...) {
    end_pipeline();
    throw;
  }
  end_pipeline();
  return results;
}

std::vector<Result>
Connection::planned_pipeline(const std::vector<std::pair<std::string, Parameters>> &statements) {
  const auto name_of = [](std::size_t number) { return "cortege_" + std::to_string(number); };
  const auto number_of = [this](const std::string &sql) {
    return static_cast<std::size_t>(std::find(planned_.begin(), planned_.end(), sql) - planned_.begin());
  };
  begin_pipeline();
  std::vector<Result> results;
  try {
    std::vector<std::string> fresh;
    for (const auto &[sql, parameters] : statements) {
      std::size_t number = number_of(sql);
      if (number == planned_.size()) {
        number += fresh.size();
        fresh.push_back(sql);
        if (PQsendPrepare(handle_.get(), name_of(number).c_str(), sql.c_str(), 0, nullptr) == 0)
          throw Error::from(handle_.get());
      }
      send_prepared(name_of(number), parameters, Format::text);
    }
    sync_pipeline();
    auto next_fresh = fresh.begin();
    for (const auto &[sql, parameters] : statements) {
      if (next_fresh != fresh.end() && sql == *next_fresh) {
        receive_whole();
        planned_.push_back(*next_fresh++);
      }
      results.push_back(receive_whole());
    }
    receive();
  } catch (...) {
    end_pipeline();
    throw;
  }
  end_pipeline();
  return results;
}

} // namespace cortege::pg
