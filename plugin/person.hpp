#pragma once

#include <QDate>
#include <QString>

namespace cortege::plugin {

/// Who is connected, as the database sees it (habilitation.moi()).
struct Person {
  QString login;
  QString profile;
  QString service;
  bool habilitated = false;
  bool enters = false;     ///< may enter and change events
  bool platform = false;   ///< may read the platform
  bool limited = false;    ///< sees a part of the territory, or some kinds of events
  bool convention = false; ///< the convention is in force
  QString convention_state;
  QDate convention_end;   ///< first day out of it
  qint64 clock_ahead = 0; ///< seconds by which this workstation is ahead of the server
  QString zone;           ///< the territory's

  bool reads() const { return convention && (enters || platform); }
  bool operator==(const Person &) const = default;
};

} // namespace cortege::plugin
