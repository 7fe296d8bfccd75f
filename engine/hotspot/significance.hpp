#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace cortege::engine {

/// Two-sided normal p-value of a z-score; NaN for NaN.
double p_value(double z);

/// The largest p-value kept at a false discovery rate of `rate` among `tests` tests: the largest p(k) <=
/// k·rate/tests (Benjamini and Hochberg 1995); negative when none is. `p_values` may leave out those above
/// `rate`, which can never be kept.
double discovery_limit(std::vector<double> p_values, double rate, double tests);

/// Hot (positive) and cold (negative) spots: 3, 2 or 1 when kept at 99, 95 or 90 % confidence under the false
/// discovery rate, 0 otherwise and for NaN, which is no test.
std::vector<std::int8_t> hot_spot_classes(std::span<const double> z);

} // namespace cortege::engine
