#pragma once

#include <QDateTime>
#include <QTimeZone>

#include <optional>

namespace cortege::pg {
class Connection;
}

namespace cortege::qgis {

/// From one instant to another; equal ones are an instant.
struct TimeWindow {
  QDateTime from, to;
};

/// What the request being served asks for by WMS's parameter TIME, read from the request itself: QGIS Server
/// 3.40 takes an interval with zones for its first instant, and does not tell providers of GetFeatureInfo's.
/// An instant, an interval `from/to`, or days, which are whole; without a zone they are of the zone given.
/// Nothing on the desktop, without TIME, or when it is neither (lists are refused by QGIS Server too). Must
/// be called on the request's thread.
std::optional<TimeWindow> requested_time(const QTimeZone &zone);

/// The same from the value of TIME.
std::optional<TimeWindow> time_of(const QString &value, const QTimeZone &zone);

/// An instant as ISO 8601 writes it; invalid when it is none.
QDateTime instant_in(const QString &text, const QTimeZone &zone);

/// The territory's zone; the machine's when the database has no territory. Under FastCGI the process loses
/// its TZ at the first request, so that a server's own local time is not to be trusted.
QTimeZone territory_zone(pg::Connection &connection);

} // namespace cortege::qgis
