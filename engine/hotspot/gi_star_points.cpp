#include "engine/error.hpp"
#include "engine/hotspot/gi_star.hpp"
#include "engine/hotspot/score.hpp"
#include "engine/measure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cortege::engine {

namespace {

void check(std::span<const Point> places, std::span<const double> values, double distance) {
  if (places.size() != values.size())
    throw Error(fmt::format("There are {} values for {} places: give one value to each place.", values.size(),
                            places.size()));
  if (!(distance > 0 && std::isfinite(distance)))
    throw Error(
        fmt::format("The neighbourhood's distance must be a positive number of metres, not {}.", distance));
  for (std::size_t i = 0; i < places.size(); ++i)
    if (!std::isfinite(places[i].x) || !std::isfinite(places[i].y) || !std::isfinite(values[i]))
      throw Error(fmt::format("Place {} has no finite coordinates or value: correct it.", i + 1));
}

struct Neighbourhood {
  double sum = 0; ///< of deviations from the mean
  double count = 0;
};

/// Places sorted into square cells, row by row, with running sums: a run of cells that lie wholly within
/// reach costs two look-ups, and only places in cells cut by the circle are measured.
class CellList {
public:
  CellList(std::span<const Point> places, std::span<const double> values, const Moments &all, double distance)
      : distance_(distance) {
    const Box box = bounds({places.begin(), places.end()});
    origin_ = {box.xmin, box.ymin};
    side_ = cell_side(box, places.size());
    columns_ = static_cast<std::int64_t>((box.xmax - box.xmin) / side_) + 1;
    rows_ = static_cast<std::int64_t>((box.ymax - box.ymin) / side_) + 1;
    sort(places, values, all);
  }

  [[nodiscard]] Neighbourhood about(const Point &place) const {
    Neighbourhood all;
    const double y = (place.y - origin_.y) / side_;
    const double radius = distance_ / side_;
    const std::int64_t last = std::min(rows_ - 1, static_cast<std::int64_t>(y + radius));
    for (auto row = static_cast<std::int64_t>(std::max(0.0, y - radius)); row <= last; ++row)
      add_row(all, place, row, y - static_cast<double>(row), radius);
    return all;
  }

private:
  // A visit to a row costs about as much as measuring a few places: about two places a cell keep both in
  // balance.
  [[nodiscard]] double cell_side(const Box &box, std::size_t count) const {
    const double area = std::max((box.xmax - box.xmin) * (box.ymax - box.ymin), distance_ * distance_);
    const double balanced = std::sqrt(2 * area / static_cast<double>(count));
    const double widest = std::max(box.xmax - box.xmin, box.ymax - box.ymin);
    return std::max(std::clamp(balanced, distance_ / 64, distance_), widest / 4096);
  }

  void sort(std::span<const Point> places, std::span<const double> values, const Moments &all) {
    starts_.assign(static_cast<std::size_t>(columns_ * rows_) + 1, 0);
    const auto cell_of = [this](const Point &place) {
      return static_cast<std::size_t>(static_cast<std::int64_t>((place.y - origin_.y) / side_) * columns_
                                      + static_cast<std::int64_t>((place.x - origin_.x) / side_));
    };
    for (const Point &place : places)
      ++starts_[cell_of(place) + 1];
    std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
    std::vector<std::size_t> next(starts_.begin(), starts_.end() - 1);
    places_.resize(places.size());
    deviations_.resize(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
      const std::size_t at = next[cell_of(places[i])]++;
      places_[at] = places[i];
      deviations_[at] = all.from_mean(values[i]);
    }
    running_.assign(places.size() + 1, 0);
    std::partial_sum(deviations_.begin(), deviations_.end(), running_.begin() + 1);
  }

  /// `above` is how far the place lies above the row's lower border, in cells.
  void add_row(Neighbourhood &all, const Point &place, std::int64_t row, double above, double radius) const {
    const double nearest = std::max({0.0, -above, above - 1});
    const double farthest = std::max(std::abs(above), std::abs(above - 1));
    const double x = (place.x - origin_.x) / side_;
    const double reach = std::sqrt(std::max(0.0, radius * radius - nearest * nearest));
    const double sure = farthest < radius ? std::sqrt(radius * radius - farthest * farthest) : -1;
    const auto column = [this](double at) {
      return std::clamp(static_cast<std::int64_t>(std::floor(at)), std::int64_t{0}, columns_);
    };
    const std::int64_t first = column(x - reach);
    const std::int64_t last = column(std::floor(x + reach) + 1);
    std::int64_t sure_first = column(std::floor(x - sure) + 1);
    std::int64_t sure_last = column(x + sure);
    if (sure < 0 || sure_first >= sure_last)
      sure_first = sure_last = last;
    measure(all, place, start(row, first), start(row, std::min(sure_first, last)));
    if (sure_first < sure_last) {
      all.sum += running_[start(row, sure_last)] - running_[start(row, sure_first)];
      all.count += static_cast<double>(start(row, sure_last) - start(row, sure_first));
      measure(all, place, start(row, sure_last), start(row, last));
    }
  }

  void measure(Neighbourhood &all, const Point &place, std::size_t first, std::size_t last) const {
    const double limit = distance_ * distance_ * (1 + 1e-12); // a place exactly on the circle is a neighbour
    for (std::size_t i = first; i < last; ++i) {
      const double dx = places_[i].x - place.x;
      const double dy = places_[i].y - place.y;
      const bool inside = dx * dx + dy * dy <= limit;
      all.sum += inside ? deviations_[i] : 0;
      all.count += inside ? 1 : 0;
    }
  }

  [[nodiscard]] std::size_t start(std::int64_t row, std::int64_t column) const {
    return starts_[static_cast<std::size_t>(row * columns_ + column)];
  }

  double distance_;
  Point origin_;
  double side_ = 0;
  std::int64_t columns_ = 0;
  std::int64_t rows_ = 0;
  std::vector<std::size_t> starts_; ///< of each cell's places
  std::vector<Point> places_;
  std::vector<double> deviations_;
  std::vector<double> running_;
};

} // namespace

std::vector<double> gi_star(std::span<const Point> places, std::span<const double> values, double distance,
                            const Progress &progress) {
  check(places, values, distance);
  if (places.empty())
    return {};
  constexpr std::size_t chunk = 1024;
  const Moments all(values);
  const CellList cells(places, values, all, distance);
  std::vector<double> scores(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Neighbourhood near = cells.about(places[i]);
    scores[i] = near.sum * score_factor(all, near.count);
    if (i % chunk == 0)
      report(progress, static_cast<double>(i) / static_cast<double>(places.size()));
  }
  return scores;
}

} // namespace cortege::engine
