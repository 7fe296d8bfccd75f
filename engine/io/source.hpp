#pragma once

#include "engine/density/features.hpp"
#include "engine/progress.hpp"

#include <string>

namespace cortege::engine {

struct SourceParameters {
  std::string file{};            ///< anything OGR opens: a path (gzipped too), a connection, a URL
  std::string layer{};           ///< empty: what file|layername=… says, else the only layer
  std::string mass_field{};      ///< empty: every feature has mass 1
  std::string crs = "EPSG:2154"; ///< what coordinates become; projected, in metres
  /// For sources that do not say theirs; empty: degrees (EPSG:4326) when the first geometry lies within them,
  /// else `crs`.
  std::string source_crs{};
};

/// Reads points, lines and polygons with their masses, in batches of columns.
///
/// Throws Error, in one sentence that names the feature where there is one: the file cannot be read or has no
/// features in it, the layer or field does not exist, a mass is null, negative or not a number, a geometry is
/// null, empty, a mixed collection or outside what the CRS can express, the CRS is not one of metres. Throws
/// Cancelled.
Features read_features(const SourceParameters &parameters, const Progress &progress = {});

} // namespace cortege::engine
