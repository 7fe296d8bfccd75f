#include "engine/io/crs.hpp"

#include "engine/error.hpp"

#include <fmt/format.h>

#include <cmath>

namespace cortege::engine {

OGRSpatialReference crs_named(const std::string &name) {
  OGRSpatialReference crs;
  if (crs.SetFromUserInput(name.c_str()) != OGRERR_NONE)
    throw Error(fmt::format("There is no coordinate reference system “{}”: give one like EPSG:2154.", name));
  crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  return crs;
}

OGRSpatialReference metric_crs_named(const std::string &name) {
  OGRSpatialReference crs = crs_named(name);
  if (!crs.IsProjected() || std::abs(crs.GetLinearUnits() - 1) > 1e-9)
    throw Error(fmt::format(
        "“{}” is not a projected system in metres: choose one, such as EPSG:2154 in France.", name));
  return crs;
}

std::unique_ptr<OGRCoordinateTransformation> transformation(const OGRSpatialReference &from,
                                                            const OGRSpatialReference &to) {
  if (from.IsSame(&to))
    return nullptr;
  std::unique_ptr<OGRCoordinateTransformation> result(OGRCreateCoordinateTransformation(&from, &to));
  if (!result)
    throw Error(fmt::format("Coordinates cannot be brought from {} to {}.", from.GetName(), to.GetName()));
  return result;
}

} // namespace cortege::engine
