#include "engine/march/streets.hpp"

#include "engine/march/street_matching.hpp"

namespace cortege::engine {

std::vector<StreetOccupation> occupied_streets(const March &march, std::span<const Line> streets,
                                               double tolerance) {
  std::vector<StreetOccupation> found;
  for (const auto &contact : StreetMatching(march.route(), streets, tolerance).contacts())
    found.push_back({contact.street, contact.followed, contact.from, contact.to, march.head_at(contact.from),
                     march.free_at(contact.to)});
  return found;
}

std::vector<std::optional<double>> street_widths(const Line &route, std::span<const Line> streets,
                                                 std::span<const std::optional<double>> widths,
                                                 double tolerance) {
  const Route kept(route);
  const auto narrowest = StreetMatching(kept, streets, tolerance).narrowest(widths);
  // Segments without length are not in the route kept: they have nobody's width.
  std::vector<std::optional<double>> of_given(route.size() - 1);
  for (std::size_t segment = 0; segment < narrowest.size(); ++segment)
    of_given[kept.source_vertex(segment)] = narrowest[segment];
  return of_given;
}

} // namespace cortege::engine
