#include "plugin/surroundings.hpp"

#include "engine/clash/clash.hpp"
#include "engine/error.hpp"
#include "engine/wkb.hpp"
#include "plugin/timetable.hpp"

#include <fmt/format.h>

namespace cortege::plugin {

namespace {

constexpr engine::ClashParameters parameters{100, std::chrono::minutes(30)};
constexpr double sensitive_reach = 100; // metres
constexpr int assumed_hours = 3;        // of an event whose end is not known
constexpr double widest_reach =
    parameters.distance + 60; // metres about an event to look in: a wide avenue too

struct Other {
  Kind kind;
  qint64 id;
  QString subject;
  engine::Window window;
  std::optional<double> persons;
  engine::Shape shape;
};

engine::Shape shape_of(const QByteArray &wkb) {
  return engine::shape_from_wkb(std::as_bytes(std::span(wkb.constData(), std::size_t(wkb.size()))));
}

// A march whose count is known moves; the rest holds its ground from start to end.
std::optional<engine::Occupation> occupation_of(const engine::Shape &shape, const engine::Window &window,
                                                std::optional<double> persons, std::optional<double> speed) {
  try {
    if (!shape.lines.empty() && persons.value_or(0) > 0)
      return engine::moving(engine::March(
          {shape.lines.front(), window.from, *persons, {engine::usual_width}, std::nullopt, speed, {}}));
    if (!shape.lines.empty())
      return engine::standing_along(shape.lines.front(), window);
    if (!shape.polygons.empty())
      return engine::standing_on(shape.polygons, window);
    return engine::standing_at(shape.points, window);
  } catch (const engine::Error &) {
    return std::nullopt; // without a shape, or with figures that cannot be: told beside the figures
  }
}

std::string selection_near(Kind kind) {
  const KindFacts &k = facts(kind);
  return fmt::format(
      "SELECT '{0}', id, objet, extract(epoch FROM debut), extract(epoch FROM coalesce(fin, debut + "
      "make_interval(hours => {1}))), {2}, encode(ST_AsBinary({3}, 'NDR'), 'hex') FROM cortege.{4} "
      "WHERE statut = 'transmis' AND {3} IS NOT NULL AND NOT ST_IsEmpty({3}) AND debut < $2::timestamptz "
      "AND coalesce(fin, debut + make_interval(hours => {1})) > $1::timestamptz "
      "AND ($3::text IS NULL OR {3} && ST_GeomFromText($3::text, 2154))",
      k.code, assumed_hours,
      k.counts ? "coalesce(personnes_attendues, personnes_declarees)" : "NULL::integer", k.geometry, k.table);
}

QList<Other> read_others(Line &line, const QDateTime &from, const QDateTime &to,
                         const std::optional<std::string> &box) {
  std::string all;
  for (const Kind kind : all_kinds)
    all += (all.empty() ? "" : " UNION ALL ") + selection_near(kind);
  const pg::Result rows = line.ask(all, pg::Parameters(from.toUTC().toString(Qt::ISODate).toStdString(),
                                                       to.toUTC().toString(Qt::ISODate).toStdString(), box));
  const auto moment = [&rows](int row, int column) {
    return engine::Instant(std::chrono::microseconds(std::llround(rows.get<double>(row, column) * 1e6)));
  };
  QList<Other> others;
  others.reserve(rows.rows());
  for (int row = 0; row < rows.rows(); ++row)
    others.append({*kind_of(text_of(rows, row, 0)),
                   rows.get<long long>(row, 1),
                   text_of(rows, row, 2),
                   {moment(row, 3), moment(row, 4)},
                   rows.get<std::optional<double>>(row, 5),
                   shape_of(QByteArray::fromHex(text_of(rows, row, 6).toLatin1()))});
  return others;
}

engine::Shape shape_of_event(const Event &event) {
  if (!event.geometry.isNull() && !event.geometry.isEmpty())
    return shape_of(event.geometry.asWkb());
  engine::Shape shape;
  for (const EventAddress &address : event.addresses)
    if (address.point)
      shape.points.push_back({address.point->x(), address.point->y()});
  return shape;
}

QgsGeometry ground_of(const Event &event) {
  if (!event.geometry.isNull() && !event.geometry.isEmpty())
    return event.geometry;
  QgsMultiPointXY points;
  for (const EventAddress &address : event.addresses)
    if (address.point)
      points.append(*address.point);
  return points.isEmpty() ? QgsGeometry() : QgsGeometry::fromMultiPointXY(points);
}

QList<Neighbour> clashes_of(Line &line, const Event &event, const QgsGeometry &ground, double speed) {
  const QDateTime end = event.end.isValid() ? event.end : event.begin.addSecs(qint64{3600} * assumed_hours);
  const engine::Window window{to_instant(event.begin), to_instant(end)};
  const auto mine = occupation_of(shape_of_event(event), window, event.persons(), speed);
  if (!mine)
    return {};
  const QDateTime last = std::max(end, to_local(mine->window.to));
  const QgsRectangle box = ground.boundingBox().buffered(widest_reach);
  const int margin = int(engine::Seconds(parameters.delay).count());
  QList<Other> others;
  std::vector<engine::Occupation> taken;
  for (const Other &other :
       read_others(line, event.begin.addSecs(-margin - 3600 * assumed_hours), last.addSecs(margin),
                   QgsGeometry::fromRect(box).asWkt(1).toStdString()))
    if (!event.id || other.kind != event.kind || other.id != *event.id)
      if (auto occupation = occupation_of(other.shape, other.window, other.persons, std::nullopt)) {
        others.append(other);
        taken.push_back(std::move(*occupation));
      }
  QList<Neighbour> clashes;
  for (const engine::Clash &clash : engine::ClashFinder(std::move(taken), parameters).with(*mine)) {
    const Other &other = others[int(clash.first)];
    clashes.append({other.kind, other.subject, to_local(clash.when.from), to_local(clash.when.to),
                    QgsPointXY(clash.place.x, clash.place.y), clash.distance, !clash.together.empty()});
  }
  return clashes;
}

} // namespace

Surroundings look_around(Line &line, const Event &event, double speed) {
  const QgsGeometry ground = ground_of(event);
  if (ground.isNull())
    return {};
  Surroundings around;
  around.places = sensitive_places(line, ground, sensitive_reach);
  if (event.begin.isValid() && (!event.end.isValid() || event.begin <= event.end))
    around.clashes = clashes_of(line, event, ground, speed);
  return around;
}

QSet<QString> clashing(Line &line, const QDateTime &from, const QDateTime &to) {
  QStringList keys;
  std::vector<engine::Occupation> taken;
  for (const Other &other : read_others(line, from, to, std::nullopt))
    if (auto occupation = occupation_of(other.shape, other.window, other.persons, std::nullopt)) {
      keys << event_key(other.kind, other.id);
      taken.push_back(std::move(*occupation));
    }
  QSet<QString> clashing;
  for (const engine::Clash &clash : engine::ClashFinder(std::move(taken), parameters).all())
    clashing << keys[int(clash.first)] << keys[int(clash.second)];
  return clashing;
}

} // namespace cortege::plugin
