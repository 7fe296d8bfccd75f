#include "cli/analysis/output.hpp"

#include "engine/error.hpp"
#include "engine/io/crs.hpp"

#include <fmt/format.h>

#include <random>

namespace fs = std::filesystem;

namespace cortege::analysis {

namespace {

constexpr const char *current_date = "OGR_CURRENT_DATE";

const char *vector_driver(const std::string &file) {
  const std::string extension = fs::path(file).extension().string();
  if (extension == ".gpkg")
    return "GPKG";
  if (extension == ".geojson" || extension == ".json")
    return "GeoJSON";
  if (extension == ".csv")
    return "CSV";
  throw engine::Error(fmt::format("{} cannot be written: end its name in .gpkg, .geojson or .csv.", file));
}

} // namespace

VectorOutput::VectorOutput(std::string file, const std::string &crs)
    : file_(std::move(file)), crs_(engine::crs_named(crs)) {
  const fs::path path(file_);
  draft_ =
      path.parent_path()
      / fmt::format(".{}.{:08x}{}", path.stem().string(), std::random_device{}(), path.extension().string());
  // A GeoPackage carries the date of its last change: the same input must give the same bytes.
  CPLSetThreadLocalConfigOption(current_date, "1970-01-01T00:00:00.000Z");
  GDALDriver *driver = GetGDALDriverManager()->GetDriverByName(vector_driver(file_));
  dataset_.reset(driver->Create(draft_.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  if (!dataset_ || (transactions() && dataset_->StartTransaction() != OGRERR_NONE))
    fail();
}

VectorOutput::~VectorOutput() {
  dataset_.reset();
  CPLSetThreadLocalConfigOption(current_date, nullptr);
  std::error_code ignored;
  fs::remove(draft_, ignored);
}

OGRLayer &VectorOutput::layer(const char *name, OGRwkbGeometryType type,
                              std::span<const OutputField> fields) {
  OGRLayer *layer = dataset_->CreateLayer(name, &crs_, type, nullptr);
  if (layer == nullptr)
    fail();
  for (const OutputField &field : fields) {
    OGRFieldDefn definition(field.name, field.type);
    if (layer->CreateField(&definition) != OGRERR_NONE)
      fail();
  }
  return *layer;
}

void VectorOutput::finish() {
  if (transactions() && dataset_->CommitTransaction() != OGRERR_NONE)
    fail();
  dataset_.reset(); // what SQLite could not write shows only now
  if (errors_.any())
    fail();
  std::error_code error;
  fs::rename(draft_, file_, error);
  if (error)
    throw engine::Error(fmt::format("{} cannot be written: {}.", file_, error.message()));
}

bool VectorOutput::transactions() const {
  return dataset_->TestCapability(ODsCTransactions) != 0;
}

void VectorOutput::fail() const {
  throw engine::Error(fmt::format("Cannot write {}: {}", file_,
                                  errors_.or_else("check its name, its format and your rights.")));
}

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

} // namespace cortege::analysis
