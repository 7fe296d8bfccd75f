#pragma once

#include "providers/pg/row.hpp"
#include "providers/qgis/feature_ids.hpp"
#include "providers/qgis/relation.hpp"
#include "providers/qgis/statement.hpp"

#include <qgsfeatureid.h>

#include <string>

namespace cortege::qgis {

/// The SQL of a relation's key: how to read it, to choose rows by it, and to turn it into feature ids.
class KeySql {
public:
  KeySql(const Relation &relation, FeatureIds &ids) : relation_(relation), ids_(ids) {}

  /// The FROM item, with the row's rank added where rows have no better id.
  std::string from() const;
  /// The expressions that read the key; the first columns of every selection.
  std::string selection() const;
  int width() const;
  /// The id of a row whose key stands in its columns from first on.
  QgsFeatureId id(const pg::Row &row, int first) const;

  /// The condition that chooses these ids; ids never met choose nothing.
  std::string condition(const QgsFeatureIds &ids, Bindings &values) const;
  std::string condition(QgsFeatureId id, Bindings &values) const;
  /// A total order of the rows.
  std::string order() const;

private:
  std::string integer_condition(const QgsFeatureIds &ids, Bindings &values) const;
  std::string columns_condition(const QgsFeatureIds &ids, Bindings &values) const;
  std::string ctid_condition(const QgsFeatureIds &ids, Bindings &values) const;
  const Column &integer_column() const { return relation_.columns[relation_.key.columns.front()]; }

  const Relation &relation_;
  FeatureIds &ids_;
  mutable QgsFeatureId last_id_ = 0; ///< of the row read last: a reader is one thread's
};

} // namespace cortege::qgis
