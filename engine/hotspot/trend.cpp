#include "engine/hotspot/trend.hpp"

#include "engine/error.hpp"
#include "engine/hotspot/gi_star.hpp"
#include "engine/hotspot/significance.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cortege::engine {

namespace {

constexpr double most_bins = 0.9;
constexpr double significant = 0.05;

HotSpotTrend trend_of(std::int32_t hot, bool hot_last, double bins, const MannKendall &change) {
  if (!hot_last)
    return hot >= most_bins * (bins - 1) ? HotSpotTrend::historical : HotSpotTrend::none;
  if (hot == 1)
    return HotSpotTrend::emerging;
  if (hot < most_bins * bins)
    return HotSpotTrend::sporadic;
  if (change.p >= significant)
    return HotSpotTrend::persistent;
  return change.z > 0 ? HotSpotTrend::intensifying : HotSpotTrend::diminishing;
}

} // namespace

MannKendall mann_kendall(std::span<const double> series) {
  MannKendall result;
  const auto n = static_cast<double>(series.size());
  for (std::size_t i = 0; i < series.size(); ++i)
    for (std::size_t j = i + 1; j < series.size(); ++j)
      result.s += (series[j] > series[i] ? 1 : 0) - (series[j] < series[i] ? 1 : 0);
  double variance = n * (n - 1) * (2 * n + 5);
  std::vector<double> sorted(series.begin(), series.end());
  std::sort(sorted.begin(), sorted.end());
  for (auto from = sorted.begin(); from != sorted.end();) {
    const auto to = std::upper_bound(from, sorted.end(), *from);
    const auto ties = static_cast<double>(to - from);
    variance -= ties * (ties - 1) * (2 * ties + 5);
    from = to;
  }
  if (variance <= 0 || result.s == 0)
    return result;
  result.z = (result.s - (result.s > 0 ? 1 : -1)) / std::sqrt(variance / 18);
  result.p = p_value(result.z);
  return result;
}

const char *french_name(HotSpotTrend trend) {
  switch (trend) {
  case HotSpotTrend::emerging:
    return "nouveau";
  case HotSpotTrend::intensifying:
    return "en intensification";
  case HotSpotTrend::persistent:
    return "persistant";
  case HotSpotTrend::diminishing:
    return "en diminution";
  case HotSpotTrend::sporadic:
    return "sporadique";
  case HotSpotTrend::historical:
    return "historique";
  case HotSpotTrend::none:
    break;
  }
  return "";
}

EmergingHotSpots emerging_hot_spots(std::span<const std::vector<double>> bins, std::int64_t width,
                                    std::int64_t height, double resolution, double distance,
                                    const Progress &progress) {
  if (bins.size() < 2)
    throw Error("A trend needs two time bins at least: shorten the bins or lengthen the period.");
  std::vector<std::vector<double>> scores;
  std::vector<std::vector<std::int8_t>> classes;
  for (const std::vector<double> &bin : bins) {
    scores.push_back(gi_star(bin, width, height, resolution, distance, progress));
    classes.push_back(hot_spot_classes(scores.back()));
  }
  const std::size_t cells = scores.front().size();
  EmergingHotSpots result;
  result.trend.assign(cells, HotSpotTrend::none);
  result.trend_z.assign(cells, std::numeric_limits<double>::quiet_NaN());
  result.hot.assign(cells, 0);
  std::vector<double> series(bins.size());
  for (std::size_t cell = 0; cell < cells; ++cell) {
    for (std::size_t bin = 0; bin < bins.size(); ++bin) {
      series[bin] = scores[bin][cell];
      result.hot[cell] += classes[bin][cell] > 0 ? 1 : 0;
    }
    if (std::any_of(series.begin(), series.end(), [](double z) { return std::isnan(z); }))
      continue;
    const MannKendall change = mann_kendall(series);
    result.trend_z[cell] = change.z;
    if (result.hot[cell] > 0)
      result.trend[cell] =
          trend_of(result.hot[cell], classes.back()[cell] > 0, static_cast<double>(bins.size()), change);
    if (cell % 4096 == 0)
      report(progress, static_cast<double>(cell) / static_cast<double>(cells));
  }
  return result;
}

} // namespace cortege::engine
