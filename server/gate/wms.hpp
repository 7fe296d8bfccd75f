#pragma once

#include "server/gate/configuration.hpp"
#include "server/gate/query.hpp"

#include <string>
#include <vector>

namespace cortege::gate {

/// One request, judged: what goes on record and the query that QGIS Server is given.
struct Demand {
  std::string service;   ///< wms or wfs
  std::string operation; ///< GetMap…
  std::vector<std::string> layers;
  std::string extent; ///< coordinate system and rectangle, as asked
  std::string window; ///< canonical TIME
  Query query;
};

/// A WMS request (1.1.1, 1.3.0): GetCapabilities, GetMap, GetFeatureInfo, GetLegendGraphic. Parameters that
/// nobody knows are left out, as the standard wants; those that would change what QGIS Server shows and are
/// not served are refused. Throws Refusal (400) with what is wrong and what the limit is.
Demand read_wms(const Query &asked, const Configuration &configuration);

} // namespace cortege::gate
