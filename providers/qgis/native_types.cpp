#include "providers/qgis/native_types.hpp"

#include "providers/qgis/text.hpp"

#include <QRegularExpression>

namespace cortege::qgis {
namespace {

QVariant typed(const Column &column, const QString &text) {
  switch (column.metatype()) {
  case QMetaType::Type::Int:
    return text.toInt();
  case QMetaType::Type::LongLong:
    return text.toLongLong();
  case QMetaType::Type::Double:
    return text.toDouble();
  case QMetaType::Type::Bool:
    return text == QLatin1String("true");
  case QMetaType::Type::QString:
    return text;
  default:
    return {};
  }
}

} // namespace

QList<QgsVectorDataProvider::NativeType> native_types() {
  using Native = QgsVectorDataProvider::NativeType;
  using Type = QMetaType::Type;
  const auto named = [](const char *text) { return sentence(text); };
  return {
      Native(named("Whole number (integer, 32 bits)"), QStringLiteral("integer"), Type::Int),
      Native(named("Whole number (bigint, 64 bits)"), QStringLiteral("bigint"), Type::LongLong),
      Native(named("Whole number (smallint, 16 bits)"), QStringLiteral("smallint"), Type::Int),
      Native(named("Decimal number (numeric)"), QStringLiteral("numeric"), Type::Double, 1, 1000, 0, 1000),
      Native(named("Decimal number (double precision)"), QStringLiteral("double precision"), Type::Double),
      Native(named("Decimal number (real)"), QStringLiteral("real"), Type::Double),
      Native(named("Text, unlimited length (text)"), QStringLiteral("text"), Type::QString),
      Native(named("Text, limited length (varchar)"), QStringLiteral("varchar"), Type::QString, 1, 10485760),
      Native(named("Identifier (uuid)"), QStringLiteral("uuid"), Type::QString),
      Native(named("Time range (tstzrange)"), QStringLiteral("tstzrange"), Type::QString),
      Native(named("Boolean"), QStringLiteral("boolean"), Type::Bool),
      Native(named("Date"), QStringLiteral("date"), Type::QDate),
      Native(named("Time"), QStringLiteral("time"), Type::QTime),
      Native(named("Date and time with zone"), QStringLiteral("timestamptz"), Type::QDateTime),
      Native(named("Date and time without zone"), QStringLiteral("timestamp"), Type::QDateTime),
      Native(named("Binary object (bytea)"), QStringLiteral("bytea"), Type::QByteArray),
      Native(named("Map (jsonb)"), QStringLiteral("jsonb"), Type::QVariantMap, 0, 0, 0, 0, Type::QString),
      Native(named("List of texts"), QStringLiteral("text[]"), Type::QStringList, 0, 0, 0, 0, Type::QString),
      Native(named("List of whole numbers"), QStringLiteral("integer[]"), Type::QVariantList, 0, 0, 0, 0,
             Type::Int),
  };
}

QVariant constant_default(const Column &column) {
  static const QRegularExpression quoted(QStringLiteral("^'((?:[^']|'')*)'::[\\w\\s\".]+(?:\\(\\d+\\))?$"));
  static const QRegularExpression plain(QStringLiteral("^(?:-?\\d+(?:\\.\\d+)?|true|false)$"));
  const auto match = quoted.match(column.default_sql);
  if (match.hasMatch())
    return typed(column, match.captured(1).replace(QLatin1String("''"), QLatin1String("'")));
  return plain.match(column.default_sql).hasMatch() ? typed(column, column.default_sql) : QVariant();
}

} // namespace cortege::qgis
