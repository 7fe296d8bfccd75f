#pragma once

#include "providers/qgis/column.hpp"

#include <QString>
#include <QVector>
#include <qgis.h>
#include <qgsfields.h>

#include <optional>
#include <string>

namespace cortege::qgis {

/// How rows are told apart, best first.
enum class KeyKind {
  integer,    ///< one integer column: the feature id is its value
  columns,    ///< other keys: ids are given as rows are met (FeatureIds)
  ctid,       ///< a table without a key: the row's place; stable while nobody writes, so not editable
  row_number, ///< a view without a key: the row's rank in a stable order; not editable
};

struct Key {
  KeyKind kind = KeyKind::row_number;
  QVector<int> columns; ///< indexes into Relation::columns
};

struct GeometryColumn {
  QString name; ///< empty: no geometry
  Qgis::WkbType type = Qgis::WkbType::NoGeometry;
  int srid = 0;
  bool geography = false;
  // The column is not bound to the layer's type or SRID: rows are chosen by them.
  bool mixed_types = false, mixed_srids = false;
  std::string sql() const;
  /// As geometry, whatever the column.
  std::string as_geometry() const;
};

/// How a row tells that someone changed it.
enum class VersionBy { none, column, xmin };

struct Privileges {
  bool select = false, insert = false, update = false, remove = false, owner = false;
};

/// What the database says of a table, view or query; never changed once loaded, so threads share it.
struct Relation {
  QString schema, name, comment;
  QString query;    ///< the subquery of a query layer, without its parentheses
  Oid oid = 0;      ///< 0 for a query
  char kind = 'r';  ///< pg_class.relkind, or 'q' for a query
  std::string from; ///< FROM item
  QVector<Column> columns;
  QgsFields fields;
  Key key;
  GeometryColumn geometry;
  VersionBy version_by = VersionBy::none;
  int version_column = -1;
  Privileges may;
  bool row_security = false;
  double estimated_rows = -1;
  /// A range kept beside the two columns it is made of, both ends included: lets time filters use its index.
  struct Period {
    int range = -1, start = -1, end = -1;
    std::string range_type;
    /// An unknown end leaves the range open; else the range is the start alone.
    bool open = false;
  };
  std::optional<Period> period;

  bool has_geometry() const { return !geometry.name.isEmpty(); }
  bool keyed() const { return key.kind == KeyKind::integer || key.kind == KeyKind::columns; }
  int column_index(const QString &column) const;
};

} // namespace cortege::qgis
