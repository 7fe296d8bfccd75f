#include "plugin/figures.hpp"

#include "plugin/locale.hpp"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace cortege::plugin {

namespace {

QString figure_words(const char *sentence) {
  return QCoreApplication::translate("Figures", sentence);
}

} // namespace

QString metres_text(double length) {
  return length < 1000 ? QStringLiteral("%1\u00a0m").arg(std::lround(length))
                       : QStringLiteral("%1\u00a0km").arg(person_locale().toString(length / 1000, 'f', 2));
}

QString duration_text(double seconds) {
  const auto minutes = std::lround(seconds / 60);
  return minutes < 60 ? figure_words(QT_TRANSLATE_NOOP("Figures", "%1 min")).arg(minutes)
                      : figure_words(QT_TRANSLATE_NOOP("Figures", "%1 h %2"))
                            .arg(minutes / 60)
                            .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString clock_text(const QDateTime &time, const QDateTime &begin) {
  const QString hour = person_locale().toString(time.time(), QStringLiteral("HH:mm"));
  const auto days = begin.date().daysTo(time.date());
  return days == 0 ? hour : QStringLiteral("%1 (+%2)").arg(hour).arg(days);
}

QString typed_duration(qint64 seconds) {
  constexpr qint64 day = 1440; // minutes
  const qint64 minutes = seconds / 60;
  if (minutes >= 2 * day && minutes % day == 0)
    return figure_words(QT_TRANSLATE_NOOP("Figures", "%1 d")).arg(minutes / day);
  return minutes % 60 == 0 ? figure_words(QT_TRANSLATE_NOOP("Figures", "%1 h")).arg(minutes / 60)
                           : duration_text(double(seconds));
}

std::optional<int> minutes_of(const QString &text) {
  static const QRegularExpression hours(
      QStringLiteral("^\\s*(\\d{1,3}(?:[.,]\\d+)?)\\s*(?:h|:|heures?)\\s*(\\d{1,2})?\\s*(?:min|mn|m)?\\s*$"));
  static const QRegularExpression one(
      QStringLiteral("^\\s*(\\d{1,4}(?:[.,]\\d+)?)\\s*(min|mn|m|j|d|)[a-z]*\\s*$"));
  const QString typed = text.toLower().simplified();
  const auto number = [](QString digits) { return digits.replace(',', '.').toDouble(); };
  if (const auto match = hours.match(typed); match.hasMatch())
    return int(std::lround(number(match.captured(1)) * 60)) + match.captured(2).toInt();
  const auto match = one.match(typed);
  if (!match.hasMatch())
    return std::nullopt;
  const double value = number(match.captured(1));
  const QString unit = match.captured(2);
  const bool bare_hours = unit.isEmpty() && value < 10;
  return int(std::lround(value * (unit == "j" || unit == "d" ? 24 * 60 : bare_hours ? 60 : 1)));
}

} // namespace cortege::plugin
