#include "cli/analysis/event.hpp"
#include "engine/error.hpp"
#include "engine/wkb.hpp"

#include <fmt/format.h>

namespace cortege::analysis {

namespace {

// Results are fetched in binary for the geometry's sake; all else is cast to text, whose bytes are the same.
constexpr const char *event_columns = "cle, objet, (extract(epoch FROM debut) * 1000000)::bigint::text, "
                                      "(extract(epoch FROM fin) * 1000000)::bigint::text, "
                                      "personnes_attendues::text, personnes_declarees::text, "
                                      "ST_AsBinary(geom, 'NDR')";

engine::Shape shape_at(const pg::Result &rows, int row, int column) {
  return engine::shape_from_wkb(std::as_bytes(std::span(rows.bytes(row, column))));
}

Event event_at(const pg::Result &rows, int row) {
  const auto instant = [](long long since_1970) {
    return engine::Instant(std::chrono::microseconds(since_1970));
  };
  Event event;
  event.key = rows.get<std::string>(row, 0);
  event.title = rows.get<std::string>(row, 1);
  event.from = instant(rows.get<long long>(row, 2));
  if (const auto to = rows.get<std::optional<long long>>(row, 3))
    event.to = instant(*to);
  event.expected = rows.get<std::optional<double>>(row, 4);
  event.declared = rows.get<std::optional<double>>(row, 5);
  event.shape = shape_at(rows, row, 6);
  return event;
}

/// Microseconds since 1970 as PostgreSQL's timestamptz.
std::string moment(int parameter) {
  return fmt::format("('epoch'::timestamptz + ${}::bigint * interval '1 microsecond')", parameter);
}

} // namespace

std::vector<Event> read_events(pg::Connection &connection, const engine::Window &window) {
  if (!connection.exec("SELECT habilitation.lit_plateforme()").value<bool>())
    throw engine::Error(fmt::format("{} is not habilitated to read the platform: connect as a person who is.",
                                    connection.user()));
  const pg::Result rows = connection.exec(
      fmt::format("SELECT {} FROM plateforme.evenement WHERE genre <> 'fait' AND geom IS NOT NULL"
                  " AND periode && tstzrange({}, {}, '[)') ORDER BY genre, id",
                  event_columns, moment(1), moment(2)),
      pg::Parameters(window.from.time_since_epoch().count(), window.to.time_since_epoch().count()),
      pg::Format::binary);
  std::vector<Event> events;
  events.reserve(static_cast<std::size_t>(rows.rows()));
  for (int row = 0; row < rows.rows(); ++row)
    events.push_back(event_at(rows, row));
  return events;
}

DatabaseMarch read_march(pg::Connection &connection, const std::string &key) {
  const auto colon = key.find(':');
  const pg::Result rows = connection.exec(
      fmt::format(
          "SELECT {} FROM (SELECT 'deambulatoire:' || id AS cle, objet, debut, fin, personnes_attendues,"
          " personnes_declarees, trace AS geom FROM cortege.manifestation_deambulatoire WHERE id::text = $1) "
          "m",
          event_columns),
      pg::Parameters(key.substr(colon + 1)), pg::Format::binary);
  if (rows.empty() || !key.starts_with("deambulatoire:"))
    throw engine::Error(fmt::format("There is no march {} among those you may see: its key looks like "
                                    "deambulatoire:12.",
                                    key));
  if (rows.null(0, 6))
    throw engine::Error(fmt::format("{} has no route yet: draw it first.", key));
  DatabaseMarch march{event_at(rows, 0), {}};
  const pg::Result addresses =
      connection.exec("SELECT libelle, role, ST_AsBinary(geom, 'NDR') FROM cortege.adresse WHERE "
                      "evenement_type = 'deambulatoire'"
                      " AND evenement_id = $1::bigint AND geom IS NOT NULL ORDER BY ordre",
                      pg::Parameters(key.substr(colon + 1)), pg::Format::binary);
  for (int row = 0; row < addresses.rows(); ++row)
    march.waypoints.push_back({addresses.get<std::string>(row, 0), addresses.get<std::string>(row, 1),
                               shape_at(addresses, row, 2).points.front()});
  return march;
}

} // namespace cortege::analysis
