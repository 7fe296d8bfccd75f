#include "providers/qgis/tension/tension_source.hpp"

#include "engine/error.hpp"
#include "providers/pg/connection.hpp"
#include "providers/qgis/text.hpp"
#include "providers/tension/model_changes.hpp"
#include "providers/tension/model_file.hpp"

#include <qgsapplication.h>

namespace cortege::qgis {
namespace {

QDateTime instant(const QString &text) {
  if (text.isEmpty())
    return {};
  QDateTime read = QDateTime::fromString(text, Qt::ISODate);
  if (!read.isValid())
    throw engine::Error(
        sentence("%1 is no date of the source: write 2026-11-28T12:00.").arg(text).toStdString());
  return read;
}

} // namespace

QDateTime date_time(engine::Instant instant, const QTimeZone &zone) {
  return QDateTime::fromMSecsSinceEpoch(
      std::chrono::floor<std::chrono::milliseconds>(instant).time_since_epoch().count(), zone);
}

engine::Box read_territory(pg::Connection &connection) {
  const auto row =
      connection.exec("SELECT ST_XMin(emprise), ST_YMin(emprise), ST_XMax(emprise), ST_YMax(emprise)"
                      " FROM voirie.territoire");
  return {row.get<double>(0, 0), row.get<double>(0, 1), row.get<double>(0, 2), row.get<double>(0, 3)};
}

QgsDateTimeRange in_zone(const QgsDateTimeRange &range, const QTimeZone &zone) {
  const auto placed = [&zone](const QDateTime &time) {
    return time.isValid() && time.timeSpec() == Qt::LocalTime ? QDateTime(time.date(), time.time(), zone)
                                                              : time;
  };
  return {placed(range.begin()), placed(range.end()), true, false};
}

QgsDateTimeRange on_the_wall(const QgsDateTimeRange &range, const QTimeZone &zone) {
  const auto placed = [&zone](const QDateTime &time) {
    return time.isValid() ? QDateTime(time.date(), time.time(), zone) : time;
  };
  return {placed(range.begin()), placed(range.end()), true, false};
}

TensionSourceUri read_tension_uri(const QString &text) {
  TensionSourceUri source{QgsDataSourceUri(text), {}, {}, {}, {}, {}, {}, {}};
  source.model = source.database.param(QStringLiteral("model"));
  source.window = QgsDateTimeRange(instant(source.database.param(QStringLiteral("from"))),
                                   instant(source.database.param(QStringLiteral("to"))), true, false);
  source.source = source.database.param(QStringLiteral("source"));
  source.changes = source.database.param(QStringLiteral("changes"));
  source.file = source.database.param(QStringLiteral("file"));
  source.file_layer = source.database.param(QStringLiteral("layername"));
  source.layer = source.database.param(QStringLiteral("layer"));
  for (const char *own : {"model", "from", "to", "source", "changes", "layer", "file", "layername"})
    source.database.removeParam(QLatin1String(own));
  return source;
}

engine::TensionModel load_model(const TensionSourceUri &uri) {
  if (uri.model.isEmpty())
    throw engine::Error(tr("The source names no model: add model='espace_public'."));
  const QString folder = QgsApplication::prefixPath() + QStringLiteral("/share/cortege/metadata/tension");
  const auto file = tension::find_model(uri.model.toStdString(), folder.toStdString());
  engine::TensionModel model = tension::changed(tension::read_model(file), uri.changes.toStdString());
  if (!uri.source.isEmpty()) {
    std::erase_if(model.sources, [&](const auto &one) { return from_utf8(one.name) != uri.source; });
    if (model.sources.empty())
      throw engine::Error(
          sentence("The model %1 has no source %2.").arg(uri.model, uri.source).toStdString());
  }
  return model;
}

engine::Window window_of(const QgsDateTimeRange &asked, const QgsDateTimeRange &own, const QTimeZone &zone) {
  QgsDateTimeRange range = asked.begin().isValid() || asked.end().isValid() ? asked : own;
  const QDateTime today = QDateTime::currentDateTimeUtc().toTimeZone(zone).date().startOfDay(zone);
  const QDateTime begin = range.begin().isValid() ? range.begin()
                          : range.end().isValid() ? range.end().addDays(-1)
                                                  : today;
  const QDateTime end = range.end().isValid() ? range.end() : begin.addDays(1);
  return {instant_of(begin), instant_of(std::max(begin, end))};
}

QgsDateTimeRange offered(const QgsDateTimeRange &own, const QTimeZone &zone) {
  if (own.begin().isValid() && own.end().isValid())
    return own;
  const QDate today = QDateTime::currentDateTimeUtc().toTimeZone(zone).date();
  return {today.addDays(-1).startOfDay(zone), today.addDays(14).startOfDay(zone), true, false};
}

} // namespace cortege::qgis
