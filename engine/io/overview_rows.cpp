#include "engine/io/overview_rows.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cortege::engine {

namespace {

float mean_of_known(float a, float b, float c, float d) {
  float sum = 0;
  int count = 0;
  for (const float value : {a, b, c, d})
    if (!std::isnan(value)) {
      sum += value;
      ++count;
    }
  return count > 0 ? sum / static_cast<float>(count) : std::numeric_limits<float>::quiet_NaN();
}

float mean(float a, float b, float c, float d) {
  const float sum = (a + b) + (c + d);
  return std::isnan(sum) ? mean_of_known(a, b, c, d) : sum * 0.25F;
}

} // namespace

OverviewRows::OverviewRows(std::int64_t width, std::int64_t height, Sink sink)
    : height_(height), upper_(static_cast<std::size_t>(width)),
      half_(static_cast<std::size_t>((width + 1) / 2)), sink_(std::move(sink)) {}

void OverviewRows::add(std::span<const float> values) {
  if (row_ % 2 == 1)
    give(upper_, values);
  else if (row_ + 1 == height_)
    give(values, values);
  else
    std::copy(values.begin(), values.end(), upper_.begin());
  row_ = (row_ + 1) % height_;
}

// A border that is missing is its neighbour once more, which leaves the mean of those there.
void OverviewRows::give(std::span<const float> upper, std::span<const float> lower) {
  const std::size_t pairs = upper.size() / 2;
  for (std::size_t i = 0; i < pairs; ++i)
    half_[i] = mean(upper[2 * i], upper[2 * i + 1], lower[2 * i], lower[2 * i + 1]);
  if (upper.size() % 2 == 1)
    half_.back() = mean(upper.back(), upper.back(), lower.back(), lower.back());
  sink_(row_ / 2, half_);
}

} // namespace cortege::engine
