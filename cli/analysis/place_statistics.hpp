#pragma once

#include "cli/analysis/output.hpp"
#include "cli/analysis/streets.hpp"
#include "engine/grid.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cortege::analysis {

/// Mean and maximum of a raster along each section of street that touches it, as the layer `rues`:
/// identifiant, nom, classe, longueur_m (on the raster), moyenne, maximum, and the window's debut and fin
/// when there is one.
class StreetLayer {
public:
  explicit StreetLayer(VectorOutput &output);
  /// Returns how many streets were written.
  std::size_t add(const engine::Grid &grid, std::span<const float> values, std::span<const Street> streets,
                  const std::optional<engine::Window> &window);

private:
  VectorOutput &output_;
  OGRLayer &layer_;
};

/// A unit of the territory.
struct NamedArea {
  std::string division; ///< what it is a unit of: the layer's name
  std::string code;
  std::string name;
  std::vector<engine::Polygon> polygons;
};

/// The polygons of a file; code in code or insee…, name in nom, name or libelle.
std::vector<NamedArea> read_areas(const std::string &file, const std::string &crs);

/// The layer `territoire`: division, code, nom, aire_ha (on the raster), moyenne, maximum, total (value ×
/// m²).
void write_areas(VectorOutput &output, const engine::Grid &grid, std::span<const float> values,
                 std::span<const NamedArea> areas);

} // namespace cortege::analysis
