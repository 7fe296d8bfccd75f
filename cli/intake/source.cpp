#include "cli/intake/source.hpp"

#include "cli/intake/values.hpp"
#include "engine/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <mutex>

namespace fs = std::filesystem;

namespace cortege::intake {

namespace {

constexpr int lambert93 = 2154;

/// GDAL's own messages do not reach stderr: the last one becomes part of ours.
void prepare_gdal() {
  static std::once_flag once;
  std::call_once(once, [] {
    GDALAllRegister();
    CPLSetErrorHandler(CPLQuietErrorHandler);
  });
  CPLErrorReset();
}

bool local_file(const std::string &path) {
  return path.find(':') == std::string::npos && !path.starts_with("/vsi");
}

/// GDAL believes a name that ends in .csv; the first bytes say more.
void refuse_wrong_content(const std::string &path) {
  std::ifstream file(path, std::ios::binary);
  if (!file)
    throw engine::Error(fmt::format("cannot read {}: {}.", path, std::strerror(errno)));
  std::array<char, 4096> head{};
  file.read(head.data(), head.size());
  const std::string_view bytes(head.data(), static_cast<std::size_t>(file.gcount()));
  if (bytes.empty())
    throw engine::Error(fmt::format("{} is empty: give a file with data.", path));
  const std::string extension = CPLGetExtension(path.c_str());
  const bool text =
      EQUAL(extension.c_str(), "csv") || EQUAL(extension.c_str(), "tsv") || EQUAL(extension.c_str(), "txt");
  if (text && bytes.find('\0') != std::string_view::npos)
    throw engine::Error(
        fmt::format("{} is no text table: its content is binary (a picture, an archive or UTF-16); "
                    "give a CSV file in UTF-8 or Latin-1.",
                    path));
}

std::string readable_path(const std::string &path) {
  return path.ends_with(".gz") ? "/vsigzip/" + path : path;
}

OGRSpatialReference reference(const std::string &crs) {
  OGRSpatialReference made;
  if (made.SetFromUserInput(crs.c_str()) != OGRERR_NONE)
    throw engine::Error(
        fmt::format("the coordinate reference system {} is unknown: give one such as EPSG:2154.", crs));
  made.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  return made;
}

double coordinate(const Row &row, int field) {
  const std::string text = row.text(field);
  if (text.empty())
    throw Rejected("coordonnées absentes");
  const auto number = to_number(text);
  if (!number)
    throw Rejected(fmt::format("coordonnée illisible : {}", text));
  return *number;
}

bool finite(const OGREnvelope &box) {
  return std::isfinite(box.MinX) && std::isfinite(box.MinY) && std::isfinite(box.MaxX)
         && std::isfinite(box.MaxY);
}

/// A self-crossing polygon is mended when mending keeps what it is.
std::unique_ptr<OGRGeometry> made_valid(std::unique_ptr<OGRGeometry> geometry) {
  const int dimension = geometry->getDimension();
  if (dimension < 2 || geometry->IsValid() != 0)
    return geometry;
  std::unique_ptr<OGRGeometry> mended(geometry->MakeValid());
  if (mended && OGR_GT_IsSubClassOf(mended->getGeometryType(), wkbGeometryCollection)
      && wkbFlatten(mended->getGeometryType()) == wkbGeometryCollection) {
    auto polygons = std::make_unique<OGRMultiPolygon>();
    for (const OGRGeometry *part : mended->toGeometryCollection())
      if (part->getDimension() == dimension)
        OGR_G_AddGeometry(OGRGeometry::ToHandle(polygons.get()),
                          OGRGeometry::ToHandle(const_cast<OGRGeometry *>(part)));
    mended = std::move(polygons);
  }
  if (!mended || mended->IsEmpty() != 0 || mended->getDimension() != dimension)
    throw Rejected("polygone impossible : son contour se recoupe");
  return mended;
}

void append_hex(std::string &hex, const unsigned char *bytes, std::size_t count) {
  constexpr std::string_view digits = "0123456789abcdef";
  for (std::size_t i = 0; i < count; ++i) {
    hex += digits[bytes[i] >> 4U];
    hex += digits[bytes[i] & 15U];
  }
}

/// PostGIS's own form: WKB whose first header says the reference system.
std::string ewkb(const OGRGeometry &geometry) {
  std::vector<unsigned char> wkb(geometry.WkbSize());
  geometry.exportToWkb(wkbNDR, wkb.data());
  constexpr std::size_t header = 5;
  wkb[4] |= 0x20U;
  std::string hex;
  hex.reserve(wkb.size() * 2 + 8);
  append_hex(hex, wkb.data(), header);
  const std::array<unsigned char, 4> srid{lambert93 & 255, lambert93 >> 8, 0, 0};
  append_hex(hex, srid.data(), srid.size());
  append_hex(hex, wkb.data() + header, wkb.size() - header);
  return hex;
}

/// A field that the file holds as a date, as ISO 8601 text.
std::string date_text(const OGRFeature &feature, int field) {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
  float second = 0;
  feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone);
  std::string text = fmt::format("{:04}-{:02}-{:02}", year, month, day);
  if (feature.GetFieldDefnRef(field)->GetType() == OFTDate)
    return text;
  text += fmt::format("T{:02}:{:02}:{:02}", hour, minute, static_cast<int>(second));
  if (zone > 1) { // quarters of an hour from 100, which is UTC
    const int offset = (zone - 100) * 15;
    text +=
        fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', std::abs(offset) / 60, std::abs(offset) % 60);
  }
  return text;
}

} // namespace

std::string Row::text(int field) const {
  if (feature_.IsFieldSetAndNotNull(field) == 0)
    return {};
  const OGRFieldType type = feature_.GetFieldDefnRef(field)->GetType();
  if (type == OFTDate || type == OFTDateTime)
    return date_text(feature_, field);
  return trimmed(to_utf8(feature_.GetFieldAsString(field), options_.encoding));
}

std::string Row::content() const {
  std::string all;
  for (int i = 0; i < feature_.GetFieldCount(); ++i)
    if (const std::string value = text(i); !value.empty())
      all +=
          fmt::format("{}{}={}", all.empty() ? "" : "; ", feature_.GetFieldDefnRef(i)->GetNameRef(), value);
  return all;
}

Source::Source(const std::string &path, SourceOptions options) : options_(std::move(options)), name_(path) {
  prepare_gdal();
  if (local_file(path) && !fs::is_directory(path))
    refuse_wrong_content(path);
  // Texts that look like dates stay as they are written: the mapping says how to read them.
  constexpr std::array<const char *, 2> as_written{"DATE_AS_STRING=YES", nullptr};
  dataset_.reset(GDALDataset::Open(readable_path(path).c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr,
                                   as_written.data()));
  if (!dataset_)
    throw engine::Error(fmt::format("{} is no vector source that GDAL can read{}{}.", path,
                                    *CPLGetLastErrorMsg() == '\0' ? "" : ": ", CPLGetLastErrorMsg()));
  text_table_ = EQUAL(dataset_->GetDriverName(), "CSV");
  choose_layer();
  choose_coordinates();
  prepare_transformation();
}

void Source::choose_layer() {
  if (dataset_->GetLayerCount() == 0)
    throw engine::Error(fmt::format("{} has no layer: give a file with data.", name_));
  layer_ = options_.layer.empty() ? dataset_->GetLayer(0) : dataset_->GetLayerByName(options_.layer.c_str());
  if (layer_ == nullptr)
    throw engine::Error(
        fmt::format("{} has no layer {}; it has: {}.", name_, options_.layer, fmt::join(layers(), ", ")));
}

std::vector<std::string> Source::layers() const {
  std::vector<std::string> names;
  for (OGRLayer *layer : dataset_->GetLayers())
    names.emplace_back(layer->GetName());
  return names;
}

void Source::choose_coordinates() {
  if (layer_->GetGeomType() != wkbNone)
    return;
  const auto first = [this](const std::vector<std::string> &names) {
    for (const std::string &name : names)
      if (const auto index = find_field(name))
        return *index;
    return -1;
  };
  x_ = first(options_.x_names);
  y_ = first(options_.y_names);
  if (x_ < 0 || y_ < 0)
    throw engine::Error(fmt::format(
        "{} has no coordinates: expected a geometry, or columns {}; it has: {}.", name_,
        options_.x_names.empty()
            ? std::string("that the mapping names ([reading] x and y)")
            : fmt::format("{} and {}", fmt::join(options_.x_names, "/"), fmt::join(options_.y_names, "/")),
        fmt::join(fields(), ", ")));
}

void Source::prepare_transformation() {
  const OGRSpatialReference *own = x_ < 0 ? layer_->GetSpatialRef() : nullptr;
  OGRSpatialReference from = own == nullptr ? reference(options_.crs) : *own;
  from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  OGRSpatialReference to = reference(fmt::format("EPSG:{}", lambert93));
  geographic_ = from.IsGeographic() != 0;
  if (from.IsSame(&to) == 0)
    transformation_.reset(OGRCreateCoordinateTransformation(&from, &to));
  if (from.IsSame(&to) == 0 && !transformation_)
    throw engine::Error(
        fmt::format("{}: its coordinates cannot be brought to Lambert-93: {}.", name_, CPLGetLastErrorMsg()));
}

std::optional<int> Source::find_field(const std::string &name) const {
  const int index = layer_->GetLayerDefn()->GetFieldIndex(name.c_str());
  return index < 0 ? std::nullopt : std::optional(index);
}

int Source::field(const std::string &name) const {
  if (const auto index = find_field(name))
    return *index;
  throw engine::Error(fmt::format("{} has no field {}; it has: {}.", name_, name, fmt::join(fields(), ", ")));
}

std::vector<std::string> Source::fields() const {
  std::vector<std::string> names;
  for (int i = 0; i < layer_->GetLayerDefn()->GetFieldCount(); ++i)
    names.emplace_back(to_utf8(layer_->GetLayerDefn()->GetFieldDefn(i)->GetNameRef(), options_.encoding));
  return names;
}

void Source::read(const std::function<void(long long, const Row &)> &take, const engine::Progress &progress) {
  const auto total = std::max<GIntBig>(layer_->GetFeatureCount(0), -1); // only when it costs nothing
  layer_->ResetReading();
  CPLErrorReset();
  for (long long number = 1;; ++number) {
    feature_.reset(layer_->GetNextFeature());
    if (!feature_)
      break;
    take(text_table_ ? number + 1 : number, Row(*feature_, options_));
    if (number % 1024 == 0)
      engine::report(progress, total > 0 ? static_cast<double>(number) / static_cast<double>(total) : 0.0);
  }
  if (CPLGetLastErrorType() == CE_Failure || CPLGetLastErrorType() == CE_Fatal)
    throw engine::Error(fmt::format("{} breaks off: {}; nothing was imported.", name_, CPLGetLastErrorMsg()));
}

std::unique_ptr<OGRGeometry> Source::raw_geometry() const {
  if (x_ >= 0) {
    const Row row(*feature_, options_);
    return std::make_unique<OGRPoint>(coordinate(row, x_), coordinate(row, y_));
  }
  std::unique_ptr<OGRGeometry> geometry(feature_->StealGeometry());
  if (!geometry || geometry->IsEmpty() != 0)
    throw Rejected("géométrie absente");
  if (geometry->hasCurveGeometry() != 0)
    geometry.reset(geometry->getLinearGeometry());
  geometry->flattenTo2D();
  return geometry;
}

std::string Source::geometry() {
  std::unique_ptr<OGRGeometry> geometry = raw_geometry();
  OGREnvelope box;
  geometry->getEnvelope(&box);
  if (!finite(box) || (geographic_ && (box.MinX < -180 || box.MaxX > 180 || box.MinY < -90 || box.MaxY > 90)))
    throw Rejected("coordonnées impossibles");
  if (transformation_ && geometry->transform(transformation_.get()) != OGRERR_NONE) {
    CPLErrorReset(); // one row's trouble is not the source's
    throw Rejected("coordonnées hors du domaine de Lambert-93");
  }
  geometry->getEnvelope(&envelope_);
  if (!finite(envelope_))
    throw Rejected("coordonnées hors du domaine de Lambert-93");
  geometry = made_valid(std::move(geometry));
  dimension_ = geometry->getDimension();
  return ewkb(*geometry);
}

} // namespace cortege::intake
