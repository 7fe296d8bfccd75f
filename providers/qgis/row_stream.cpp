#include "providers/qgis/row_stream.hpp"

#include "providers/qgis/shared_transaction.hpp"

namespace cortege::qgis {
namespace {

constexpr std::chrono::milliseconds patience(50);

} // namespace

RowStream::RowStream(const FeatureSource &source, const Statement &statement, bool few_rows,
                     pg::Cursor::Stop stop)
    : stop_(std::move(stop)) {
  if (source.transaction) {
    // Other layers of the transaction wait for this connection: it is held only while the rows come in.
    const auto hold = source.transaction->hold();
    read_plain(*hold, statement);
    return;
  }
  lease_.emplace(take_session(source.access));
  if (few_rows)
    read_plain(**lease_, statement);
  else
    cursor_ = std::make_unique<pg::Cursor>(**lease_, statement.sql, statement.values.parameters(), stop_);
}

RowStream::~RowStream() {
  cursor_.reset();
}

void RowStream::read_plain(pg::Connection &connection, const Statement &statement) {
  connection.send(statement.sql, statement.values.parameters(), pg::Format::binary);
  bool cancelled = false;
  while (!connection.ready_within(patience))
    if (!cancelled && stop_ && stop_()) {
      connection.canceller().cancel();
      cancelled = true;
    }
  std::optional<pg::Error> failure;
  // All results are taken, errors too, so that the connection is ready for the next statement.
  for (bool more = true; more;) {
    try {
      auto result = connection.receive();
      more = result.has_value();
      if (result)
        kept_.push_back(std::move(*result));
    } catch (const pg::Error &error) {
      failure = error;
      more = !error.connection_lost();
    }
  }
  if (failure)
    throw pg::Error(*failure);
  if (cursor_ == nullptr && lease_)
    lease_.reset(); // nothing more to read: back to the pool at once
}

const pg::Result *RowStream::next() {
  if (cursor_)
    return cursor_->next() ? &cursor_->batch() : nullptr;
  if (!std::exchange(first_, false) && !kept_.empty())
    kept_.pop_front();
  return kept_.empty() ? nullptr : &kept_.front();
}

void RowStream::poll() {
  if (cursor_)
    cursor_->poll();
}

} // namespace cortege::qgis
