#pragma once

#include "engine/progress.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace cortege::intake {

/// A street as OpenStreetMap draws it, from crossing to crossing to crossing.
struct OsmWay {
  std::int64_t id = 0;
  std::string name, highway;
  int direction = 0;           ///< 1 along the nodes only, -1 against them only, 0 both
  std::optional<double> width; ///< metres, when the map says so
  bool steps = false;
  bool no_walkers = false; ///< motorways, and ways closed to pedestrians
  std::vector<std::int64_t> nodes;
};

struct OsmNode {
  double lon = 0, lat = 0;
  int uses = 0; ///< by ways; an end of a way counts twice, so that more than one makes a vertex
};

struct OsmStreets {
  std::vector<OsmWay> ways;
  std::unordered_map<std::int64_t, OsmNode> nodes;
  long long skipped = 0;
};

/// Reads the streets of an extract. Throws engine::Error.
OsmStreets read_osm_streets(const std::string &path, const engine::Progress &progress);

} // namespace cortege::intake
