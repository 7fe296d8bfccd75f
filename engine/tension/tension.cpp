#include "engine/tension/tension.hpp"

#include "engine/density/density.hpp"
#include "engine/tension/mass.hpp"
#include "engine/units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace cortege::engine {

namespace {

// Events in the order of their keys: sums of doubles depend on their order, the result must not.
std::vector<std::size_t> in_order_of_keys(std::span<const TensionEvent> events) {
  std::vector<std::size_t> order(events.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto before = [events](std::size_t a, std::size_t b) { return events[a].key < events[b].key; };
  if (!std::is_sorted(order.begin(), order.end(), before)) // as they are read from the database
    std::sort(order.begin(), order.end(), before);
  return order;
}

Features features_of(const TensionSource &source, std::span<const TensionEvent> events,
                     std::span<const std::size_t> order, const Window &window) {
  Features features;
  for (const std::size_t index : order) {
    const TensionEvent &event = events[index];
    const double mass = mass_in(source, event, window);
    if (mass == 0)
      continue;
    try {
      features.add(event.shape, mass);
    } catch (const Error &error) {
      throw Error(fmt::format("{}: {}", event.key, error.what()));
    }
  }
  return features;
}

void enlarge(std::optional<Box> &box, const Box &more) {
  box = box ? Box{std::min(box->xmin, more.xmin), std::min(box->ymin, more.ymin),
                  std::max(box->xmax, more.xmax), std::max(box->ymax, more.ymax)}
            : more;
}

} // namespace

TensionRaster tension(const TensionModel &model, std::span<const TensionEvent> events, const Window &window,
                      const Grid &grid, const Progress &progress) {
  const auto cells = static_cast<std::size_t>(grid.cells());
  const auto order = in_order_of_keys(events);
  TensionRaster raster{grid, {}, {}};
  std::vector<double> sum(cells, 0.0);
  for (const TensionSource &source : model.sources) {
    const auto done = static_cast<double>(raster.bands.size());
    const Features features = features_of(source, events, order, window);
    std::vector<float> &band = raster.bands.emplace_back(cells, 0.0F);
    if (features.empty())
      continue;
    const DensityParameters parameters{source.kernel, source.bandwidth, grid};
    const auto sink = [&](std::int64_t first_row, std::int64_t, std::span<const double> values) {
      auto cell = static_cast<std::size_t>(first_row * grid.width);
      for (const double value : values) {
        band[cell] = static_cast<float>(value * square_metres_per_hectare);
        sum[cell++] += value * square_metres_per_hectare;
      }
    };
    density(features, parameters, sink, [&](double share) {
      return !progress || progress((done + share) / static_cast<double>(model.sources.size()));
    });
  }
  raster.sum.assign(sum.begin(), sum.end());
  return raster;
}

std::optional<Box> reached_extent(const TensionModel &model, std::span<const TensionEvent> events,
                                  const Window &window) {
  std::optional<Box> box;
  const auto order = in_order_of_keys(events);
  for (const TensionSource &source : model.sources) {
    const auto extent = features_of(source, events, order, window).extent();
    const double margin = reach(source.kernel, source.bandwidth);
    if (extent)
      enlarge(box,
              {extent->xmin - margin, extent->ymin - margin, extent->xmax + margin, extent->ymax + margin});
  }
  return box;
}

} // namespace cortege::engine
