#pragma once

#include "providers/pg/connection.hpp"
#include "providers/qgis/relation.hpp"

#include <string>

class QgsDataSourceUri;

namespace cortege::qgis {

/// The geometry column as its declaration tells it; throws pg::Error if it is no geometry.
GeometryColumn geometry_column(const QString &name, const std::string &type, int modifier);

/// Type and SRID where the declaration leaves them open: from the data source, else from the first rows.
void settle_geometry(Relation &relation, pg::Connection &connection, const QgsDataSourceUri &uri);

/// The platform's views by kind of geometry give a column without type or SRID, which the spatial index
/// serves (docs/decisions); their names say both. Leaves everything else alone.
void settle_platform_view(const QString &schema, const QString &name, GeometryColumn &column);

/// The condition that keeps the rows of the layer's type and SRID in a mixed column; empty when all rows
/// belong.
std::string geometry_filter(const Relation &relation);

} // namespace cortege::qgis
