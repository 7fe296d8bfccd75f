#pragma once

#include "cli/analysis/gdal.hpp"
#include "engine/grid.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace cortege::analysis {

struct OutputField {
  const char *name;
  OGRFieldType type;
};

/// Vector results: GeoPackage, GeoJSON or CSV by the file's extension. They are put in place at once by
/// finish(): until then the file is what it was. All that goes wrong throws engine::Error with the file's
/// name.
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
      refuse("write", file_);
  }
  /// Must be called for the file to be whole.
  void finish();

private:
  QuietGdal quiet_;
  std::string file_;
  std::filesystem::path draft_;
  OGRSpatialReference crs_;
  GDALDatasetUniquePtr dataset_;
};

/// One band of a raster, row by row from the top; NaN is no data.
struct RasterBand {
  std::string name;
  std::span<const float> values;
};

/// A cloud-optimised GeoTIFF of Float32.
void write_raster(const std::string &file, const engine::Grid &grid, const std::string &crs,
                  std::span<const RasterBand> bands);

/// The first band of a north-up raster whose cells lie on the absolute lattice of its resolution, no data as
/// NaN. Throws engine::Error when it cannot be read or its cells are not square and on the lattice.
struct RasterInput {
  engine::Grid grid;
  std::vector<double> values;
};
RasterInput read_raster(const std::string &file, int band);

} // namespace cortege::analysis
