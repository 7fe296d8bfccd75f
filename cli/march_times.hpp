#pragma once

#include "cli/analysis/event.hpp"
#include "cli/analysis/streets.hpp"

#include <string>
#include <vector>

namespace cortege::cli {

/// Where a march passes, when its head comes and when its tail has left.
struct Passage {
  std::string name;
  std::string role; ///< of an address: depart, passage, arrivee or lieu
  double chainage = 0;
  double chainage_end = 0; ///< of streets; else the same
  engine::Instant head;
  engine::Instant free;
};

/// Each time the march passes within 50 m of an address.
std::vector<Passage> addresses_passed(const engine::March &march,
                                      const std::vector<analysis::Waypoint> &waypoints);

/// Named streets that the march follows, sections of one street that follow each other as one; and those that
/// it crosses, or whose mouth it passes.
struct StreetsPassed {
  std::vector<Passage> followed;
  std::vector<Passage> crossed;
};
StreetsPassed streets_passed(const engine::March &march, const std::vector<analysis::Street> &streets);

} // namespace cortege::cli
