#pragma once

#include "cli/analysis/local_time.hpp"
#include "engine/clash/occupation.hpp"
#include "engine/march/march.hpp"
#include "engine/progress.hpp"
#include "providers/pg/connection.hpp"

#include <optional>
#include <string>
#include <vector>

namespace cortege::analysis {

/// A named place on the way of an event.
struct Waypoint {
  std::string label;
  std::string role; ///< depart, passage, arrivee or lieu
  engine::Point place;
};

/// An event as read, with nothing assumed. Coordinates in EPSG:2154.
struct Event {
  std::string key; ///< deambulatoire:12
  std::string title;
  engine::Instant from;
  std::optional<engine::Instant> to;
  std::optional<double> expected;
  std::optional<double> declared;
  engine::Shape shape; ///< a line marches, a polygon or points stand
};

/// What is assumed of events where nobody said: parameters of a question, never kept.
struct Assumptions {
  std::string count = "expected"; ///< or declared; the other figure is not taken for want of this one
  std::optional<double> persons;  ///< instead of the event's own
  std::optional<double> width;    ///< metres; none: of the street where it is known, else usual_width
  std::optional<double> density;  ///< persons/m²
  std::optional<double> speed;    ///< m/s
  std::vector<engine::Pause> pauses;
  engine::Seconds duration = std::chrono::hours(3); ///< of an event whose end is not known
};

/// Fields of a file: cle or id, objet, debut, fin, personnes_attendues, personnes_declarees. Throws
/// engine::Error naming the row that has no start or ends before it starts.
std::vector<Event> read_events(const std::string &file, const std::string &layer, const LocalTime &time,
                               std::optional<engine::Instant> start, const engine::Progress &progress);

/// The events of plateforme.evenement that touch a window, as the connected person sees them: facts are left
/// out. Throws engine::Error for who may not read the platform: a refusal never looks like a calm city.
std::vector<Event> read_events(pg::Connection &connection, const engine::Window &window);

/// One march by its key, also from the person's own entry tables; its addresses in order.
struct DatabaseMarch {
  Event event;
  std::vector<Waypoint> waypoints;
};
DatabaseMarch read_march(pg::Connection &connection, const std::string &key);

/// The line a march follows, parts that follow each other as one. Throws engine::Error, naming the event,
/// when there is none or its parts do not meet.
engine::Line route_of(const Event &event);

/// Throws engine::Error, naming the event, when it has no route or no count. `widths` of the route's
/// segments; empty: the one assumed.
engine::March march_of(const Event &event, const Assumptions &assumed, std::vector<double> widths = {});

/// Where and when an event takes place. A march whose count is not known is taken to hold all its route from
/// start to end. An end that is not known is the start and the assumed duration.
engine::Occupation occupation_of(const Event &event, const Assumptions &assumed);

} // namespace cortege::analysis
