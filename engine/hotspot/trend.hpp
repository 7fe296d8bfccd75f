#pragma once

#include "engine/progress.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace cortege::engine {

/// A monotone trend of a series: Mann (1945), Kendall (1975), with the variance corrected for ties and
/// z for continuity. Nothing (z 0, p 1) in fewer than two values or equal ones.
struct MannKendall {
  double s = 0; ///< rises minus falls over all pairs
  double z = 0;
  double p = 1; ///< two-sided, normal
};

/// Finite values, in the order of time.
MannKendall mann_kendall(std::span<const double> series);

/// How a hot spot has come to be, from one map of hot spots for each time bin. "Hot" is significant at 90 %
/// under the false discovery rate of its bin; trends are those of its Gi*, significant at 95 %. The patterns
/// are six of Esri's (ArcGIS Pro, Emerging Hot Spot Analysis) under their names.
enum class HotSpotTrend : std::int8_t {
  none,         ///< never hot, or not in the last bin and in fewer than 90 % of those before
  emerging,     ///< "new": hot in the last bin and in none before
  intensifying, ///< hot in 90 % of the bins, the last among them, ever more so
  persistent,   ///< hot in 90 % of the bins, the last among them, without a trend
  diminishing,  ///< hot in 90 % of the bins, the last among them, ever less so
  sporadic,     ///< hot in the last bin and in some, fewer than 90 %, before
  historical    ///< hot in 90 % of the bins before the last, but not in it
};

/// French name as shown: nouveau, en intensification…; empty for none.
const char *french_name(HotSpotTrend trend);

struct EmergingHotSpots {
  std::vector<HotSpotTrend> trend; ///< one for each cell
  std::vector<double> trend_z;     ///< Mann-Kendall's, of the cell's Gi* over the bins; NaN outside the study
  std::vector<std::int32_t> hot;   ///< bins in which the cell is hot
};

/// `bins` holds one raster of values for each time bin, in order, as for gi_star. Throws Error when there are
/// fewer than two bins, and as gi_star; Cancelled.
EmergingHotSpots emerging_hot_spots(std::span<const std::vector<double>> bins, std::int64_t width,
                                    std::int64_t height, double resolution, double distance,
                                    const Progress &progress = {});

} // namespace cortege::engine
