#include "engine/clash/meeting.hpp"

#include "engine/measure.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace cortege::engine {

namespace {

/// A convex polygon in the square of two shares.
class Shares {
public:
  Shares() : corners_{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}}, size_(4) {}

  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] const Point &operator[](std::size_t i) const { return corners_[i % size_]; }

  /// Keeps the side where constant + by_first·x + by_second·y <= 0 (Sutherland and Hodgman 1974).
  void keep(double constant, double by_first, double by_second) {
    const auto side = [=](const Point &p) { return constant + by_first * p.x + by_second * p.y; };
    std::array<Point, most_corners> kept{};
    std::size_t count = 0;
    for (std::size_t i = 0; i < size_; ++i) {
      const Point &from = (*this)[i];
      const Point &to = (*this)[i + 1];
      const double at_from = side(from);
      const double at_to = side(to);
      if (at_from <= 0)
        kept[count++] = from;
      if ((at_from < 0 && at_to > 0) || (at_from > 0 && at_to < 0)) {
        const double share = at_from / (at_from - at_to);
        kept[count++] = {along(from.x, to.x, share), along(from.y, to.y, share)};
      }
    }
    corners_ = kept;
    size_ = count;
  }

private:
  // Four corners, and one more for each of at most four cuts.
  static constexpr std::size_t most_corners = 9;

  std::array<Point, most_corners> corners_;
  std::size_t size_;
};

/// The vector from the second piece to the first.
Point offset(const OccupiedPiece &first, const OccupiedPiece &second, const Point &shares) {
  return {along(first.from.x, first.to.x, shares.x) - along(second.from.x, second.to.x, shares.y),
          along(first.from.y, first.to.y, shares.x) - along(second.from.y, second.to.y, shares.y)};
}

/// Where two axes cross, as shares; outside the square or not a number when they do not.
Point crossing(const OccupiedPiece &first, const OccupiedPiece &second) {
  const Point a{first.to.x - first.from.x, first.to.y - first.from.y};
  const Point b{second.to.x - second.from.x, second.to.y - second.from.y};
  const Point between{second.from.x - first.from.x, second.from.y - first.from.y};
  const double cross = a.x * b.y - a.y * b.x;
  return {(between.x * b.y - between.y * b.x) / cross, (between.x * a.y - between.y * a.x) / cross};
}

bool inside(const Shares &shares, const Point &point) {
  if (shares.size() < 3 || !std::isfinite(point.x) || !std::isfinite(point.y))
    return false;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const Point &a = shares[i];
    const Point &b = shares[i + 1];
    if ((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) < 0)
      return false;
  }
  return true;
}

/// Over a non-empty polygon of shares the shortest vector is zero where the axes cross inside it, and else
/// lies on one of its sides.
Approach closest(const OccupiedPiece &first, const OccupiedPiece &second, const Shares &shares) {
  if (const Point at = crossing(first, second); inside(shares, at))
    return {0, at.x, at.y};
  Approach best{std::numeric_limits<double>::infinity(), 0, 0};
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const Point &from = shares[i];
    const Point &to = shares[i + 1];
    const Point start = offset(first, second, from);
    const Point end = offset(first, second, to);
    const Point step{end.x - start.x, end.y - start.y};
    const double squared = step.x * step.x + step.y * step.y;
    const double share =
        squared > 0 ? std::clamp(-(start.x * step.x + start.y * step.y) / squared, 0.0, 1.0) : 0;
    const double distance = std::hypot(along(start.x, end.x, share), along(start.y, end.y, share));
    if (distance < best.distance)
      best = {distance, along(from.x, to.x, share), along(from.y, to.y, share)};
  }
  return best;
}

} // namespace

Meeting::Meeting(const OccupiedPiece &first, const OccupiedPiece &second, double distance)
    : first_(first), second_(second), distance_(distance + first.reach + second.reach) {}

std::optional<Approach> Meeting::within(double delay) const {
  Shares shares;
  shares.keep(first_.head_at_from - second_.free_at_from - delay, first_.head_at_to - first_.head_at_from,
              second_.free_at_from - second_.free_at_to);
  shares.keep(second_.head_at_from - first_.free_at_from - delay, first_.free_at_from - first_.free_at_to,
              second_.head_at_to - second_.head_at_from);
  if (shares.empty())
    return {};
  const Approach approach = closest(first_, second_, shares);
  return approach.distance <= distance_ ? std::optional(approach) : std::nullopt;
}

bool Meeting::together_at(double time) const {
  Shares shares;
  shares.keep(first_.head_at_from - time, first_.head_at_to - first_.head_at_from, 0);
  shares.keep(second_.head_at_from - time, 0, second_.head_at_to - second_.head_at_from);
  shares.keep(time - first_.free_at_from, first_.free_at_from - first_.free_at_to, 0);
  shares.keep(time - second_.free_at_from, 0, second_.free_at_from - second_.free_at_to);
  return !shares.empty() && closest(first_, second_, shares).distance <= distance_;
}

std::pair<double, double> Meeting::at_most() const {
  return {std::max(std::min(first_.head_at_from, first_.head_at_to),
                   std::min(second_.head_at_from, second_.head_at_to)),
          std::min(std::max(first_.free_at_from, first_.free_at_to),
                   std::max(second_.free_at_from, second_.free_at_to))};
}

// The instants are an interval, as the shadow of a convex body: its ends are found by halving from an instant
// inside.
std::optional<std::pair<double, double>> Meeting::together(double precision) const {
  const std::optional<Approach> approach = within(0);
  if (!approach)
    return {};
  const double known = std::max(along(first_.head_at_from, first_.head_at_to, approach->first),
                                along(second_.head_at_from, second_.head_at_to, approach->second));
  const auto [earliest, latest] = at_most();
  const auto end = [&](double beyond) {
    if (together_at(beyond))
      return beyond;
    double inside = known;
    while (std::abs(beyond - inside) > precision) {
      const double middle = (beyond + inside) / 2;
      (together_at(middle) ? inside : beyond) = middle;
    }
    return inside;
  };
  return std::pair{end(earliest), end(latest)};
}

double Meeting::shortest_delay(double delay, double precision) const {
  double none = 0;
  while (delay - none > precision) {
    const double middle = (delay + none) / 2;
    (within(middle) ? delay : none) = middle;
  }
  return delay;
}

} // namespace cortege::engine
