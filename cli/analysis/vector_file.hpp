#pragma once

#include "cli/analysis/gdal.hpp"
#include "cli/analysis/local_time.hpp"
#include "engine/progress.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace cortege::analysis {

struct VectorOptions {
  std::string layer;             ///< empty: the first
  std::string crs = "EPSG:2154"; ///< of what is given back
};

/// One feature of a vector source, valid until the next.
class Row {
public:
  Row(const OGRFeature &feature, const LocalTime &time) : feature_(feature), time_(time) {}

  [[nodiscard]] long long id() const { return feature_.GetFID(); }
  [[nodiscard]] bool has(const std::string &field) const {
    return feature_.GetFieldIndex(field.c_str()) >= 0;
  }
  /// Empty when null or absent.
  [[nodiscard]] std::string text(const std::string &field) const;
  [[nodiscard]] std::optional<double> number(const std::string &field) const;
  /// Throws engine::Error naming the row when the field holds something that is no date.
  [[nodiscard]] std::optional<engine::Instant> instant(const std::string &field) const;

private:
  const OGRFeature &feature_;
  const LocalTime &time_;
};

/// Any vector source that GDAL reads, in one CRS: GeoPackage, GeoJSON, Shapefile, WFS, and CSV (gzipped too)
/// with its coordinates in columns named lon/lat, longitude/latitude, lng or x/y: degrees when they fit, else
/// the CRS asked. Calls `take(row, shape)` for each feature that has a geometry, and returns how many had
/// none. Throws engine::Error when the source or its layer cannot be read, when it has no CRS to be guessed,
/// or a geometry cannot be brought to the CRS asked; Cancelled.
std::size_t read_vector(const std::string &file, const VectorOptions &options, const LocalTime &time,
                        const std::function<void(const Row &row, engine::Shape shape)> &take,
                        const engine::Progress &progress);

} // namespace cortege::analysis
