#include "engine/zone/thresholds.hpp"

#include "engine/error.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cortege::engine {

namespace {

constexpr std::size_t most_distinct = 20'000;

std::vector<double> sorted_positive(std::span<const float> values, std::size_t count) {
  if (count == 0)
    throw Error("Zones need at least one threshold: ask for one or more.");
  std::vector<double> kept;
  for (const float value : values)
    if (value > 0 && std::isfinite(value))
      kept.push_back(value);
  std::sort(kept.begin(), kept.end());
  return kept;
}

/// Distinct values, or bins of them, with how many cells hold each.
struct Histogram {
  std::vector<double> lowest; ///< of each bin
  std::vector<double> mean;
  std::vector<double> cells;
};

Histogram gathered(const std::vector<double> &sorted) {
  Histogram bins;
  const bool many = sorted.size() > most_distinct;
  const double origin = sorted.front();
  const double width = many ? (sorted.back() - origin) / most_distinct : 0;
  double end = origin;
  for (const double value : sorted) {
    if (bins.cells.empty() || (width > 0 ? value >= end : value > bins.lowest.back())) {
      bins.lowest.push_back(value);
      bins.mean.push_back(0);
      bins.cells.push_back(0);
      end = width > 0 ? origin + (std::floor((value - origin) / width) + 1) * width : value;
    }
    bins.cells.back() += 1;
    bins.mean.back() += (value - bins.mean.back()) / bins.cells.back();
  }
  return bins;
}

/// Squared deviation of the bins [first, last] about their mean, from running sums about the first value.
class Deviation {
public:
  explicit Deviation(const Histogram &bins) : cells_(1, 0), sum_(1, 0), squares_(1, 0) {
    for (std::size_t i = 0; i < bins.cells.size(); ++i) {
      const double value = bins.mean[i] - bins.mean[bins.mean.size() / 2];
      cells_.push_back(cells_.back() + bins.cells[i]);
      sum_.push_back(sum_.back() + bins.cells[i] * value);
      squares_.push_back(squares_.back() + bins.cells[i] * value * value);
    }
  }
  double operator()(std::size_t first, std::size_t last) const {
    const double cells = cells_[last + 1] - cells_[first];
    const double sum = sum_[last + 1] - sum_[first];
    return std::max(0.0, squares_[last + 1] - squares_[first] - sum * sum / cells);
  }

private:
  std::vector<double> cells_;
  std::vector<double> sum_;
  std::vector<double> squares_;
};

/// One more class added to the best classifications so far. The best start of the last class moves right with
/// its end, so halving the ends finds all of them in n log n steps.
class Layer {
public:
  Layer(const Deviation &deviation, const std::vector<double> &fewer, std::size_t classes)
      : best(fewer.size(), std::numeric_limits<double>::infinity()), start(fewer.size(), 0),
        deviation_(deviation), fewer_(fewer), classes_(classes) {
    fill(classes - 1, fewer.size() - 1, classes - 1, fewer.size() - 1);
  }

  std::vector<double> best;       ///< of the bins up to each
  std::vector<std::size_t> start; ///< of their last class

private:
  void fill(std::size_t first, std::size_t last, std::size_t lowest, std::size_t highest) {
    const std::size_t end = first + (last - first) / 2;
    for (std::size_t from = std::max(lowest, classes_ - 1); from <= std::min(highest, end); ++from) {
      const double total = fewer_[from - 1] + deviation_(from, end);
      if (total < best[end]) {
        best[end] = total;
        start[end] = from;
      }
    }
    if (end > first)
      fill(first, end - 1, lowest, start[end]);
    if (end < last)
      fill(end + 1, last, start[end], highest);
  }

  const Deviation &deviation_;
  const std::vector<double> &fewer_;
  std::size_t classes_;
};

} // namespace

std::vector<double> quantile_thresholds(std::span<const float> values, std::size_t count) {
  const std::vector<double> sorted = sorted_positive(values, count);
  std::vector<double> thresholds;
  for (std::size_t i = 1; i <= count && !sorted.empty(); ++i) {
    const double rank =
        static_cast<double>(sorted.size() - 1) * static_cast<double>(i) / static_cast<double>(count + 1);
    const auto below = static_cast<std::size_t>(rank);
    const double above = sorted[std::min(below + 1, sorted.size() - 1)];
    const double threshold = sorted[below] + (rank - static_cast<double>(below)) * (above - sorted[below]);
    if (thresholds.empty() || threshold > thresholds.back())
      thresholds.push_back(threshold);
  }
  return thresholds;
}

std::vector<double> natural_thresholds(std::span<const float> values, std::size_t count) {
  const std::vector<double> sorted = sorted_positive(values, count);
  if (sorted.empty())
    return {};
  const Histogram bins = gathered(sorted);
  const std::size_t classes = std::min(count + 1, bins.cells.size());
  if (classes == 1)
    return {sorted.front()};
  const Deviation deviation(bins);
  std::vector<double> best(bins.cells.size());
  for (std::size_t i = 0; i < best.size(); ++i)
    best[i] = deviation(0, i);
  std::vector<std::vector<std::size_t>> starts;
  for (std::size_t layer = 2; layer <= classes; ++layer) {
    Layer next(deviation, best, layer);
    best = std::move(next.best);
    starts.push_back(std::move(next.start));
  }
  std::vector<double> thresholds(classes - 1);
  std::size_t end = bins.cells.size() - 1;
  for (std::size_t i = classes - 1; i-- > 0;) {
    const std::size_t start = starts[i][end];
    thresholds[i] = bins.lowest[start];
    end = start - 1;
  }
  return thresholds;
}

} // namespace cortege::engine
