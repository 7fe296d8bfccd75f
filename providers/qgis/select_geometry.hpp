#pragma once

#include "providers/qgis/relation.hpp"
#include "providers/qgis/statement.hpp"

#include <qgsfeaturerequest.h>

#include <string>

namespace cortege::qgis {

/// The request's rectangle or distance as a condition; empty if it has none.
std::string spatial_condition(const Relation &relation, const QgsFeatureRequest &request, Bindings &values);

/// The expression that reads the geometry, simplified to what the map can show where the request allows it.
std::string geometry_to_read(const Relation &relation, const QgsFeatureRequest &request);

} // namespace cortege::qgis
