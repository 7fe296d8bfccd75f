#pragma once

#include "cli/march_times.hpp"

#include <span>
#include <string>

namespace cortege::cli {

/// A GeoPackage of a march: `parcours` (the route and what is assumed), `occupation` (the stretch that the
/// column takes at each instant), `rues` (each street with when it is taken and free again), `croisements`
/// and `adresses` (when the head comes and the tail has left). Instants are UTC. Throws engine::Error when
/// the file is no .gpkg or cannot be written.
struct MarchFile {
  std::string key;
  std::string count; ///< expected, declared or given
  const analysis::RouteWidths &widths;
  const std::vector<Passage> &addresses;
  const StreetsPassed &streets;
};
void write_march(const std::string &file, const engine::March &march, const MarchFile &content,
                 std::span<const engine::Instant> instants);

} // namespace cortege::cli
