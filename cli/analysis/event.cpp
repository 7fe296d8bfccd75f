#include "cli/analysis/event.hpp"

#include "engine/density/valid_area.hpp"
#include "engine/error.hpp"
#include "engine/io/rows.hpp"

#include <fmt/format.h>

#include <cmath>

namespace cortege::analysis {

namespace {

std::optional<double> count_of(const Event &event, const Assumptions &assumed) {
  if (assumed.persons)
    return assumed.persons;
  const std::optional<double> count = assumed.count == "declared" ? event.declared : event.expected;
  return count && *count > 0 ? count : std::nullopt;
}

engine::Window window_of(const Event &event, const Assumptions &assumed) {
  return {event.from,
          event.to.value_or(event.from + std::chrono::round<engine::Instant::duration>(assumed.duration))};
}

bool touching(const engine::Line &a, const engine::Line &b) {
  constexpr double joint = 0.01;
  return std::abs(a.back().x - b.front().x) < joint && std::abs(a.back().y - b.front().y) < joint;
}

} // namespace

std::vector<Event> read_events(const std::string &file, const std::string &layer, const LocalTime &time,
                               std::optional<engine::Instant> start, const engine::Progress &progress) {
  std::vector<Event> events;
  engine::read_rows(
      {file, layer},
      [&](const engine::Row &row, engine::Shape shape) {
        Event event;
        event.key = row.text("cle").empty() ? row.text("id") : row.text("cle");
        if (event.key.empty())
          event.key = std::to_string(row.id());
        event.title = row.text("objet");
        const std::optional<engine::Instant> from = start ? start : instant_in(row, "debut", time);
        if (!from)
          throw engine::Error(
              fmt::format("Event {} of {} has no start: fill its field debut.", event.key, file));
        event.from = *from;
        if (!start)
          event.to = instant_in(row, "fin", time);
        if (event.to && *event.to < event.from)
          throw engine::Error(
              fmt::format("Event {} of {} ends before it starts: exchange debut and fin.", event.key, file));
        event.expected = row.number("personnes_attendues");
        event.declared = row.number("personnes_declarees");
        event.shape = std::move(shape);
        events.push_back(std::move(event));
      },
      progress);
  return events;
}

engine::Line route_of(const Event &event) {
  engine::Line route;
  for (const engine::Line &part : event.shape.lines) {
    if (!route.empty() && !touching(route, part))
      throw engine::Error(
          fmt::format("The route of {} is in several parts: draw it as one line.", event.key));
    route.insert(route.end(), part.begin(), part.end());
  }
  if (route.empty())
    throw engine::Error(fmt::format("{} has no route: draw the line it follows.", event.key));
  return route;
}

engine::March march_of(const Event &event, const Assumptions &assumed, std::vector<double> widths) {
  engine::MarchParameters parameters;
  parameters.route = route_of(event);
  parameters.start = event.from;
  const std::optional<double> count = count_of(event, assumed);
  if (!count)
    throw engine::Error(
        fmt::format("{} has no count of persons {}: give one with --persons.", event.key, assumed.count));
  parameters.persons = *count;
  parameters.widths =
      widths.empty() ? std::vector{assumed.width.value_or(engine::usual_width)} : std::move(widths);
  parameters.density = assumed.density;
  parameters.speed = assumed.speed;
  parameters.pauses = assumed.pauses;
  return engine::March(parameters);
}

engine::Occupation occupation_of(const Event &event, const Assumptions &assumed) {
  try {
    const engine::Window window = window_of(event, assumed);
    if (!event.shape.lines.empty())
      return count_of(event, assumed) ? moving(march_of(event, assumed))
                                      : engine::standing_along(route_of(event), window);
    if (!event.shape.polygons.empty())
      return engine::standing_on(engine::valid_area(event.shape.polygons), window);
    return engine::standing_at(event.shape.points, window);
  } catch (const engine::Error &error) {
    throw engine::Error(fmt::format("Event {}: {}", event.key, error.what()));
  }
}

} // namespace cortege::analysis
