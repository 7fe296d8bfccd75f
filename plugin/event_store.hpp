#pragma once

#include "plugin/event.hpp"
#include "plugin/line.hpp"

namespace cortege::plugin {

/// What saving came to: the event as the database now holds it, or, when a colleague saved first, theirs.
struct Saved {
  bool conflict = false;
  Event event;
};

/// Reads one event with its addresses. Throws pg::Error when the person does not see it.
Event load_event(Line &line, Kind kind, qint64 id);

/// Inserts or updates the event and its addresses, all or nothing. An update holds only if the version is the
/// one the person saw; otherwise nothing changes and the current state comes back as a conflict.
Saved save_event(Line &line, const Event &event);

/// Keeps the event but takes it off the map; `reason` joins its description. A conflict as above.
Saved cancel_event(Line &line, Event event, const QString &reason);

} // namespace cortege::plugin
