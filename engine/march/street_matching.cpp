#include "engine/march/street_matching.hpp"

#include "engine/error.hpp"
#include "engine/measure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace cortege::engine {

namespace {

constexpr double step = 5;            // metres: how finely the route is matched
constexpr double least_followed = 20; // metres of a street, beyond those where its end is merely near
const double parallel = std::cos(30 * std::acos(-1.0) / 180);

double distance_to(const Point &place, const Point &a, const Point &b) {
  const Point along{b.x - a.x, b.y - a.y};
  const double squared = along.x * along.x + along.y * along.y;
  const double share = squared > 0 ? ((place.x - a.x) * along.x + (place.y - a.y) * along.y) / squared : 0;
  const double foot = std::clamp(share, 0.0, 1.0);
  return std::hypot(place.x - a.x - foot * along.x, place.y - a.y - foot * along.y);
}

struct Nearness {
  double any = std::numeric_limits<double>::infinity();
  double parallel = std::numeric_limits<double>::infinity(); ///< of what runs in the piece's direction
};

Nearness nearness(const Point &place, const Point &direction, const Line &street) {
  Nearness near;
  for (std::size_t i = 0; i + 1 < street.size(); ++i) {
    const double metres = distance_to(place, street[i], street[i + 1]);
    const double x = street[i + 1].x - street[i].x;
    const double y = street[i + 1].y - street[i].y;
    near.any = std::min(near.any, metres);
    if (std::abs(x * direction.x + y * direction.y) >= parallel * std::hypot(x, y))
      near.parallel = std::min(near.parallel, metres);
  }
  return near;
}

} // namespace

StreetMatching::StreetMatching(const Route &route, std::span<const Line> streets, double tolerance) {
  if (!(tolerance > 0 && std::isfinite(tolerance)))
    throw Error(fmt::format("The tolerance must be a positive number of metres, not {}.", tolerance));
  cut(route);
  followed_.assign(pieces_.size(), none);
  std::vector<double> nearest(pieces_.size(), tolerance);
  const Box extent = bounds(route.line());
  for (std::size_t street = 0; street < streets.size(); ++street)
    if (const Box box = bounds(streets[street]); !apart(box, extent, tolerance))
      meet(street, streets[street], box, tolerance, nearest);
}

void StreetMatching::cut(const Route &route) {
  segments_ = route.line().size() - 1;
  for (std::size_t i = 0; i < segments_; ++i) {
    const Point &a = route.line()[i];
    const Point &b = route.line()[i + 1];
    const double metres = route.chainages()[i + 1] - route.chainages()[i];
    const auto count = static_cast<int>(std::ceil(metres / step));
    for (int piece = 0; piece < count; ++piece) {
      const double share = (piece + 0.5) / count;
      pieces_.push_back({i,
                         route.chainages()[i] + metres * piece / count,
                         route.chainages()[i] + metres * (piece + 1) / count,
                         {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)},
                         {(b.x - a.x) / metres, (b.y - a.y) / metres}});
    }
  }
}

void StreetMatching::meet(std::size_t street, const Line &line, const Box &box, double tolerance,
                          std::vector<double> &nearest) {
  bool in_reach = false;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const Piece &piece = pieces_[i];
    const Nearness near =
        apart(box, {piece.middle.x, piece.middle.y, piece.middle.x, piece.middle.y}, tolerance)
            ? Nearness{}
            : nearness(piece.middle, piece.direction, line);
    if (near.parallel < nearest[i] || (near.parallel == nearest[i] && followed_[i] == none)) {
      nearest[i] = near.parallel;
      followed_[i] = street;
    }
    const bool touches = near.any <= tolerance;
    if (touches && in_reach)
      runs_.back().last = i;
    else if (touches)
      runs_.push_back({street, i, i});
    in_reach = touches;
  }
}

std::vector<StreetMatching::Contact> StreetMatching::contacts() const {
  std::vector<Contact> found;
  for (std::size_t first = 0, next = 0; first < pieces_.size(); first = next) {
    next = first + 1;
    while (next < pieces_.size() && followed_[next] == followed_[first])
      ++next;
    if (followed_[first] != none)
      found.push_back({followed_[first], true, pieces_[first].from, pieces_[next - 1].to});
  }
  for (const Run &run : runs_) {
    const auto first = followed_.begin() + static_cast<std::ptrdiff_t>(run.first);
    const auto last = followed_.begin() + static_cast<std::ptrdiff_t>(run.last) + 1;
    if (std::find(first, last, run.street) == last)
      found.push_back({run.street, false, pieces_[run.first].from, pieces_[run.last].to});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Contact &a, const Contact &b) { return a.from < b.from; });
  return found;
}

std::vector<std::optional<double>>
StreetMatching::narrowest(std::span<const std::optional<double>> widths) const {
  std::vector<std::map<std::size_t, double>> metres(segments_); // of each street followed
  std::vector<double> length(segments_, 0);
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const Piece &piece = pieces_[i];
    length[piece.segment] += piece.to - piece.from;
    if (followed_[i] != none)
      metres[piece.segment][followed_[i]] += piece.to - piece.from;
  }
  std::vector<std::optional<double>> found(segments_);
  for (std::size_t segment = 0; segment < segments_; ++segment)
    for (const auto &[street, followed] : metres[segment])
      if (widths[street] && followed >= std::min(least_followed, length[segment] / 2))
        found[segment] = std::min(found[segment].value_or(*widths[street]), *widths[street]);
  return found;
}

} // namespace cortege::engine
