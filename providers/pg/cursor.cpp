#include "providers/pg/cursor.hpp"

#include <algorithm>
#include <atomic>

namespace cortege::pg {
namespace {

constexpr std::size_t batch_bytes =
    384 * 1024; // about what a local socket buffers: the server seldom waits for us
constexpr int most_rows = 8192;
constexpr std::size_t batches_in_flight = 2;
constexpr std::chrono::milliseconds patience(50);

std::string fresh_name() {
  static std::atomic<unsigned> counter{0};
  return "cortege_" + std::to_string(++counter);
}

} // namespace

Cursor::Cursor(Connection &connection, const std::string &sql, const Parameters &parameters, Stop stop,
               bool in_transaction)
    : connection_(connection), stop_(std::move(stop)), name_(fresh_name()),
      own_transaction_(!in_transaction) {
  connection_.begin_pipeline();
  if (own_transaction_)
    connection_.send("BEGIN READ ONLY", {});
  connection_.send("DECLARE " + name_ + " NO SCROLL CURSOR FOR " + sql, parameters);
  fetch();
}

Cursor::~Cursor() {
  try {
    close();
  } catch (
      ...) { // NOLINT(bugprone-empty-catch) a connection that cannot be brought back is dropped by its pool
  }
}

void Cursor::fetch() {
  connection_.send("FETCH " + std::to_string(rows_per_batch_) + " FROM " + name_, {});
  connection_.sync_pipeline();
  in_flight_.push_back(rows_per_batch_);
}

void Cursor::await() {
  while (!connection_.ready_within(patience)) {
    if (!stop_ || !stop_())
      continue;
    connection_.canceller().cancel();
    throw Interrupted();
  }
}

Result Cursor::take() {
  await();
  auto result = connection_.receive();
  if (!result)
    throw Error("the server ended the answer too early");
  return std::move(*result);
}

void Cursor::expect_end() {
  await();
  connection_.receive();
}

bool Cursor::next() {
  if (complete_ || closed_) {
    batch_.reset();
    return false;
  }
  if (!started_) {
    for (int i = 0; i < (own_transaction_ ? 2 : 1); ++i) {
      take();
      expect_end();
    }
    started_ = true;
  }
  batch_.emplace(take());
  expect_end();
  take(); // the synchronisation point
  const int asked = in_flight_.front();
  in_flight_.erase(in_flight_.begin());
  if (batch_->rows() < asked) {
    complete_ = true;
    if (own_transaction_)
      finish_transaction();
    return batch_->rows() > 0;
  }
  measure(*batch_);
  while (in_flight_.size() < batches_in_flight)
    fetch();
  return true;
}

void Cursor::measure(const Result &batch) {
  const int sampled = std::min(batch.rows(), 64);
  std::size_t bytes = 0;
  for (int row = 0; row < sampled; ++row)
    for (int column = 0; column < batch.columns(); ++column)
      bytes += static_cast<std::size_t>(PQgetlength(batch.raw(), row, column)) + 4;
  const std::size_t width = std::max<std::size_t>(1, bytes / static_cast<std::size_t>(sampled));
  rows_per_batch_ = std::clamp(static_cast<int>(batch_bytes / width), 1, most_rows);
}

void Cursor::poll() {
  if (!closed_ && !in_flight_.empty())
    connection_.ready();
}

void Cursor::finish_transaction() {
  connection_.send("COMMIT", {});
  connection_.sync_pipeline();
}

void Cursor::close() {
  if (std::exchange(closed_, true))
    return;
  connection_.end_pipeline();
  if (!connection_.alive())
    return;
  if (own_transaction_ && connection_.in_transaction())
    connection_.exec("ROLLBACK");
  else if (!own_transaction_ && PQtransactionStatus(connection_.raw()) == PQTRANS_INTRANS)
    connection_.exec("CLOSE " + name_);
}

} // namespace cortege::pg
