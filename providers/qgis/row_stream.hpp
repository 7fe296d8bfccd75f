#pragma once

#include "providers/pg/cursor.hpp"
#include "providers/qgis/select.hpp"

#include <deque>
#include <memory>
#include <optional>

namespace cortege::qgis {

/// The batches of a selection, from wherever they come: one plain statement for few rows, a cursor for many,
/// the shared connection inside a transaction.
class RowStream {
public:
  RowStream(const FeatureSource &source, const Statement &statement, bool few_rows, pg::Cursor::Stop stop);
  ~RowStream();
  RowStream(const RowStream &) = delete;
  RowStream &operator=(const RowStream &) = delete;

  /// The next batch, which lives until the call after; nothing after the last.
  const pg::Result *next();
  /// To be called now and then while decoding.
  void poll();

private:
  void read_plain(pg::Connection &connection, const Statement &statement);

  pg::Cursor::Stop stop_;
  std::optional<pg::Pool::Lease> lease_;
  std::unique_ptr<pg::Cursor> cursor_;
  std::deque<pg::Result> kept_;
  bool first_ = true;
};

} // namespace cortege::qgis
