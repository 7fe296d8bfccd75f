#include "engine/clash/clash.hpp"

#include "engine/clash/meeting.hpp"
#include "engine/clash/settlement.hpp"
#include "engine/error.hpp"
#include "engine/measure.hpp"

#include <algorithm>
#include <cmath>

namespace cortege::engine {

namespace {

SpaceTimeBox box_of(const OccupiedPiece &piece) {
  return {{std::min(piece.from.x, piece.to.x), std::min(piece.from.y, piece.to.y),
           std::min(piece.head_at_from, piece.head_at_to)},
          {std::max(piece.from.x, piece.to.x), std::max(piece.from.y, piece.to.y),
           std::max(piece.free_at_from, piece.free_at_to)}};
}

SpaceTimeBox box_of(const Polygon &area, const Window &window) {
  const Box box = bounds(area.front());
  return {{box.xmin, box.ymin, Seconds(window.from.time_since_epoch()).count()},
          {box.xmax, box.ymax, Seconds(window.to.time_since_epoch()).count()}};
}

std::vector<SpaceTimeBox> boxes_of(const std::vector<Occupation> &events) {
  std::vector<SpaceTimeBox> boxes;
  for (const Occupation &event : events) {
    for (const OccupiedPiece &piece : event.pieces)
      boxes.push_back(box_of(piece));
    for (const Polygon &area : event.areas)
      boxes.push_back(box_of(area, event.window));
  }
  return boxes;
}

/// Pieces of one event's that may meet another's, with the other.
struct Candidate {
  std::size_t event;
  std::size_t part; ///< of the other's, so that a pair's answer does not depend on the tree's order
  PiecePair pair;
};

/// The inside of an area seen from a piece: the piece itself, standing there as long as the area does.
void add_insides(std::vector<Candidate> &found, Candidate candidate, const OccupiedPiece &piece,
                 const Polygon &area, const Window &window, bool area_first) {
  const double from = Seconds(window.from.time_since_epoch()).count();
  const double to = Seconds(window.to.time_since_epoch()).count();
  for (const OccupiedPiece &inside : parts_inside(piece, area)) {
    const OccupiedPiece ground{inside.from, inside.to, from, from, to, to, 0};
    candidate.pair = area_first ? PiecePair{ground, inside} : PiecePair{inside, ground};
    found.push_back(candidate);
  }
}

} // namespace

ClashFinder::ClashFinder(std::vector<Occupation> events, const ClashParameters &parameters)
    : events_(std::move(events)), parameters_(parameters), tree_(boxes_of(events_)) {
  if (!(parameters.distance >= 0 && std::isfinite(parameters.distance)))
    throw Error("The distance between events must be zero or a positive number of metres.");
  if (!(parameters.delay.count() >= 0 && std::isfinite(parameters.delay.count())))
    throw Error("The delay between events must be zero or positive.");
  for (std::size_t event = 0; event < events_.size(); ++event) {
    for (std::size_t i = 0; i < events_[event].pieces.size(); ++i) {
      parts_.push_back({event, i, false});
      widest_ = std::max(widest_, events_[event].pieces[i].reach);
    }
    for (std::size_t i = 0; i < events_[event].areas.size(); ++i)
      parts_.push_back({event, i, true});
  }
}

std::vector<Clash> ClashFinder::all(const Progress &progress) const {
  std::vector<Clash> found;
  for (std::size_t event = 0; event < events_.size(); ++event) {
    const std::vector<Clash> before = with_those_before(events_[event], event);
    found.insert(found.end(), before.begin(), before.end());
    report(progress, static_cast<double>(event) / static_cast<double>(events_.size()));
  }
  std::sort(found.begin(), found.end(), [](const Clash &a, const Clash &b) {
    return std::pair(a.first, a.second) < std::pair(b.first, b.second);
  });
  return found;
}

std::vector<Clash> ClashFinder::with(const Occupation &event) const {
  return with_those_before(event, events_.size());
}

SpaceTimeBox ClashFinder::grown(SpaceTimeBox box, double reach) const {
  const double metres = parameters_.distance + widest_ + reach;
  const double seconds = parameters_.delay.count();
  return {{box.low[0] - metres, box.low[1] - metres, box.low[2] - seconds},
          {box.high[0] + metres, box.high[1] + metres, box.high[2] + seconds}};
}

std::vector<Clash> ClashFinder::with_those_before(const Occupation &event, std::size_t index) const {
  std::vector<Candidate> candidates;
  const double delay = parameters_.delay.count();
  for (const OccupiedPiece &piece : event.pieces)
    tree_.query(grown(box_of(piece), piece.reach), [&](std::size_t found) {
      const Part &part = parts_[found];
      if (part.event >= index)
        return;
      const Occupation &other = events_[part.event];
      if (part.area)
        add_insides(candidates, {part.event, found, {}}, piece, other.areas[part.index], other.window, true);
      else if (Meeting(other.pieces[part.index], piece, parameters_.distance).within(delay))
        candidates.push_back({part.event, found, {other.pieces[part.index], piece}});
    });
  for (const Polygon &area : event.areas)
    tree_.query(grown(box_of(area, event.window), 0), [&](std::size_t found) {
      const Part &part = parts_[found];
      if (part.event < index && !part.area)
        add_insides(candidates, {part.event, found, {}}, events_[part.event].pieces[part.index], area,
                    event.window, false);
    });
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate &a, const Candidate &b) { return a.part < b.part; });
  std::vector<Clash> clashes;
  std::vector<PiecePair> pairs;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    pairs.push_back(candidates[i].pair);
    if (i + 1 < candidates.size() && candidates[i + 1].event == candidates[i].event)
      continue;
    if (std::optional<Clash> clash = settle(pairs, parameters_)) {
      clash->first = candidates[i].event;
      clash->second = index;
      clashes.push_back(std::move(*clash));
    }
    pairs.clear();
  }
  return clashes;
}

} // namespace cortege::engine
