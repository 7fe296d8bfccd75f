#include "cli/march_times.hpp"

#include "engine/march/streets.hpp"

#include <algorithm>
#include <map>

namespace cortege::cli {

namespace {

constexpr double address_tolerance = 50;
constexpr double joint = 2 * engine::street_tolerance; // two sections of one street are not farther apart

/// Puts a passage where it belongs: on from the same street's last one, or after all.
void join(std::vector<Passage> &passages, std::map<std::string, std::size_t> &last, const Passage &next) {
  const auto before = last.find(next.name);
  if (before != last.end() && next.chainage <= passages[before->second].chainage_end + joint) {
    Passage &same = passages[before->second];
    same.chainage_end = std::max(same.chainage_end, next.chainage_end);
    same.free = std::max(same.free, next.free);
    return;
  }
  last[next.name] = passages.size();
  passages.push_back(next);
}

} // namespace

std::vector<Passage> addresses_passed(const engine::March &march,
                                      const std::vector<analysis::Waypoint> &waypoints) {
  std::vector<Passage> passages;
  for (const analysis::Waypoint &waypoint : waypoints)
    for (const double chainage : march.route().passages(waypoint.place, address_tolerance))
      passages.push_back({waypoint.label, waypoint.role, chainage, chainage, march.head_at(chainage),
                          march.free_at(chainage)});
  return passages;
}

StreetsPassed streets_passed(const engine::March &march, const std::vector<analysis::Street> &streets) {
  std::vector<engine::Line> lines;
  for (const analysis::Street &street : streets)
    lines.push_back(street.line);
  StreetsPassed passed;
  std::map<std::string, std::size_t> followed;
  std::map<std::string, std::size_t> crossed;
  for (const engine::StreetOccupation &one : engine::occupied_streets(march, lines)) {
    const std::string &name = streets[one.street].name;
    if (name.empty())
      continue;
    const Passage passage{name, {}, one.from_chainage, one.to_chainage, one.from, one.to};
    if (one.followed)
      join(passed.followed, followed, passage);
    else
      join(passed.crossed, crossed, passage);
  }
  // A street is not at the same place both followed and crossed.
  std::erase_if(passed.crossed, [&](const Passage &crossing) {
    return std::any_of(passed.followed.begin(), passed.followed.end(), [&](const Passage &street) {
      return street.name == crossing.name && crossing.chainage <= street.chainage_end + joint
             && crossing.chainage_end >= street.chainage - joint;
    });
  });
  return passed;
}

} // namespace cortege::cli
