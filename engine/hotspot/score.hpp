#pragma once

#include <span>

namespace cortege::engine {

/// What Gi* needs to know of all values. NaN is left out.
struct Moments {
  double count = 0;
  double mean = 0;
  double rest = 0;      ///< what the mean lost by rounding: summed over many neighbours it would show
  double deviation = 0; ///< of the population

  explicit Moments(std::span<const double> values);
  [[nodiscard]] double from_mean(double value) const { return value - mean - rest; }
};

/// What turns a neighbourhood's sum of deviations from the mean into a score: 0 where Gi* says nothing.
double score_factor(const Moments &all, double neighbours);

} // namespace cortege::engine
