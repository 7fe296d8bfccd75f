#pragma once

#include "providers/tension/input.hpp"
#include "providers/tension/zones.hpp"

#include <filesystem>
#include <iosfwd>
#include <span>
#include <string>
#include <vector>

namespace cortege::tension {

/// What the window did to one unit of the territory.
struct AreaRecord {
  double hectares = 0;
  double mean = 0;
  double maximum = 0;
  double persons = 0;
};

/// A cloud-optimised GeoTIFF: one Float32 band per source and their sum, last; model, window and unit as
/// metadata.
void write_raster(const std::filesystem::path &file, const engine::TensionModel &model, const Slice &slice,
                  const engine::TensionRaster &raster, const std::string &perimeter);

/// Levels in their colours over the units of the territory, to look at without a GIS.
void write_picture(const std::filesystem::path &file, const engine::TensionModel &model,
                   const engine::TensionRaster &raster, const std::vector<Area> &areas);

/// zones.gpkg, layer "zones": all windows of a series, each zone with its window.
class ZoneFile {
public:
  ZoneFile(const std::filesystem::path &file, const engine::TensionModel &model);
  ~ZoneFile();
  ZoneFile(const ZoneFile &) = delete;
  ZoneFile &operator=(const ZoneFile &) = delete;

  void add(const Slice &slice, std::span<const ZoneRecord> zones);
  /// Must be called for the file to be whole.
  void finish();

private:
  struct Open;
  const engine::TensionModel &model_;
  std::unique_ptr<Open> open_;
};

/// The line of titles, then one line per unit and window; UTF-8, comma, decimal point.
void write_table_head(std::ostream &out);
void write_table(std::ostream &out, const engine::TensionModel &model, const Slice &slice,
                 std::span<const Area> areas, std::span<const AreaRecord> records);

/// The highest level a value reaches; nothing below the first.
const engine::TensionLevel *level_of(const engine::TensionModel &model, double value);

} // namespace cortege::tension
