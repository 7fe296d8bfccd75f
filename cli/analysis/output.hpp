#pragma once

#include "engine/io/gdal_errors.hpp"
#include "engine/io/ogr_shape.hpp"
#include "engine/time.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace cortege::analysis {

struct OutputField {
  const char *name;
  OGRFieldType type;
};

/// Vector results: GeoPackage, GeoJSON or CSV by the file's extension. They are put in place at once by
/// finish(): until then the file is what it was. The same results give the same bytes. All that goes wrong
/// throws engine::Error with the file's name.
class VectorOutput {
public:
  VectorOutput(std::string file, const std::string &crs);
  /// Removes what was not finished.
  ~VectorOutput();
  VectorOutput(const VectorOutput &) = delete;
  VectorOutput &operator=(const VectorOutput &) = delete;

  /// GeoJSON and CSV hold one layer only.
  OGRLayer &layer(const char *name, OGRwkbGeometryType type, std::span<const OutputField> fields);
  /// Fields are set by `fill`; the geometry may be empty.
  template <typename Fill>
  void add(OGRLayer &layer, std::unique_ptr<OGRGeometry> geometry, const Fill &fill) {
    const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer.GetLayerDefn()));
    fill(*feature);
    if (geometry)
      feature->SetGeometryDirectly(geometry.release());
    if (layer.CreateFeature(feature.get()) != OGRERR_NONE)
      fail();
  }
  /// Must be called for the file to be whole.
  void finish();

private:
  [[nodiscard]] bool transactions() const;
  [[noreturn]] void fail() const;

  engine::GdalErrors errors_;
  std::string file_;
  std::filesystem::path draft_;
  OGRSpatialReference crs_;
  GDALDatasetUniquePtr dataset_;
};

/// An OFTDateTime field, in UTC.
void set_instant(OGRFeature &feature, const char *field, engine::Instant instant);

} // namespace cortege::analysis
