#pragma once

#include <ogr_spatialref.h>

#include <memory>
#include <string>

namespace cortege::engine {

/// A CRS by name ("EPSG:2154", WKT, PROJ string), axes in x, y order. Throws Error when there is none of that
/// name.
OGRSpatialReference crs_named(const std::string &name);

/// The same; throws Error too when it is not projected in metres, as bandwidths and densities are.
OGRSpatialReference metric_crs_named(const std::string &name);

/// From one to the other; nothing when they are the same. Throws Error when there is no way.
std::unique_ptr<OGRCoordinateTransformation> transformation(const OGRSpatialReference &from,
                                                            const OGRSpatialReference &to);

} // namespace cortege::engine
