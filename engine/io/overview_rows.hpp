#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace cortege::engine {

/// Halves an image while its rows go by: each cell of the result is the mean of the four above it, or of
/// those that are there at the eastern and southern border. NaN is left out, and is the mean of nothing.
class OverviewRows {
public:
  /// Receives the rows of the half in order, the first being row 0.
  using Sink = std::function<void(std::int64_t row, std::span<const float> values)>;

  OverviewRows(std::int64_t width, std::int64_t height, Sink sink);

  /// One row of the image after another, `width` values each; after the last, the first of the next image.
  void add(std::span<const float> values);

private:
  void give(std::span<const float> upper, std::span<const float> lower);

  std::int64_t height_;
  std::int64_t row_ = 0;
  std::vector<float> upper_;
  std::vector<float> half_;
  Sink sink_;
};

} // namespace cortege::engine
