#pragma once

#include "engine/progress.hpp"
#include "engine/tension/event.hpp"
#include "engine/tension/model.hpp"
#include "engine/time.hpp"
#include "providers/pg/connection.hpp"

#include <optional>
#include <string>
#include <vector>

namespace cortege::tension {

/// Of every value, in outputs.
constexpr const char *unit = "personnes pondérées/ha";

/// What is asked, as a person writes it: dates without a zone are in the territory's.
struct Period {
  std::string from;
  std::string to;
  std::string step; ///< an interval; empty: one window from `from` to `to`
};

/// One window of the series.
struct Slice {
  engine::Window window;
  std::string from; ///< ISO 8601 with the territory's offset
  std::string to;
  std::string stamp; ///< for file names: 20260110T1200
};

/// A unit of the territory that the table of results has a line for.
struct Area {
  std::string division; ///< quartier, arrondissement…
  std::string code;
  std::string name;
  std::optional<long long> population;
  engine::Shape shape;
};

/// What the connected person sees of the period.
struct Input {
  std::vector<Slice> slices;
  std::vector<engine::TensionEvent> events; ///< by key
  std::vector<Area> areas;                  ///< one division after another, each by code
  std::string perimeter;                    ///< in words, for the outputs
};

/// What a person's habilitation lets them see of the platform.
struct Perimeter {
  std::string words;                               ///< for the outputs
  std::string rights;                              ///< changes with the habilitation and with the convention
  bool units = false;                              ///< limited to units of the territory
  std::optional<std::vector<std::string>> kinds;   ///< none: all
  std::optional<std::vector<std::string>> sources; ///< of facts; none: all
  bool operator==(const Perimeter &) const = default;
  [[nodiscard]] bool whole() const { return !units && !kinds && !sources; }
};

/// The connected person's. Throws engine::Error for a person who may not read the platform: a refusal never
/// looks like a calm city.
Perimeter read_perimeter(pg::Connection &connection);

/// Whether everything that the model takes can be seen, somewhere at least: no source of it is hidden.
bool sees_all_sources(const Perimeter &perimeter, const engine::TensionModel &model);

/// The ground on which nothing within `reach` metres is hidden from the connected person for being outside
/// their units, as well-known binary: the units less a margin. Empty polygons when there is no such ground.
std::vector<std::byte> read_whole_ground(pg::Connection &connection, double reach);

/// What the connected person sees that acts on any window inside `span`, by key. A transaction must be open.
std::vector<engine::TensionEvent> read_events(pg::Connection &connection, const engine::TensionModel &model,
                                              const engine::Window &span, const engine::Progress &progress);

/// Reads the period's events from plateforme.entree_tension, and nothing else of them, as the connected
/// person, with the units of the territory's divisions asked for, all in one snapshot. Throws engine::Error
/// for dates that make no sense and for a person who may not read the platform: a refusal never looks like a
/// calm city.
Input read_input(pg::Connection &connection, const engine::TensionModel &model, const Period &period,
                 const std::vector<std::string> &divisions, const engine::Progress &progress);

} // namespace cortege::tension
