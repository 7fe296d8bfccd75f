#include "plugin/state.hpp"

#include "plugin/locale.hpp"

#include <QCoreApplication>
#include <QHash>
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

QString clock_notice(qint64 ahead) {
  const QString sentence =
      ahead > 0 ? said(QT_TRANSLATE_NOOP("State", "This computer's clock is %1 ahead of the server's: check "
                                                  "the dates you type, and have it set."))
                : said(QT_TRANSLATE_NOOP("State", "This computer's clock is %1 behind the server's: check "
                                                  "the dates you type, and have it set."));
  const auto minutes = std::lround(double(std::abs(ahead)) / 60);
  return sentence.arg(minutes < 120 ? said(QT_TRANSLATE_NOOP("State", "%1 min")).arg(minutes)
                                    : said(QT_TRANSLATE_NOOP("State", "%1 h")).arg((minutes + 30) / 60));
}

} // namespace

QString profile_name(const QString &profile) {
  static const QHash<QString, const char *> names{
      {QStringLiteral("agent_prefecture"), QT_TRANSLATE_NOOP("State", "agent of the Préfecture")},
      {QStringLiteral("service_police"), QT_TRANSLATE_NOOP("State", "police service")},
      {QStringLiteral("analyste_ville"), QT_TRANSLATE_NOOP("State", "analyst of the city")},
      {QStringLiteral("autorite_ville"), QT_TRANSLATE_NOOP("State", "authority of the city")},
      {QStringLiteral("dga_securite"), QT_TRANSLATE_NOOP("State", "DGA Sécurité")},
      {QStringLiteral("validation_prefecture"), QT_TRANSLATE_NOOP("State", "validator of the Préfecture")},
      {QStringLiteral("dpo"), QT_TRANSLATE_NOOP("State", "data-protection officer")}};
  const char *name = names.value(profile);
  return name ? said(name) : profile;
}

QString state_line(const Person &person) {
  QStringList parts{person.login};
  if (!person.service.isEmpty())
    parts << person.service;
  if (!person.enters && !person.profile.isEmpty())
    parts << profile_name(person.profile);
  if (person.limited)
    parts << said(QT_TRANSLATE_NOOP("State", "limited perimeter"));
  if (!person.convention_state.isEmpty()) {
    QString convention = said(QT_TRANSLATE_NOOP("State", "convention: %1")).arg(person.convention_state);
    if (person.convention && person.convention_end.isValid())
      convention += QStringLiteral(" ")
                    + said(QT_TRANSLATE_NOOP("State", "until %1 at the latest"))
                          .arg(person_locale().toString(person.convention_end.addDays(-1),
                                                        QStringLiteral("d MMM yyyy")));
    parts << convention;
  }
  return parts.join(QStringLiteral(" · "));
}

QString state_notice(const Person &person) {
  if (!person.habilitated)
    return said(QT_TRANSLATE_NOOP(
        "State", "You have no active habilitation: events cannot be shown. Ask your manager for one."));
  if (!person.convention)
    return said(QT_TRANSLATE_NOOP("State",
                                  "The convention between the city and the Préfecture is not in force: "
                                  "transmitted events cannot be shown."));
  if (!person.reads())
    return said(QT_TRANSLATE_NOOP("State", "Your profile (%1) reads no events: nothing is shown here. Its "
                                           "registers are read with the command cortege."))
        .arg(profile_name(person.profile));
  if (std::abs(person.clock_ahead) > clock_tolerance)
    return clock_notice(person.clock_ahead);
  if (other_zone(person))
    return said(QT_TRANSLATE_NOOP("State", "This computer is in another time zone than the city (%1): hours "
                                           "are shown in the computer's."))
        .arg(person.zone);
  return {};
}

} // namespace cortege::plugin
