#include "engine/tension/attribution.hpp"

#include "engine/density/density.hpp"
#include "engine/measure.hpp"
#include "engine/tension/mass.hpp"
#include "engine/tension/tension.hpp"
#include "engine/zone/coverage.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace cortege::engine {

namespace {

// The window of the grid that the polygon covers, as a grid of its own.
Grid covered(const Grid &grid, const Coverage &cover) {
  return {grid.resolution, grid.first_column + cover.first_column,
          grid.first_row + grid.height - cover.first_row - cover.height, cover.width, cover.height};
}

// The persons an event brings to the covered cells.
double brought(const Features &features, const TensionSource &source, const Grid &grid,
               const Coverage &cover) {
  const DensityParameters parameters{source.kernel, source.bandwidth, grid, 1};
  const std::vector<double> values = density(features, parameters);
  double total = 0;
  for (std::size_t cell = 0; cell < values.size(); ++cell)
    total += values[cell] * cover.shares[cell];
  return total * grid.resolution * grid.resolution;
}

} // namespace

std::vector<Contribution> contributions(const TensionModel &model, std::span<const TensionEvent> events,
                                        const Window &window, const Grid &grid, const Polygon &polygon,
                                        double total, double minimum_share) {
  const Coverage cover = coverage(grid, polygon);
  std::vector<Contribution> found;
  if (cover.shares.empty() || total <= 0)
    return found;
  const Grid place = covered(grid, cover);
  for (std::size_t index = 0; index < events.size(); ++index) {
    double persons = 0;
    for (const TensionSource &source : model.sources) {
      const double mass = mass_in(source, events[index], window);
      if (mass < minimum_share * total || mass == 0) // it brings its whole mass at most
        continue;
      Features features;
      features.add(events[index].shape, mass);
      if (!apart(*features.extent(), place.extent(), reach(source.kernel, source.bandwidth)))
        persons += brought(features, source, place, cover);
    }
    const double share = std::min(1.0, persons / total);
    if (share > 0 && share >= minimum_share)
      found.push_back({index, share});
  }
  std::sort(found.begin(), found.end(), [&](const Contribution &a, const Contribution &b) {
    return std::tie(b.share, events[a.event].key) < std::tie(a.share, events[b.event].key);
  });
  return found;
}

} // namespace cortege::engine
