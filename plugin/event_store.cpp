#include "plugin/event_store.hpp"

#include <QCoreApplication>

#include <fmt/format.h>

namespace cortege::plugin {

namespace {

std::optional<std::string> stored(const QString &text) {
  return text.trimmed().isEmpty() ? std::nullopt : std::optional(text.trimmed().toStdString());
}

std::optional<std::string> stored(const QDateTime &time) {
  return time.isValid() ? std::optional(time.toUTC().toString(Qt::ISODateWithMs).toStdString())
                        : std::nullopt;
}

std::optional<std::string> stored(const QgsGeometry &geometry) {
  return geometry.isNull() || geometry.isEmpty() ? std::nullopt
                                                 : std::optional(geometry.asWkt(3).toStdString());
}

QDateTime stored_time(const pg::Result &result, int row, int column) {
  const QDateTime utc = QDateTime::fromString(text_of(result, row, column), Qt::ISODateWithMs);
  return utc.isValid() ? utc.toLocalTime() : QDateTime();
}

// The columns of a kind with their placeholders, from $1 on; the values follow in the same order.
struct Columns {
  std::vector<std::string> names, places;
  pg::Parameters values;

  template <typename Value>
  void add(const char *name, const Value &value, const char *form = "{}") {
    names.emplace_back(name);
    values.add(value);
    places.push_back(fmt::format(fmt::runtime(form), fmt::format("${}", values.size())));
  }
};

Columns columns_of(const Event &event) {
  const KindFacts &kind = facts(event.kind);
  Columns columns;
  columns.add("objet", event.subject.trimmed().toStdString());
  columns.add("description", stored(event.description));
  columns.add("debut", stored(event.begin));
  columns.add("fin", stored(event.end));
  columns.add("statut", event.status.toStdString());
  if (kind.counts) {
    columns.add("personnes_attendues", event.persons_expected);
    columns.add("personnes_declarees", event.persons_declared);
    columns.add("voitures_attendues", event.cars_expected);
    columns.add("voitures_declarees", event.cars_declared);
    columns.add("statut_organisateur", stored(event.organiser));
  }
  if (kind.theme)
    columns.add("theme", stored(event.theme));
  // Operations and visits get their points from their addresses, in the database.
  if (event.kind == Kind::march)
    columns.add(kind.geometry, stored(event.geometry), "ST_GeomFromText({}, 2154)");
  if (event.kind == Kind::gathering)
    columns.add(kind.geometry, stored(event.geometry), "ST_Multi(ST_GeomFromText({}, 2154))");
  return columns;
}

void save_addresses(Line &line, const Event &event, qint64 id) {
  line.ask("DELETE FROM cortege.adresse WHERE evenement_type = $1 AND evenement_id = $2",
           pg::Parameters(facts(event.kind).code, id));
  int order = 0;
  for (const EventAddress &address : event.addresses)
    line.ask("INSERT INTO cortege.adresse (evenement_type, evenement_id, ordre, role, libelle, geom) VALUES "
             "($1, $2, $3, $4, $5, ST_SetSRID(ST_Point($6::float8, $7::float8), 2154))",
             pg::Parameters(facts(event.kind).code, id, ++order, address.role.toStdString(),
                            address.label.trimmed().toStdString(),
                            address.point ? std::optional(address.point->x()) : std::nullopt,
                            address.point ? std::optional(address.point->y()) : std::nullopt));
}

qint64 insert(Line &line, const Event &event) {
  const Columns columns = columns_of(event);
  const pg::Result row =
      line.ask(fmt::format("INSERT INTO cortege.{} ({}) VALUES ({}) RETURNING id", facts(event.kind).table,
                           fmt::join(columns.names, ", "), fmt::join(columns.places, ", ")),
               columns.values);
  return row.value<long long>();
}

bool update(Line &line, const Event &event) {
  Columns columns = columns_of(event);
  std::string settings;
  for (std::size_t i = 0; i < columns.names.size(); ++i)
    settings += fmt::format("{}{} = {}", i == 0 ? "" : ", ", columns.names[i], columns.places[i]);
  columns.values.add(static_cast<long long>(*event.id)).add(event.version);
  const int last = columns.values.size();
  return line.ask(fmt::format("UPDATE cortege.{} SET {} WHERE id = ${} AND version = ${}",
                              facts(event.kind).table, settings, last - 1, last),
                  columns.values)
             .affected()
         == 1;
}

} // namespace

Event load_event(Line &line, Kind kind, qint64 id) {
  const KindFacts &k = facts(kind);
  const std::string utc = "to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')";
  const pg::Result row = line.ask(
      fmt::format("SELECT version, statut, objet, description, {}, {}, ST_AsText({}, 3), {}, {}, service "
                  "FROM cortege.{} "
                  "WHERE id = $1",
                  fmt::format(fmt::runtime(utc), "debut"), fmt::format(fmt::runtime(utc), "fin"), k.geometry,
                  k.theme ? "theme" : "NULL",
                  k.counts
                      ? "statut_organisateur, personnes_attendues, personnes_declarees, voitures_attendues, "
                        "voitures_declarees"
                      : "NULL, NULL, NULL, NULL, NULL",
                  k.table),
      pg::Parameters(static_cast<long long>(id)));
  if (row.empty())
    throw pg::Error(QCoreApplication::translate("Store",
                                                "This event is no longer there, or no longer yours to see: "
                                                "refresh the agenda.")
                        .toStdString());
  Event event;
  event.kind = kind;
  event.id = id;
  event.version = row.get<int>(0, 0);
  event.status = text_of(row, 0, 1);
  event.subject = text_of(row, 0, 2);
  event.description = text_of(row, 0, 3);
  event.begin = stored_time(row, 0, 4);
  event.end = stored_time(row, 0, 5);
  event.geometry = QgsGeometry::fromWkt(text_of(row, 0, 6));
  event.theme = text_of(row, 0, 7);
  event.organiser = text_of(row, 0, 8);
  event.persons_expected = row.get<std::optional<int>>(0, 9);
  event.persons_declared = row.get<std::optional<int>>(0, 10);
  event.cars_expected = row.get<std::optional<int>>(0, 11);
  event.cars_declared = row.get<std::optional<int>>(0, 12);
  event.service = text_of(row, 0, 13);

  const pg::Result addresses = line.ask("SELECT role, libelle, ST_X(geom), ST_Y(geom) FROM cortege.adresse "
                                        "WHERE evenement_type = $1 AND evenement_id = $2 ORDER BY ordre",
                                        pg::Parameters(k.code, static_cast<long long>(id)));
  for (int i = 0; i < addresses.rows(); ++i) {
    EventAddress address{text_of(addresses, i, 0), text_of(addresses, i, 1), std::nullopt, false, {}};
    if (!addresses.null(i, 2))
      address.point = QgsPointXY(addresses.get<double>(i, 2), addresses.get<double>(i, 3));
    event.addresses.append(address);
  }
  return event;
}

Saved save_event(Line &line, const Event &event) {
  qint64 id = event.id.value_or(0);
  bool conflict = false;
  line.transact([&] {
    if (!event.id)
      id = insert(line, event);
    else
      conflict = !update(line, event);
    if (!conflict)
      save_addresses(line, event, id);
  });
  Saved saved{conflict, load_event(line, event.kind, id)};
  // Nobody saved in between, yet nothing changed: the row is readable but not this person's to change.
  if (conflict && saved.event.version == event.version)
    throw pg::Error(QCoreApplication::translate("Store",
                                                "This event belongs to another service: you may read it, not "
                                                "change it.")
                        .toStdString());
  return saved;
}

Saved cancel_event(Line &line, Event event, const QString &reason) {
  event.status = QStringLiteral("annule");
  event.description =
      event.description.trimmed().isEmpty() ? reason : event.description.trimmed() + "\n" + reason;
  return save_event(line, event);
}

} // namespace cortege::plugin
