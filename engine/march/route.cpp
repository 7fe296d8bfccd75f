#include "engine/march/route.hpp"

#include "engine/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace cortege::engine {

namespace {

Point between(const Point &from, const Point &to, double share) {
  return {from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)};
}

} // namespace

Route::Route(const Line &line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Point &point = line[i];
    if (!std::isfinite(point.x) || !std::isfinite(point.y))
      throw Error(
          fmt::format("Vertex {} of the route has no valid coordinates: draw the route again.", i + 1));
    const double step = line_.empty() ? 0 : std::hypot(point.x - line_.back().x, point.y - line_.back().y);
    if (!line_.empty() && !(step > 0))
      continue;
    if (!line_.empty())
      sources_.push_back(i - 1);
    chainages_.push_back(line_.empty() ? 0 : chainages_.back() + step);
    line_.push_back(point);
  }
  if (line_.size() < 2)
    throw Error("A route needs two different points at least: add its departure and its arrival.");
}

std::size_t Route::segment_at(double chainage) const {
  const auto after = std::upper_bound(chainages_.begin(), chainages_.end(), chainage);
  const auto index = static_cast<std::size_t>(after - chainages_.begin());
  return std::clamp<std::size_t>(index, 1, line_.size() - 1) - 1;
}

Point Route::at(double chainage) const {
  const std::size_t i = segment_at(chainage);
  const double share = (chainage - chainages_[i]) / (chainages_[i + 1] - chainages_[i]);
  return between(line_[i], line_[i + 1], std::clamp(share, 0.0, 1.0));
}

Line Route::stretch(double from, double to) const {
  from = std::clamp(from, 0.0, length());
  to = std::clamp(to, from, length());
  Line part{at(from)};
  for (std::size_t i = segment_at(from) + 1; i < line_.size() && chainages_[i] < to; ++i)
    if (chainages_[i] > from)
      part.push_back(line_[i]);
  part.push_back(at(to));
  return part;
}

std::vector<double> Route::passages(const Point &place, double tolerance) const {
  std::vector<double> found;
  double closest = std::numeric_limits<double>::infinity();
  bool near_before = false;
  for (std::size_t i = 0; i + 1 < line_.size(); ++i) {
    const Point step{line_[i + 1].x - line_[i].x, line_[i + 1].y - line_[i].y};
    const double metres = chainages_[i + 1] - chainages_[i];
    const double along = ((place.x - line_[i].x) * step.x + (place.y - line_[i].y) * step.y)
                         / metres; // of the perpendicular's foot
    const double foot = std::clamp(along, 0.0, metres);
    const Point nearest = between(line_[i], line_[i + 1], foot / metres);
    const double distance = std::hypot(place.x - nearest.x, place.y - nearest.y);
    const double from_start = std::hypot(place.x - line_[i].x, place.y - line_[i].y);
    // A route that left the disc between two segments comes back as another passage.
    if (distance <= tolerance) {
      if (!near_before || from_start > tolerance) {
        found.push_back(chainages_[i] + foot);
        closest = distance;
      } else if (distance < closest) {
        found.back() = chainages_[i] + foot;
        closest = distance;
      }
    }
    near_before = distance <= tolerance;
  }
  return found;
}

} // namespace cortege::engine
