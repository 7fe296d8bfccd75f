#include "cli/tension/gdal.hpp"
#include "cli/tension/outputs.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <chrono>
#include <cmath>
#include <utility>

namespace cortege::tension {

namespace {

constexpr double square_metres_per_hectare = 10000;

constexpr std::array<std::pair<const char *, OGRFieldType>, 15> columns{{{"niveau", OFTInteger},
                                                                         {"niveau_nom", OFTString},
                                                                         {"seuil_bas", OFTReal},
                                                                         {"seuil_haut", OFTReal},
                                                                         {"aire_ha", OFTReal},
                                                                         {"moyenne", OFTReal},
                                                                         {"maximum", OFTReal},
                                                                         {"personnes", OFTReal},
                                                                         {"debut", OFTDateTime},
                                                                         {"fin", OFTDateTime},
                                                                         {"evenements", OFTString},
                                                                         {"nombre", OFTInteger},
                                                                         {"modele", OFTString},
                                                                         {"empreinte", OFTString},
                                                                         {"statut", OFTString}}};

void set_instant(OGRFeature &feature, const char *field, engine::Instant instant) {
  using namespace std::chrono;
  const auto day = floor<days>(instant);
  const year_month_day date(day);
  const hh_mm_ss time(floor<seconds>(instant - day));
  constexpr int utc = 100;
  feature.SetField(feature.GetFieldIndex(field), static_cast<int>(date.year()),
                   static_cast<int>(static_cast<unsigned>(date.month())),
                   static_cast<int>(static_cast<unsigned>(date.day())),
                   static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                   static_cast<float>(time.seconds().count()), utc);
}

} // namespace

struct ZoneFile::Open {
  QuietGdal quiet;
  Dataset dataset;
  OGRLayer *layer = nullptr;
};

ZoneFile::ZoneFile(std::filesystem::path file, const engine::TensionModel &model)
    : file_(std::move(file)), model_(model), open_(std::make_unique<Open>()) {
  // A GeoPackage carries the date of its last change: the same input must give the same bytes.
  CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", "1970-01-01T00:00:00.000Z");
  open_->dataset.reset(driver("GPKG").Create(file_.string().c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  if (!open_->dataset)
    cannot_write(file_.string());
  OGRSpatialReference reference = lambert_93(); // GDAL 3.6 wants it mutable
  open_->layer = open_->dataset->CreateLayer("zones", &reference, wkbPolygon, nullptr);
  if (open_->layer == nullptr)
    cannot_write(file_.string());
  for (const auto &[name, type] : columns) {
    OGRFieldDefn column(name, type);
    if (open_->layer->CreateField(&column) != OGRERR_NONE)
      cannot_write(file_.string());
  }
  if (open_->layer->StartTransaction() != OGRERR_NONE)
    cannot_write(file_.string());
}

ZoneFile::~ZoneFile() {
  CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", nullptr);
}

void ZoneFile::add(const Slice &slice, std::span<const ZoneRecord> zones) {
  for (const ZoneRecord &record : zones) {
    const engine::Zone &zone = record.zone;
    OGRFeature feature(open_->layer->GetLayerDefn());
    feature.SetField("niveau", static_cast<int>(zone.level));
    feature.SetField("niveau_nom", model_.levels[zone.level - 1].name.c_str());
    feature.SetField("seuil_bas", zone.from);
    if (std::isfinite(zone.to))
      feature.SetField("seuil_haut", zone.to);
    feature.SetField("aire_ha", zone.area / square_metres_per_hectare);
    feature.SetField("moyenne", zone.mean);
    feature.SetField("maximum", zone.maximum);
    feature.SetField("personnes", record.persons);
    set_instant(feature, "debut", slice.window.from);
    set_instant(feature, "fin", slice.window.to);
    feature.SetField("evenements", fmt::format("{}", fmt::join(record.keys, ", ")).c_str());
    feature.SetField("nombre", static_cast<int>(record.keys.size()));
    feature.SetField("modele", model_.name.c_str());
    feature.SetField("empreinte", model_.digest.c_str());
    feature.SetField("statut", model_.status.c_str());
    const OGRPolygon polygon = to_ogr(zone.polygon);
    feature.SetGeometry(&polygon);
    if (open_->layer->CreateFeature(&feature) != OGRERR_NONE)
      cannot_write(file_.string());
  }
}

void ZoneFile::finish() {
  CPLErrorReset();
  if (open_->layer->CommitTransaction() != OGRERR_NONE)
    cannot_write(file_.string());
  open_->dataset.reset(); // what SQLite could not write shows only now
  if (CPLGetLastErrorType() >= CE_Failure)
    cannot_write(file_.string());
}

} // namespace cortege::tension
