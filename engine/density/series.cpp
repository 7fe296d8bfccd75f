#include "engine/density/series.hpp"

#include "engine/density/weighed_density.hpp"
#include "engine/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace cortege::engine {

namespace {

double seconds(std::chrono::microseconds duration) {
  return Seconds(duration).count();
}

double overlap(const Window &a, const Window &b) {
  return std::max(0.0, seconds(std::min(a.to, b.to) - std::max(a.from, b.from)));
}

void check(const Features &features, std::span<const Window> when, const TimeModel &model) {
  if (when.size() != features.size())
    throw Error(fmt::format("There are {} features and {} windows of time: give one to each.",
                            features.size(), when.size()));
  for (std::size_t i = 0; i < when.size(); ++i)
    if (when[i].to < when[i].from)
      throw Error(fmt::format("Feature {} ends before it starts.", i));
  if (model.kind != TimeModel::Kind::share && !(model.scale.count() > 0))
    throw Error("The time model needs a positive scale.");
}

} // namespace

double TimeModel::weight(const Window &feature, const Window &slice) const {
  switch (kind) {
  case Kind::share: {
    const double duration = seconds(feature.to - feature.from);
    if (duration > 0)
      return overlap(feature, slice) / duration;
    return feature.from >= slice.from && feature.from < slice.to ? 1 : 0;
  }
  case Kind::decay:
    if (feature.from >= slice.to)
      return 0;
    return std::exp(-std::max(0.0, seconds(slice.to - feature.to)) / scale.count());
  case Kind::kernel: {
    const Instant middle = slice.from + (slice.to - slice.from) / 2;
    const double distance = seconds(middle - std::clamp(middle, feature.from, feature.to)) / scale.count();
    return std::max(0.0, 1 - distance * distance);
  }
  }
  return 0;
}

std::vector<Window> slices_of(const Window &window, Seconds step) {
  const auto length = std::chrono::duration_cast<std::chrono::microseconds>(step);
  if (length.count() <= 0)
    throw Error("The step must be a positive duration.");
  if (window.to <= window.from)
    throw Error("The window of time is empty: its end must come after its start.");
  if ((window.to - window.from) / length > 100'000)
    throw Error("The step would cut the window into more than 100 000 slices: choose a longer one.");
  std::vector<Window> slices;
  for (Instant from = window.from; from < window.to; from += length)
    slices.push_back({from, std::min(from + length, window.to)});
  return slices;
}

void density_series(const Features &features, std::span<const Window> when,
                    const DensityParameters &parameters, const TimeModel &model,
                    std::span<const Window> slices, const SliceSink &sink, const Progress &progress) {
  check(features, when, model);
  WeighedDensity density(features, parameters, progress);
  std::vector<double> weights(when.size());
  for (std::size_t s = 0; s < slices.size(); ++s) {
    for (std::size_t i = 0; i < when.size(); ++i)
      weights[i] = model.weight(when[i], slices[s]);
    const auto share = [&](double of_slice) {
      return !progress || progress((static_cast<double>(s) + of_slice) / static_cast<double>(slices.size()));
    };
    density.compute(
        weights,
        [&](std::int64_t first_row, std::int64_t rows, std::span<const double> values) {
          sink(s, first_row, rows, values);
        },
        share);
  }
}

} // namespace cortege::engine
