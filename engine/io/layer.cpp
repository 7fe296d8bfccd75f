#include "engine/io/layer.hpp"

#include "engine/error.hpp"
#include "engine/io/crs.hpp"

#include <fmt/format.h>

#include <string_view>

namespace cortege::engine {

namespace {

constexpr std::string_view layer_mark = "|layername=";

/// What a person writes, as GDAL wants it: QGIS's file.gpkg|layername=quartiers, gzipped files.
struct Name {
  std::string dataset;
  std::string layer;
};

Name name_of(const SourceParameters &parameters) {
  Name name{parameters.file, parameters.layer};
  if (const auto mark = name.dataset.find(layer_mark); mark != std::string::npos) {
    if (name.layer.empty())
      name.layer = name.dataset.substr(mark + layer_mark.size());
    name.dataset.erase(mark);
  }
  if (name.dataset.ends_with(".gz") && !name.dataset.starts_with("/vsi"))
    name.dataset = "/vsigzip/" + name.dataset;
  return name;
}

GDALDataset *open(const Name &name) {
  // For CSV: coordinates under their usual names, numbers as numbers. Other drivers warn of options that they
  // do not know.
  const char *const table[] = {"X_POSSIBLE_NAMES=x,lon,lng,long,longitude,easting",
                               "Y_POSSIBLE_NAMES=y,lat,latitude,northing",
                               "GEOM_POSSIBLE_NAMES=wkt,geom,geometry,the_geom",
                               "AUTODETECT_TYPE=YES",
                               "EMPTY_STRING_AS_NULL=YES",
                               "KEEP_GEOM_COLUMNS=NO",
                               nullptr};
  constexpr unsigned how = GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR;
  return GDALDataset::Open(name.dataset.c_str(), how, nullptr, table);
}

OGRLayer *layer_of(GDALDataset &dataset, const std::string &file, const std::string &name) {
  if (!name.empty()) {
    OGRLayer *layer = dataset.GetLayerByName(name.c_str());
    if (layer == nullptr)
      throw Error(fmt::format("“{}” has no layer “{}”.", file, name));
    return layer;
  }
  if (dataset.GetLayerCount() == 0)
    throw Error(fmt::format("“{}” has no layer in it.", file));
  if (dataset.GetLayerCount() > 1) {
    std::string names;
    for (int i = 0; i < dataset.GetLayerCount(); ++i)
      names += fmt::format("{}“{}”", i == 0 ? "" : ", ", dataset.GetLayer(i)->GetName());
    throw Error(fmt::format("“{0}” has several layers: choose one of {1}, with --layer or as {0}{2}{3}.",
                            file, names, layer_mark, dataset.GetLayer(0)->GetName()));
  }
  return dataset.GetLayer(0);
}

/// Whether the first geometry of a layer lies where only degrees do.
bool in_degrees(OGRLayer &layer) {
  bool degrees = false;
  layer.ResetReading();
  while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()}) {
    const OGRGeometry *geometry = feature->GetGeometryRef();
    if (geometry == nullptr || geometry->IsEmpty() != 0)
      continue;
    OGREnvelope box;
    geometry->getEnvelope(&box);
    degrees = box.MinX >= -180 && box.MaxX <= 180 && box.MinY >= -90 && box.MaxY <= 90;
    break;
  }
  layer.ResetReading();
  return degrees;
}

} // namespace

Layer::Layer(const SourceParameters &parameters) : file_(parameters.file) {
  const OGRSpatialReference target = metric_crs_named(parameters.crs);
  const Name name = name_of(parameters);
  dataset_.reset(open(name));
  if (!dataset_)
    throw Error(fmt::format("“{}” cannot be read as features: {}.", file_,
                            errors_.or_else("it is not in a vector format that GDAL knows")));
  layer_ = layer_of(*dataset_, file_, name.layer);
  if (layer_->GetLayerDefn()->GetGeomFieldCount() == 0 || layer_->GetGeomType() == wkbNone)
    throw Error(fmt::format("The layer “{}” of “{}” has no geometry.", layer_->GetName(), file_));
  transformation_ = engine::transformation(own_crs(parameters), target);
}

OGRSpatialReference Layer::own_crs(const SourceParameters &parameters) const {
  if (const OGRSpatialReference *said = layer_->GetSpatialRef()) {
    OGRSpatialReference own = *said;
    own.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return own;
  }
  if (!parameters.source_crs.empty())
    return crs_named(parameters.source_crs);
  return crs_named(in_degrees(*layer_) ? "EPSG:4326" : parameters.crs);
}

void Layer::require_whole() const {
  if (errors_.any())
    throw Error(fmt::format("“{}” cannot be read whole: {}.", file_, errors_.or_else("")));
}

} // namespace cortege::engine
