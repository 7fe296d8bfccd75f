#include "cli/tension/gdal.hpp"

#include "engine/error.hpp"

#include <fmt/format.h>

#include <array>

namespace cortege::tension {

QuietGdal::QuietGdal() {
  GDALAllRegister();
  CPLPushErrorHandler(CPLQuietErrorHandler);
  CPLErrorReset();
}

QuietGdal::~QuietGdal() {
  CPLPopErrorHandler();
}

void cannot_write(const std::string &file) {
  const char *message = CPLGetLastErrorMsg();
  throw engine::Error(
      fmt::format("cannot write {}: {}", file, *message != '\0' ? message : "GDAL does not say why"));
}

GDALDriver &driver(const char *name) {
  GDALDriver *found = GetGDALDriverManager()->GetDriverByName(name);
  if (found == nullptr)
    throw engine::Error(fmt::format("this GDAL cannot write {}: install Debian's gdal packages.", name));
  return *found;
}

OGRSpatialReference lambert_93() {
  OGRSpatialReference reference;
  reference.importFromEPSG(epsg);
  reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  return reference;
}

OGRPolygon to_ogr(const engine::Polygon &polygon) {
  OGRPolygon converted;
  for (const engine::Line &ring : polygon) {
    OGRLinearRing line;
    for (const engine::Point &point : ring)
      line.addPoint(point.x, point.y);
    converted.addRing(&line);
  }
  return converted;
}

Dataset raster_in_memory(int width, int height, int bands, GDALDataType type, double west, double north,
                         double resolution) {
  Dataset raster(driver("MEM").Create("", width, height, bands, type, nullptr));
  if (!raster)
    throw engine::Error("not enough memory for the raster: take a coarser resolution or a smaller extent.");
  std::array<double, 6> transform{west, resolution, 0, north, 0, -resolution};
  raster->SetGeoTransform(transform.data());
  const OGRSpatialReference reference = lambert_93();
  raster->SetSpatialRef(&reference);
  return raster;
}

} // namespace cortege::tension
