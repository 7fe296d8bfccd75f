#pragma once

#include "providers/qgis/relation.hpp"

#include <qgsfeatureid.h>

#include <optional>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace cortege::qgis {

/// Ids of rows whose key is one integer: the value itself, so that an id means the same in every process and
/// before the row was ever read. Negative values, which QGIS keeps for features not yet saved, stand above
/// 2^62.
QgsFeatureId id_of_integer(qint64 value);
qint64 integer_of_id(QgsFeatureId id);

/// Ids of rows with other keys, given in the order rows are met. Shared by a provider and its iterators;
/// thread-safe.
class FeatureIds {
public:
  /// Values of the key's columns, as text.
  using KeyValues = std::vector<std::string>;

  /// `guess` is what the id probably is, 0 when nothing suggests one. Rows read again come in the order in
  /// which they got their ids: the one after the last row's saves a search of the whole map.
  QgsFeatureId id(const std::string &packed, QgsFeatureId guess = 0);
  /// The key of an id given earlier.
  std::optional<KeyValues> values(QgsFeatureId id) const;
  /// One string for several values, without ambiguity.
  static std::string pack(const KeyValues &values);
  /// After the key of a saved row changed, its id goes on naming it.
  void rename(QgsFeatureId id, const std::string &packed);

private:
  static KeyValues unpack(const std::string &packed);
  const std::string *key(QgsFeatureId id) const;

  mutable std::shared_mutex mutex_;
  std::unordered_map<std::string, QgsFeatureId> ids_;
  std::vector<const std::string *> keys_; // of the ids from 1; the map's nodes stay where they are
};

} // namespace cortege::qgis
