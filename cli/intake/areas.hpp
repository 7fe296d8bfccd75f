#pragma once

#include "cli/intake/facts.hpp"

namespace cortege::intake {

/// How a layer of areas becomes units of the territory: templates over its fields.
struct AreaMapping {
  std::string layer;             ///< empty: the first
  Template kind, code, name;     ///< voirie.unite.genre, code, nom
  Template population;           ///< empty pattern: unknown
  std::string crs = "EPSG:2154"; ///< when the file does not say
};

/// The known layers (metadata/sources/areas.toml). Throws engine::Error.
std::vector<AreaMapping> read_area_mappings(const std::filesystem::path &file);

/// Whether the source has every field that the mapping names.
bool fits(const AreaMapping &mapping, const Source &source);

/// Loads one layer's polygons; a unit with the same kind and code is replaced. Call inside a transaction, as
/// the loading role.
Loaded load_areas(pg::Connection &connection, const AreaMapping &mapping, Source &source, Rejects &rejects,
                  const engine::Progress &progress);

} // namespace cortege::intake
