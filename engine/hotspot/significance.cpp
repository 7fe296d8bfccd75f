#include "engine/hotspot/significance.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace cortege::engine {

namespace {

constexpr std::array rates{0.10, 0.05, 0.01}; // of classes 1, 2, 3
constexpr double least_z = 1.6448;            // a lower |z| has a p-value above every rate

} // namespace

double p_value(double z) {
  return std::erfc(std::abs(z) / std::numbers::sqrt2);
}

// Lowering the limit until as many p-values lie below it as it asks for finds the largest such k from above,
// without sorting. Each round looks only at what the one before left.
double discovery_limit(std::vector<double> p_values, double rate, double tests) {
  double limit = rate;
  for (;;) {
    const auto kept =
        std::partition(p_values.begin(), p_values.end(), [limit](double p) { return p <= limit; });
    p_values.erase(kept, p_values.end());
    if (p_values.empty())
      return -1;
    const double next = static_cast<double>(p_values.size()) * rate / tests;
    if (next >= limit)
      return *std::max_element(p_values.begin(), p_values.end());
    limit = next;
  }
}

std::vector<std::int8_t> hot_spot_classes(std::span<const double> z) {
  double tests = 0;
  std::vector<double> candidates;
  for (const double score : z) {
    tests += std::isnan(score) ? 0 : 1;
    if (std::abs(score) >= least_z)
      candidates.push_back(p_value(score));
  }
  std::array<double, rates.size()> limits{};
  std::transform(rates.begin(), rates.end(), limits.begin(),
                 [&](double rate) { return discovery_limit(candidates, rate, tests); });
  std::vector<std::int8_t> classes(z.size(), 0);
  auto candidate = candidates.begin();
  for (std::size_t i = 0; i < z.size(); ++i) {
    if (!(std::abs(z[i]) >= least_z))
      continue;
    const double p = *candidate++;
    const auto kept = std::count_if(limits.begin(), limits.end(), [p](double limit) { return p <= limit; });
    classes[i] = static_cast<std::int8_t>(z[i] > 0 ? kept : -kept);
  }
  return classes;
}

} // namespace cortege::engine
