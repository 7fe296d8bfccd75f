#include "engine/clash/settlement.hpp"

#include "engine/clash/meeting.hpp"
#include "engine/measure.hpp"

#include <algorithm>
#include <cmath>

namespace cortege::engine {

namespace {

constexpr double precision = 0.01; // seconds
using Span = std::pair<double, double>;

Instant instant(double seconds) {
  return Instant(std::chrono::round<Instant::duration>(Seconds(seconds)));
}

Point at(const OccupiedPiece &piece, double share) {
  return {along(piece.from.x, piece.to.x, share), along(piece.from.y, piece.to.y, share)};
}

/// Adds a span to disjoint, ordered ones.
void unite(std::vector<Span> &spans, Span added) {
  std::vector<Span> united;
  for (const Span &span : spans)
    if (span.second < added.first - 2 * precision || added.second + 2 * precision < span.first)
      united.push_back(span);
    else
      added = {std::min(span.first, added.first), std::max(span.second, added.second)};
  united.insert(std::upper_bound(united.begin(), united.end(), added), added);
  spans = std::move(united);
}

bool covered(const std::vector<Span> &spans, const Span &by) {
  return std::any_of(spans.begin(), spans.end(),
                     [&by](const Span &span) { return span.first <= by.first && by.second <= span.second; });
}

/// The closest approach among pairs, and the pair it belongs to.
struct Closest {
  const PiecePair *pair = nullptr;
  Approach approach;
};

Closest closest(std::span<const PiecePair> pairs, double distance, double delay) {
  Closest best;
  double least = 0;
  for (const PiecePair &pair : pairs) {
    const std::optional<Approach> approach = Meeting(pair.first, pair.second, distance).within(delay);
    if (!approach)
      continue;
    const double metres = std::max(0.0, approach->distance - pair.first.reach - pair.second.reach);
    if (best.pair == nullptr || metres < least) {
      best = {&pair, *approach};
      least = metres;
    }
  }
  return best;
}

void describe(Clash &clash, const Closest &where) {
  const Point first = at(where.pair->first, where.approach.first);
  const Point second = at(where.pair->second, where.approach.second);
  clash.place = {(first.x + second.x) / 2, (first.y + second.y) / 2};
  clash.distance =
      std::max(0.0, where.approach.distance - where.pair->first.reach - where.pair->second.reach);
}

void describe_together(Clash &clash, std::span<const PiecePair> pairs, double distance) {
  std::vector<Span> spans;
  for (const PiecePair &pair : pairs) {
    const Meeting meeting(pair.first, pair.second, distance);
    if (covered(spans, meeting.at_most()))
      continue;
    if (const std::optional<Span> span = meeting.together(precision))
      unite(spans, *span);
  }
  for (const Span &span : spans) {
    clash.together.push_back({instant(span.first), instant(span.second)});
    clash.duration += clash.together.back().to - clash.together.back().from;
  }
  clash.when = {clash.together.front().from, clash.together.back().to};
}

void describe_gap(Clash &clash, std::span<const PiecePair> pairs, const ClashParameters &parameters) {
  double delay = parameters.delay.count();
  for (const PiecePair &pair : pairs) {
    const Meeting meeting(pair.first, pair.second, parameters.distance);
    if (meeting.within(std::max(0.0, delay - precision)))
      delay = meeting.shortest_delay(std::max(0.0, delay - precision), precision);
  }
  const Closest where = closest(pairs, parameters.distance, delay);
  const auto &[first, second] = *where.pair;
  const double first_leaves = along(first.free_at_from, first.free_at_to, where.approach.first);
  const double second_leaves = along(second.free_at_from, second.free_at_to, where.approach.second);
  const double first_comes = along(first.head_at_from, first.head_at_to, where.approach.first);
  const double second_comes = along(second.head_at_from, second.head_at_to, where.approach.second);
  describe(clash, where);
  clash.gap = Seconds(delay);
  clash.when = {instant(std::min(first_leaves, second_leaves)), instant(std::max(first_comes, second_comes))};
}

bool contains(const Polygon &polygon, const Point &point) {
  bool inside = false;
  for (const Line &ring : polygon)
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      const Point &a = ring[i];
      const Point &b = ring[i + 1];
      if ((a.y > point.y) != (b.y > point.y) && point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x))
        inside = !inside;
    }
  return inside;
}

/// The shares at which a piece crosses a polygon's rings, with its ends, ordered.
std::vector<double> crossings(const OccupiedPiece &piece, const Polygon &polygon) {
  std::vector<double> shares{0, 1};
  const Point step{piece.to.x - piece.from.x, piece.to.y - piece.from.y};
  for (const Line &ring : polygon)
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      const Point side{ring[i + 1].x - ring[i].x, ring[i + 1].y - ring[i].y};
      const Point between{ring[i].x - piece.from.x, ring[i].y - piece.from.y};
      const double cross = step.x * side.y - step.y * side.x;
      const double share = (between.x * side.y - between.y * side.x) / cross;
      const double on_side = (between.x * step.y - between.y * step.x) / cross;
      if (share > 0 && share < 1 && on_side >= 0 && on_side <= 1)
        shares.push_back(share);
    }
  std::sort(shares.begin(), shares.end());
  return shares;
}

OccupiedPiece part(const OccupiedPiece &piece, double from, double to) {
  return {at(piece, from),
          at(piece, to),
          along(piece.head_at_from, piece.head_at_to, from),
          along(piece.head_at_from, piece.head_at_to, to),
          along(piece.free_at_from, piece.free_at_to, from),
          along(piece.free_at_from, piece.free_at_to, to),
          piece.reach};
}

} // namespace

std::optional<Clash> settle(std::span<const PiecePair> pairs, const ClashParameters &parameters) {
  Clash clash;
  if (const Closest there_together = closest(pairs, parameters.distance, 0); there_together.pair != nullptr) {
    describe(clash, there_together);
    describe_together(clash, pairs, parameters.distance);
    return clash;
  }
  if (closest(pairs, parameters.distance, parameters.delay.count()).pair == nullptr)
    return {};
  describe_gap(clash, pairs, parameters);
  return clash;
}

std::vector<OccupiedPiece> parts_inside(const OccupiedPiece &piece, const Polygon &polygon) {
  std::vector<OccupiedPiece> inside;
  const std::vector<double> shares = crossings(piece, polygon);
  for (std::size_t i = 0; i + 1 < shares.size(); ++i)
    if (contains(polygon, at(piece, (shares[i] + shares[i + 1]) / 2)))
      inside.push_back(part(piece, shares[i], shares[i + 1]));
  return inside;
}

} // namespace cortege::engine
