#pragma once

#include "engine/io/gdal_errors.hpp"
#include "engine/io/source.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <memory>
#include <string>

namespace cortege::engine {

/// The layer of a source, open to be read once, and what brings its coordinates to the CRS asked. Throws as
/// read_features() for a source, a layer or a CRS that is not there.
class Layer {
public:
  explicit Layer(const SourceParameters &parameters);

  [[nodiscard]] OGRLayer &ogr() { return *layer_; }
  /// Nothing when coordinates are in the CRS asked already.
  [[nodiscard]] OGRCoordinateTransformation *transformation() { return transformation_.get(); }
  /// Throws Error when GDAL reported any failure since the opening: what was read is not whole.
  void require_whole() const;

private:
  struct Close {
    void operator()(GDALDataset *dataset) const { GDALClose(dataset); }
  };

  [[nodiscard]] OGRSpatialReference own_crs(const SourceParameters &parameters) const;

  std::string file_;
  GdalErrors errors_;
  std::unique_ptr<GDALDataset, Close> dataset_;
  OGRLayer *layer_ = nullptr;
  std::unique_ptr<OGRCoordinateTransformation> transformation_;
};

} // namespace cortege::engine
