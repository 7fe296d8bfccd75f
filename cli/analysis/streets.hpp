#pragma once

#include "engine/geometry.hpp"
#include "engine/grid.hpp"
#include "providers/pg/connection.hpp"

#include <optional>
#include <string>
#include <vector>

namespace cortege::analysis {

/// A section of street as loaded, from one crossing to the next when the network says so.
struct Street {
  std::int64_t id = 0;
  std::string name;            ///< empty: none
  std::string kind;            ///< OpenStreetMap's highway; empty: not known
  std::optional<double> width; ///< metres, where known
  engine::Line line;
};

/// The network of the database within `margin` metres of a route, or in a box; EPSG:2154. Throws
/// engine::Error for a person who may not read it.
std::vector<Street> read_streets(pg::Connection &connection, const engine::Line &route, double margin);
std::vector<Street> read_streets(pg::Connection &connection, const engine::Box &box);

/// The lines of a file: names in `name_field`, kinds in highway or classe, widths in width or largeur.
std::vector<Street> read_streets(const std::string &file, const std::string &name_field);

/// What a march may take of a street whose width is not known, by its kind; nothing for pavements, paths and
/// kinds that say nothing.
std::optional<double> width_by_kind(const std::string &kind);

/// What the widths of a route's segments are, and of how many metres of it each source is.
struct RouteWidths {
  std::vector<double> widths; ///< one for each segment
  double known = 0;
  double by_kind = 0;
  double assumed = 0;
};

/// The width of the street followed where it is known, else by its kind, else `otherwise`.
RouteWidths widths_along(const engine::Line &route, const std::vector<Street> &streets, double otherwise);

} // namespace cortege::analysis
