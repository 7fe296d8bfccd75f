#pragma once

#include "plugin/event.hpp"

#include <QByteArray>

namespace cortege::plugin {

/// An event as text and back, for drafts: all that was typed, hand-drawn stretches included.
QByteArray to_json(const Event &event);
/// Nothing when the text is not an event's.
std::optional<Event> event_from_json(const QByteArray &json);

} // namespace cortege::plugin
