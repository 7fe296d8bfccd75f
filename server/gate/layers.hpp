#pragma once

#include "server/gate/configuration.hpp"
#include "server/gate/query.hpp"

#include <string>
#include <vector>

namespace cortege::gate {

/// Throws Refusal when the name is not among those published.
void require_known(const std::string &name, const std::vector<std::string> &published,
                   const std::string &key);

/// The layers that a parameter names, groups replaced by theirs, drawn first ones first; each once. Throws
/// Refusal: none, too many, one that is not published.
std::vector<std::string> layers_of(const Query &asked, const std::string &key,
                                   const Configuration &configuration);

/// QGIS Server applies TIME to what it draws, not to what GetFeatureInfo finds: the FILTER that does, for
/// those of the layers that have a time. `window` is a canonical TIME. Empty: none has.
std::string filter_during(const std::vector<std::string> &layers, const std::string &window,
                          const Configuration &configuration);

} // namespace cortege::gate
