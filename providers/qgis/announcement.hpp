#pragma once

#include "providers/qgis/relation.hpp"

#include <qgsfeaturerequest.h>

#include <string>

namespace cortege::qgis {

/// What a connection calls itself while it reads: "layer|xmin,ymin,xmax,ymax|from/to", the form that
/// `cortege audit ingest` takes from the server's record of reads. PostgreSQL keeps 63 bytes of ASCII: the
/// rectangle is whole metres of Lambert-93 (absent for layers in another CRS), the window whole minutes UTC,
/// yyMMddHHmm, and the layer's name is cut to what remains. Parts that the request does not have are empty.
std::string announcement(const Relation &relation, const QgsFeatureRequest &request);

} // namespace cortege::qgis
