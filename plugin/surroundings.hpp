#pragma once

#include "plugin/event.hpp"
#include "plugin/gazetteer.hpp"

#include <QSet>

namespace cortege::plugin {

/// Another event that takes ground too near, at a time too near.
struct Neighbour {
  Kind kind = Kind::march;
  QString subject;
  QDateTime from, to;    ///< of the meeting, or from one's leaving to the other's coming
  QgsPointXY place;      ///< EPSG:2154, where the two come closest
  double distance = 0;   ///< metres
  bool together = false; ///< both there at once; otherwise one after the other
};

struct Surroundings {
  QList<Neighbour> clashes;
  QList<SensitivePlace> places; ///< schools, hospitals… within 100 m
};

/// What is near an event being entered, of what this person may see: nobody is told of what they may not.
/// `speed` is the march's, m/s; other marches are taken to walk as usual.
Surroundings look_around(Line &line, const Event &event, double speed);

/// The events that clash with another between two instants, as « deambulatoire:12 ».
QSet<QString> clashing(Line &line, const QDateTime &from, const QDateTime &to);

} // namespace cortege::plugin
