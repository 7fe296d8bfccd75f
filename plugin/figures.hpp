#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace cortege::plugin {

/// How lengths, durations and hours are written for the person, and durations read from them.

/// « 418 m », « 1,41 km ».
QString metres_text(double length);
/// « 28 min », « 1 h 05 ».
QString duration_text(double seconds);
/// « 14:30 », or « 00:10 (+1) » on a later day.
QString clock_text(const QDateTime &time, const QDateTime &begin);
/// « 2 h 30 », « 3 j »: as one types it.
QString typed_duration(qint64 seconds);
/// Minutes of a duration as one types it; none when it is not one. A bare number is hours up to 9, else
/// minutes.
std::optional<int> minutes_of(const QString &text);

} // namespace cortege::plugin
