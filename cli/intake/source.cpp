#include "cli/intake/source.hpp"

#include "cli/intake/values.hpp"
#include "engine/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <mutex>

namespace fs = std::filesystem;

namespace cortege::intake {

namespace {

constexpr const char *lambert93 = "EPSG:2154";

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

} // namespace

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
  OGRSpatialReference to = reference(lambert93);
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

} // namespace cortege::intake
