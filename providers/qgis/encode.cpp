#include "providers/qgis/encode.hpp"

#include "providers/qgis/decode.hpp"

#include <QDateTime>
#include <QLocale>
#include <qgsjsonutils.h>
#include <qgsvariantutils.h>

namespace cortege::qgis {
namespace {

QString date_text(const QDate &date) {
  if (date == end_of_time().date())
    return QStringLiteral("infinity");
  if (date == beginning_of_time().date())
    return QStringLiteral("-infinity");
  const int year = date.year();
  return QStringLiteral("%1-%2-%3%4")
      .arg(year < 0 ? -year : year, 4, 10, QLatin1Char('0'))
      .arg(date.month(), 2, 10, QLatin1Char('0'))
      .arg(date.day(), 2, 10, QLatin1Char('0'))
      .arg(year < 0 ? QStringLiteral(" BC") : QString());
}

QString instant_text(const QDateTime &instant, bool with_zone) {
  if (instant == end_of_time())
    return QStringLiteral("infinity");
  if (instant == beginning_of_time())
    return QStringLiteral("-infinity");
  const QDateTime moment = with_zone ? instant.toUTC() : instant;
  QString date = date_text(moment.date());
  const bool before_christ = date.endsWith(QLatin1String(" BC"));
  if (before_christ)
    date.chop(3);
  return date + moment.time().toString(QStringLiteral(" HH:mm:ss.zzz"))
         + (with_zone ? QStringLiteral("+00") : QString())
         + (before_christ ? QStringLiteral(" BC") : QString());
}

QString double_text(double value) {
  if (std::isnan(value))
    return QStringLiteral("NaN");
  if (std::isinf(value))
    return value > 0 ? QStringLiteral("Infinity") : QStringLiteral("-Infinity");
  return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

QString quoted_element(QString text) {
  text.replace('\\', QLatin1String("\\\\")).replace('"', QLatin1String("\\\""));
  return '"' + text + '"';
}

QString scalar_text(Kind kind, const QVariant &value) {
  switch (QgsVariantUtils::isNull(value) ? QMetaType::Type::UnknownType
                                         : static_cast<QMetaType::Type>(value.userType())) {
  case QMetaType::Type::Bool:
    return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
  case QMetaType::Type::Double:
  case QMetaType::Type::Float:
    return double_text(value.toDouble());
  case QMetaType::Type::QDate:
    return date_text(value.toDate());
  case QMetaType::Type::QTime:
    return value.toTime().toString(QStringLiteral("HH:mm:ss.zzz"));
  case QMetaType::Type::QDateTime:
    return instant_text(value.toDateTime(), kind != Kind::timestamp);
  case QMetaType::Type::QByteArray:
    return QStringLiteral("\\x") + QString::fromLatin1(value.toByteArray().toHex());
  default:
    return value.toString();
  }
}

QString array_text(Kind element, const QVariantList &values) {
  QStringList parts;
  for (const QVariant &value : values) {
    if (value.userType() == QMetaType::Type::QVariantList)
      parts << array_text(element, value.toList());
    else
      parts << (QgsVariantUtils::isNull(value) ? QStringLiteral("NULL")
                                               : quoted_element(scalar_text(element, value)));
  }
  return '{' + parts.join(',') + '}';
}

QString hstore_text(const QVariantMap &map) {
  QStringList pairs;
  for (auto entry = map.begin(); entry != map.end(); ++entry)
    pairs << quoted_element(entry.key()) + QLatin1String("=>")
                 + (QgsVariantUtils::isNull(entry.value()) ? QStringLiteral("NULL")
                                                           : quoted_element(entry.value().toString()));
  return pairs.join(',');
}

bool is_list(const QVariant &value) {
  return value.userType() == QMetaType::Type::QVariantList
         || value.userType() == QMetaType::Type::QStringList;
}

} // namespace

std::optional<std::string> encode(const Column &column, const QVariant &value) {
  if (QgsVariantUtils::isNull(value))
    return std::nullopt;
  if (column.kind == Kind::json || column.kind == Kind::jsonb)
    return value.userType() == QMetaType::Type::QString && !value.toString().isEmpty()
                   && (value.toString().startsWith('{') || value.toString().startsWith('[')
                       || value.toString().startsWith('"'))
               ? value.toString().toStdString()
               : QgsJsonUtils::encodeValue(value).toStdString();
  if (column.kind == Kind::array && is_list(value))
    return array_text(column.element, value.toList()).toStdString();
  if (column.family == Family::hstore && value.userType() == QMetaType::Type::QVariantMap)
    return hstore_text(value.toMap()).toStdString();
  return scalar_text(column.kind, value).toStdString();
}

} // namespace cortege::qgis
