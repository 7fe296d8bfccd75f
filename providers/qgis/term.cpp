#include "providers/qgis/term.hpp"

#include "providers/qgis/encode.hpp"

#include <QDateTime>
#include <qgsgeometry.h>
#include <qgsvariantutils.h>

#include <cmath>
#include <limits>

namespace cortege::qgis {
namespace {

Column column_like(TermType type) {
  Column column;
  column.kind = type == TermType::timestamptz ? Kind::timestamptz
                : type == TermType::timestamp ? Kind::timestamp
                : type == TermType::date      ? Kind::date
                                              : Kind::time;
  return column;
}

} // namespace

std::string moment(const QVariant &value, TermType type, Bindings &values) {
  const char *cast = type == TermType::timestamptz ? "timestamptz"
                     : type == TermType::timestamp ? "timestamp"
                     : type == TermType::date      ? "date"
                                                   : "time";
  return values.text(QString::fromStdString(encode(column_like(type), value).value_or("")), cast);
}

bool is_number(TermType type) {
  return type == TermType::integer || type == TermType::real;
}

MaybeTerm column_term(const Relation &relation, const QString &name) {
  const int index = relation.fields.lookupField(name);
  if (index < 0)
    return std::nullopt;
  const Column &column = relation.columns[index];
  const auto term = [&](TermType type) { return Term{column.sql(), type, std::nullopt}; };
  switch (column.kind) {
  case Kind::boolean:
    return term(TermType::boolean);
  case Kind::int2:
  case Kind::int4:
  case Kind::int8:
    return term(TermType::integer);
  case Kind::float4:
  case Kind::float8:
  case Kind::numeric:
    return term(TermType::real);
  case Kind::text:
    return column.family == Family::enumeration ? Term{column.sql() + "::text", TermType::text, std::nullopt}
                                                : term(TermType::text);
  case Kind::uuid:
    return Term{column.sql() + "::text", TermType::text, std::nullopt};
  case Kind::date:
    return term(TermType::date);
  case Kind::timestamp:
    return term(TermType::timestamp);
  case Kind::timestamptz:
    return term(TermType::timestamptz);
  case Kind::via_text:
    if (column.family == Family::range || column.family == Family::character)
      return Term{column.sql() + "::text", TermType::text, std::nullopt};
    return std::nullopt;
  default:
    return std::nullopt;
  }
}

MaybeTerm constant_term(const QVariant &value) {
  const auto term = [&](TermType type) { return Term{{}, type, value}; };
  if (QgsVariantUtils::isNull(value))
    return std::nullopt;
  switch (static_cast<QMetaType::Type>(value.userType())) {
  case QMetaType::Type::Bool:
    return term(TermType::boolean);
  case QMetaType::Type::Int:
  case QMetaType::Type::UInt:
  case QMetaType::Type::LongLong:
    return term(TermType::integer);
  case QMetaType::Type::Double:
    return term(TermType::real);
  case QMetaType::Type::QString:
    return term(TermType::text);
  case QMetaType::Type::QDate:
    return term(TermType::date);
  case QMetaType::Type::QDateTime:
    return term(TermType::timestamptz);
  default:
    break;
  }
  return value.userType() == qMetaTypeId<QgsGeometry>() ? MaybeTerm(term(TermType::geometry)) : std::nullopt;
}

std::string sql_of(const Term &term, const Relation &relation, Bindings &values) {
  if (!term.constant)
    return term.sql;
  const QVariant &value = *term.constant;
  switch (term.type) {
  case TermType::boolean:
    return values.text(value.toBool() ? "t" : "f", "boolean");
  case TermType::integer:
    return values.text(QString::number(value.toLongLong()), "bigint");
  case TermType::real:
    return values.text(QString::number(value.toDouble(), 'g', 17), "float8");
  case TermType::text:
    return values.text(value.toString());
  case TermType::geometry:
    return "ST_GeomFromWKB(" + values.bytes(value.value<QgsGeometry>().asWkb()) + "::bytea, "
           + std::to_string(relation.geometry.srid) + ")";
  default:
    return moment(value, term.type, values);
  }
}

} // namespace cortege::qgis
