#include "engine/zone/zone.hpp"

#include "engine/error.hpp"
#include "engine/measure.hpp"
#include "engine/zone/forest.hpp"
#include "engine/zone/statistics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace cortege::engine {

namespace {

void check(const Grid &grid, std::span<const float> values, const ZoneParameters &parameters) {
  if (values.size() != static_cast<std::size_t>(grid.cells()))
    throw Error(fmt::format("The raster has {} values for {} × {} cells: give one value to each cell.",
                            values.size(), grid.width, grid.height));
  if (parameters.thresholds.empty())
    throw Error("Zones need at least one threshold: give one or more.");
  if (!(parameters.minimum_area >= 0) || !std::isfinite(parameters.minimum_area))
    throw Error("The smallest area of a zone must be zero or a positive number of m².");
  for (std::size_t i = 0; i < parameters.thresholds.size(); ++i)
    if (!std::isfinite(parameters.thresholds[i])
        || (i > 0 && !(parameters.thresholds[i] > parameters.thresholds[i - 1])))
      throw Error("Thresholds must be finite numbers, each greater than the one before.");
}

/// Turns faces back into polygons.
class Assembler {
public:
  Assembler(const std::vector<ContourRing> &rings, const ContourForest &forest,
            const ZoneParameters &parameters)
      : rings_(rings), forest_(forest), parameters_(parameters) {}

  [[nodiscard]] std::vector<Zone> bands() const {
    std::vector<Zone> result;
    for (std::size_t face = 0; face < forest_.faces().size(); ++face) {
      const ContourFace &ground = forest_.faces()[face];
      if (!forest_.remains(face) || ground.level == 0)
        continue;
      result.push_back(zone(face, ground.level, ground.children));
      if (ground.level < parameters_.thresholds.size())
        result.back().to = parameters_.thresholds[ground.level];
    }
    return result;
  }

  [[nodiscard]] std::vector<Zone> nested() const {
    std::vector<Zone> result;
    for (std::size_t face = 0; face < forest_.faces().size(); ++face)
      if (forest_.remains(face))
        for (std::size_t level = forest_.level_around(face) + 1; level <= forest_.faces()[face].level;
             ++level)
          result.push_back(zone(face, level, hollows(face, level)));
    return result;
  }

private:
  [[nodiscard]] Zone zone(std::size_t face, std::size_t level, const std::vector<std::size_t> &holes) const {
    Zone result;
    result.level = level;
    result.from = parameters_.thresholds[level - 1];
    result.to = std::numeric_limits<double>::infinity();
    result.polygon.push_back(turned(face, true));
    result.area = rings_[face].area;
    for (const std::size_t hole : holes) {
      result.polygon.push_back(turned(hole, false));
      result.area -= rings_[hole].area;
    }
    return result;
  }

  [[nodiscard]] Line turned(std::size_t ring, bool counter_clockwise) const {
    Line points = rings_[ring].points;
    if (rings_[ring].rising != counter_clockwise)
      std::reverse(points.begin(), points.end());
    return points;
  }

  /// The outermost faces inside `face` that do not reach `level`.
  [[nodiscard]] std::vector<std::size_t> hollows(std::size_t face, std::size_t level) const {
    std::vector<std::size_t> found;
    std::vector<std::size_t> open = forest_.faces()[face].children;
    while (!open.empty()) {
      const std::size_t inner = open.back();
      open.pop_back();
      if (forest_.faces()[inner].level < level)
        found.push_back(inner);
      else
        open.insert(open.end(), forest_.faces()[inner].children.begin(),
                    forest_.faces()[inner].children.end());
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  const std::vector<ContourRing> &rings_;
  const ContourForest &forest_;
  const ZoneParameters &parameters_;
};

} // namespace

std::vector<Zone> zones(const Grid &grid, std::span<const float> values, const ZoneParameters &parameters,
                        const Progress &progress) {
  check(grid, values, parameters);
  const std::vector<ContourRing> rings = contour_rings(grid, values, parameters.thresholds, progress);
  ContourForest forest(rings);
  forest.merge_smaller_than(parameters.minimum_area);
  const Assembler assembler(rings, forest, parameters);
  std::vector<Zone> result = parameters.layout == ZoneLayout::bands ? assembler.bands() : assembler.nested();
  std::stable_sort(result.begin(), result.end(), [](const Zone &a, const Zone &b) {
    return a.level != b.level ? a.level < b.level : a.area > b.area;
  });
  for (Zone &zone : result) {
    const ZonalStatistics inside = statistics_in(grid, values, std::span(&zone.polygon, 1));
    zone.mean = inside.mean;
    zone.maximum = inside.maximum;
    report(progress, 1);
  }
  return result;
}

} // namespace cortege::engine
