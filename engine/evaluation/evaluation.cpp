#include "engine/evaluation/evaluation.hpp"

#include "engine/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cortege::engine {

namespace {

constexpr std::size_t most_points = 1000;

void check(std::span<const double> tension, std::span<const double> later, std::span<const double> shares) {
  if (tension.size() != later.size())
    throw Error(fmt::format("There are {} cells of tension and {} of events: both must be of one raster.",
                            tension.size(), later.size()));
  for (const double share : shares)
    if (!(share > 0 && share <= 1))
      throw Error(fmt::format("A share of the ground must lie above 0 and up to 1, not at {}.", share));
  for (const double count : later)
    if (!(count >= 0 && std::isfinite(count)))
      throw Error(fmt::format("A cell cannot hold {} events.", count));
}

/// A piecewise linear curve of cumulated events over the number of cells flagged.
class Cumulated {
public:
  void add(double cells, double events) {
    cells_.push_back(cells_.back() + cells);
    events_.push_back(events_.back() + events);
  }
  [[nodiscard]] double at(double cells) const {
    const auto after = std::upper_bound(cells_.begin(), cells_.end(), cells);
    if (after == cells_.end())
      return events_.back();
    const auto i = static_cast<std::size_t>(after - cells_.begin());
    return events_[i - 1]
           + (events_[i] - events_[i - 1]) * (cells - cells_[i - 1]) / (cells_[i] - cells_[i - 1]);
  }
  [[nodiscard]] double area() const {
    double sum = 0;
    for (std::size_t i = 1; i < cells_.size(); ++i)
      sum += (cells_[i] - cells_[i - 1]) * (events_[i] + events_[i - 1]) / 2;
    return sum;
  }

private:
  std::vector<double> cells_{0};
  std::vector<double> events_{0};
};

/// Cells from the highest key to the lowest, equal ones as one step.
Cumulated ranked(std::vector<std::size_t> cells, std::span<const double> key, std::span<const double> later) {
  std::sort(cells.begin(), cells.end(), [key](std::size_t a, std::size_t b) { return key[a] > key[b]; });
  Cumulated curve;
  for (auto from = cells.begin(); from != cells.end();) {
    const auto to =
        std::find_if(from, cells.end(), [&](std::size_t cell) { return key[cell] != key[*from]; });
    curve.add(
        static_cast<double>(to - from),
        std::accumulate(from, to, 0.0, [&](double sum, std::size_t cell) { return sum + later[cell]; }));
    from = to;
  }
  return curve;
}

} // namespace

Evaluation evaluate(std::span<const double> tension, std::span<const double> later,
                    std::span<const double> shares) {
  check(tension, later, shares);
  Evaluation result;
  std::vector<std::size_t> study;
  for (std::size_t i = 0; i < tension.size(); ++i)
    if (std::isnan(tension[i])) {
      result.outside += later[i];
    } else {
      study.push_back(i);
      result.events += later[i];
    }
  if (study.empty())
    throw Error("No cell has a tension: nothing can be evaluated.");
  result.cells = static_cast<double>(study.size());
  const Cumulated flagged = ranked(study, tension, later);
  const Cumulated best = ranked(study, later, later);
  const auto point = [&](double share) {
    HitPoint at;
    at.area = share;
    if (result.events > 0) {
      at.hits = flagged.at(share * result.cells) / result.events;
      at.best = best.at(share * result.cells) / result.events;
      at.pei = at.hits / at.best;
    }
    at.pai = at.hits / share;
    return at;
  };
  std::transform(shares.begin(), shares.end(), std::back_inserter(result.points), point);
  const std::size_t points = std::min(most_points, study.size());
  for (std::size_t i = 1; i <= points; ++i)
    result.curve.push_back(point(static_cast<double>(i) / static_cast<double>(points)));
  if (result.events > 0)
    result.area_under_curve = flagged.area() / result.cells / result.events;
  return result;
}

} // namespace cortege::engine
