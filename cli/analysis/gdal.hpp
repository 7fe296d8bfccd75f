#pragma once

#include "engine/geometry.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <memory>
#include <string>

namespace cortege::analysis {

/// Keeps GDAL from printing while it lives, and remembers what it would have printed.
class QuietGdal {
public:
  QuietGdal();
  ~QuietGdal();
  QuietGdal(const QuietGdal &) = delete;
  QuietGdal &operator=(const QuietGdal &) = delete;
};

/// Throws engine::Error "cannot VERB FILE: …" with GDAL's last message.
[[noreturn]] void refuse(const std::string &verb, const std::string &file);

/// A CRS by name ("EPSG:2154"), axes in the order of coordinates. Throws engine::Error for an unknown one.
OGRSpatialReference reference(const std::string &crs);

/// Points, lines or polygons, single or multiple; empty for anything else. The third dimension is dropped.
engine::Shape to_shape(const OGRGeometry &geometry);

std::unique_ptr<OGRGeometry> to_ogr(const engine::Point &point);
std::unique_ptr<OGRGeometry> to_ogr(const engine::Line &line);
std::unique_ptr<OGRGeometry> to_ogr(const engine::Polygon &polygon);

} // namespace cortege::analysis
