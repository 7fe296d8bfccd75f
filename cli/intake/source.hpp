#pragma once

#include "engine/progress.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace cortege::intake {

/// Why a row cannot be taken, in French: it goes to the rejects file.
class Rejected : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

struct SourceOptions {
  std::string layer;               ///< empty: the first
  std::string encoding = "CP1252"; ///< of texts that are not UTF-8
  std::string crs = "EPSG:4326";   ///< when the file does not say
  /// Names of the columns that hold the coordinates when there is no geometry; the first that exists is
  /// taken.
  std::vector<std::string> x_names, y_names;
};

/// One row as the source has it, texts in UTF-8. Valid until the next one.
class Row {
public:
  Row(OGRFeature &feature, const SourceOptions &options) : feature_(feature), options_(options) {}
  /// The field as text, trimmed; empty when null.
  std::string text(int field) const;
  /// The whole row for the rejects file: "name=value; …".
  std::string content() const;

private:
  OGRFeature &feature_;
  const SourceOptions &options_;
};

/// Any vector source that GDAL reads, delivered in Lambert-93 (EPSG:2154): CSV (also gzipped), GeoJSON,
/// GeoPackage, Shapefile, WFS…
class Source {
public:
  /// Throws engine::Error in one sentence when the file is missing, empty, not a vector source, or when its
  /// columns x and y or its layer are not there.
  Source(const std::string &path, SourceOptions options);

  /// The field's index. Throws engine::Error listing the fields there are.
  int field(const std::string &name) const;
  std::optional<int> find_field(const std::string &name) const;

  std::vector<std::string> fields() const;
  std::vector<std::string> layers() const;

  /// Calls `take(line, row)` for each row; line is the line of a text table, the number of the feature
  /// elsewhere. Throws engine::Error when the source breaks off.
  void read(const std::function<void(long long line, const Row &row)> &take,
            const engine::Progress &progress);

  /// The current row's geometry as EWKB in hexadecimal, two-dimensional, EPSG:2154, made valid.
  /// Throws Rejected when it is null, impossible or cannot be placed.
  std::string geometry();
  /// Its rectangle after the last geometry(): xmin, ymin, xmax, ymax.
  const OGREnvelope &envelope() const { return envelope_; }
  /// Its dimension: 0 points, 1 lines, 2 surfaces.
  int dimension() const { return dimension_; }

private:
  void choose_layer();
  void choose_coordinates();
  void prepare_transformation();
  std::unique_ptr<OGRGeometry> raw_geometry() const;

  SourceOptions options_;
  std::string name_;
  GDALDatasetUniquePtr dataset_;
  OGRLayer *layer_ = nullptr;
  OGRFeatureUniquePtr feature_;
  std::unique_ptr<OGRCoordinateTransformation> transformation_;
  bool geographic_ = false, text_table_ = false;
  int x_ = -1, y_ = -1, dimension_ = 0;
  OGREnvelope envelope_;
};

} // namespace cortege::intake
