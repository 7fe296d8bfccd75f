#pragma once

#include <qgsgeometry.h>

#include <string_view>

namespace cortege::qgis {

/// A geometry from PostGIS's binary form (EWKB, little endian, any type, Z and M). Null for bytes that are no
/// geometry.
QgsGeometry geometry_from_ewkb(std::string_view ewkb);

} // namespace cortege::qgis
