#pragma once

#include <qgsfeatureid.h>

#include <cstddef>
#include <memory_resource>
#include <mutex>
#include <optional>
#include <unordered_map>

namespace cortege::qgis {

/// Which version of each row the person has been shown, and on which one an edit began. A row read for the
/// person (a form, a table, an identification: the interface's own thread) replaces what was shown; a row
/// read for a redraw does not, and neither touches the base of a row being edited. Thread-safe.
class Versions {
public:
  enum class ReadFor { person, redraw };

  void read(QgsFeatureId id, qint64 version, ReadFor reader);
  /// The first edit of a row: its base is what was last shown, and stays so. False if it was never shown.
  bool edit_begins(QgsFeatureId id);
  void set_base(QgsFeatureId id, qint64 version);
  /// What a save of this row must find; nothing if the row was never shown.
  std::optional<qint64> base(QgsFeatureId id) const;
  /// The row was saved at this version, or is gone.
  void saved(QgsFeatureId id, std::optional<qint64> version);
  /// The row was written, this many savepoints deep, in a transaction that goes on: it is locked, so nobody
  /// else can change it, and its version moves with each change. It has no base until that write is undone or
  /// the edit session is over.
  void written_in_transaction(QgsFeatureId id, std::size_t depth);
  /// The transaction went back to a savepoint: rows first written deeper are free again, and at their base.
  void undone_to(std::size_t depth);
  /// The edit session is over.
  void forget_bases();

private:
  // Rows shown beyond this are not remembered until edited: memory stays bounded whatever is scrolled
  // through.
  static constexpr std::size_t most_shown = 200000;

  mutable std::mutex mutex_;
  std::pmr::unsynchronized_pool_resource pool_; // a row's entry costs a tenth of what reading it does
  std::pmr::unordered_map<QgsFeatureId, qint64> shown_{&pool_}, bases_{&pool_};
  std::unordered_map<QgsFeatureId, std::size_t> locked_; ///< and how deep they were first written
};

} // namespace cortege::qgis
