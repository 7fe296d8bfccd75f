#pragma once

#include <qgsabstractdatabaseproviderconnection.h>

namespace cortege::pg {
class Result;
}

namespace cortege::qgis {

/// The rows of a query as QGIS's database manager reads them, numbers and booleans in their own kind as from
/// the stock provider. `result` must be in text form.
QgsAbstractDatabaseProviderConnection::QueryResult query_result(const pg::Result &result);

} // namespace cortege::qgis
