#include "cli/analysis/vector_file.hpp"

#include "engine/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>

namespace cortege::analysis {

namespace {

std::string dataset_name(const std::string &file) {
  return file.ends_with(".gz") && !file.starts_with("/vsi") ? "/vsigzip/" + file : file;
}

GDALDatasetUniquePtr open(const std::string &file) {
  if (file.find("://") == std::string::npos && !file.starts_with("/vsi")
      && file.find(':') == std::string::npos && !std::filesystem::exists(file))
    throw engine::Error(fmt::format("There is no file {}: check its name.", file));
  const char *const options[] = {"X_POSSIBLE_NAMES=lon,longitude,lng,x", "Y_POSSIBLE_NAMES=lat,latitude,y",
                                 "AUTODETECT_TYPE=YES", "KEEP_GEOM_COLUMNS=NO", nullptr};
  const std::string name = dataset_name(file);
  // Options that only the CSV driver knows make others warn.
  const bool table = name.find(".csv") != std::string::npos;
  const char *const drivers[] = {"CSV", nullptr};
  GDALDatasetUniquePtr dataset(GDALDataset::Open(name.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                                 table ? drivers : nullptr, table ? options : nullptr));
  if (!dataset)
    refuse("read", file);
  return dataset;
}

OGRLayer &layer_of(GDALDataset &dataset, const std::string &file, const std::string &name) {
  OGRLayer *layer = name.empty() ? dataset.GetLayer(0) : dataset.GetLayerByName(name.c_str());
  if (layer == nullptr)
    throw engine::Error(name.empty() ? fmt::format("{} has no layer.", file)
                                     : fmt::format("{} has no layer {}: check its name.", file, name));
  return *layer;
}

bool in_degrees(const OGRGeometry &geometry) {
  OGREnvelope box;
  geometry.getEnvelope(&box);
  return box.MinX >= -180 && box.MaxX <= 180 && box.MinY >= -90 && box.MaxY <= 90;
}

/// Brings geometries to one CRS. A source that does not say its own is read in degrees when its first
/// geometry fits, and else taken for the CRS asked.
class Reprojection {
public:
  Reprojection(const OGRSpatialReference *from, const std::string &to) : to_(reference(to)) {
    if (from != nullptr)
      prepare(*from);
  }

  void apply(OGRGeometry &geometry, const std::string &file, long long id) {
    if (!known_)
      prepare(in_degrees(geometry) ? reference("EPSG:4326") : to_);
    if (transformation_ && geometry.transform(transformation_.get()) != OGRERR_NONE)
      throw engine::Error(
          fmt::format("Feature {} of {} cannot be placed: check the CRS of the file.", id, file));
  }

private:
  void prepare(OGRSpatialReference from) {
    from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    known_ = true;
    if (!from.IsSame(&to_))
      transformation_.reset(OGRCreateCoordinateTransformation(&from, &to_));
  }

  OGRSpatialReference to_;
  bool known_ = false;
  std::unique_ptr<OGRCoordinateTransformation> transformation_;
};

} // namespace

std::string Row::text(const std::string &field) const {
  const int index = feature_.GetFieldIndex(field.c_str());
  return index >= 0 && feature_.IsFieldSetAndNotNull(index) ? feature_.GetFieldAsString(index) : "";
}

std::optional<double> Row::number(const std::string &field) const {
  const int index = feature_.GetFieldIndex(field.c_str());
  if (index < 0 || !feature_.IsFieldSetAndNotNull(index))
    return std::nullopt;
  const std::string written = feature_.GetFieldAsString(index);
  char *end = nullptr;
  const double value = std::strtod(written.c_str(), &end);
  if (written.empty())
    return std::nullopt;
  if (*end != '\0')
    throw engine::Error(fmt::format("Row {}: '{}' in {} is not a number.", id(), written, field));
  return value;
}

std::optional<engine::Instant> Row::instant(const std::string &field) const {
  const int index = feature_.GetFieldIndex(field.c_str());
  if (index < 0 || !feature_.IsFieldSetAndNotNull(index))
    return std::nullopt;
  const OGRFieldType type = feature_.GetFieldDefnRef(index)->GetType();
  if (type == OFTDateTime || type == OFTDate) {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    feature_.GetFieldAsDateTime(index, &year, &month, &day, &hour, &minute, &second, &zone);
    if (zone <= 1)
      return time_.at(year, month, day, hour, minute, second);
    const std::chrono::minutes east((zone - 100) * 15);
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    return engine::Instant(std::chrono::sys_days(date)) + std::chrono::hours(hour)
           + std::chrono::minutes(minute) - east
           + std::chrono::round<engine::Instant::duration>(engine::Seconds(second));
  }
  const std::string written = feature_.GetFieldAsString(index);
  if (written.empty())
    return std::nullopt;
  const std::optional<engine::Instant> instant = time_.read(written);
  if (!instant)
    throw engine::Error(fmt::format("Row {}: '{}' in {} is not a date.", id(), written, field));
  return instant;
}

std::size_t read_vector(const std::string &file, const VectorOptions &options, const LocalTime &time,
                        const std::function<void(const Row &row, engine::Shape shape)> &take,
                        const engine::Progress &progress) {
  const QuietGdal quiet;
  const GDALDatasetUniquePtr dataset = open(file);
  OGRLayer &layer = layer_of(*dataset, file, options.layer);
  Reprojection reprojection(layer.GetSpatialRef(), options.crs);
  const double count = std::max(1.0, static_cast<double>(layer.GetFeatureCount(FALSE)));
  std::size_t without = 0;
  double read = 0;
  layer.ResetReading();
  while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()}) {
    OGRGeometry *const geometry = feature->GetGeometryRef();
    if (std::fmod(read, 1024) == 0)
      engine::report(progress, std::min(1.0, read / count));
    ++read;
    if (geometry == nullptr || geometry->IsEmpty()) {
      ++without;
      continue;
    }
    reprojection.apply(*geometry, file, feature->GetFID());
    take(Row(*feature, time), to_shape(*geometry));
  }
  return without;
}

} // namespace cortege::analysis
