#pragma once

#include "engine/geometry.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <memory>
#include <string>

namespace cortege::tension {

/// The CRS of every output.
constexpr int epsg = 2154;

struct DatasetCloser {
  void operator()(GDALDataset *dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, DatasetCloser>;

/// Keeps GDAL from printing while it lives; failures are thrown by the functions below.
class QuietGdal {
public:
  QuietGdal();
  ~QuietGdal();
  QuietGdal(const QuietGdal &) = delete;
  QuietGdal &operator=(const QuietGdal &) = delete;
};

/// Throws engine::Error "cannot write FILE: …" with GDAL's last message.
[[noreturn]] void cannot_write(const std::string &file);

GDALDriver &driver(const char *name);
OGRSpatialReference lambert_93();
OGRPolygon to_ogr(const engine::Polygon &polygon);

/// A raster in memory, north up.
Dataset raster_in_memory(int width, int height, int bands, GDALDataType type, double west, double north,
                         double resolution);

} // namespace cortege::tension
