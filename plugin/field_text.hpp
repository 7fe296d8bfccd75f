#pragma once

#include "plugin/event.hpp"

namespace cortege::plugin {

/// What an event's fields look like beside one another: « – » when empty.
QString field_text(const QString &text);
QString field_text(const QDateTime &time);
QString field_text(const std::optional<int> &count);
QString field_text(const QList<EventAddress> &addresses);
/// Of a shape its size: « tracé de 1,41 km ».
QString field_text(const QgsGeometry &geometry);

} // namespace cortege::plugin
