#include "providers/qgis/column.hpp"

#include "providers/pg/quote.hpp"

#include <QVariant>
#include <qgseditorwidgetsetup.h>
#include <qgsfieldconstraints.h>

namespace cortege::qgis {
namespace {

QMetaType::Type metatype_of(Kind kind) {
  switch (kind) {
  case Kind::boolean:
    return QMetaType::Type::Bool;
  case Kind::int2:
  case Kind::int4:
    return QMetaType::Type::Int;
  case Kind::int8:
    return QMetaType::Type::LongLong;
  case Kind::float4:
  case Kind::float8:
  case Kind::numeric:
    return QMetaType::Type::Double;
  case Kind::date:
    return QMetaType::Type::QDate;
  case Kind::time:
    return QMetaType::Type::QTime;
  case Kind::timestamp:
  case Kind::timestamptz:
    return QMetaType::Type::QDateTime;
  case Kind::json:
  case Kind::jsonb:
    return QMetaType::Type::QVariantMap;
  case Kind::bytea:
    return QMetaType::Type::QByteArray;
  case Kind::array:
    return QMetaType::Type::QVariantList;
  default:
    return QMetaType::Type::QString;
  }
}

QgsEditorWidgetSetup value_map(const QStringList &values) {
  QVariantList entries;
  for (const QString &value : values)
    entries << QVariantMap{{value, value}};
  return {QStringLiteral("ValueMap"), {{QStringLiteral("map"), entries}}};
}

QgsFieldConstraints constraints_of(const Column &column) {
  QgsFieldConstraints constraints;
  const auto provider = QgsFieldConstraints::ConstraintOriginProvider;
  if (column.not_null)
    constraints.setConstraint(QgsFieldConstraints::ConstraintNotNull, provider);
  if (column.unique)
    constraints.setConstraint(QgsFieldConstraints::ConstraintUnique, provider);
  return constraints;
}

} // namespace

Kind kind_of(Oid type) {
  switch (type) {
  case 16:
    return Kind::boolean;
  case 21:
    return Kind::int2;
  case 23:
    return Kind::int4;
  case 20:
    return Kind::int8;
  case 700:
    return Kind::float4;
  case 701:
    return Kind::float8;
  case 1700:
    return Kind::numeric;
  case 19:
  case 25:
  case 1043:
    return Kind::text;
  case 1082:
    return Kind::date;
  case 1083:
    return Kind::time;
  case 1114:
    return Kind::timestamp;
  case 1184:
    return Kind::timestamptz;
  case 2950:
    return Kind::uuid;
  case 114:
    return Kind::json;
  case 3802:
    return Kind::jsonb;
  case 17:
    return Kind::bytea;
  default:
    return Kind::via_text;
  }
}

std::string Column::sql() const {
  return pg::quote(name.toStdString());
}

std::string Column::selection() const {
  if (family == Family::geometry)
    return "ST_AsEWKT(" + sql() + ")";
  if (kind == Kind::array && element == Kind::via_text)
    return sql() + "::text[]";
  return kind == Kind::via_text && family != Family::enumeration ? sql() + "::text" : sql();
}

QMetaType::Type Column::metatype() const {
  if (family == Family::hstore)
    return QMetaType::Type::QVariantMap;
  if (kind == Kind::array && element_metatype() == QMetaType::Type::QString)
    return QMetaType::Type::QStringList;
  return metatype_of(kind);
}

QMetaType::Type Column::element_metatype() const {
  if (kind == Kind::array)
    return metatype_of(element);
  return family == Family::hstore || kind == Kind::json || kind == Kind::jsonb ? QMetaType::Type::QString
                                                                               : QMetaType::Type::UnknownType;
}

QgsField Column::field() const {
  QgsField field(name, metatype(), type_name, length, precision, comment, element_metatype());
  if (!comment.isEmpty())
    field.setAlias(comment);
  field.setConstraints(constraints_of(*this));
  if (!enum_values.isEmpty())
    field.setEditorWidgetSetup(value_map(enum_values));
  field.setReadOnly(generated || identity_always || !may_update);
  return field;
}

} // namespace cortege::qgis
