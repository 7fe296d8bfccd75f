#include "cli/analysis/output.hpp"
#include "cli/tension/outputs.hpp"
#include "engine/units.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

namespace cortege::tension {

namespace {

constexpr analysis::OutputField columns[] = {
    {"niveau", OFTInteger}, {"niveau_nom", OFTString}, {"seuil_bas", OFTReal},    {"seuil_haut", OFTReal},
    {"aire_ha", OFTReal},   {"moyenne", OFTReal},      {"maximum", OFTReal},      {"personnes", OFTReal},
    {"debut", OFTDateTime}, {"fin", OFTDateTime},      {"evenements", OFTString}, {"nombre", OFTInteger},
    {"modele", OFTString},  {"empreinte", OFTString},  {"statut", OFTString}};

} // namespace

struct ZoneFile::Open {
  explicit Open(const std::filesystem::path &file) : output(file.string(), "EPSG:2154") {}

  analysis::VectorOutput output;
  OGRLayer *layer = nullptr;
};

ZoneFile::ZoneFile(const std::filesystem::path &file, const engine::TensionModel &model)
    : model_(model), open_(std::make_unique<Open>(file)) {
  open_->layer = &open_->output.layer("zones", wkbPolygon, columns);
}

ZoneFile::~ZoneFile() = default;

void ZoneFile::add(const Slice &slice, std::span<const ZoneRecord> zones) {
  for (const ZoneRecord &record : zones) {
    const engine::Zone &zone = record.zone;
    open_->output.add(*open_->layer, engine::to_ogr(zone.polygon), [&](OGRFeature &feature) {
      feature.SetField("niveau", static_cast<int>(zone.level));
      feature.SetField("niveau_nom", model_.levels[zone.level - 1].name.c_str());
      feature.SetField("seuil_bas", zone.from);
      if (std::isfinite(zone.to))
        feature.SetField("seuil_haut", zone.to);
      feature.SetField("aire_ha", zone.area / engine::square_metres_per_hectare);
      feature.SetField("moyenne", zone.mean);
      feature.SetField("maximum", zone.maximum);
      feature.SetField("personnes", record.persons);
      analysis::set_instant(feature, "debut", slice.window.from);
      analysis::set_instant(feature, "fin", slice.window.to);
      feature.SetField("evenements", fmt::format("{}", fmt::join(record.keys, ", ")).c_str());
      feature.SetField("nombre", static_cast<int>(record.keys.size()));
      feature.SetField("modele", model_.name.c_str());
      feature.SetField("empreinte", model_.digest.c_str());
      feature.SetField("statut", model_.status.c_str());
    });
  }
}

void ZoneFile::finish() {
  open_->output.finish();
}

} // namespace cortege::tension
