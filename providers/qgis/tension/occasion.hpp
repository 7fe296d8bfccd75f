#pragma once

#include "engine/clash/occupation.hpp"
#include "engine/march/march.hpp"
#include "engine/time.hpp"
#include "providers/pg/connection.hpp"

#include <optional>
#include <string>
#include <vector>

namespace cortege::qgis {

/// A demonstration, operation or visit as one person sees it, for layers that name it.
struct Occasion {
  std::string key; ///< deambulatoire:12
  std::string title;
  engine::Instant from;
  std::optional<engine::Instant> to;
  std::optional<double> expected; ///< persons
  engine::Shape shape;

  /// As `cortege clashes` assumes: three hours when the end is not known.
  [[nodiscard]] engine::Instant presumed_end() const;
  /// Along its route at the speed of a loose crowd; none when it has no route or its count is not known.
  [[nodiscard]] std::optional<engine::March> march() const;
  /// The ground it takes; a march whose count is not known is taken to hold all its route. None for a shape
  /// that the engine refuses.
  [[nodiscard]] std::optional<engine::Occupation> occupation() const;
};

/// Those of the platform that touch a window and have a geometry, by key.
std::vector<Occasion> read_occasions(pg::Connection &connection, const engine::Window &window);

} // namespace cortege::qgis
