#include "plugin/state.hpp"

#include "plugin/locale.hpp"
#include "plugin/session.hpp"

#include <QCoreApplication>
#include <QTimeZone>

#include <cmath>

namespace cortege::plugin {

namespace {

QString said(const char *sentence) {
  return QCoreApplication::translate("State", sentence);
}

constexpr qint64 clock_tolerance = 120; // seconds

bool other_zone(const Person &person) {
  const QTimeZone zone(person.zone.toUtf8());
  const QDateTime now = QDateTime::currentDateTime();
  return zone.isValid() && zone.offsetFromUtc(now) != now.offsetFromUtc();
}

} // namespace

QString state_line(const Person &person) {
  QString line =
      person.service.isEmpty() ? person.login : QStringLiteral("%1 · %2").arg(person.login, person.service);
  if (!person.convention_state.isEmpty()) {
    line += QStringLiteral(" · ")
            + said(QT_TRANSLATE_NOOP("State", "convention: %1")).arg(person.convention_state);
    if (person.convention && person.convention_end.isValid())
      line += QStringLiteral(" ")
              + said(QT_TRANSLATE_NOOP("State", "until %1 at the latest"))
                    .arg(person_locale().toString(person.convention_end.addDays(-1),
                                                  QStringLiteral("d MMMM yyyy")));
  }
  return line;
}

QString state_notice(const Session &session) {
  if (!session.connected())
    return {};
  const Person &person = *session.person();
  if (!person.habilitated)
    return said(QT_TRANSLATE_NOOP(
        "State", "You have no active habilitation: events cannot be shown. Ask your manager for one."));
  if (!person.convention)
    return said(QT_TRANSLATE_NOOP("State",
                                  "The convention between the city and the Préfecture is not in force: "
                                  "transmitted events cannot be shown."));
  if (std::abs(person.clock_ahead) > clock_tolerance)
    return said(QT_TRANSLATE_NOOP("State", "This computer's clock is %1 min off the server's: check the "
                                           "dates you type, and have it set."))
        .arg(std::lround(std::abs(person.clock_ahead) / 60.0));
  if (other_zone(person))
    return said(QT_TRANSLATE_NOOP("State", "This computer is in another time zone than the city (%1): hours "
                                           "are shown in the computer's."))
        .arg(person.zone);
  return {};
}

} // namespace cortege::plugin
