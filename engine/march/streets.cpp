#include "engine/march/streets.hpp"

#include "engine/error.hpp"
#include "engine/measure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace cortege::engine {

namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
constexpr double step = 5; // metres: how finely the route is matched
const double parallel = std::cos(30 * std::acos(-1.0) / 180);

/// A short piece of route, matched as one.
struct Piece {
  double from;
  double to;
  Point middle;
  Point direction;
};

std::vector<Piece> pieces_of(const Route &route) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i + 1 < route.line().size(); ++i) {
    const Point &a = route.line()[i];
    const Point &b = route.line()[i + 1];
    const double metres = route.chainages()[i + 1] - route.chainages()[i];
    const auto count = static_cast<int>(std::ceil(metres / step));
    for (int piece = 0; piece < count; ++piece) {
      const double share = (piece + 0.5) / count;
      pieces.push_back({route.chainages()[i] + metres * piece / count,
                        route.chainages()[i] + metres * (piece + 1) / count,
                        {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)},
                        {(b.x - a.x) / metres, (b.y - a.y) / metres}});
    }
  }
  return pieces;
}

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

Nearness nearness(const Piece &piece, const Line &street) {
  Nearness near;
  for (std::size_t i = 0; i + 1 < street.size(); ++i) {
    const double metres = distance_to(piece.middle, street[i], street[i + 1]);
    const double x = street[i + 1].x - street[i].x;
    const double y = street[i + 1].y - street[i].y;
    near.any = std::min(near.any, metres);
    if (std::abs(x * piece.direction.x + y * piece.direction.y) >= parallel * std::hypot(x, y))
      near.parallel = std::min(near.parallel, metres);
  }
  return near;
}

bool apart(const Box &a, const Box &b, double margin) {
  return a.xmax + margin < b.xmin || b.xmax + margin < a.xmin || a.ymax + margin < b.ymin
         || b.ymax + margin < a.ymin;
}

/// A run of pieces within reach of one street.
struct Contact {
  std::size_t street;
  std::size_t first;
  std::size_t last;
};

class Matcher {
public:
  Matcher(const March &march, std::span<const Line> streets, double tolerance)
      : march_(march), streets_(streets), pieces_(pieces_of(march.route())), followed_(pieces_.size(), none) {
    std::vector<double> best(pieces_.size(), tolerance);
    const Box extent = bounds(march.route().line());
    for (std::size_t street = 0; street < streets.size(); ++street)
      if (const Box box = bounds(streets[street]); !apart(box, extent, tolerance))
        meet(street, box, tolerance, best);
  }

  [[nodiscard]] std::vector<StreetOccupation> occupations() const {
    std::vector<StreetOccupation> found;
    for (std::size_t first = 0, next = 0; first < pieces_.size(); first = next) {
      next = first + 1;
      while (next < pieces_.size() && followed_[next] == followed_[first])
        ++next;
      if (followed_[first] != none)
        found.push_back(occupation({followed_[first], first, next - 1}, true));
    }
    for (const Contact &contact : contacts_)
      if (std::find(followed_.begin() + static_cast<std::ptrdiff_t>(contact.first),
                    followed_.begin() + static_cast<std::ptrdiff_t>(contact.last) + 1, contact.street)
          == followed_.begin() + static_cast<std::ptrdiff_t>(contact.last) + 1)
        found.push_back(occupation(contact, false));
    std::stable_sort(found.begin(), found.end(), [](const StreetOccupation &a, const StreetOccupation &b) {
      return a.from_chainage < b.from_chainage;
    });
    return found;
  }

private:
  void meet(std::size_t street, const Box &box, double tolerance, std::vector<double> &best) {
    bool in_reach = false;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const Piece &piece = pieces_[i];
      const Nearness near =
          apart(box, {piece.middle.x, piece.middle.y, piece.middle.x, piece.middle.y}, tolerance)
              ? Nearness{}
              : nearness(piece, streets_[street]);
      if (near.parallel < best[i] || (near.parallel == best[i] && followed_[i] == none)) {
        best[i] = near.parallel;
        followed_[i] = street;
      }
      const bool touches = near.any <= tolerance;
      if (touches && in_reach)
        contacts_.back().last = i;
      else if (touches)
        contacts_.push_back({street, i, i});
      in_reach = touches;
    }
  }

  [[nodiscard]] StreetOccupation occupation(const Contact &contact, bool followed) const {
    const double from = pieces_[contact.first].from;
    const double to = pieces_[contact.last].to;
    return {contact.street, followed, from, to, march_.head_at(from), march_.free_at(to)};
  }

  const March &march_;
  std::span<const Line> streets_;
  std::vector<Piece> pieces_;
  std::vector<std::size_t> followed_; ///< the street each piece follows
  std::vector<Contact> contacts_;
};

} // namespace

std::vector<StreetOccupation> occupied_streets(const March &march, std::span<const Line> streets,
                                               double tolerance) {
  if (!(tolerance > 0 && std::isfinite(tolerance)))
    throw Error(fmt::format("The tolerance must be a positive number of metres, not {}.", tolerance));
  return Matcher(march, streets, tolerance).occupations();
}

} // namespace cortege::engine
