#include "providers/qgis/row_stream.hpp"

#include "providers/qgis/shared_transaction.hpp"

namespace cortege::qgis {
namespace {

constexpr std::chrono::milliseconds patience(50);

} // namespace

RowStream::RowStream(const FeatureSource &source, const Selection &selection, pg::Stop stop)
    : stop_(std::move(stop)) {
  if (source.transaction) {
    // Other layers of the transaction wait for this connection: it is held only while the rows come in.
    const auto hold = source.transaction->hold();
    read_plain(*hold, selection);
    return;
  }
  lease_.emplace(take_session(source.access, stop_));
  if (selection.few_rows) {
    read_plain(**lease_, selection);
    lease_.reset(); // nothing more to read: back to the pool at once
  } else {
    const Statement &statement = selection.statement;
    stream_.emplace(**lease_, statement.sql, statement.values.parameters(), stop_, selection.announcement);
  }
}

void RowStream::read_plain(pg::Connection &connection, const Selection &selection) {
  const Statement &statement = selection.statement;
  connection.call_itself(selection.announcement);
  connection.send(statement.sql, statement.values.parameters(), pg::Format::binary);
  while (!connection.ready_within(patience))
    if (stop_ && stop_()) {
      connection.abandon();
      throw pg::Interrupted();
    }
  kept_ = take_all(connection);
}

// All results are taken, errors too, so that the connection is ready for the next statement.
std::optional<pg::Result> RowStream::take_all(pg::Connection &connection) {
  std::optional<pg::Result> rows;
  std::optional<pg::Error> failure;
  for (bool more = true; more;) {
    try {
      auto result = connection.receive();
      more = result.has_value();
      if (result)
        rows = std::move(result);
    } catch (const pg::Error &error) {
      failure = error;
      more = !error.connection_lost();
    }
  }
  if (failure)
    throw pg::Error(*failure);
  return rows;
}

bool RowStream::next(pg::Row &row) {
  if (stream_)
    return stream_->next(row);
  if (!kept_ || row_ >= kept_->rows())
    return false;
  pg::read_row(*kept_, row_++, row);
  return true;
}

} // namespace cortege::qgis
