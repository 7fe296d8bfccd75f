#pragma once

#include "plugin/event.hpp"
#include "plugin/line.hpp"

#include <qgsrectangle.h>

namespace cortege::plugin {

/// One line of the agenda.
struct AgendaEntry {
  Kind kind = Kind::march;
  qint64 id = 0;
  QString status, subject, service, place;
  QDateTime begin, end;
  std::optional<int> persons;
  QgsRectangle box; ///< EPSG:2154; empty when the event has no place yet
  bool incomplete = false;
};

/// What an event takes on the map, EPSG:2154: its shape, else its addresses; null without either.
QgsGeometry read_shape(Line &line, Kind kind, qint64 id);

/// Events that touch a window of time, in order of their start. Only what the person may read.
QList<AgendaEntry> read_agenda(Line &line, const QDateTime &from, const QDateTime &to);

} // namespace cortege::plugin
