#pragma once

#include <QString>

#include <optional>

namespace cortege::plugin {

/// One street of a way, in the order of the way.
struct RouteStreet {
  QString name;
  double from = 0; ///< metres from the departure
  double length = 0;
  std::optional<double> width;
};

} // namespace cortege::plugin
