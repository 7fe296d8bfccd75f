#pragma once

#include "providers/pg/pool.hpp"
#include "providers/pg/stream.hpp"
#include "providers/qgis/select.hpp"

#include <optional>

namespace cortege::qgis {

/// The rows of a selection, from wherever they come: one plain statement for few rows, a stream for many, the
/// shared connection inside a transaction.
class RowStream {
public:
  RowStream(const FeatureSource &source, const Selection &selection, pg::Stop stop);

  /// The next row, which lives until the call after; false after the last.
  bool next(pg::Row &row);

private:
  void read_plain(pg::Connection &connection, const Selection &selection);
  std::optional<pg::Result> take_all(pg::Connection &connection);

  pg::Stop stop_;
  std::optional<pg::Pool::Lease> lease_;
  std::optional<pg::Stream> stream_; // ends before its lease
  std::optional<pg::Result> kept_;
  int row_ = 0;
};

} // namespace cortege::qgis
