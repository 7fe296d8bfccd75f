#pragma once

#include "providers/pg/connection.hpp"

#include <QStringList>
#include <qgsabstractdatabaseproviderconnection.h>

namespace cortege::qgis {

/// The schemas the login may use, without the system's.
QStringList list_schemas(pg::Connection &connection);

/// Tables and views the login may read, one entry for each geometry column: type, CRS, key, comment. info()
/// holds "estimate" (rows, -1 unknown) where no row policy hides rows, and "kind".
QList<QgsAbstractDatabaseProviderConnection::TableProperty> list_tables(pg::Connection &connection,
                                                                        const QString &schema);

} // namespace cortege::qgis
