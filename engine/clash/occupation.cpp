#include "engine/clash/occupation.hpp"

#include "engine/error.hpp"

#include <algorithm>
#include <cmath>

namespace cortege::engine {

namespace {

double since_1970(Instant at) {
  return Seconds(at.time_since_epoch()).count();
}

void check(const Window &window, bool empty) {
  if (window.to < window.from)
    throw Error("An event ends before it starts: exchange its dates.");
  if (empty)
    throw Error("An event has no place: draw its geometry.");
}

void add_standing(Occupation &event, const Point &from, const Point &to) {
  if (!std::isfinite(from.x) || !std::isfinite(from.y) || !std::isfinite(to.x) || !std::isfinite(to.y))
    throw Error("An event has a vertex without valid coordinates: draw it again.");
  const double start = since_1970(event.window.from);
  const double end = since_1970(event.window.to);
  event.pieces.push_back({from, to, start, start, end, end, 0});
}

void add_standing(Occupation &event, const Line &line) {
  for (std::size_t i = 0; i + 1 < line.size(); ++i)
    add_standing(event, line[i], line[i + 1]);
}

} // namespace

Occupation moving(const March &march) {
  const Route &route = march.route();
  std::vector<double> cuts = route.chainages();
  for (const double cut : march.breaks())
    if (cut > 0 && cut < route.length())
      cuts.push_back(cut);
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  Occupation event;
  event.window = {march.start(), march.clear()};
  const double start = since_1970(march.start());
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    // Times jump at a cut that is a pause: the piece's own are those of its middle, prolonged.
    const double middle = (cuts[i] + cuts[i + 1]) / 2;
    const double half = (cuts[i + 1] - cuts[i]) / 2 / march.speed();
    const double head = start + march.head_seconds(middle);
    const double free = start + march.free_seconds(middle);
    event.pieces.push_back({route.at(cuts[i]), route.at(cuts[i + 1]), head - half, head + half, free - half,
                            free + half, march.width(route.segment_at(middle)) / 2});
  }
  return event;
}

Occupation standing_at(std::span<const Point> places, const Window &window) {
  check(window, places.empty());
  Occupation event{{}, {}, window};
  for (const Point &place : places)
    add_standing(event, place, place);
  return event;
}

Occupation standing_along(const Line &line, const Window &window) {
  check(window, line.empty());
  Occupation event{{}, {}, window};
  if (line.size() == 1)
    add_standing(event, line.front(), line.front());
  add_standing(event, line);
  return event;
}

Occupation standing_on(std::span<const Polygon> polygons, const Window &window) {
  check(window, polygons.empty());
  Occupation event{{}, {polygons.begin(), polygons.end()}, window};
  for (const Polygon &polygon : polygons) {
    if (polygon.empty())
      throw Error("An event has an empty polygon: draw its footprint.");
    for (const Line &ring : polygon) {
      if (ring.size() < 4 || !(ring.front() == ring.back()))
        throw Error("An event's footprint has a ring that is not closed: draw it again.");
      add_standing(event, ring);
    }
  }
  return event;
}

} // namespace cortege::engine
