#pragma once

#include "plugin/event.hpp"

namespace cortege::plugin {

/// What is being typed, kept against a crash of QGIS or a lost server: encrypted in QGIS's own authentication
/// database, under the person's master password. A draft goes when its event is saved or left, after seven
/// days, and at the convention's end.
class Drafts {
public:
  struct Draft {
    QString id;
    QDateTime kept_at;
    Event event;
  };
  static constexpr int days = 7;

  /// The master password is known: drafts can be kept and read. Otherwise unlock() asks the person for it.
  static bool ready();
  static bool unlock();

  /// `login` owns the draft. `last_day`: the convention's last, when it is known.
  static void keep(const QString &id, const QString &login, const QDate &last_day, const Event &event);
  static void forget(const QString &id);
  /// How many there are, known without the master password.
  static int waiting(const QString &login);
  /// The person's drafts, the latest first.
  static QList<Draft> of(const QString &login);
  /// Drops those whose time is over; all of them when the convention is not in force.
  static void purge(const QDateTime &now, bool in_force = true);
};

} // namespace cortege::plugin
