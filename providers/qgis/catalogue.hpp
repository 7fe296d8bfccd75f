#pragma once

#include "providers/pg/connection.hpp"
#include "providers/qgis/relation.hpp"

#include <memory>

class QgsDataSourceUri;

namespace cortege::qgis {

/// Reads what the database says of the data source, in two or three round trips whatever the table's size.
/// Throws pg::Error with a sentence for the person: no such table, not theirs to read, no such key column.
std::shared_ptr<const Relation> load_relation(pg::Connection &connection, const QgsDataSourceUri &uri);

/// The SELECT of a data source whose table is a query between parentheses; empty for tables.
QString query_of(const QString &table);

} // namespace cortege::qgis
