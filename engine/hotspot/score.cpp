#include "engine/hotspot/score.hpp"

#include <algorithm>
#include <cmath>

namespace cortege::engine {

Moments::Moments(std::span<const double> values) {
  double sum = 0;
  for (const double value : values)
    if (!std::isnan(value)) {
      sum += value;
      count += 1;
    }
  mean = count > 0 ? sum / count : 0;
  double squares = 0;
  for (const double value : values)
    if (!std::isnan(value)) {
      rest += value - mean;
      squares += (value - mean) * (value - mean);
    }
  if (count > 0) {
    rest /= count;
    deviation = std::sqrt(std::max(0.0, squares / count - rest * rest));
  }
  // Equal values leave a trace of rounding, which is no variation.
  if (deviation <= 1e-14 * std::abs(mean))
    deviation = 0;
}

double score_factor(const Moments &all, double neighbours) {
  const double spread = (all.count * neighbours - neighbours * neighbours) / (all.count - 1);
  const double scale = all.deviation * std::sqrt(spread);
  return scale > 0 ? 1 / scale : 0;
}

} // namespace cortege::engine
