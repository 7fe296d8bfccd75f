#include "providers/tension/zones.hpp"

#include "engine/tension/attribution.hpp"
#include "engine/units.hpp"
#include "engine/zone/statistics.hpp"

#include <utility>

namespace cortege::tension {
namespace {

constexpr double least_share = 0.01; // of a zone's total, to be named behind it

} // namespace

std::vector<ZoneRecord> zones_of(const engine::TensionModel &model,
                                 std::span<const engine::TensionEvent> events, const engine::Window &window,
                                 const engine::TensionRaster &raster, const engine::Progress &progress) {
  engine::ZoneParameters parameters;
  for (const engine::TensionLevel &level : model.levels)
    parameters.thresholds.push_back(level.threshold);
  parameters.minimum_area = model.minimum_zone;
  std::vector<ZoneRecord> records;
  for (engine::Zone &zone : engine::zones(raster.grid, raster.sum, parameters, progress)) {
    const auto inside = engine::statistics_in(raster.grid, raster.sum, std::span(&zone.polygon, 1));
    ZoneRecord record{0, std::move(zone), inside.total / engine::square_metres_per_hectare, {}};
    for (const auto &one : engine::contributions(model, events, window, raster.grid, record.zone.polygon,
                                                 record.persons, least_share))
      record.keys.push_back(events[one.event].key);
    records.push_back(std::move(record));
  }
  return records;
}

} // namespace cortege::tension
