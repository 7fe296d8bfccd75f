#pragma once

#include "server/gate/wms.hpp"

namespace cortege::gate {

/// A WFS request (1.0.0, 1.1.0): GetCapabilities, DescribeFeatureType, GetFeature by rectangle or by
/// identifiers. Reading only; filters by expression are not served. Throws Refusal (400).
Demand read_wfs(const Query &asked, const Configuration &configuration);

} // namespace cortege::gate
