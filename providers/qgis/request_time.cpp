#include "providers/qgis/request_time.hpp"

#include "providers/pg/connection.hpp"
#include "providers/qgis/identity.hpp"

#include <QStringList>
#include <QUrlQuery>

namespace cortege::qgis {
namespace {

// A day is from its midnight to the next one's.
std::optional<TimeWindow> read(QString text, const QTimeZone &zone) {
  text = text.trimmed().replace(' ', '+'); // "+01:00" of a query string that was not encoded
  if (const QDate day = QDate::fromString(text, Qt::ISODate); day.isValid() && text.size() == 10)
    return TimeWindow{day.startOfDay(zone), day.addDays(1).startOfDay(zone)};
  const QDateTime instant = instant_in(text, zone);
  return instant.isValid() ? std::optional(TimeWindow{instant, instant}) : std::nullopt;
}

} // namespace

QDateTime instant_in(const QString &text, const QTimeZone &zone) {
  QDateTime instant = QDateTime::fromString(text, Qt::ISODateWithMs);
  if (instant.isValid() && instant.timeSpec() == Qt::LocalTime)
    instant = QDateTime(instant.date(), instant.time(), zone);
  return instant;
}

QTimeZone territory_zone(pg::Connection &connection) {
  QTimeZone zone;
  if (connection.exec("SELECT to_regclass('voirie.territoire') IS NOT NULL").value<bool>()) {
    const auto rows = connection.exec("SELECT fuseau FROM voirie.territoire");
    if (!rows.empty())
      zone = QTimeZone(QByteArray::fromStdString(rows.get<std::string>(0, 0)));
  }
  return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

std::optional<TimeWindow> time_of(const QString &value, const QTimeZone &zone) {
  const QStringList parts = value.split('/');
  if (parts.size() > 3) // the third is a step
    return std::nullopt;
  const auto from = read(parts.front(), zone), to = parts.size() > 1 ? read(parts[1], zone) : from;
  if (!from || !to || to->to < from->from)
    return std::nullopt;
  return TimeWindow{from->from, to->to};
}

std::optional<TimeWindow> requested_time(const QTimeZone &zone) {
  if (!current_identity().server)
    return std::nullopt;
  const QUrlQuery query(QString::fromUtf8(qgetenv("QUERY_STRING")));
  for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded))
    if (name.compare(QLatin1String("TIME"), Qt::CaseInsensitive) == 0)
      return time_of(value, zone);
  return std::nullopt;
}

} // namespace cortege::qgis
