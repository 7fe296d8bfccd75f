#pragma once

#include "cli/intake/facts.hpp"

#include <string>

namespace cortege::intake {

struct LoadedStreets {
  long long ways = 0, nodes = 0, edges = 0;
  long long skipped = 0; ///< ways without two known positions: cut at the extract's border
};

/// Replaces the street network by that of an OpenStreetMap extract (.osm.pbf, .osm, .osm.bz2): ways that
/// people can walk or drive, cut where they meet, in pgRouting's topology. Call inside a transaction, as the
/// loading role; call prepare_search() afterwards. Throws engine::Error when the file is no extract or holds
/// no street.
LoadedStreets load_streets(pg::Connection &connection, const std::string &path,
                           const engine::Progress &progress);

} // namespace cortege::intake
