#pragma once

#include "providers/pg/connection.hpp"
#include "providers/qgis/relation.hpp"

#include <string>

namespace cortege::qgis {

/// The statement that lists a table's columns; $1 is its quoted name.
std::string table_columns_sql();

/// Fills columns, and the geometry column: the named one, or nothing if the name is empty (a layer without
/// geometry).
void read_columns(Relation &relation, const pg::Result &rows, const QString &geometry);

/// The same for a query, which the server describes without running it.
void describe_query(Relation &relation, pg::Connection &connection, const QString &geometry);

} // namespace cortege::qgis
